//! With a terminal: as `docker run -it` has it, and below a shell with job control.

use libtest_mimic::Failed;

use super::{Init, Row, Wish, row, same};
use crate::namespace::NAMESPACE;
use crate::terminal::Terminal;

const AREA: &str = "terminals";

pub(super) fn rows(rows: &mut Vec<Row>) {
    container(rows);
    shell(rows);
    elsewhere(rows);
}

/// As process 1, with a terminal.
fn in_container(init: Init, words: &[&str]) -> Result<Terminal, Failed> {
    let words: Vec<String> = NAMESPACE.map(str::to_owned).into_iter().chain(init.command(words)).collect();
    Terminal::start(&words, &[])
}

fn container(rows: &mut Vec<Row>) {
    row(rows, AREA, "the command can read from the terminal", |init| {
        let mut terminal = in_container(init, &["sh", "-c", "echo ready; read x; echo got-$x"])?;
        terminal.expect("ready")?;
        terminal.write("word\n")?;
        terminal.expect("got-word")?;
        same(terminal.code()?, 0)
    });
    for (name, key, signal) in [("Ctrl-C", "\x03", "INT"), ("Ctrl-\\", "\x1c", "QUIT")] {
        row(rows, AREA, format!("{name} arrives, once"), move |init| {
            let script = format!(
                "trap 'n=$((n+1)); echo got-$n' {signal}; n=0; echo ready; for i in 1 2 3 4 5; do sleep 0.1; done; exit $n"
            );
            let mut terminal = in_container(init, &["bash", "-c", &script])?;
            terminal.expect("ready")?;
            terminal.write(key)?;
            terminal.expect("got-1")?;
            same(terminal.code()?, 1)
        });
    }
    row(rows, AREA, "Ctrl-C ends a command: 130", |init| {
        let mut terminal = in_container(init, &["sh", "-c", "echo ready; exec sleep 30"])?;
        terminal.expect("ready")?;
        terminal.write("\x03")?;
        same(terminal.code()?, 130)
    });
    row(rows, AREA, "Ctrl-Z in a container leaves nothing stopped", |init| {
        let mut terminal = in_container(init, &["bash", "-c", "echo ready; sleep 0.3; read x; exit 6"])?;
        terminal.expect("ready")?;
        terminal.write("\x1a")?;
        std::thread::sleep(std::time::Duration::from_millis(500));
        terminal.write("x\n")?;
        same(terminal.code()?, 6)
    });
    row(rows, AREA, "a new window size arrives, once", |init| {
        let script = "trap 'n=$((n+1)); echo got-$(stty size)' WINCH; n=0; echo ready; for i in 1 2 3 4 5; do sleep 0.1; done; exit $n";
        let mut terminal = in_container(init, &["bash", "-c", script])?;
        terminal.expect("ready")?;
        terminal.resize(33, 99);
        terminal.expect("got-33 99")?;
        same(terminal.code()?, 1)
    });
    row(rows, AREA, "an interactive bash has job control", |init| {
        let mut terminal = in_container(init, &["bash", "--norc", "-i"])?;
        terminal.expect("$ ")?;
        terminal.write("sh -c \"echo u''p; exec sleep 30\"\n")?;
        terminal.expect("up\r\n")?;
        terminal.write("\x1a")?;
        terminal.expect("Stopped")?;
        // while bash has not seen that the job is gone, the first `exit` only warns
        terminal.write("kill -9 %1\nexit 5\nexit 5\n")?;
        same(terminal.code()?, 5)
    });
}

/// Below an interactive bash, as a job of it: `$I` in its commands stands for the program.
fn below_shell(init: Init) -> Result<Terminal, Failed> {
    let words = match init {
        Init::Dumb => init.command(&[]),
        init => init.with(Wish::Subreaper, &[])?,
    };
    let shell = ["bash", "--norc", "--noprofile", "-i"].map(str::to_owned);
    let mut terminal = Terminal::start(&shell, &[])?;
    terminal.expect("$ ")?;
    terminal.write(&format!("I='{}'\n", words.join(" ")))?;
    terminal.expect("$ ")?;
    Ok(terminal)
}

fn shell(rows: &mut Vec<Row>) {
    row(rows, AREA, "the foreground is given back at the end", |init| {
        let words = match init {
            Init::Dumb => init.command(&[]),
            init => init.with(Wish::Subreaper, &[])?,
        };
        let script = r#""$@" true; read x; echo got-$x"#;
        let outer: Vec<String> =
            ["sh", "-c", script, "sh"].iter().map(|word| (*word).to_owned()).chain(words).collect();
        let mut terminal = Terminal::start(&outer, &[])?;
        terminal.write("word\n")?;
        terminal.expect("got-word")?;
        same(terminal.code()?, 0)
    });
    row(rows, AREA, "Ctrl-Z gives the shell above its turn, fg goes on, Ctrl-C ends", |init| {
        let mut terminal = below_shell(init)?;
        terminal.write("$I sh -c 'echo ready; exec sleep 30'\n")?;
        terminal.expect("\nready")?;
        terminal.write("\x1a")?;
        terminal.expect("Stopped")?;
        terminal.write("fg\n")?;
        terminal.expect("ready")?;
        std::thread::sleep(std::time::Duration::from_millis(300));
        terminal.write("\x03")?;
        terminal.write("echo code-$?\n")?;
        terminal.expect("code-130")
    });
    row(rows, AREA, "in the background, reading stops it; fg lets it read", |init| {
        let mut terminal = below_shell(init)?;
        terminal.write("$I sh -c 'read x; echo got-$x' &\n")?;
        std::thread::sleep(std::time::Duration::from_millis(500));
        terminal.write("jobs\n")?;
        terminal.expect("Stopped")?;
        terminal.write("fg\n")?;
        std::thread::sleep(std::time::Duration::from_millis(300));
        terminal.write("word\n")?;
        terminal.expect("got-word")
    });
    row(rows, AREA, "in the background it does not take the terminal away", |init| {
        let mut terminal = below_shell(init)?;
        terminal.write("$I sleep 0.5 &\n")?;
        std::thread::sleep(std::time::Duration::from_millis(200));
        terminal.write("echo still-$((40+2))\n")?;
        terminal.expect("still-42")
    });
}

fn elsewhere(rows: &mut Vec<Row>) {
    row(rows, AREA, "all of 0 to 2 redirected: the terminal can still be read", |init| {
        let mut terminal = below_shell(init)?;
        terminal.write(
            "$I sh -c 'echo ready >/dev/tty; read x </dev/tty; echo got-$x >/dev/tty' </dev/null >/dev/null 2>&1\n",
        )?;
        terminal.expect("\nready")?;
        terminal.write("word\n")?;
        terminal.expect("got-word")
    });
    row(rows, AREA, "stty tostop: the init can still say what it has to", |init| {
        let mut terminal = below_shell(init)?;
        terminal.write("stty tostop; $I sh -c 'exit 7'; echo code-$?\n")?;
        terminal.expect("code-7")
    });
    row(rows, AREA, "no terminal, a session without one", |init| {
        let words: Vec<String> = ["setsid", "-w"]
            .iter()
            .map(|word| (*word).to_owned())
            .chain(init.command(&["sh", "-c", "exit 7"]))
            .collect();
        same(super::code(&words)?, 7)
    });
}
