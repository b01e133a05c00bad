"""Runs scripts/migrate on the cases beside it: what changes, what is said, that nothing else changes, that a second run
changes nothing. `run.py --record` writes what happened into the cases, to be read in the diff.

A case: `### name`, then `=== FILE [options]` and the file's text, once or more, then `--->` and what is expected: changed
lines with `-` or `+`, and what is said with `!`. Options are those of the first file. `\\r` stands for a carriage return,
`\\xff` for that byte (no UTF-8)."""
import contextlib
import difflib
import importlib.machinery
import importlib.util
import io
import os
import pathlib
import re
import sys
import tempfile
from unittest import mock

here = pathlib.Path(__file__).resolve().parent
SUMMARY = re.compile(r"scripts/migrate: (\d+ read, |put \./)")


def read(path):
    head, *cases = path.read_text().split("### ")
    for case in cases:
        name, rest = case.split("\n", 1)
        given, _, expected = rest.partition("--->\n")
        files, options = {}, []
        for part in given.split("=== ")[1:]:
            line, text = part.split("\n", 1)
            file, *words = line.split()
            options = options or words
            files[file] = text.replace("\\r", "\r").replace("\\xff", "\udcff")
        yield name, given, files, options, [line for line in expected.rstrip("\n").split("\n") if line]


def load():
    loader = importlib.machinery.SourceFileLoader("migrate", str(here.parent.parent / "scripts" / "migrate"))
    sys.dont_write_bytecode = True
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("migrate", loader))
    loader.exec_module(module)
    return module


migrate = load()


def run(folder, options, files):
    """The status, and what was written to standard output and error."""
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", errors="surrogateescape") for _ in range(2)]
    os.chdir(folder)
    with mock.patch.object(sys, "argv", ["migrate", *options, *files]):
        with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
            status = migrate.main()
    os.chdir(here)
    for stream in streams:
        stream.flush()
    return status, *(stream.buffer.getvalue().decode("utf-8", "surrogateescape") for stream in streams)


def observe(files, options):
    """What happened: changed lines and remarks; raises AssertionError where a promise is broken."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8", "surrogateescape"))
        named = [name for name in files if not name.startswith("context/")]
        _, shown, said = run(folder, options, named)
        for name, text in files.items():
            assert pathlib.Path(folder, name).read_bytes() == text.encode("utf-8", "surrogateescape"), "a dry run wrote a file"
        run(folder, ["--write", *options], named)
        seen = []
        for name, text in files.items():
            after = pathlib.Path(folder, name).read_bytes().decode("utf-8", "surrogateescape")
            lines = difflib.unified_diff(text.split("\n"), after.split("\n"), n=0, lineterm="")
            seen += [line.replace("\r", "\\r").replace("\udcff", "\\xff") for line in list(lines)[2:] if not line.startswith("@@")]
        diff = [line for line in shown.split("\n") if line[:1] in "+-" and line[:4] not in ("--- ", "+++ ") and line]
        assert sorted(line.rstrip("\r") for line in diff) == sorted(line.replace("\\r", "").replace("\\xff", "\udcff") for line in seen), "the diff is not what is written"
        _, again, _ = run(folder, options, named)
        assert again == "", "a second run changes something"
        return seen + ["! " + line for line in said.rstrip("\n").split("\n") if line and not SUMMARY.match(line)]


def check_writing():
    """Where one file cannot be written, none is; modes and links stay."""
    before = b'FROM debian\nCMD ["bash", "-c", "exec /app"]\n'
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, name, "Dockerfile") for name in ("one", "two")]
        for path in paths:
            path.parent.mkdir()
            path.write_bytes(before)
            path.chmod(0o640)
        link = pathlib.Path(folder, "link.Dockerfile")
        link.symlink_to(paths[0])

        def write(access, replace):
            with mock.patch.object(migrate.os, "access", access), mock.patch.object(migrate.os, "replace", replace):
                status, _, said = run(folder, ["--write"], ["."])
            return status, said

        def second_fails(source, target, real=os.replace):
            if "two" in target:
                raise PermissionError(1, "Operation not permitted", target)
            real(source, target)

        for access, replace in ((lambda path, _: "two" not in path, os.replace), (os.access, second_fails)):
            status, said = write(access, replace)
            assert status == 2 and "two/Dockerfile" in said and "nothing is changed in any file" in said, said
            assert all(path.read_bytes() == before for path in paths), "one file is written, the other one is not"
        status, said = write(os.access, os.replace)
        assert status == 0 and all(b'"/rsh"' in path.read_bytes() for path in paths), said
        assert all(path.stat().st_mode & 0o777 == 0o640 for path in paths), "another mode"
        assert link.is_symlink(), "the link has become a file"
        assert len(list(pathlib.Path(folder).rglob("*"))) == 5, "something is left behind"


def main():
    check_writing()
    record = "--record" in sys.argv
    count, failed = 0, 0
    for path in sorted(here.glob("*.txt")):
        if path.name == "requirements.txt":
            continue
        out = []
        for name, given, files, options, expected in read(path):
            count += 1
            try:
                seen = observe(files, options)
            except AssertionError as broken:
                seen = [f"BROKEN: {broken}"]
            if seen != expected and not record or seen[:1] and seen[0].startswith("BROKEN"):
                failed += 1
                print(f"FAILED {path.name}: {name}")
                print("\n".join(difflib.unified_diff(expected, seen, "expected", "seen", lineterm="")))
            out.append(f"### {name}\n{given}--->\n" + "".join(line + "\n" for line in seen) + "\n")
        if record:
            path.write_text("".join(out))
    assert count >= 60
    print(f"migrate: {count - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
