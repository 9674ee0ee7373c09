"""The interface in a browser's tab. Named in the environment by `quizapp serve`, and started by Textual."""

from textual.drivers.web_driver import WebDriver


class BrowserDriver(WebDriver):
    """Textual's driver, that also ends when the server is gone: with its own, the program would stay for ever."""

    def run_input_thread(self) -> None:
        """Reads until nothing can come any more, then leaves."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self.on_meta("quit", {})
