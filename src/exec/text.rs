//! Texts that are run: script, `-c`, eval, source, traps: read a command, run it, next (bash manual 3.8).

use super::{history, report, run, signals};
use crate::expand;
use crate::state::{Ctx, Flow, FrameKind, Opt, Outcome, Shell, Status};
use crate::syntax::{Dialect, Field, Program, Source, SyntaxError, SyntaxErrorKind, parse_command};
use crate::sys::{self, Fd};

/// Runs all commands of `source`, one complete command after the other. `origin`: what messages about its syntax name
/// (`eval`, `-c`). A failed expansion drops the command it is in. `last`: nothing follows the text.
pub fn run(shell: &mut Shell, source: &mut Source, origin: Option<&str>, last: bool) -> Outcome {
    if sys::stack::is_low() {
        report::message(shell, format_args!("{}: nested too deeply", origin.unwrap_or("source")));
        return Err(Flow::Abandon(Status::FAILURE));
    }
    let (line, shift) = (shell.frames.line, std::mem::take(&mut shell.frames.shift));
    let outcome = run_commands(shell, source, origin, last);
    (shell.frames.line, shell.frames.shift) = (line, shift);
    outcome
}

fn run_commands(shell: &mut Shell, source: &mut Source, origin: Option<&str>, last: bool) -> Outcome {
    let mut status = Status::SUCCESS;
    let mut next = parse(shell, source);
    loop {
        let shown = origin != Some("command substitution") && !shell.dynamic.history.remembers;
        if shown && shell.options.get(Opt::VERBOSE) {
            show_text(source.last_text());
        }
        let program = match next {
            Ok(Some(program)) => program,
            Ok(None) => return Ok(status),
            Err(SyntaxError { line, kind: SyntaxErrorKind::Conditional(text, at_end) }) if is_main(shell, origin) => {
                // bash ends the text there and leaves `$?` as it was: bash -c $'false\n[[ && ]]'; echo $?
                report::syntax(shell, &SyntaxError { line, kind: SyntaxErrorKind::Message(text) }, origin);
                let ended = at_end && shell.status.is_success() && matches!(parse(shell, source), Ok(None));
                return Ok(if ended { Status::USAGE } else { shell.status });
            }
            Err(error) if matches!(error.kind, SyntaxErrorKind::CompoundAssignment(..)) => {
                syntax_error(shell, &error, origin)?;
                if let SyntaxErrorKind::CompoundAssignment(_, Some(line)) = error.kind {
                    report::syntax(shell, &SyntaxError { line, kind: SyntaxErrorKind::EndOfFile }, origin);
                }
                status = Status::FAILURE;
                run::set_status(shell, status);
                if origin == Some("eval") {
                    return if shell.subshell_depth == 0 { Ok(status) } else { Err(Flow::Abandon(status)) };
                }
                next = parse(shell, source);
                continue;
            }
            Err(error) => return syntax_error(shell, &error, origin),
        };
        if shell.options.get(Opt::NOEXEC) && !shell.invocation.interactive {
            next = parse(shell, source);
            continue;
        }
        shell.frames.line = source.line(); // until a command sets its own
        // the end of the text is looked for first, so that the last command can take this process over
        let at_end = last && !shell.dynamic.history.remembers && source.is_at_end();
        shell.frames.line = source.line(); // what has no line of its own is on the last one that was read
        status = run_program(shell, &program, Ctx { checked: shell.checked, last: at_end, ..Ctx::default() })?;
        if shell.options.get(Opt::ONECMD) && origin.is_none() {
            return Err(Flow::Exit(status));
        }
        next = parse(shell, source);
    }
}

/// Whether the text is the one that the shell was started for.
fn is_main(shell: &Shell, origin: Option<&str>) -> bool {
    let sourced = shell.frames.stack.last().is_some_and(|frame| frame.kind == FrameKind::Source);
    origin == Some("-c") || (origin.is_none() && !sourced)
}

/// `set -v`; a last line without a newline gets one.
pub fn show_text(text: &[u8]) {
    let end: &[u8] = if text.is_empty() || text.ends_with(b"\n") { b"" } else { b"\n" };
    let _ = sys::fd::write_all(Fd::STDERR, &[text, end].concat()); // nobody is left to tell
}

/// Runs a command that was read; a failed expansion drops it.
pub fn run_program(shell: &mut Shell, program: &Program, ctx: Ctx) -> Outcome {
    let outer = std::mem::replace(&mut shell.frames.text, program.text.clone());
    let outcome = run::run_command(shell, &program.command, ctx);
    shell.frames.text = outer;
    match outcome {
        Err(Flow::Abandon(status)) if shell.process_serial == 0 && shell.journal.inline == 0 => {
            run::set_status(shell, status);
            Ok(status)
        }
        outcome => outcome,
    }
}

