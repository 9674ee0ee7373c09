"""Writes `docs/export.schema.json` from the models of an export: `python -m docs.schema`."""

from pathlib import Path

from quizapp.exchange.archive.schema import schema_text

SCHEMA = Path(__file__).with_name("export.schema.json")


def main() -> None:
    """Writes the schema."""
    SCHEMA.write_text(schema_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
