//! Scripts that are signalled: traps in charge, what is passed on, nothing run after a stop, the EXIT trap, mirrored codes,
//! signals from the script's own children, other inits above (README.md).

use std::process::Command;

use libtest_mimic::{Failed, Trial};

use super::namespace::Run;
use super::{check, told, trial};

/// A script in which the probe (`@`) is told `signal`: its exit code and the lines in the file.
struct Case {
    name: &'static str,
    script: &'static str,
    signal: i32,
    code: i32,
    lines: &'static str,
}

const fn case(name: &'static str, script: &'static str, signal: i32, code: i32, lines: &'static str) -> Case {
    Case { name, script, signal, code, lines }
}

/// Where the command that is waited for is the probe: `ready`, the signals that reach it, what the script has noted.
const WITH_COMMAND: &[Case] = &[
    case(
        "the trap runs when the command has ended",
        "trap 'echo trap >>$FILE' TERM; @; echo after $? >>$FILE; exit 3",
        15,
        3,
        "ready 15 trap after 42",
    ),
    case("a trap that exits", "trap 'exit 0' TERM; @; echo no >>$FILE", 15, 0, "ready 15"),
    case("a trap and an EXIT trap", "trap 'echo bye $? >>$FILE' EXIT; trap 'exit 6' TERM; @", 15, 6, "ready 15 bye 6"),
    case(
        "in wait a trap is in charge",
        "@ & trap 'echo trap >>$FILE; kill -USR1 $!; sleep 0.2; kill -TERM $!; wait $!; exit 9' TERM; wait",
        15,
        9,
        "ready trap 10 15",
    ),
    case("in wait for one, twice", "@ & trap 'kill -TERM $!' TERM; wait $!; wait $!; exit $?", 15, 42, "ready 15"),
    case(
        "in wait -n a trap is in charge",
        "@ & trap 'echo trap >>$FILE; kill $!' TERM; wait -n; wait $!; exit $?",
        15,
        42,
        "ready trap 15",
    ),
    case("in wait -n without a trap", "@ & wait -n; echo no >>$FILE", 15, 42, "ready 15"),
    case("in wait for a job that ignores INT", "@ & wait; echo no >>$FILE", 2, 42, "ready 2 15"),
    case("in wait for a job that ignores QUIT", "@ & wait $!; echo no >>$FILE", 3, 42, "ready 3 15"),
    case("in wait -n for a job that ignores INT", "@ & wait -n; echo no >>$FILE", 2, 42, "ready 2 15"),
    case("in a subshell's wait", "(@ & wait; echo no >>$FILE); echo no >>$FILE", 2, 42, "ready 2 15"),
    case("INT with a trap in wait", "@ & trap 'kill -TERM $!' INT; wait; wait", 2, 0, "ready 15"),
    case(
        "a job beside the command gets TERM once",
        "trap 'sleep 0.1; echo bye >>$FILE' EXIT; @ & sleep 100; echo no >>$FILE",
        15,
        143,
        "ready 15 bye 18",
    ),
    case("a job that the trap has told and nobody waits for", "@ & trap 'kill $!' TERM; wait", 15, 143, "ready 15 18"),
    case("with job control", "set -m; @ & sleep 100; echo no >>$FILE", 15, 143, "ready 15 18"),
    case(
        "a job in another session",
        "setsid @ & until [ -s $FILE ]; do :; done; sleep 100; echo no >>$FILE",
        15,
        143,
        "ready 15 18",
    ),
    case(
        "the EXIT trap sees the code",
        "trap 'echo bye $? >>$FILE' EXIT; @; echo no >>$FILE",
        15,
        42,
        "ready 15 bye 42",
    ),
    case(
        "the EXIT trap in a function sees nothing run on",
        "trap 'echo bye >>$FILE' EXIT; f() { @; echo no >>$FILE; }; f || echo no >>$FILE",
        15,
        42,
        "ready 15 bye",
    ),
    case("behind ||", "@ || echo no >>$FILE", 15, 42, "ready 15"),
    case("negated in an if", "if ! @; then echo no >>$FILE; fi; echo no >>$FILE", 15, 42, "ready 15"),
    case("in an endless loop", "while :; do @; done; echo no >>$FILE", 15, 42, "ready 15"),
    case(
        "in a substitution whose status is looked at",
        "x=$(@) || echo no >>$FILE; echo no >>$FILE",
        15,
        42,
        "ready 15",
    ),
    case("in a group in the background", "{ @; echo no >>$FILE; } & wait; echo no >>$FILE", 15, 42, "ready 15"),
    case(
        "a subshell's own trap",
        "(trap 'echo sub >>$FILE' TERM; @; echo after >>$FILE); echo no >>$FILE",
        15,
        0,
        "ready 15 sub after",
    ),
    case("eval and a sourced text", "eval '@; echo no >>$FILE'; echo no >>$FILE", 15, 42, "ready 15"),
    case("a coprocess", "coproc @; wait $COPROC_PID; echo no >>$FILE", 15, 42, "ready 15"),
    case("exec with a trap set before", "trap 'echo no >>$FILE' TERM; exec @", 15, 42, "ready 15"),
    case(
        "a script in a script, with a trap in the inner",
        "$BASH -c 'trap \"echo inner >>$FILE; exit 8\" TERM; @'; echo no >>$FILE",
        15,
        8,
        "ready 15 inner",
    ),
    case(
        "a script in a script, with a trap in the outer",
        "trap 'echo outer >>$FILE' TERM; $BASH -c '@; exit $?'; echo after $? >>$FILE; exit 5",
        15,
        5,
        "ready 15 outer after 42",
    ),
    case(
        "three scripts deep with EXIT traps",
        "trap 'echo a >>$FILE' EXIT; $BASH -c 'trap \"echo b >>$FILE\" EXIT; $BASH -c \"@; exit \\$?\"; echo no >>$FILE'; echo no >>$FILE",
        15,
        42,
        "ready 15 b a",
    ),
];

