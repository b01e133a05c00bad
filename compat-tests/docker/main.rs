//! rsh in containers: what `docker stop` and `docker inspect` show of it (README.md).
//!
//! Needs a running Docker engine, and no registry: the images hold rsh and this program alone. Without an engine it says so. With
//! DOCKER_BENCH set the time that `docker stop` takes is measured instead.

#![allow(
    clippy::disallowed_methods,
    reason = "a test program: it starts programs and reads its environment like any other"
)]
#![allow(clippy::print_stderr, clippy::print_stdout, reason = "a test program talks to the terminal")]

mod engine;
mod keys;
#[path = "../init/terminal.rs"]
mod terminal;

/// What `terminal` asks for.
mod namespace {
    /// How long anything may take.
    pub(super) fn patience() -> std::time::Duration {
        super::engine::PATIENCE
    }
}

use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::time::{Duration, Instant};

use engine::Engine;
use libtest_mimic::{Arguments, Failed, Trial};

fn main() -> ExitCode {
    if std::env::var_os("DOCKER_APP").is_some() {
        return application();
    }
    let arguments = Arguments::from_args();
    let engine = match Engine::find() {
        Ok(engine) => Arc::new(engine),
        Err(why) => {
            println!("docker: skipped: {why}");
            return ExitCode::SUCCESS;
        }
    };
    if std::env::var_os("DOCKER_BENCH").is_some() {
        return bench(&engine);
    }
    let mut trials = Vec::new();
    stops(&engine, &mut trials);
    in_their_place(&engine, &mut trials);
    codes(&engine, &mut trials);
    restricted(&engine, &mut trials);
    replaced_init(&engine, &mut trials);
    keys::trials(&engine, &mut trials);
    let conclusion = libtest_mimic::run(&arguments, trials);
    drop(engine); // the images go with it
    conclusion.exit_code()
}

/// The application in the container: says that it is ready and ends with 42 at SIGTERM; `die`: of SIGTERM; `quit`: with 43 at SIGQUIT.
fn application() -> ExitCode {
    let what = std::env::args().nth(1).unwrap_or_default();
    if what == "die" {
        println!("ready");
        loop {
            std::thread::park();
        }
    }
    let mut set = nix::sys::signal::SigSet::empty();
    set.add(nix::sys::signal::Signal::SIGTERM);
    set.add(nix::sys::signal::Signal::SIGQUIT);
    set.add(nix::sys::signal::Signal::SIGHUP);
    let _ = set.thread_block();
    println!("ready");
    loop {
        match set.wait() {
            Ok(nix::sys::signal::Signal::SIGTERM) => return ExitCode::from(42),
            Ok(nix::sys::signal::Signal::SIGQUIT) => return ExitCode::from(43),
            _ => println!("hup"),
        }
    }
}

fn same<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), Failed> {
    if found == expected { Ok(()) } else { Err(format!("expected {expected:?}, found {found:?}").into()) }
}

fn trial(
    trials: &mut Vec<Trial>,
    engine: &Arc<Engine>,
    name: &str,
    test: impl FnOnce(&Engine) -> Result<(), Failed> + Send + 'static,
) {
    let engine = engine.clone();
    trials.push(Trial::test(name.to_owned(), move || test(&engine)));
}

