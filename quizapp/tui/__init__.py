"""The interface: screens and widgets on Textual. A screen's action calls one use case and shows what it returned."""
