"""Runs scripts/migrate on the cases beside it: what changes, what is said, that nothing else changes, that a second run
changes nothing. `run.py --record` writes what happened into the cases, to be read in the diff.

A case: `### name`, then `=== FILE [options]` and the file's text, once or more, then `--->` and what is expected: changed
lines with `-` or `+`, and what is said with `!`. Options are those of the first file. `\\r` stands for a carriage return."""
import difflib
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
migrate = here.parent.parent / "scripts" / "migrate"


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
            files[file] = text.replace("\\r", "\r")
        yield name, given, files, options, [line for line in expected.rstrip("\n").split("\n") if line]


def run(folder, options, files):
    result = subprocess.run(
        [sys.executable, str(migrate), *options, *files], cwd=folder, capture_output=True, text=True, check=False
    )
    if result.returncode not in (0, 2):
        raise SystemExit(result.stderr)
    return result


def observe(files, options):
    """What happened: changed lines and remarks; raises AssertionError where a promise is broken."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        named = [name for name in files if not name.startswith("context/")]
        dry = run(folder, options, named)
        for name, text in files.items():
            assert pathlib.Path(folder, name).read_bytes() == text.encode(), "a dry run wrote a file"
        run(folder, ["--write", *options], named)
        seen = []
        for name, text in files.items():
            after = pathlib.Path(folder, name).read_bytes().decode()
            lines = difflib.unified_diff(text.split("\n"), after.split("\n"), n=0, lineterm="")
            seen += [line.replace("\r", "\\r") for line in lines if line[:3] not in ("---", "+++") and not line.startswith("@@")]
        shown = [line for line in dry.stdout.split("\n") if line[:1] in "+-" and line[:4] not in ("--- ", "+++ ") and line]
        assert sorted(line.rstrip("\r") for line in shown) == sorted(line.replace("\\r", "") for line in seen), "the diff is not what is written"
        again = run(folder, options, named)
        assert again.stdout == "", "a second run changes something"
        return seen + ["! " + line for line in dry.stderr.rstrip("\n").split("\n") if line]


def main():
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
