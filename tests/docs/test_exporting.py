"""What the page about exports says of the document and the tables, and the schema beside it."""

import json

from docs.schema import SCHEMA
from quizapp.exchange.archive.document import Archive
from quizapp.exchange.archive.headers import DAY_COLUMNS, REVIEW_COLUMNS, card_columns
from quizapp.exchange.archive.schema import schema_text
from quizapp.study.merging.row import Row
from tests.docs.fences import ROOT, table_keys

PAGE = ROOT / "docs" / "exporting.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_the_schema_is_that_of_the_models() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run `python -m docs.schema`"


def test_every_key_of_the_schema_is_described() -> None:
    schema = json.loads(schema_text())
    parts = {"": schema, **schema["$defs"]}
    lacking = [
        f"{name}.{key}"
        for name, part in parts.items()
        for key, field in part.get("properties", {}).items()
        if not field.get("description")
    ]
    assert lacking == []
    assert all(part["description"] for part in parts.values())


def test_the_table_of_keys_is_that_of_the_document() -> None:
    named = [key for cell in table_keys(PAGE, "The document")[0] for key in cell.replace("`", "").split(", ")]
    assert named == list(Archive.model_fields)


def test_the_tables_have_the_columns_that_are_told() -> None:
    for name, columns in (("cards", card_columns()), ("reviews", REVIEW_COLUMNS), ("days", DAY_COLUMNS)):
        line = next(line for line in TEXT.splitlines() if line.startswith(f"| `{name}.csv`"))
        assert [column for column in columns if f"`{column}`" not in line] == []


def test_rows_of_the_log_keep_their_keys_within_a_version() -> None:
    kept = "uuid card at day what grade undoes milliseconds answered device"
    assert list(Row.model_fields) == kept.split()
