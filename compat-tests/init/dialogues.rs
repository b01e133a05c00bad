//! Dialogues with `rsh -i` on a terminal: what is typed, and what bash answered to the same.

use libtest_mimic::{Failed, Trial};

use super::namespace::rsh;
use super::terminal::Terminal;

/// What is typed, and what is waited for then; `^` before a letter: that key with Ctrl.
type Steps = &'static [(&'static str, &'static str)];

const DIALOGUES: &[(&str, Steps)] = &[
    ("PS1 and PS2", &[("if true", "> "), ("then echo a$((1+1))", "> "), ("fi", "\na2\r\n$ "), ("exit 3", "exit")]),
    ("Ctrl-C at the prompt", &[("^C", "^C\r\n$ "), ("echo code-$?", "code-130"), ("exit 3", "exit")]),
    (
        "Ctrl-C ends all that was typed",
        &[
            ("sleep 30; echo n\"\"o", "o\r\n"),
            ("^C", "^C\r\n$ "),
            ("x=$(sleep 30); echo n\"\"o", "o\r\n"),
            ("^C", "^C\r\n$ "),
            ("(sleep 30; echo x); echo n\"\"o", "o\r\n"),
            ("^C", "^C\r\n$ "),
            ("echo code-$?", "code-130"),
            ("exit 3", "exit"),
        ],
    ),
    (
        "Ctrl-C ends wait",
        &[
            ("sleep 30 &", "[1] "),
            ("wait; echo n\"\"o", "o\r\n"),
            ("^C", "^C\r\n$ "),
            ("echo code-$?", "code-130"),
            ("kill -9 $!; exit 3", "exit"),
        ],
    ),
    ("Ctrl-\\ ends a command", &[("ulimit -c 0; sleep 30", "30\r\n"), ("^\\", "^\\Quit\r\n$ "), ("exit 3", "exit")]),
    (
        "Ctrl-Z, jobs, fg, bg",
        &[
            ("sleep 30; echo be\"\"hind", "hind\r\n"),
            ("^Z", "\n[1]+  Stopped                 sleep 30\r\nbehind\r\n$ "),
            ("fg", "\nsleep 30\r\n"),
            ("^Z", "[1]+  Stopped"),
            ("bg", "[1]+ sleep 30 &"),
            ("jobs", "[1]+  Running                 sleep 30 &"),
            ("%1", "\nsleep 30\r\n"),
            ("^C", "^C\r\n$ "),
            ("jobs; echo none", "jobs; echo none\r\nnone"),
            ("exit 3", "exit"),
        ],
    ),
    (
        "Ctrl-Z ends a loop, and a subshell is a job",
        &[
            ("while :; do sleep 30; done; echo be\"\"hind", "hind\r\n"),
            ("^Z", "[1]+  Stopped                 sleep 30\r\nbehind"),
            ("(sleep 30; :)", ":)\r\n"),
            ("^Z", "[2]+  Stopped                 ( sleep 30; : )\r\n"),
            ("disown %1", "warning: deleting stopped job 1 with process group"),
            ("exit", "There are stopped jobs."),
            ("kill -9 %2; exit 3", "exit"),
        ],
    ),
    (
        "Ctrl-Z does nothing to a substitution",
        &[("x=$(sleep 30)", "30)\r\n"), ("^Z", "^Z"), ("^C", "^C\r\n$ "), ("exit 3", "exit")],
    ),
    ("the window's size", &[("/bin/true; echo $LINES-$COLUMNS", "24-80"), ("exit 3", "exit")]),
    ("read -s", &[("read -s x", "x\r\n"), ("secret", "$ "), ("echo got-$x", "got-secret"), ("exit 3", "exit")]),
    (
        "checkjobs",
        &[
            ("shopt -s checkjobs; sleep 30 &", "[1] "),
            ("exit", "There are running jobs.\r\n[1]+  Running                 sleep 30 &"),
            ("kill -9 $!; exit 3", "exit"),
        ],
    ),
];

pub(super) fn trials(trials: &mut Vec<Trial>) {
    for &(name, steps) in DIALOGUES {
        trials.push(Trial::test(format!("a dialogue: {name}"), move || hold(steps)));
    }
}

fn hold(steps: Steps) -> Result<(), Failed> {
    let words = [rsh().to_string_lossy().into_owned(), "--norc".to_owned(), "-i".to_owned()];
    let mut terminal = Terminal::start(&words, &[])?;
    terminal.expect("$ ")?;
    for &(typed, seen) in steps {
        match typed.as_bytes() {
            [b'^', key] => {
                std::thread::sleep(std::time::Duration::from_millis(300)); // the command has the terminal by then
                terminal.write(&char::from(key & 0x1f).to_string())?;
            }
            _ => terminal.write(&format!("{typed}\n"))?,
        }
        terminal.expect(seen)?;
    }
    match terminal.code()? {
        3 => Ok(()),
        code => Err(format!("code {code}").into()),
    }
}
