//! The plain prompt: commands from standard input one by one, with PS1, PS2, PS0 and PROMPT_COMMAND (bash manual 6.3.3, 6.9).
//! There is no line editing. A failed command ends nothing; the end of the input, or `exit`, ends the shell.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::builtins;
use crate::exec::{report, run, signals, terminal, text};
use crate::expand;
use crate::state::{Ctx, Flow, Opt, Outcome, Shell, Value, special};
use crate::syntax::{Program, Source};
use crate::sys::{self, Fd};

/// How often the end of the input is not taken for the end under `ignoreeof`, when IGNOREEOF does not say.
const PATIENCE: u32 = 10;

/// What the reader of lines shares with the loop around it.
#[derive(Default)]
struct Prompts {
    /// Shown before the next line.
    next: RefCell<Vec<u8>>,
    /// Shown before the lines that go on with a command.
    more: RefCell<Vec<u8>>,
    /// A signal came instead of a line.
    interrupted: Cell<bool>,
    /// A line of the command has been read.
    started: Cell<bool>,
    /// The line was empty, or a comment: it is no command, and the next line gets a prompt like any.
    empty: Cell<bool>,
}

impl Prompts {
    /// Shows what is to be shown and reads a line.
    fn read_line(&self) -> Option<Vec<u8>> {
        let prompt = self.next.replace(self.more.borrow().clone());
        show(&prompt);
        let line = text::read_line(signals::pending);
        self.interrupted.set(line.is_none() && signals::pending());
        let is_empty = |line: &Vec<u8>| matches!(line.trim_ascii().first(), None | Some(b'#'));
        if !self.started.replace(true) && line.as_ref().is_some_and(is_empty) {
            self.empty.set(true);
            return None;
        }
        line
    }
}

/// Sets what an interactive shell has, before any start-up file runs.
pub(super) fn set_up(shell: &mut Shell, editing: bool) {
    for option in [Opt::HISTORY, Opt::HISTEXPAND, Opt::EXPAND_ALIASES] {
        shell.options.set(option, true);
    }
    shell.options.set(Opt::EMACS, editing); // bash's editor would be that of Emacs; scripts ask for it
    for (name, value) in [(special::PS1, &b"\\s-\\v\\$ "[..]), (special::PS2, b"> ")] {
        if shell.vars.get(name).value.scalar().is_none() {
            let _ = shell.assign(name, value); // nothing is readonly yet
        }
    }
    signals::catch(shell);
}

/// Reads and runs commands to the end.
pub(super) fn run(shell: &mut Shell) -> Outcome {
    let prompts = Rc::new(Prompts::default());
    let mut source = lines(&prompts, 1);
    let mut ends = 0;
    let mut quiet = false;
    loop {
        if quiet {
            prompts.next.take();
            prompts.started.set(false);
        } else {
            prepare(shell, &prompts)?;
        }
        let next = text::parse(shell, &mut source);
        if prompts.interrupted.take() {
            source = lines(&prompts, source.line() + 1);
            let outcome = signals::between_commands(shell);
            // a signal that did nothing leaves the prompt where it is
            quiet = outcome.is_ok() && !shell.jobs.ctrl_c;
            interrupted(shell, outcome)?;
            continue;
        }
        quiet = false;
        if prompts.empty.take() || std::mem::take(&mut shell.dynamic.history.dropped) {
            source = lines(&prompts, source.line() + 2);
            continue;
        }
        if shell.options.get(Opt::VERBOSE) && !shell.dynamic.history.remembers {
            text::show_text(source.last_text());
        }
        match next {
            Ok(Some(program)) => {
                ends = 0;
                run_one(shell, &program)?;
            }
            Ok(None) if ends < patience(shell) => {
                ends += 1;
                show(b"Use \"exit\" to leave the shell.\n");
                source = lines(&prompts, source.line());
            }
            Ok(None) => {
                let login = shell.options.get(Opt::LOGIN_SHELL);
                show(if login { b"logout\n" } else { b"exit\n" });
                shell.dynamic.commands += 1;
                if shell.jobs.terminal.is_none() || !builtins::stays_for_stopped(shell) {
                    return end(shell);
                }
                source = lines(&prompts, source.line());
            }
            Err(error) => {
                let status = report::syntax(shell, &error, None);
                run::set_status(shell, status);
            }
        }
        if shell.options.get(Opt::ONECMD) {
            return Ok(shell.status);
        }
    }
}

