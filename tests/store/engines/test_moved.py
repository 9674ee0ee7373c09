"""A database that is moved away while another thread has it open."""

import shutil

import pytest

from quizapp.errors import StoreError
from quizapp.paths import Places
from quizapp.store.collection import Collection
from quizapp.store.engines.engine import reading
from tests.store.rows import good


def test_a_folder_that_comes_back_as_a_copy_takes_the_next_write_whoever_had_it_open(
    collection: Collection, where: Places
) -> None:
    collection.append([good("t/a")])
    with reading(collection._engine):  # as a thread does that tidies up: the write opens the file itself
        away = where.data.rename(where.data.with_name("away"))
        with pytest.raises(StoreError, match="is not there any more"):
            collection.append([good("t/b")])
        shutil.copytree(away, where.data)
    collection.append([good("t/b")])
    assert len(collection.history("t/a")) == len(collection.history("t/b")) == 1


def test_a_connection_that_is_given_back_after_the_end_is_closed(collection: Collection, where: Places) -> None:
    """The log beside the file goes with the last connection."""
    collection.append([good("t/a")])
    with reading(collection._engine) as late:
        late.exec_driver_sql("SELECT 1")
        collection.close()
        assert len([*where.data.glob("quizapp.db*")]) == 3
    assert [path.name for path in where.data.glob("quizapp.db*")] == ["quizapp.db"]
