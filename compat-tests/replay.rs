//! Runs the fuzz targets of `compat-tests/fuzz` over the inputs that were kept, without cargo-fuzz: each target in a process
//! of its own, so that an overflow of the stack or an endless loop is seen from outside and names its input.

#![allow(
    clippy::disallowed_methods,
    reason = "a test program: it starts programs and reads its environment like any other"
)]
#![allow(clippy::print_stderr, clippy::print_stdout, reason = "a test program talks to the terminal")]
#![allow(clippy::panic, reason = "a target panics when something is wrong")]
#![allow(missing_docs, unreachable_pub, reason = "the targets are a library for cargo-fuzz")]

#[path = "fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use rsh::syntax::{Dialect, Field, Names, Source, parse_command};

use libtest_mimic::{Arguments, Failed, Trial};

/// Says to a copy of this program which target it is to run.
const TARGET: &str = "RSH_REPLAY_TARGET";

/// What no input takes, on whatever machine.
const HANGS: Duration = Duration::from_secs(120);

/// Of the targets: without optimisation a level of the grammar takes many times what it takes with it.
const STACK: usize = 256 << 20;

fn main() -> ExitCode {
    if let Some(name) = std::env::var_os(TARGET) {
        return run(&name.to_string_lossy());
    }
    let trial = |name: &'static str| Trial::test(name, move || replay(name));
    let nesting = Trial::test("nesting_costs_what_it_reads", nesting);
    let trials = targets::TARGETS.iter().map(|&(name, _)| trial(name)).chain([nesting]).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// The kept inputs of a target.
fn inputs(name: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("compat-tests/fuzz/corpus").join(name);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// In the copy: runs the target over its inputs, each of which is named before.
fn run(name: &str) -> ExitCode {
    let Some(&(_, target)) = targets::TARGETS.iter().find(|(known, _)| *known == name) else {
        return ExitCode::FAILURE;
    };
    let name = name.to_owned();
    let all = move || {
        for path in inputs(&name) {
            println!("{}", path.display());
            match fs::read(&path) {
                Ok(input) => target(&input),
                Err(error) => panic!("{}: {error}", path.display()),
            }
        }
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(all);
    match thread.map(std::thread::JoinHandle::join) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn replay(name: &str) -> Result<(), Failed> {
    let count = inputs(name).len();
    if count == 0 {
        return Err("no inputs are kept for it in compat-tests/fuzz/corpus".into());
    }
    let mut command = Command::new(std::env::current_exe()?);
    command.env(TARGET, name).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let (named, names) = channel();
    let mut errors = child.stderr.take();
    let errors = std::thread::spawn(move || {
        let mut text = Vec::new();
        let _ = errors.as_mut().map(|errors| errors.read_to_end(&mut text));
        String::from_utf8_lossy(&text).into_owned()
    });
    if let Some(stdout) = child.stdout.take() {
        std::thread::spawn(move || {
            BufReader::new(stdout).lines().map_while(Result::ok).try_for_each(|line| named.send(line))
        });
    }
    let (mut last, mut seen) = (String::new(), 0);
    loop {
        match names.recv_timeout(HANGS) {
            Ok(line) => (last, seen) = (line, seen + 1),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                child.kill()?;
                return Err(format!("{last}: no end after {HANGS:?}").into());
            }
        }
    }
    if child.wait()?.success() && seen == count {
        return Ok(());
    }
    Err(format!("{last}: {}", errors.join().unwrap_or_default()).into())
}

/// What opens a level and what closes it, where a level may have to be read twice.
const LEVELS: &[(&str, &str)] = &[
    ("$((echo a; ", ") )"),
    ("$((echo a; ", "); echo b)"),
    ("$((1 + ", "))"),
    ("$((cat <<E\nbody\nE\n", ") )"),
    ("$((cat <<E; $((1 + ", "\nE\n)) ) )"),
    ("$((1 + $(cat <<E\n1\nE\n", ")))"),
    ("$( (cat <<E; ", "\nE\n) )"),
    ("$(( (( $( (cat <<E; ", "\nE\n) ) )) ))"),
    ("\"$((echo ", ") )\""),
];

/// The same of bodies without an end: each is the rest of the text, which is read once a level.
const BODIES: &[&str] = &["$(cat <<E\n", "${x:-$((1 + $(cat <<E\n", "$( (cat <<E)\n"];

/// Levels that stand in each other are read in a time that grows with their number, not with its square or worse.
fn nesting() -> Result<(), Failed> {
    let thread = std::thread::Builder::new().stack_size(4 * STACK).spawn(|| {
        for open in BODIES {
            for levels in [10, 20, 50, 200] {
                parsing(open, "", levels);
            }
        }
        for &(open, close) in LEVELS {
            for levels in [10, 20, 50] {
                parsing(open, close, levels); // what doubles with each level ends never
            }
            let (few, many) = (parsing(open, close, 250), parsing(open, close, 2000));
            assert!(
                many < 32 * few.max(Duration::from_millis(1)),
                "{open}…{close}: {few:?}, eight times as deep {many:?}"
            );
        }
    })?;
    thread.join().map_err(|_| "see above".into())
}

/// The processor's time that it takes to parse `levels` of them, the least of three.
fn parsing(open: &str, close: &str, levels: usize) -> Duration {
    let text = ["echo ", &open.repeat(levels), "x", &close.repeat(levels), "\n"].concat();
    let source: Field = Field::from(&b"nested"[..]);
    let dialect = Dialect { deepest: 20_000, ..targets::dialect(&source, false, false) };
    let now = || nix::time::ClockId::CLOCK_THREAD_CPUTIME_ID.now().map_or(Duration::ZERO, Duration::from);
    let once = |_| {
        let start = now();
        let _ = parse_command(&mut Source::new(text.as_bytes(), 1), &mut Names::new(), &dialect);
        now() - start
    };
    (0..3).map(once).min().unwrap_or_default()
}