fn lines(prompts: &Rc<Prompts>, line: u32) -> Source {
    let prompts = Rc::clone(prompts);
    Source::from_lines(move || prompts.read_line(), line)
}

/// What comes before a command is read: jobs that have ended are told, PROMPT_COMMAND runs, the prompts are expanded.
fn prepare(shell: &mut Shell, prompts: &Prompts) -> Result<(), Flow> {
    builtins::tell_ended_jobs(shell);
    let commands = match &shell.vars.get(special::PROMPT_COMMAND).value {
        Value::Scalar(text) => vec![text.clone()],
        Value::Indexed(array) => array.iter().map(|(_, text)| text.to_vec()).collect(),
        _ => Vec::new(),
    };
    for command in commands {
        let status = shell.status;
        let outcome = text::run_string(shell, &command, Some("PROMPT_COMMAND")).map(drop);
        interrupted(shell, outcome)?;
        run::set_status(shell, status);
    }
    let first = expanded(shell, special::PS1);
    let more = expanded(shell, special::PS2);
    prompts.started.set(false);
    prompts.next.replace(first);
    prompts.more.replace(more);
    Ok(())
}

/// The value of a prompt's variable, expanded; `$?` stays as it is.
fn expanded(shell: &mut Shell, name: crate::syntax::Name) -> Vec<u8> {
    let Some(text) = shell.scalar(name).map(<[u8]>::to_vec) else { return Vec::new() };
    let status = shell.status;
    let prompt = expand::prompt(shell, &text);
    run::set_status(shell, status);
    match prompt {
        Ok(prompt) => prompt,
        Err(error) => {
            let _ = report::expansion(shell, error); // it is told; a prompt ends nothing
            text
        }
    }
}

fn run_one(shell: &mut Shell, program: &Program) -> Result<(), Flow> {
    shell.dynamic.commands += 1;
    let before = expanded(shell, special::PS0);
    show(&before);
    let outcome = text::run_program(shell, program, Ctx::default()).map(drop);
    interrupted(shell, outcome)?;
    if signals::pending() {
        let outcome = signals::between_commands(shell);
        interrupted(shell, outcome)?;
    }
    Ok(())
}

/// What ends the shell goes on; all else ended a command alone. After Ctrl-C the next prompt begins a line.
fn interrupted(shell: &mut Shell, outcome: Result<(), Flow>) -> Result<(), Flow> {
    match outcome {
        Err(flow @ Flow::Exit(_)) => Err(flow),
        Err(Flow::Abandon(status) | Flow::Return(status)) => {
            if std::mem::take(&mut shell.jobs.ctrl_c) {
                show(b"\n");
            }
            run::set_status(shell, status);
            Ok(())
        }
        _ => {
            if std::mem::take(&mut shell.jobs.ctrl_c) {
                show(b"\n");
            }
            Ok(())
        }
    }
}

/// IGNOREEOF and `set -o ignoreeof`: how many ends of the input are not taken for the end.
fn patience(shell: &mut Shell) -> u32 {
    let name = shell.names.intern(b"IGNOREEOF");
    let ignores = shell.options.get(Opt::IGNOREEOF);
    match shell.scalar(name) {
        Some(text) => std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).unwrap_or(PATIENCE),
        None if ignores => PATIENCE,
        None => 0,
    }
}

/// The end of the input: as `exit` without a word.
fn end(shell: &mut Shell) -> Outcome {
    if shell.options.get(Opt::LOGIN_SHELL) {
        builtins::run_logout_files(shell)?;
    }
    Ok(shell.status)
}

fn show(text: &[u8]) {
    let _ = sys::fd::write_all(Fd::STDERR, text); // nobody is left to tell
}

/// Whether bash is interactive without being told: its input and its messages are a terminal's.
pub(super) fn is_at_terminal() -> bool {
    sys::tty::is_terminal(Fd::STDIN) && sys::tty::is_terminal(Fd::STDERR)
}

/// `-i` or `-m`: job control is on where there is a terminal; where there is none bash says so and goes on without.
pub(super) fn control_jobs(shell: &mut Shell) {
    if terminal::take(shell) {
        shell.set_option(Opt::MONITOR, true);
        terminal::note_size(shell);
        return;
    }
    let group = sys::child::group();
    let why = sys::file::message(sys::Errno::ENOTTY);
    report::message_without_line(shell, format_args!("cannot set terminal process group ({}): {why}", group.0));
    report::message_without_line(shell, format_args!("no job control in this shell"));
}