/// Where nothing but the script is there: the first line is `up`.
const ALONE: &[Case] = &[
    case(
        "ignored, and by its children",
        "trap '' TERM; echo up >>$FILE; sleep 0.6; echo lived >>$FILE; exit 4",
        15,
        4,
        "up lived",
    ),
    case(
        "builtins only end at once, behind the EXIT trap",
        "trap 'echo bye >>$FILE' EXIT; echo up >>$FILE; while :; do :; done",
        15,
        143,
        "up bye",
    ),
    case(
        "a trap in a loop of builtins runs at once",
        "trap 'echo trap >>$FILE; exit 7' TERM; echo up >>$FILE; while :; do :; done",
        15,
        7,
        "up trap",
    ),
    case(
        "a trap in read runs at once",
        "trap 'echo trap >>$FILE; exit 7' TERM; echo up >>$FILE; exec 3<> <(:); read x <&3; echo no >>$FILE",
        15,
        7,
        "up trap",
    ),
    case(
        "a stop in read runs the EXIT trap",
        "trap 'echo bye >>$FILE' EXIT; echo up >>$FILE; exec 3<> <(:); read x <&3; echo no >>$FILE",
        15,
        143,
        "up bye",
    ),
    case("HUP", "echo up >>$FILE; sleep 60; echo no >>$FILE", 1, 129, "up"),
    case("INT", "echo up >>$FILE; sleep 60; echo no >>$FILE", 2, 130, "up"),
    case("QUIT", "ulimit -c 0; echo up >>$FILE; sleep 60; echo no >>$FILE", 3, 131, "up"),
    case("USR1", "echo up >>$FILE; sleep 60; echo no >>$FILE", 10, 138, "up"),
    case(
        "USR2 with a trap",
        "trap 'echo trap >>$FILE' USR2; echo up >>$FILE; bash -c 'trap \"exit 3\" USR2; sleep 60 & wait'; echo after $? >>$FILE",
        12,
        0,
        "up trap after 3",
    ),
    case("ALRM", "echo up >>$FILE; sleep 60; echo no >>$FILE", 14, 142, "up"),
    case("a real-time signal", "echo up >>$FILE; sleep 60; echo no >>$FILE", 35, 163, "up"),
    case(
        "a pipeline in the background ends in order",
        "bash -c 'trap \"sleep 0.2; echo last; exit 3\" TERM; echo up; while :; do sleep 0.01; done' | cat >>$FILE & wait; echo no >>$FILE",
        15,
        0,
        "up last",
    ),
    case(
        "a reader in the background that stays is told a second later",
        "echo up >>$FILE; sleep 0.2 | bash -c 'trap \"echo told >>$FILE; exit 4\" TERM; while :; do sleep 0.01; done' & wait; echo no >>$FILE",
        15,
        4,
        "up told",
    ),
    case(
        "three stages end in order",
        "bash -c 'trap \"sleep 0.1; echo last; exit 3\" TERM; echo up; while :; do sleep 0.01; done' | cat | cat >>$FILE; echo no >>$FILE",
        15,
        0,
        "up last",
    ),
    case(
        "a trap in front of a pipeline that ends in order",
        "trap 'echo trap >>$FILE' TERM; bash -c 'trap \"sleep 0.1; echo last; exit 3\" TERM; echo up; while :; do sleep 0.01; done' | cat >>$FILE; echo after >>$FILE",
        15,
        0,
        "up last trap after",
    ),
];