/// `(name, options of docker run, lines of a Dockerfile behind FROM, the exit code after docker stop)`
const STOPS: &[(&str, &[&str], &str, i64)] = &[
    ("CMD in exec form", &[], r#"CMD ["/rsh", "-c", "set -e && /app"]"#, 42),
    ("CMD in exec form, a line behind it", &[], r#"CMD ["/rsh", "-c", "/app; echo no"]"#, 42),
    ("CMD in shell form", &[], "CMD /app; echo no", 42),
    ("CMD in shell form with SHELL", &[], "SHELL [\"/rsh\", \"-euc\"]\nCMD x=1; /app", 42),
    ("a script with options behind #!", &[], "ENTRYPOINT [\"/entry\"]\nCMD [\"/app\"]", 0),
    ("--run", &[], "ENTRYPOINT [\"/rsh\", \"--run\"]\nCMD [\"/app\"]", 42),
    ("--init, the engine's own", &["--init"], r#"CMD ["/rsh", "-c", "/app; echo no"]"#, 42),
    ("-it", &["-it"], r#"CMD ["/rsh", "-c", "/app; echo no"]"#, 42),
    ("-it --init", &["-it", "--init"], r#"CMD ["/rsh", "-c", "/app; echo no"]"#, 42),
    ("-it, a script", &["-it"], "ENTRYPOINT [\"/entry\"]\nCMD [\"/app\"]", 0),
    ("STOPSIGNAL", &[], "STOPSIGNAL SIGQUIT\nCMD [\"/rsh\", \"-c\", \"/app; echo no\"]", 43),
    ("an application in the background", &[], r#"CMD ["/rsh", "-c", "/app & wait $!; echo no"]"#, 42),
    ("a trap in charge", &[], r#"CMD ["/rsh", "-c", "/app & trap 'kill $!; wait $!; exit 9' TERM; wait"]"#, 9),
];

fn stops(engine: &Arc<Engine>, trials: &mut Vec<Trial>) {
    for &(name, options, lines, expected) in STOPS {
        trial(trials, engine, &format!("docker stop: {name}"), move |engine| {
            let container = engine.run(options, lines, &[])?;
            container.wait_for("ready")?;
            let started = Instant::now();
            container.docker(&["stop", "-t", "20"])?;
            same(container.code()?, expected)?;
            same(started.elapsed() < Duration::from_secs(15), true)?;
            same(container.logs()?.contains("no"), false)
        });
    }
    trial(trials, engine, "docker stop: what is left may finish its write", |engine| {
        let left = "trap \"echo finished; exit\" TERM; while :; do :; done";
        let container = engine.run(&[], "", &["/rsh", "-c", &format!("/bin/sh -c '{left}' & /app")])?;
        container.wait_for("ready")?;
        container.docker(&["stop", "-t", "20"])?;
        same(container.logs()?.contains("finished"), true)
    });
    trial(trials, engine, "docker kill -s HUP reaches the application", |engine| {
        let container = engine.run(&[], "", &["/rsh", "--run", "/app"])?;
        container.wait_for("ready")?;
        container.docker(&["kill", "-s", "HUP"])?;
        container.wait_for("hup")?;
        container.docker(&["stop"])?;
        same(container.code()?, 42)
    });
}

/// The examples of the other programs' documents, with only the file exchanged.
const EXAMPLES: &[(&str, &str, i64)] = &[
    ("tini: ENTRYPOINT [\"/tini\", \"--\"]", "ENTRYPOINT [\"/tini\", \"--\"]\nCMD [\"/app\", \"-v\"]", 42),
    ("tini: -v -e 143 -- /runner/init", "ENTRYPOINT [\"/tini\", \"-v\", \"-e\", \"143\", \"--\", \"/runner/init\"]", 0),
    ("tini: -s, -g", "ENTRYPOINT [\"/tini\", \"-s\", \"-g\", \"--\"]\nCMD [\"/app\"]", 42),
    ("tini: /tini -- behind a script", "ENTRYPOINT [\"/tini\", \"--\", \"/bin/sh\", \"-c\", \"/app\"]", 42),
    ("dumb-init: --", "ENTRYPOINT [\"/usr/bin/dumb-init\", \"--\"]\nCMD [\"/app\", \"--with\", \"--args\"]", 42),
    ("dumb-init: in front of CMD", "CMD [\"/usr/bin/dumb-init\", \"/app\"]", 42),
    (
        "dumb-init: bash -c",
        "ENTRYPOINT [\"/usr/bin/dumb-init\", \"--\"]\nCMD [\"bash\", \"-c\", \"true && exec /app\"]",
        42,
    ),
    (
        "dumb-init: --rewrite 15:3",
        "ENTRYPOINT [\"/usr/bin/dumb-init\", \"--rewrite\", \"15:3\", \"--\"]\nCMD [\"/app\"]",
        43,
    ),
    ("dumb-init: behind #!", "CMD [\"/dumb\"]", 42),
    (
        "dumb-init: DUMB_INIT_SETSID=0",
        "ENV DUMB_INIT_SETSID=0\nENTRYPOINT [\"/usr/bin/dumb-init\"]\nCMD [\"/app\"]",
        42,
    ),
    ("catatonit: --", "ENTRYPOINT [\"/catatonit\", \"--\"]\nCMD [\"/app\"]", 42),
    ("bash: CMD [\"/bin/bash\", \"-c\", \"set -e && /app\"]", "CMD [\"/bin/bash\", \"-c\", \"set -e && /app\"]", 42),
];

fn in_their_place(engine: &Arc<Engine>, trials: &mut Vec<Trial>) {
    for &(name, lines, expected) in EXAMPLES {
        trial(trials, engine, &format!("in their place: {name}"), move |engine| {
            let container = engine.run(&[], lines, &[])?;
            container.wait_for("ready")?;
            container.docker(&["stop", "-t", "20"])?;
            same(container.code()?, expected)
        });
    }
}

fn codes(engine: &Arc<Engine>, trials: &mut Vec<Trial>) {
    let cases: &[(&str, &[&str], i64)] = &[
        ("exit 7", &["/rsh", "-c", "exit 7"], 7),
        ("set -e", &["/rsh", "-ec", "(exit 9); echo no"], 9),
        ("not found", &["/rsh", "--run", "/none"], 127),
        ("not executable", &["/rsh", "--run", "/etc"], 126),
        ("a wrong option", &["/rsh", "--nonsense"], 2),
        ("killed", &["/rsh", "-c", "kill -9 $$"], 137),
        ("remapped", &["/rsh", "--remap", "KILL:3", "--run", "/rsh", "-c", "kill -9 $$"], 3),
    ];
    for &(name, words, expected) in cases {
        trial(trials, engine, &format!("exit code in docker inspect: {name}"), move |engine| {
            let container = engine.run(&[], "", words)?;
            container.docker(&["wait"])?;
            same(container.code()?, expected)
        });
    }
}

fn restricted(engine: &Arc<Engine>, trials: &mut Vec<Trial>) {
    let cases: &[(&str, &[&str])] = &[
        ("--read-only", &["--read-only"]),
        ("a user without a name", &["--user", "65432:65432"]),
        ("no capabilities, no new privileges", &["--cap-drop", "ALL", "--security-opt", "no-new-privileges"]),
        ("4 processes at most", &["--pids-limit", "4"]),
        ("16 descriptors at most", &["--ulimit", "nofile=16:16"]),
    ];
    for &(name, options) in cases {
        trial(trials, engine, &format!("restricted: {name}"), move |engine| {
            let container = engine.run(options, "", &["/rsh", "-c", "/app; echo no"])?;
            container.wait_for("ready")?;
            container.docker(&["stop", "-t", "20"])?;
            same(container.code()?, 42)
        });
    }
}

/// `docker run --init` with rsh in the place of the engine's init: an engine of our own, since it is an option of the engine.
fn replaced_init(engine: &Arc<Engine>, trials: &mut Vec<Trial>) {
    trial(trials, engine, "docker run --init with init-path", |_| {
        let engine = Engine::with_init()?;
        same(engine.version_of_init()?.contains("(rsh "), true)?;
        for options in [&["--init"][..], &["--init", "-it"]] {
            let container = engine.run(options, "", &["/app"])?;
            container.wait_for("ready")?;
            container.docker(&["stop", "-t", "20"])?;
            same(container.code()?, 42)?;
        }
        let container = engine.run(&["--init"], "", &["/rsh", "-c", "(exit 5 &); exit 6"])?;
        container.docker(&["wait"])?;
        same(container.code()?, 6)
    });
}

/// The time that `docker stop` takes, beside that of the application as process 1 itself.
fn bench(engine: &Engine) -> ExitCode {
    let mut rows = vec![("the application alone", &[][..], r#"CMD ["/app"]"#, 42)];
    rows.extend_from_slice(STOPS);
    let mut alone = 0.0;
    println!("docker stop, median of 5:");
    for (name, options, lines, _) in rows {
        let mut times: Vec<f64> = (0..5).filter_map(|_| stop_time(engine, options, lines).ok()).collect();
        times.sort_by(f64::total_cmp);
        let Some(&median) = times.get(times.len() / 2) else { return ExitCode::FAILURE };
        if alone == 0.0 {
            alone = median;
        }
        println!("  {name:<40} {median:.3} s ({:+.3} s)", median - alone);
    }
    ExitCode::SUCCESS
}

fn stop_time(engine: &Engine, options: &[&str], lines: &str) -> Result<f64, Failed> {
    let container = engine.run(options, lines, &[])?;
    container.wait_for("ready")?;
    let started = Instant::now();
    container.docker(&["stop", "-t", "20"])?;
    Ok(started.elapsed().as_secs_f64())
}

/// The output of a program; an error when it fails.
fn output(command: &mut Command) -> Result<String, Failed> {
    let output = command.output()?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    } else {
        Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)).into())
    }
}
