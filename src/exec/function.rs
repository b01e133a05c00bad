//! Functions: definition, call, locals, RETURN trap (bash manual 3.3).

use std::rc::Rc;

use bstr::ByteSlice;

use super::{report, run, traps};
use crate::state::{
    Condition, Ctx, Flow, Frame, FrameKind, Inherited, Opt, Outcome, Owner, Positional, Shell, Status, functions,
    special,
};
use crate::syntax::{Command, Field, Function};

/// How deep functions may call one another: a message comes before the stack ends.
const DEEPEST: u32 = 2_000;

/// Runs a definition.
pub fn define(shell: &mut Shell, definition: &Rc<Function>) -> Outcome {
    let name = definition.name;
    if shell.functions.attrs(name) & functions::READONLY != 0 {
        let spelling = shell.names.spelling(name).clone();
        report::message(shell, format_args!("{}: readonly function", spelling.as_bstr()));
        return Ok(Status::FAILURE);
    }
    if shell.names.spelling(name).contains(&b'$') {
        let spelling = shell.names.spelling(name).clone();
        report::message(shell, format_args!("`{}': not a valid identifier", spelling.as_bstr()));
        return Ok(Status::FAILURE);
    }
    if shell.options.get(Opt::POSIX) && !crate::names::is_name(shell.names.spelling(name)) {
        let spelling = shell.names.spelling(name).clone();
        report::message(shell, format_args!("`{}': not a valid identifier", spelling.as_bstr()));
        let ends = !shell.invocation.interactive;
        return if ends { Err(Flow::Exit(Status::USAGE)) } else { Ok(Status::FAILURE) };
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

/// FUNCNEST, if it is a number above 0.
fn nesting_bound(shell: &Shell) -> Option<usize> {
    let text = shell.vars.get(special::FUNCNEST).value.scalar()?;
    std::str::from_utf8(text).ok()?.parse().ok().filter(|&bound| bound > 0)
}

/// Calls `function` with `args` (its name first); `checked` as in [`Ctx`].
pub fn call(shell: &mut Shell, function: &Rc<Function>, args: &[Field], checked: bool) -> Outcome {
    let name = shell.names.spelling(function.name).clone();
    if let Some(bound) = nesting_bound(shell)
        && usize::from(shell.frames.level) >= bound
    {
        report::message(shell, format_args!("{}: maximum function nesting level exceeded ({bound})", name.as_bstr()));
        return Err(Flow::Abandon(Status::FAILURE));
    }
    if shell.depth >= DEEPEST {
        report::message(shell, format_args!("{}: maximum function nesting level exceeded ({DEEPEST})", name.as_bstr()));
        return Err(Flow::Abandon(Status::FAILURE));
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
    shell.depth += 1;
    let outcome = run_body(shell, function, checked);
    shell.depth -= 1;
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
