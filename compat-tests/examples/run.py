"""Dockerfile.examples: its syntax, and every target built, run and stopped where a Docker engine runs.

usage: run.py RSH     RSH: the file to put into the images

A base image that cannot be pulled is stood in for: debian, python and nginx by a root file system that debootstrap makes
(kept as the image rsh-examples-base), java and postgres by scripts of their manners in it."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
BASE = "rsh-examples-base:bookworm"

# target: a line that says it is ready, its status after docker stop, what it then has said
TARGETS = {
    "scratch": ("app: ready", 0, "app: stopped in order by signal 15"),
    "set-e": ("app: ready", 0, "app: stopped in order by signal 15"),
    "entrypoint": ("app: ready", 0, "app: stopped in order by signal 15"),
    "shebang": ("app: ready", 0, "app: stopped in order by signal 15"),
    "tini": ("app: ready", 0, "app: stopped in order by signal 15"),
    "dumb-init": ("app: ready", 0, "app: stopped in order by signal 3"),
    "web": ("Serving HTTP", 0, "Keyboard interrupt received"),
    "java": ("service: ready", 0, "service: stopped in order"),
    "postgres": ("ready to accept connections", 0, "received fast shutdown request"),
    "nginx": ("", 0, ""),
    "workers": ("worker: ready", 0, "web: stopped in order by signal 15"),
}

JAVA = """#!/rsh
trap 'echo "service: stopped in order"; exit 143' TERM
echo "service: ready"
while :; do sleep 0.1; done
"""
POSTGRES = """#!/rsh
trap 'echo "received fast shutdown request"; exit 0' INT
trap 'echo "received smart shutdown request"' TERM
echo "database system is ready to accept connections"
while :; do sleep 0.1; done
"""
PASS_ON = "#!/bin/sh\nset -e\nexec \"$@\"\n"


# Images as they are before the move: scripts/migrate moves each, then it is built, run and stopped.
MOVED = {
    "set -e": 'CMD ["/bin/bash", "-c", "set -e && /app"]\n',
    "an entry script": 'COPY entry.sh /entry.sh\nENTRYPOINT ["/entry.sh"]\nCMD ["/app"]\n',
    "tini": 'ENTRYPOINT ["/usr/bin/tini", "-g", "-e", "143", "--"]\nCMD ["/app", "--status", "143"]\n',
    "dumb-init": 'ENTRYPOINT ["dumb-init", "--rewrite", "15:3", "--", "/app"]\n',
    "variables of tini": 'ENV TINI_KILL_PROCESS_GROUP=1 TINI_SUBREAPER=\nENTRYPOINT ["tini", "-e143", "--"]\nCMD ["/app", "--status", "143"]\n',
    "SHELL and shell form": 'SHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN for i in 1 2; do echo $i; done | grep -q 2\nCMD true && \\\n    exec /app\n',
    "a script in a folder": 'WORKDIR /opt\nCOPY . here/\nENTRYPOINT ["./here/entry.sh"]\nCMD exec /app\n',
    "a stage of scripts": 'FROM scratch AS scripts\nCOPY entry.sh /in/\nFROM {base}\nCOPY app /app\nCOPY --from=scripts /in /usr/local/bin\n'
    'ENTRYPOINT ["entry.sh", "/app"]\n',
}


class Stage:
    def __init__(self, name, base, lines):
        self.name, self.base, self.lines = name, base, lines

    def sources(self):
        return [self.base] + re.findall(r"--from=(\S+)", "\n".join(self.lines))


def read():
    """The lines before the first FROM, and the stages."""
    head, stages = [], []
    for line in (root / "Dockerfile.examples").read_text().splitlines():
        match = re.match(r"FROM (\S+)(?: AS (\S+))?$", line)
        if match:
            stages.append(Stage(match.group(2) or str(len(stages)), match.group(1), [line]))
        else:
            (stages[-1].lines if stages else head).append(line)
    return head, stages


def check_syntax(head, stages, rsh):
    known = {"ARG", "FROM", "RUN", "WORKDIR", "COPY", "CMD", "ENTRYPOINT", "ENV", "EXPOSE", "STOPSIGNAL"}
    arguments = dict(re.match(r"ARG (\w+)=(\S+)", line).groups() for line in head if line.startswith("ARG"))
    names = {"scratch"}
    for stage in stages:
        for source in stage.sources():
            variable = re.fullmatch(r"\$\{(\w+)\}", source)
            assert variable and variable.group(1) in arguments or source in names, f"{stage.name}: {source} is not known"
        names.add(stage.name)
        continued = False
        for line in stage.lines:
            if not line.strip() or line.startswith("#"):
                continue
            if not continued:
                word, _, rest = line.partition(" ")
                assert word in known, f"{stage.name}: {word} is no instruction"
                if word in ("CMD", "ENTRYPOINT"):
                    words = json.loads(rest)
                    assert words and all(isinstance(one, str) for one in words), line
                    if "-c" in words:
                        text = words[words.index("-c") + 1]
                        found = subprocess.run([rsh, "--check", "-c", text], capture_output=True, text=True)
                        assert found.returncode == 0, found.stdout
                if word == "COPY" and "--from" not in rest:
                    assert (root / rest.split()[0]).exists(), line
            continued = line.endswith("\\")
    missing = set(TARGETS) - names
    assert not missing, f"no stage for {missing}"
    said = {line[2:].split()[0] for line in head if re.match(r"# [a-z-]+  ", line)}
    assert said == set(TARGETS), f"the head names {said ^ set(TARGETS)}"


def docker(*words, check=True, **more):
    result = subprocess.run(["docker", *words], capture_output=True, text=True, **more)
    assert not check or result.returncode == 0, f"docker {words[0]}: {result.stderr}"
    return result


def has_engine():
    return shutil.which("docker") is not None and docker("info", check=False).returncode == 0


def has_image(name):
    if docker("image", "inspect", name, check=False).returncode == 0:
        return True
    try:
        return docker("pull", "-q", name, check=False, timeout=120).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def build(folder, text, tag, *options):
    pathlib.Path(folder, "Dockerfile").write_text(text)
    result = docker("build", "-q", "-t", tag, *options, str(folder), check=False)
    assert result.returncode == 0, result.stderr
    return tag


def make_base(folder):
    """The root file system that stands in for Debian."""
    if docker("image", "inspect", BASE, check=False).returncode == 0:
        return BASE
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        return None
    tree = pathlib.Path(folder, "tree")
    packages = "--include=python3-minimal,libpython3-stdlib,nginx-light"
    made = subprocess.run(["debootstrap", "--variant=minbase", packages, "bookworm", str(tree)], capture_output=True, text=True)
    if made.returncode != 0:
        print("\n".join(made.stdout.splitlines()[-3:]))
        return None
    for extra in ("var/cache/apt/archives", "var/lib/apt/lists", "usr/share/doc", "usr/share/man", "usr/share/locale"):
        shutil.rmtree(tree / extra, ignore_errors=True)
    tar = subprocess.Popen(["tar", "-C", str(tree), "-c", "."], stdout=subprocess.PIPE)
    subprocess.run(["docker", "import", "-", BASE], stdin=tar.stdout, check=True, stdout=subprocess.DEVNULL)
    tar.wait()
    shutil.rmtree(tree)
    return BASE


def images(folder, rsh, tags):
    """What to build with, by the names of the ARG lines; None for a base that there is no way to have."""
    context = pathlib.Path(folder, "context")
    context.mkdir()
    shutil.copy(rsh, context / "rsh")
    subprocess.run(
        ["rustc", "--edition", "2024", "-C", "target-feature=+crt-static", "-o", context / "app", here / "app.rs"], check=True
    )
    found = {
        "RSH": build(context, "FROM scratch\nCOPY rsh /rsh\n", "rsh-examples-rsh"),
        "APP": build(context, "FROM scratch\nCOPY app /app\n", "rsh-examples-app"),
    }
    tags += found.values()
    base = None
    head, _ = read()
    for line in head:
        if not line.startswith("ARG") or line.split("=")[0][4:] in ("RSH", "APP", "RUST"):
            continue
        name, image = line[4:].split("=")
        if has_image(image):
            found[name] = image
            continue
        base = base or make_base(folder)
        found[name] = base and stand_in(name, base, context, tags)
    return found


def stand_in(name, base, context, tags):
    if name in ("DEBIAN", "PYTHON"):
        return base
    files = {
        "JAVA": {"usr/bin/java": JAVA},
        "POSTGRES": {"usr/bin/postgres": POSTGRES, "usr/local/bin/docker-entrypoint.sh": PASS_ON},
        "NGINX": {"docker-entrypoint.sh": PASS_ON},
    }[name]
    text = f"FROM {base}\n"
    for at, (path, script) in enumerate(files.items()):
        pathlib.Path(context, f"{name}-{at}").write_text(script)
        os.chmod(pathlib.Path(context, f"{name}-{at}"), 0o755)
        text += f"COPY {name}-{at} /{path}\n"
    tags.append(build(context, text, f"rsh-examples-{name.lower()}"))
    return tags[-1]


def needed(stages, target):
    """The stages that `target` is made of: an older builder builds all that stand before it."""
    by_name = {stage.name: stage for stage in stages}
    wanted = [target]
    for name in wanted:
        wanted += [source for source in by_name[name].sources() if source in by_name and source not in wanted]
    return [stage for stage in stages if stage.name in wanted]


def try_target(target, stages, arguments, context, head):
    ready, status, words = TARGETS[target]
    text = "\n".join(line for line in head if line.startswith("ARG")) + "\n"
    text += "\n".join("\n".join(stage.lines) for stage in needed(stages, target)) + "\n"
    tag = f"rsh-examples-target-{target}"
    build(context, text, tag, "--target", target, *[f"--build-arg={name}={value}" for name, value in arguments.items() if value])
    name = f"{tag}-{os.getpid()}"
    try:
        docker("run", "-d", "--network", "none", "--name", name, "-e", "POSTGRES_PASSWORD=example", tag)
        logs = ""
        for _ in range(600):
            state = docker("inspect", "-f", "{{.State.Running}}", name).stdout.strip()
            logs = "".join(docker("logs", name).__dict__[stream] for stream in ("stdout", "stderr"))
            if ready in logs or state != "true":
                break
            time.sleep(0.05)
        assert ready in logs, f"not ready: {logs}"
        time.sleep(0.3)
        if target == "web":
            fetch = "import urllib.request; print(urllib.request.urlopen('http://127.0.0.1:8080/cgi-bin/hello').read().decode())"
            answer = docker("exec", name, "python3", "-c", fetch, check=False)
            assert "hello from rsh" in answer.stdout, answer.stdout + answer.stderr
        begin = time.monotonic()
        docker("stop", "-t", "10", name)
        took = time.monotonic() - begin
        code = int(docker("inspect", "-f", "{{.State.ExitCode}}", name).stdout)
        logs = "".join(docker("logs", name).__dict__[stream] for stream in ("stdout", "stderr"))
        assert code == status, f"status {code}: {logs}"
        assert words in logs, f"it has not said `{words}': {logs}"
        assert "reached only" not in logs, "a command ran after the stop"
        assert took < 9, f"{took:.1f} s: it was killed"
    finally:
        docker("rm", "-f", name, check=False)
        docker("image", "rm", "-f", tag, check=False)


def try_moved(shape, base, context):
    """An image of another program's, moved by scripts/migrate alone."""
    folder = pathlib.Path(context, "moved-" + shape.replace(" ", "-"))
    folder.mkdir()
    for name in ("rsh", "app"):
        shutil.copy(context / name, folder / name)
    (folder / "entry.sh").write_text("#!/bin/bash -e\nmkdir -p /run/app\nexec \"$@\"\n")
    (folder / "entry.sh").chmod(0o755)
    (folder / "Dockerfile").write_text(f"FROM {base}\nCOPY app /app\n" + MOVED[shape].replace("{base}", base))
    migrate = [sys.executable, root / "scripts/migrate", "--copy-from", "./rsh", "--write", folder]
    moved = subprocess.run(migrate, capture_output=True, text=True)
    assert moved.returncode == 0, moved.stderr
    text = (folder / "Dockerfile").read_text()
    assert "/rsh" in text and "COPY ./rsh /rsh" in text, text
    tag = "rsh-examples-moved"
    name = f"{tag}-{os.getpid()}"
    build(folder, text, tag)
    try:
        docker("run", "-d", "--network", "none", "--name", name, tag)
        for _ in range(200):
            if "ready" in docker("logs", name).stdout:
                break
            time.sleep(0.05)
        docker("stop", "-t", "10", name)
        code = int(docker("inspect", "-f", "{{.State.ExitCode}}", name).stdout)
        logs = docker("logs", name)
        assert code == 0 and "stopped in order" in logs.stdout, f"status {code}: {logs.stdout}{logs.stderr}"
    finally:
        docker("rm", "-f", name, check=False)
        docker("image", "rm", "-f", tag, check=False)


