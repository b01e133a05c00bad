//! Functions: definition, call, locals, RETURN trap (bash manual 3.3).

use std::rc::Rc;

use bstr::ByteSlice;

use super::{find, report, run, traps};
use crate::state::{
    Condition, Ctx, Flow, Frame, FrameKind, Inherited, Kind, Opt, Outcome, Owner, Positional, Shell, Status, functions,
    special,
};
use crate::syntax::{Command, Field, Function, is_name};
use crate::sys;

/// Runs a definition.
pub fn define(shell: &mut Shell, definition: &Rc<Function>) -> Outcome {
    let name = definition.name;
    if shell.functions.attrs(name) & functions::READONLY != 0 {
        let spelling = shell.names.spelling(name).clone();
        report::message(shell, format_args!("{}: readonly function", spelling.as_bstr()));
        return Ok(Status::FAILURE);
    }
    let posix = shell.options.get(Opt::POSIX);
    let spelling = shell.names.spelling(name);
    let quoted = spelling.iter().any(|byte| matches!(byte, b'$' | b'\'' | b'"' | b'\\'));
    if quoted || (posix && !is_name(spelling)) {
        let spelling = spelling.clone();
        report::message(shell, format_args!("`{}': not a valid identifier", spelling.as_bstr()));
        return fatal_in_posix_mode(shell, Status::FAILURE);
    }
    if posix && find::builtin(shell, name).is_some_and(|builtin| builtin.kind == Kind::Special) {
        let spelling = spelling.clone();
        report::message(shell, format_args!("`{}': is a special builtin", spelling.as_bstr()));
        return fatal_in_posix_mode(shell, Status::FAILURE);
    }
    shell.set_function(name, Some(definition.clone()));
    Ok(Status::SUCCESS)
}

/// The body between the traps that hold in it: DEBUG at its beginning, RETURN at its end. RETURN sees `$?` as it was
/// before `return` said something else.
fn run_body(shell: &mut Shell, function: &Function, checked: bool) -> Outcome {
    if shell.traps.has_command(Condition::DEBUG) {
        let command = std::mem::take(&mut shell.dynamic.command);
        if !traps::run_debug(shell, |_| command)? {
            return Ok(Status::SUCCESS);
        }
    }
    let outcome = run::run_command(shell, &function.body, Ctx { checked, ..Ctx::default() });
    if !matches!(outcome, Err(Flow::Exit(_))) && shell.traps.has_command(Condition::RETURN) {
        let line = shell.frames.line;
        if let Err(Flow::Return(_)) = outcome {
            shell.frames.line = shell.frames.error_line; // that of `return`
        }
        let returned = traps::run_return(shell);
        shell.frames.line = line;
        returned?;
    }
    outcome
}

/// `name` is called `levels` deep, and no deeper: the command is dropped.
fn too_deep(shell: &Shell, name: &[u8], levels: u32) -> Flow {
    report::message(shell, format_args!("{}: maximum function nesting level exceeded ({levels})", name.as_bstr()));
    Flow::Abandon(Status::FAILURE)
}

/// The line at which a function's body starts.
fn body_line(function: &Function) -> u32 {
    match &function.body {
        Command::Compound(compound) => compound.line,
        _ => function.line,
    }
}

/// A failure that ends a shell in POSIX mode.
pub(super) fn fatal_in_posix_mode(shell: &Shell, status: Status) -> Outcome {
    let fatal = shell.options.get(Opt::POSIX) && !shell.invocation.interactive;
    if fatal { Err(Flow::Exit(Status::USAGE)) } else { Ok(status) }
}

/// Calls `function` with `args` (its name first); `checked` as in [`Ctx`].
pub fn call(shell: &mut Shell, function: &Rc<Function>, args: &[Field], checked: bool) -> Outcome {
    let name = shell.names.spelling(function.name).clone();
    let limit = shell.vars.get(special::FUNCNEST).value.scalar();
    let limit =
        limit.and_then(|text| std::str::from_utf8(text).ok()?.trim().parse::<u16>().ok()).filter(|&limit| limit > 0);
    if let Some(limit) = limit
        && shell.frames.level >= limit
    {
        return Err(too_deep(shell, &name, limit.into()));
    }
    if sys::stack::is_low() || shell.frames.level >= u16::MAX - 1 {
        return Err(too_deep(shell, &name, shell.frames.level.into()));
    }
    let traced = shell.functions.attrs(function.name) & functions::TRACED != 0;
    let inherits = traced || shell.options.get(Opt::FUNCTRACE);
    let errtrace = shell.options.get(Opt::ERRTRACE);
    let positional = Positional::from(args.get(1..).unwrap_or_default().to_vec());
    let frame = Frame {
        kind: FrameKind::Function,
        name,
        source: function.source.clone(),
        call_line: shell.frames.line,
        args: shell.options.get(Opt::EXTDEBUG).then(|| positional.clone()),
    };
    let mark = shell.journal.mark();
    let outer_positional = std::mem::replace(&mut shell.frames.positional, positional);
    let outer_text = std::mem::replace(&mut shell.frames.text, function.text.clone());
    let outer_loops = std::mem::take(&mut shell.frames.loops);
    let hidden = shell.traps.take_uninherited(Inherited { debug: inherits, error: errtrace, returns: inherits });
    let (line, shift) = (shell.frames.line, std::mem::take(&mut shell.frames.shift));
    if let Command::Compound(body) = &function.body {
        shell.frames.line = body.line;
    }
    shell.frames.stack.push(frame);
    shell.frames.level += 1;
    shell.frames.line = body_line(function);
    let outcome = run_body(shell, function, checked);
    shell.roll_back(mark, Owner::Function);
    shell.frames.level -= 1;
    shell.frames.stack.pop();
    (shell.frames.line, shell.frames.shift) = (line, shift);
    shell.traps.put_back(hidden);
    shell.frames.loops = outer_loops;
    shell.frames.text = outer_text;
    shell.frames.positional = outer_positional;
    shell.frames.positional_set = false;
    match outcome {
        Err(Flow::Return(status)) => Ok(status),
        Err(Flow::Break(..) | Flow::Continue(_)) => Ok(Status::SUCCESS),
        outcome => outcome,
    }
}