pub(super) fn add(trials: &mut Vec<Trial>) {
    for case in WITH_COMMAND {
        trial(trials, &format!("a script is told to stop: {}", case.name), || {
            compare(case, told(Run::probe(&["-c", case.script])?, case.signal)?)
        });
    }
    for case in ALONE {
        trial(trials, &format!("a script alone is signalled: {}", case.name), || {
            compare(case, told(Run::start(&["-c", case.script])?, case.signal)?)
        });
    }
    own_children(trials);
    below_others(trials);
}

fn compare(case: &Case, found: (i32, String)) -> Result<(), Failed> {
    check("code and lines", (found.0, &found.1[..]), (case.code, case.lines))
}

/// What a child sends its shell is between the two, as in bash: nobody gets it back.
fn own_children(trials: &mut Vec<Trial>) {
    trial(trials, "a child that signals its shell sees its own end, then the trap runs", || {
        let script =
            "trap 'echo usr $? >>$FILE' USR1; for i in {1..30}; do sh -c 'kill -USR1 $PPID; exit 3'; done; exit $?";
        let (code, lines) = Run::start(&["-c", script])?.end()?;
        check("code", code, 3)?;
        check("traps", lines, vec!["usr 3".to_owned(); 30])
    });
    trial(trials, "a child that signals its shell in a pipeline", || {
        let script = "trap 'echo usr >>$FILE' USR1; sh -c 'kill -USR1 $PPID; echo out; exit 3' | cat >>$FILE; exit ${PIPESTATUS[0]}";
        let (code, lines) = Run::start(&["-c", script])?.end()?;
        check("code and lines", (code, lines.join(" ").as_str()), (3, "out usr"))
    });
    trial(trials, "a child that stops its shell ends it at once", || {
        let script = "trap 'echo bye >>$FILE' EXIT; sh -c 'kill -TERM $PPID; sleep 0.3; exit 0'; echo no >>$FILE";
        let (code, lines) = Run::start(&["-c", script])?.end()?;
        check("code and lines", (code, lines.join(" ").as_str()), (143, "bye"))
    });
    trial(trials, "a child that interrupts its shell and goes on", || {
        let script = "sh -c 'kill -INT $PPID; sleep 0.1; exit 3'; echo after $? >>$FILE; exit 4";
        let (code, lines) = Run::start(&["-c", script])?.end()?;
        check("code and lines", (code, lines.join(" ").as_str()), (4, "after 3"))
    });
}

/// rsh as a script's interpreter below another init: one process, which passes on to its own children.
fn below_others(trials: &mut Vec<Trial>) {
    for wrapper in [&["tini", "--"][..], &["dumb-init", "-c"], &["catatonit", "--"]] {
        let name = wrapper.first().copied().unwrap_or_default();
        let there = Command::new("sh").args(["-c", &format!("command -v {name} >/dev/null")]).status();
        if !there.is_ok_and(|status| status.success()) {
            continue;
        }
        trial(trials, &format!("below {name} a script passes TERM on once"), move || {
            let run = Run::probe_under(wrapper, &["-c", "trap 'echo bye >>$FILE' EXIT; @; echo no >>$FILE"])?;
            check("code and lines", told(run, 15)?, (42, "ready 15 bye".to_owned()))
        });
        trial(trials, &format!("below {name} a trap is in charge"), move || {
            let script = "@ & trap 'echo trap >>$FILE; kill $!; wait $!; exit 9' TERM; wait";
            check(
                "code and lines",
                told(Run::probe_under(wrapper, &["-c", script])?, 15)?,
                (9, "ready trap 15".to_owned()),
            )
        });
    }
}