def try_workers_end(stages, arguments, context, head):
    """The first worker to end ends the container."""
    text = "\n".join(line for line in head if line.startswith("ARG")) + "\n"
    text += "\n".join("\n".join(stage.lines) for stage in needed(stages, "workers")) + "\n"
    build(context, text, "rsh-examples-target-workers", "--target", "workers", *[f"--build-arg={name}={value}" for name, value in arguments.items() if value])
    result = docker("run", "--rm", "--network", "none", "-e", "WORKER_SECONDS=0.2", "rsh-examples-target-workers", timeout=60, check=False)
    docker("image", "rm", "-f", "rsh-examples-target-workers", check=False)
    assert result.returncode == 0 and "web: stopped in order" in result.stdout, result.stdout + result.stderr


def main():
    rsh = str(pathlib.Path(sys.argv[1]).resolve())
    head, stages = read()
    check_syntax(head, stages, rsh)
    print("Dockerfile.examples: the syntax is right")
    if not has_engine():
        print("SKIPPED: no Docker engine: the targets are not built")
        return
    passed, failed, skipped, tags = 0, 0, 0, []
    with tempfile.TemporaryDirectory() as folder:
        arguments = images(folder, rsh, tags)
        context = pathlib.Path(folder, "context")
        shutil.copytree(here, context / "compat-tests/examples")
        for target in TARGETS:
            variables = set(re.findall(r"\$\{([A-Z]+)\}", "\n".join(stage.base for stage in needed(stages, target))))
            if any(arguments.get(name) is None for name in variables):
                print(f"SKIPPED {target}: no image, and no debootstrap to stand in for it")
                skipped += 1
                continue
            try:
                try_target(target, stages, arguments, context, head)
                if target == "workers":
                    try_workers_end(stages, arguments, context, head)
                passed += 1
            except AssertionError as why:
                print(f"FAILED {target}: {why}")
                failed += 1
        can_migrate = subprocess.run([sys.executable, "-c", "import ruamel.yaml, dockerfile_parse"], capture_output=True)
        for shape in MOVED:
            if can_migrate.returncode != 0 or arguments.get("DEBIAN") is None:
                print(f"SKIPPED moving {shape}: no base image, or not what scripts/migrate needs")
                skipped += 1
                continue
            try:
                try_moved(shape, arguments["DEBIAN"], context)
                passed += 1
            except AssertionError as why:
                print(f"FAILED moving {shape}: {why}")
                failed += 1
    docker("image", "rm", "-f", *tags, check=False)
    print(f"examples: {passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)


main()
