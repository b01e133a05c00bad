//! `caller [n]`: where the function or file that runs was called from (bash manual 4.2).

use bstr::ByteSlice;

use super::args;
use crate::exec::conditional::parse_integer;
use crate::exec::{output, report};
use crate::state::{Builtin, Kind, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) const CALLER: Builtin = Builtin {
    name: "caller",
    run: Run::Plain(caller),
    kind: Kind::Regular,
    usage: "caller [expr]",
    summary: "Tell where the running function was called.",
};

fn caller(shell: &mut Shell, args: &[Field]) -> Outcome {
    let operands = match args::none(shell, &CALLER, args) {
        Ok(operands) => operands,
        Err(outcome) => return outcome,
    };
    let number = match operands.first() {
        None => None,
        Some(word) => match parse_integer(word) {
            Some(number) => Some(number),
            None => {
                report::builtin(shell, CALLER.name, format_args!("{}: invalid number", word.as_bstr()))?;
                return report::builtin_usage(shell, CALLER.name, CALLER.usage);
            }
        },
    };
    let frames = &shell.frames.stack;
    let Some(innermost) = frames.last() else {
        if number.is_some() || shell.frames.script.is_empty() {
            return Ok(Status::FAILURE);
        }
        shell.fds.out.extend_from_slice(b"0 NULL\n"); // a script, outside of functions
        return Ok(Status::SUCCESS);
    };
    let line = match number {
        None => {
            let source = frames.iter().rev().nth(1).map_or(&shell.frames.script, |frame| &frame.source);
            let source: &[u8] = if source.is_empty() && frames.len() == 1 { b"NULL" } else { named(source) };
            [innermost.call_line.to_string().as_bytes(), b" ", source, b"\n"].concat()
        }
        Some(number) => match usize::try_from(number).ok().and_then(|number| context(shell, number)) {
            Some(line) => line,
            None => return Ok(Status::FAILURE),
        },
    };
    shell.fds.out.extend_from_slice(&line);
    output::flush_unchecked(shell);
    Ok(Status::SUCCESS)
}

/// Functions of a `-c` string are from the environment, as bash has it.
fn named(source: &[u8]) -> &[u8] {
    if source.is_empty() { b"environment" } else { source }
}

/// `line function file` of the frame `number` calls out. The outermost level counts when a script runs.
fn context(shell: &Shell, number: usize) -> Option<Vec<u8>> {
    let frames = &shell.frames.stack;
    let called = frames.iter().rev().nth(number)?;
    let (name, source): (&[u8], &[u8]) = match frames.iter().rev().nth(number + 1) {
        Some(frame) => (&frame.name, named(&frame.source)),
        None if shell.frames.script.is_empty() => return None,
        None => (b"main", &shell.frames.script),
    };
    Some([called.call_line.to_string().as_bytes(), b" ", name, b" ", source, b"\n"].concat())
}
