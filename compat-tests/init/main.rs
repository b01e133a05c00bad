//! rsh as process 1 of a PID namespace of its own: signals, zombies, exit codes, stragglers, rules (README.md).
//!
//! Needs root (or user namespaces) and `unshare`; without them it says so and passes nothing. The test program is its own
//! probe: called with `INIT_PROBE` it notes every signal that reaches it, one line each, in a file.

#![allow(
    clippy::disallowed_methods,
    reason = "a test program: it starts programs and reads its environment like any other"
)]
#![allow(clippy::print_stderr, clippy::print_stdout, reason = "a test program talks to the terminal")]

mod bench;
mod compared;
mod dialogues;
mod in_place;
mod namespace;
mod probe;
mod scripts;
mod terminal;

use std::process::{Command, ExitCode};

use libtest_mimic::{Arguments, Failed, Trial};
use namespace::Run;

fn main() -> ExitCode {
    if let Some(file) = std::env::var_os("INIT_PROBE") {
        return probe::run(&file);
    }
    if let Some(what) = std::env::var_os("INIT_BENCH_APP") {
        return bench::application(&what.to_string_lossy());
    }
    if std::env::var_os("INIT_NO_PRCTL").is_some() {
        return compared::deny_prctl();
    }
    let arguments = Arguments::from_args();
    let possible = Command::new("unshare").args(["--pid", "--fork", "--mount-proc", "true"]).status();
    if !possible.is_ok_and(|status| status.success()) {
        eprintln!("init: skipped: no new PID namespace here (needs root or user namespaces, and unshare)");
        return ExitCode::SUCCESS;
    }
    if std::env::var_os("INIT_BENCH").is_some() {
        return bench::run();
    }
    if std::env::var_os("INIT_COMPARE").is_some() {
        return compared::compare(arguments.filter.as_deref());
    }
    let mut trials = Vec::new();
    compared::trials(&mut trials);
    in_place::trials(&mut trials);
    dialogues::trials(&mut trials);
    codes(&mut trials);
    signals(&mut trials);
    shapes(&mut trials);
    pipelines(&mut trials);
    stragglers(&mut trials);
    rules(&mut trials);
    entry(&mut trials);
    scripts::add(&mut trials);
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn check<T: PartialEq + std::fmt::Debug>(what: &str, found: T, expected: T) -> Result<(), Failed> {
    if found == expected { Ok(()) } else { Err(format!("{what}: expected {expected:?}, found {found:?}").into()) }
}

fn trial(trials: &mut Vec<Trial>, name: &str, test: impl FnOnce() -> Result<(), Failed> + Send + 'static) {
    trials.push(Trial::test(name.to_owned(), test));
}

/// The exit code of a run that ends by itself.
fn code(arguments: &[&str]) -> Result<i32, Failed> {
    Run::start(arguments)?.code()
}

fn codes(trials: &mut Vec<Trial>) {
    trial(trials, "exit codes 0 to 255 are mirrored", || {
        for number in 0..=255 {
            check("exit", code(&["-c", &format!("exit {number}")])?, number)?;
        }
        Ok(())
    });
    trial(trials, "death by every signal is mirrored as 128+n", || {
        // CHLD, CONT, URG and WINCH end nothing; STOP, TSTP, TTIN and TTOU stop
        for number in (1..=31).filter(|number| ![17, 18, 19, 20, 21, 22, 23, 28].contains(number)) {
            let script = format!("ulimit -c 0; kill -{number} $$");
            check(&format!("signal {number}"), code(&["--run", "sh", "-c", &script])?, 128 + number)?;
        }
        Ok(())
    });
    trial(trials, "not found is 127, not executable 126", || {
        check("not found", code(&["--run", "/no/such"])?, 127)?;
        check("a directory", code(&["--run", "/"])?, 126)?;
        check("by the shell", code(&["-c", "/no/such"])?, 127)?;
        check("by the shell", code(&["-c", "/"])?, 126)
    });
    trial(trials, "a -c string that looks like a command and turns out to be none", || {
        check("not found, remapped", code(&["--remap", "127:9", "-c", "nosuch"])?, 9)?;
        check("exec", code(&["-c", "export X=4 && exec /no/such"])?, 127)?;
        check("in front of it", code(&["-c", "cd /no/such && nosuch"])?, 1)?;
        let folder = tempfile::TempDir::new()?;
        let file = folder.path().join("script").display().to_string();
        std::fs::write(&file, "exit $((X + 1))\n")?;
        std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
        check("a file without #!", code(&["-c", &format!("export X=4 && {file}")])?, 5)?;
        let run = Run::with(&["-c", "app"], &[("BASH_FUNC_app%%", "() { exit 6; }")])?;
        check("a function", run.code()?, 6)?;
        check("traced", code(&["-xc", "ulimit -n 9 && sh -c 'exit 7'"])?, 7)
    });
    trial(trials, "5,000 orphans leave no zombie", || {
        let script = "i=0; while [ $i -lt 5000 ]; do (true &); i=$((i+1)); done; sleep 0.3
            n=0; for s in /proc/[0-9]*/stat; do read -r line <$s && [[ ${line##*)} == ' Z'* ]] && n=$((n+1)); done; exit $n";
        check("zombies", code(&["--run", "bash", "-c", script])?, 0)
    });
}

/// Signals that can be forwarded, two real-time ones among them.
fn forwardable() -> impl Iterator<Item = i32> {
    (1..=31).filter(|number| ![9, 17, 19, 21, 22].contains(number)).chain([35, 64])
}

fn signals(trials: &mut Vec<Trial>) {
    trial(trials, "every signal reaches a command once", || {
        let mut run = Run::probe(&["--run", "@"])?;
        for number in forwardable().filter(|&number| number != 15) {
            run.signal(number)?;
            run.wait_for_lines(|lines| lines.iter().any(|line| *line == number.to_string()))?;
        }
        run.signal(15)?;
        let (code, lines) = run.end()?;
        let mut expected: Vec<String> = forwardable().map(|number| number.to_string()).collect();
        let mut found: Vec<String> = lines.into_iter().filter(|line| line != "ready").collect();
        expected.sort();
        found.sort();
        check("signals", found, expected)?;
        check("code", code, 42)
    });
    trial(trials, "a shell that waits passes signals on once", || {
        let mut run = Run::probe(&["-c", "@; echo after"])?;
        // TSTP first, and CONT behind it; what PIPE does a shell cannot leave to its commands
        let others = forwardable().filter(|number| ![13, 15, 18, 20].contains(number));
        let all: Vec<i32> = [20, 18].into_iter().chain(others).collect();
        for number in &all {
            run.signal(*number)?;
            run.wait_for_lines(|lines| lines.iter().any(|line| *line == number.to_string()))?;
        }
        run.signal(15)?;
        let (code, lines) = run.end()?;
        let all: Vec<String> = all.iter().map(i32::to_string).collect();
        check("signals", lines.join(" "), format!("ready {} 15", all.join(" ")))?;
        check("code", code, 42)
    });
}

/// The application in every place of a script: it gets TERM exactly once, and its graceful exit code comes out.
fn shapes(trials: &mut Vec<Trial>) {
    let shapes: &[(&str, &str, usize, i32)] = &[
        ("behind -c", "set -e && @", 1, 42),
        ("in the middle", "set -e; @; echo no", 1, 42),
        ("in a function", "f() { @; echo no; }; f; echo no", 1, 42),
        ("in a subshell", "(@; echo no); echo no", 1, 42),
        ("at the end of a subshell", "(cd / && @)", 1, 42),
        ("in a loop", "for i in 1 2; do @; done; echo no", 1, 42),
        ("in a substitution", "x=$(@); echo no", 1, 42),
        ("in the middle of a substitution", "x=$(echo a; @; echo b); echo no", 1, 42),
        ("in the background", "@ & wait $!; echo no", 1, 42),
        ("in the background twice", "@ & @ & wait; echo no", 2, 42),
        ("nested", "$BASH -c '@; exit $?'; echo no", 1, 42),
        ("nested twice", "$BASH -c '$BASH -c \"@; exit \\$?\"; exit $?'; echo no", 1, 42),
        ("nested, taking over", "exec $BASH -c '@; exit $?'", 1, 42),
        ("killed by the script", "$BASH -c '@; exit $?' & trap 'kill $!; wait $!; exit $?' TERM; wait; echo no", 1, 42),
        ("with an EXIT trap", "trap 'echo bye' EXIT; @; echo no", 1, 42),
        ("with a trap, in front", "trap 'exit 7' TERM; @; echo no", 1, 7),
        ("with a trap, in wait", "@ & trap 'kill -TERM $!; wait $!; exit 9' TERM; wait", 1, 9),
        ("exec", "exec @", 1, 42),
        ("an if", "if @; then echo no; fi; echo no", 1, 42),
    ];
    for &(name, script, times, expected) in shapes {
        trial(trials, &format!("TERM once, and its code: {name}"), move || {
            let mut run = Run::probe(&["-c", script])?;
            run.wait_for_lines(|lines| lines.len() >= times)?;
            let (code, lines) = told(run, 15)?;
            check("TERM and code", (lines.matches("15").count(), code), (times, expected))
        });
    }
}

fn pipelines(trials: &mut Vec<Trial>) {
    let writer = "bash -c 'trap \"sleep 0.2; echo last; exit 3\" TERM; echo first; echo >$FILE.ready; while :; do sleep 0.01; done'";
    let pipeline = |reader: &str| format!("set -o pipefail; {writer} | {reader}; echo no >>$FILE");
    let ready = |run: &Run| {
        for _ in 0..1000 {
            if run.file().with_extension("ready").exists() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    };
    let ends_in_order = move |script: &str| {
        let mut run = Run::start(&["-c", script])?;
        ready(&run);
        run.signal(15)?;
        let (code, lines) = run.end()?;
        check("output", lines.join(" "), "first last".to_owned())?;
        check("code", code, 3)
    };
    let script = pipeline("cat >$FILE");
    let quoted = format!("'{}'", script.replace('\'', "'\\''"));
    trial(trials, "a pipeline ends in order: no line is lost", move || ends_in_order(&script));
    let rsh = namespace::rsh();
    let rsh = rsh.display();
    let entry = format!(
        "printf '#!%s\\nexec \"$1\" -c \"$3\"\\n' {rsh} >$FILE.entry; chmod +x $FILE.entry; exec $FILE.entry {rsh} -c \"$S\""
    );
    for (name, becomes) in [
        ("becomes another", format!("exec {rsh} -c \"$S\"")),
        ("becomes another twice", format!("exec {rsh} -c 'exec {rsh} -c \"$S\"'")),
        ("becomes an entry script that does", entry),
    ] {
        let script = format!("export S={quoted}; {becomes}");
        trial(trials, &format!("a shell that {name}: its pipeline ends in order"), move || ends_in_order(&script));
    }
    let script = format!("exec {rsh} -c 'env | grep ^RSH_S >>$FILE; echo end >>$FILE'");
    trial(trials, "a shell that becomes another: nobody below it sees that", move || {
        let (code, lines) = Run::start(&["-c", &script])?.end()?;
        check("output", lines.join(" "), "end".to_owned())?;
        check("code", code, 0)
    });
    let script = pipeline("bash -c 'trap \"echo got >>$FILE; exit 8\" TERM; while :; do sleep 0.01; done'");
    trial(trials, "a reader that stays gets the signal a second later", move || {
        let mut run = Run::start(&["-c", &script])?;
        ready(&run);
        run.signal(15)?;
        let (code, lines) = run.end()?;
        check("output", lines.join(" "), "got".to_owned())?;
        check("code", code, 8)
    });
}

fn stragglers(trials: &mut Vec<Trial>) {
    trial(trials, "stragglers may finish their write", || {
        let run = Run::start(&[
            "-c",
            "bash -c 'trap \"sleep 0.3; echo done >$FILE; exit\" TERM; echo >$FILE; while :; do sleep 0.01; done' & until [ -s $FILE ]; do sleep 0.01; done; exit 5",
        ])?;
        let file = run.file();
        check("code", run.code_kept()?, 5)?;
        check("file", std::fs::read_to_string(&file).unwrap_or_default(), "done\n".to_owned())
    });
    trial(trials, "stragglers that stay are killed after the grace", || {
        let started = std::time::Instant::now();
        let script = "bash -c 'trap \"\" TERM; echo >$FILE; while :; do sleep 9; done' & until [ -s $FILE ]; do sleep 0.01; done; exit 5";
        check("code", code(&["--grace", "200ms", "-c", script])?, 5)?;
        check("before the sleep's end", started.elapsed().as_secs() < 8, true)
    });
    trial(trials, "a stopped straggler is woken to end", || {
        let script = "bash -c 'trap \"echo woken >$FILE; exit\" TERM; echo >$FILE; kill -STOP $$; sleep 9' & until [ -s $FILE ]; do sleep 0.01; done; sleep 0.2";
        let run = Run::start(&["-c", script])?;
        let file = run.file();
        check("code", run.code_kept()?, 0)?;
        check("file", std::fs::read_to_string(&file).unwrap_or_default(), "woken\n".to_owned())
    });
    trial(trials, "--subreaper finds descendants in other sessions", || {
        let script = "setsid sleep 321.5 & setsid setsid sleep 321.5 & sleep 0.2; exit 3";
        let run = Run::plain(&["--subreaper", "--grace", "300ms", "-c", script])?;
        check("code", run.code()?, 3)?;
        let left = Command::new("pgrep").args(["-f", "sleep 321.5"]).output()?;
        check("left", String::from_utf8_lossy(&left.stdout).into_owned(), String::new())
    });
    trial(trials, "--subreaper without /proc leaves nobody", || {
        let script =
            "setsid sleep 322.5 & setsid sh -c \"trap '' TERM; setsid sleep 322.5 & sleep 322.5\" & sleep 0.2; exit 3";
        let rsh = namespace::rsh().display().to_string();
        let hidden = "mount --make-rprivate / && mount -t tmpfs none /proc && exec \"$@\"";
        let words = ["--mount", "sh", "-c", hidden, "sh", &rsh, "--subreaper", "--grace", "300ms", "-c", script];
        check("code", Command::new("unshare").args(words).status()?.code(), Some(3))?;
        let left = Command::new("pgrep").args(["-f", "sleep 322.5"]).output()?;
        check("left", String::from_utf8_lossy(&left.stdout).into_owned(), String::new())
    });
    trial(trials, "--until all stays until nothing is left", || {
        check("code", code(&["--until", "all", "-c", "(sleep 0.3; exit 6) & exit 0"])?, 6)
    });
}

fn rules(trials: &mut Vec<Trial>) {
    trial(trials, "--remap", || {
        check("code", code(&["--remap", "143:0", "--run", "bash", "-c", "exit 143"])?, 0)?;
        check("range", code(&["--remap", "1-5:9", "-c", "exit 3"])?, 9)?;
        check("stop only", code(&["--remap=stop/143", "-c", "exit 143"])?, 143)?;
        let run = Run::probe(&["--remap", "stop/42:0", "--run", "@"])?;
        check("after a stop", told(run, 15)?.0, 0)
    });
    trial(trials, "--rewrite", || {
        let mut run = Run::probe(&["--rewrite", "HUP:TERM,USR1:0", "--run", "@"])?;
        run.signal(10)?;
        check("code and signals", told(run, 1)?, (42, "ready 15".to_owned()))
    });
    trial(trials, "--delay forwards later, a second signal at once", || {
        let mut run = Run::probe(&["--delay", "TERM:1h", "--run", "@"])?;
        run.signal(15)?;
        std::thread::sleep(std::time::Duration::from_millis(300));
        check("before", run.lines().join(" "), "ready".to_owned())?;
        run.signal(15)?;
        check("code", run.end()?.0, 42)
    });
    trial(trials, "--kill-after", || {
        let run = Run::probe(&["--kill-after", "200ms", "--run", "bash", "-c", "trap '' TERM; @"])?;
        check("code", told(run, 15)?.0, 137)
    });
    trial(trials, "RSH_OPTIONS is read and not handed on", || {
        let run = Run::with(
            &["--run", "bash", "-c", "exit ${RSH_OPTIONS:-3}"],
            &[("RSH_OPTIONS", "--remap 3:8 --log error")],
        )?;
        check("code", run.code()?, 8)
    });
    trial(trials, "a wrong option or rule is named, and nothing is run", || {
        for arguments in
            [&["--remap", "x", "-c", "exit 9"][..], &["--nonsense", "-c", "exit 9"], &["--grace"], &["--run"]]
        {
            check(&format!("{arguments:?}"), code(arguments)?, 2)?;
        }
        Ok(())
    });
}

/// Sends `signal` once there is a line in the file, and waits for the end: the exit code and all lines.
fn told(mut run: Run, signal: i32) -> Result<(i32, String), Failed> {
    run.wait_for_lines(|lines| !lines.is_empty())?;
    run.signal(signal)?;
    let (code, lines) = run.end()?;
    Ok((code, lines.join(" ")))
}

fn entry(trials: &mut Vec<Trial>) {
    trial(trials, "SIGCHLD ignored at entry", || {
        let run = Run::under(&["env", "--ignore-signal=CHLD"], &["-c", "bash -c 'exit 4'; exit $(($? + 1))"])?;
        check("shell", run.code()?, 5)?;
        let run = Run::under(&["env", "--ignore-signal=CHLD"], &["--run", "sh", "-c", "exit 4"])?;
        check("command", run.code()?, 4)
    });
    trial(trials, "signals blocked at entry", || {
        let run = Run::probe_under(&["env", "--block-signal"], &["--run", "@"])?;
        check("code", told(run, 15)?.0, 42)
    });
    trial(trials, "a #! line with several options", || {
        let run = Run::script("-eu --remap 3:7", "exit 3\n")?;
        check("code", run.code()?, 7)
    });
    trial(trials, "without a supervisor the shell is process 1", || {
        check("code", code(&["--no-supervise", "-c", "exit $(($$ + 10))"])?, 11)
    });
}