fn syntax_error(shell: &mut Shell, error: &SyntaxError, origin: Option<&str>) -> Outcome {
    let status = report::syntax(shell, error, origin);
    run::set_status(shell, status);
    let ends = shell.options.get(Opt::ERREXIT) && !shell.checked && !shell.invocation.interactive;
    if ends || (shell.runs_special && !shell.invocation.interactive) { Err(Flow::Exit(status)) } else { Ok(status) }
}

/// Takes the next complete command from `source`.
pub fn parse(shell: &mut Shell, source: &mut Source) -> Result<Option<Program>, SyntaxError> {
    if shell.dynamic.history.remembers { history::parse(shell, source) } else { parse_plain(shell, source) }
}

/// The same, and nothing is done with its lines.
pub(super) fn parse_plain(shell: &mut Shell, source: &mut Source) -> Result<Option<Program>, SyntaxError> {
    let file = match shell.frames.source() {
        file if file.is_empty() => shell.frames.unnamed.clone(),
        file => file.clone(),
    };
    let expand = shell.options.get(Opt::EXPAND_ALIASES) && !shell.aliases.0.is_empty();
    let aliases = &shell.aliases;
    let find = |word: &[u8]| aliases.get(word).cloned();
    let dialect =
        Dialect { aliases: if expand { Some(&find) } else { None }, ..expand::dialect_of(shell.options, &file) };
    let result = parse_command(source, &mut shell.names, &dialect);
    if let Ok(Some(program)) = &result {
        let dynamic = &mut shell.dynamic;
        let [command, process] = program.text.mentions([b"BASH_COMMAND", b"BASHPID"]);
        // PPID: a program's, who is to find the subshell above it: (sh -c 'echo $PPID'; :)
        let [parent] = program.text.mentions([b"PPID"]);
        dynamic.wants_command |= command;
        dynamic.wants_process |= process || parent;
    }
    for warning in source.take_warnings() {
        report::warning(shell, &warning);
    }
    result
}

/// Runs what `set -x` shows a level deeper: `eval`, a sourced file, a trap, a substitution.
pub fn deeper(shell: &mut Shell, run: impl FnOnce(&mut Shell) -> Outcome) -> Outcome {
    let before = shell.trace_depth;
    shell.trace_depth += 1;
    let remembers = std::mem::take(&mut shell.dynamic.history.remembers);
    let outcome = run(shell);
    let outermost = before == 0 && !shell.invocation.command_string;
    shell.dynamic.history.remembers = shell.options.get(Opt::HISTORY) && (remembers || outermost);
    shell.trace_depth = before; // an EXIT trap in it may have begun afresh
    outcome
}

/// Runs a string as `eval` does: `$LINENO` goes on from where the string stands.
pub fn run_string(shell: &mut Shell, text: &[u8], origin: Option<&str>) -> Outcome {
    let mut source = Source::new(text, shell.frames.line.max(1));
    deeper(shell, |shell| run(shell, &mut source, origin, false))
}

/// Runs the commands of a trap.
pub fn run_trap(shell: &mut Shell, commands: &Field, origin: &str, line: u32) -> Outcome {
    let mut source = Source::new(commands.clone(), line.max(1));
    if origin == "exit trap" {
        shell.dynamic.history.remembers = false;
        return run(shell, &mut source, Some(origin), false);
    }
    deeper(shell, |shell| run(shell, &mut source, Some(origin), false))
}

/// Runs the text of `` `…` `` whose first line is `line`.
pub fn run_substitution(shell: &mut Shell, text: &[u8], line: u32) -> Outcome {
    let mut source = Source::new(text, line.max(1));
    deeper(shell, |shell| run(shell, &mut source, Some("command substitution"), true))
}

/// The script on standard input, line by line as it is asked for.
pub fn standard_input() -> Source {
    Source::from_lines(|| read_line(|| false), 1).streamed()
}

/// Runs the script on standard input, line by line: its commands share the stream.
pub fn run_standard_input(shell: &mut Shell) -> Outcome {
    if sys::file::stat_fd(Fd::STDIN).is_ok_and(|stat| stat.is_directory()) {
        let text = sys::file::message(sys::Errno::EISDIR);
        report::message_without_line(shell, format_args!("error reading input file: {text}"));
        return Ok(Status::USAGE);
    }
    let mut source = standard_input();
    let status = run(shell, &mut source, None, false)?;
    signals::between_commands(shell)?;
    Ok(status)
}

/// A line of standard input, and not a byte more. A signal for which `stops` says so ends the reading without a line.
pub fn read_line(stops: impl Fn() -> bool) -> Option<Vec<u8>> {
    let mut line = Vec::new();
    let mut block = [0; 4096];
    loop {
        match sys::line::read_to(Fd::STDIN, b'\n', &mut block) {
            Err(sys::Errno::EINTR) if stops() => return None,
            Err(sys::Errno::EINTR) => continue,
            Ok(got @ 1..) => line.extend_from_slice(block.get(..got).unwrap_or_default()),
            Ok(0) | Err(_) => return (!line.is_empty()).then_some(line),
        }
        if line.last() == Some(&b'\n') {
            return Some(line);
        }
    }
}
