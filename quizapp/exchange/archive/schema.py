"""The JSON Schema of an export, made from its models: `docs/export.schema.json`."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from quizapp.exchange.archive.document import Archive
from quizapp.study.merging.whole import VERSION


def schema_text() -> str:
    """The schema as a JSON document (draft 2020-12)."""
    schema = Archive.model_json_schema(mode="serialization", schema_generator=_Untitled)
    whole = (
        {"$schema": GenerateJsonSchema.schema_dialect} | schema | {"title": f"An export of quizapp, version {VERSION}"}
    )
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class _Untitled(GenerateJsonSchema):
    """Names say what fields are: a title beside each says nothing more."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False
