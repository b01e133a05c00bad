//! `eval`, `source` and `.` (bash manual 4.1, 4.2).

use bstr::ByteSlice;

use super::args;
use crate::exec::{find, report, text, traps};
use crate::state::{Builtin, Flow, Frame, FrameKind, Inherited, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::{Field, Source};
use crate::sys;

/// `eval`
pub(super) const EVAL: Builtin = Builtin {
    name: "eval",
    run: Run::Plain(eval),
    kind: Kind::Special,
    usage: "eval [arg ...]",
    summary: "Run words as a line of commands.",
};
/// `.`
pub(super) const DOT: Builtin = Builtin {
    name: ".",
    run: Run::Plain(dot),
    kind: Kind::Special,
    usage: ". filename [arguments]",
    summary: "Run the commands of a file here.",
};
/// `source`
pub(super) const SOURCE: Builtin =
    Builtin { name: "source", run: Run::Plain(source), usage: "source filename [arguments]", ..DOT };

/// A file with more null bytes than this is no text.
const MOST_NULLS: usize = 256;

fn eval(shell: &mut Shell, args: &[Field]) -> Outcome {
    let operands = match args::none(shell, &EVAL, args) {
        Ok(operands) => operands,
        Err(outcome) => return outcome,
    };
    let text = operands.iter().map(|arg| &arg[..]).collect::<Vec<_>>().join(&b' ');
    let command = shell.dynamic.wants_command.then(|| shell.dynamic.command.clone());
    let outcome = text::run_string(shell, &text, Some("eval"));
    command.into_iter().for_each(|command| shell.dynamic.command = command);
    match outcome {
        Err(Flow::Abandon(_)) => Err(Flow::Abandon(Status::FAILURE)),
        outcome => outcome,
    }
}

fn dot(shell: &mut Shell, args: &[Field]) -> Outcome {
    read_in(shell, &DOT, args)
}

fn source(shell: &mut Shell, args: &[Field]) -> Outcome {
    read_in(shell, &SOURCE, args)
}

fn read_in(shell: &mut Shell, builtin: &Builtin, args: &[Field]) -> Outcome {
    let operands = match args::none(shell, builtin, args) {
        Ok(operands) => operands,
        Err(outcome) => return outcome,
    };
    let Some((file, arguments)) = operands.split_first() else {
        report::message(shell, format_args!("{}: filename argument required", builtin.name));
        return report::builtin_usage(shell, builtin.name, builtin.usage);
    };
    if shell.options.get(Opt::RESTRICTED_SHELL) && file.contains(&b'/') {
        return report::builtin(shell, builtin.name, format_args!("{}: restricted", file.as_bstr()));
    }
    let posix = shell.options.get(Opt::POSIX);
    let searched = shell.options.get(Opt::SOURCEPATH) && !file.contains(&b'/');
    let path = match searched {
        true => find::search(shell, file).map(|(path, _)| path),
        false => Some(file.clone()),
    };
    if path.is_none() && posix {
        report::message(shell, format_args!("{}: {}: file not found", builtin.name, file.as_bstr()));
        return refused(shell);
    }
    let path = path.unwrap_or_else(|| file.clone());
    let script = match sys::file::stat(&path) {
        Ok(stat) if stat.is_directory() => {
            return report::builtin(shell, builtin.name, format_args!("{}: is a directory", path.as_bstr()));
        }
        _ => sys::file::read_file(&path),
    };
    match script {
        Ok(script) if memchr::memchr_iter(0, &script).count() > MOST_NULLS => {
            report::builtin(shell, builtin.name, format_args!("{}: cannot execute binary file", path.as_bstr()))?;
            Ok(Status::NOT_EXECUTABLE)
        }
        Ok(script) => text::deeper(shell, |shell| run_file(shell, path, script, arguments)),
        Err(error) => {
            report::message(shell, format_args!("{}: {}", file.as_bstr(), sys::file::message(error)));
            refused(shell)
        }
    }
}

/// A file that cannot be read ends a script in POSIX mode.
fn refused(shell: &Shell) -> Outcome {
    let fatal = shell.runs_special && !shell.invocation.interactive;
    if fatal { Err(Flow::Exit(Status::FAILURE)) } else { Ok(Status::FAILURE) }
}

/// Runs a file that was read, as `source` does: `path` is its BASH_SOURCE.
pub(super) fn run_file(shell: &mut Shell, path: Field, script: Vec<u8>, arguments: &[Field]) -> Outcome {
    let frame = Frame {
        kind: FrameKind::Source,
        name: Field::from(&b"source"[..]),
        source: path,
        call_line: shell.frames.line,
        args: shell.options.get(Opt::EXTDEBUG).then(|| arguments.to_vec().into()),
    };
    let outer =
        (!arguments.is_empty()).then(|| std::mem::replace(&mut shell.frames.positional, arguments.to_vec().into()));
    let outer_set = std::mem::take(&mut shell.frames.positional_set);
    let line = shell.frames.line;
    shell.frames.stack.push(frame);
    let hidden = shell.traps.take_uninherited(Inherited {
        debug: shell.options.get(Opt::FUNCTRACE),
        error: true,
        returns: true,
    });
    let command = shell.dynamic.wants_command.then(|| shell.dynamic.command.clone());
    let mut source = Source::new(script, 1);
    let outcome = text::run(shell, &mut source, None, false);
    shell.frames.stack.pop();
    shell.frames.line = line;
    command.into_iter().for_each(|command| shell.dynamic.command = command);
    let returned = match outcome {
        Err(Flow::Exit(_)) => Ok(()),
        _ => traps::run_return(shell),
    };
    shell.traps.put_back(hidden);
    let set = std::mem::replace(&mut shell.frames.positional_set, outer_set);
    match outer {
        Some(outer) if !set => shell.frames.positional = outer,
        Some(_) => {} // what the file has set stays: echo 'set -- a b' >f; . ./f c; echo $1
        None => shell.frames.positional_set |= set,
    }
    returned?;
    match outcome {
        Err(Flow::Return(status)) => Ok(status),
        outcome => outcome,
    }
}
