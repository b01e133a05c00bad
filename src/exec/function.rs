//! Functions: definition, call, locals, RETURN trap (bash manual 3.3).

use std::rc::Rc;

use bstr::ByteSlice;

use super::{report, run, traps};
use crate::state::{Condition, Ctx, Flow, Frame, FrameKind, Opt, Outcome, Owner, Shell, Status, functions};
use crate::syntax::{Field, Function};

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
    shell.set_function(name, Some(definition.clone()));
    Ok(Status::SUCCESS)
}

/// Calls `function` with `args` (its name first); `checked` as in [`Ctx`].
pub fn call(shell: &mut Shell, function: &Rc<Function>, args: &[Field], checked: bool) -> Outcome {
    let name = shell.names.spelling(function.name).clone();
    if shell.depth >= DEEPEST {
        report::message(shell, format_args!("{}: maximum function nesting level exceeded ({DEEPEST})", name.as_bstr()));
        return Err(Flow::Abandon(Status::FAILURE));
    }
    let traced = shell.functions.attrs(function.name) & functions::TRACED != 0;
    let inherits = traced || shell.options.get(Opt::FUNCTRACE);
    let positional = Rc::new(args.get(1..).unwrap_or_default().to_vec());
    let frame = Frame {
        kind: FrameKind::Function,
        name,
        source: function.source.clone(),
        call_line: shell.frames.line,
        args: positional.clone(),
    };
    let mark = shell.journal.mark();
    let outer_positional = std::mem::replace(&mut shell.frames.positional, positional);
    let outer_text = std::mem::replace(&mut shell.frames.text, function.text.clone());
    let outer_loops = std::mem::take(&mut shell.frames.loops);
    let outer_traced = std::mem::replace(&mut shell.traps.debug_in_function, traced);
    let line = shell.frames.line;
    shell.frames.stack.push(frame);
    shell.frames.level += 1;
    shell.depth += 1;
    let had_return = shell.traps.has_command(Condition::RETURN);
    let mut outcome = run::run_command(shell, &function.body, Ctx { checked, last: false });
    if !matches!(outcome, Err(Flow::Exit(_)))
        && (inherits || !had_return)
        && let Err(flow) = traps::run_return(shell, true)
    {
        outcome = Err(flow);
    }
    shell.depth -= 1;
    shell.roll_back(mark, Owner::Function);
    shell.frames.level -= 1;
    shell.frames.stack.pop();
    shell.frames.line = line;
    shell.traps.debug_in_function = outer_traced;
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
