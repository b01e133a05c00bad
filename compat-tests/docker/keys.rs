//! `docker run -it` with somebody at the terminal: what is typed goes through docker's own client.

use std::sync::Arc;

use libtest_mimic::{Failed, Trial};

use super::engine::Engine;
use super::{same, trial};

/// A script that tells of signals until it is told to end.
const TELLS: &str =
    "trap 'echo got WINCH' WINCH; trap 'echo got INT' INT; trap 'echo got QUIT; exit 5' QUIT; trap 'echo got CONT' CONT
    echo ready; while :; do read -t 0.1 x; done";

/// `(name, the container's command, what is typed or done and what is seen then, the exit code)`
type Keys = (&'static str, &'static [&'static str], &'static [(Key, &'static str)], i32);

/// Something that a user does.
#[derive(Clone, Copy)]
enum Key {
    Nothing,
    Type(&'static str),
    /// The window gets another size.
    Resize,
}
use Key::{Nothing, Resize, Type};

const KEYS: &[Keys] = &[
    (
        "Ctrl-C ends the command, and the script",
        &["/rsh", "-c", "/app; echo no"],
        &[(Nothing, "ready"), (Type("\x03"), "^C")],
        130,
    ),
    ("Ctrl-C with --run", &["/rsh", "--run", "/app"], &[(Nothing, "ready"), (Type("\x03"), "^C")], 130),
    (
        "Ctrl-\\ reaches the application",
        &["/rsh", "-c", "set -e && /app"],
        &[(Nothing, "ready"), (Type("\x1c"), "^\\")],
        43,
    ),
    (
        "Ctrl-C, the window's size, Ctrl-Z and Ctrl-\\ in turn",
        &["/rsh", "--run", "/bin/sh", "-c", TELLS],
        &[
            (Nothing, "ready"),
            (Type("\x03"), "got INT"),
            (Resize, "got WINCH"),
            (Type("\x1a"), "got CONT"), // as process 1 nobody could wake it: it goes on
            (Type("\x03"), "got INT"),
            (Type("\x1c"), "got QUIT"),
        ],
        5,
    ),
    (
        "Ctrl-C in a script with a trap: once",
        &[
            "/rsh",
            "-c",
            "trap 'n=$((n+1))' INT; echo ready; until ((n)); do read -t 0.1 x; done; read -t 0.3 x; echo n=$n; exit 6",
        ],
        &[(Nothing, "ready"), (Type("\x03"), "n=1")],
        6,
    ),
    (
        "rsh -i: Ctrl-Z stops a job, fg brings it back",
        &["/rsh", "-i"],
        &[
            (Type("/app\n"), "ready"),
            (Type("\x1a"), "Stopped"),
            (Type("jobs; echo then\n"), "\nthen"),
            (Type("fg\n"), "/app"),
            (Type("\x1c"), "^\\"),
            (Type("echo code=$?\n"), "code=43"),
            (Type("exit 7\n"), "exit"),
        ],
        7,
    ),
];

pub(super) fn trials(engine: &Arc<Engine>, trials: &mut Vec<Trial>) {
    for &(name, words, keys, code) in KEYS {
        trial(trials, engine, &format!("docker run -it: {name}"), move |engine| typed(engine, words, keys, code));
    }
}

fn typed(engine: &Engine, words: &[&str], keys: &[(Key, &str)], code: i32) -> Result<(), Failed> {
    let (mut terminal, container) = engine.run_at_terminal(words)?;
    for (key, seen) in keys {
        match key {
            Nothing => {}
            Type(text) => terminal.write(text)?,
            Resize => terminal.resize(33, 99),
        }
        terminal.expect(seen)?;
    }
    same(terminal.code()?, code)?;
    same(container.code()?, i64::from(code))?;
    same(container.logs()?.contains("no\r\n"), false)
}
