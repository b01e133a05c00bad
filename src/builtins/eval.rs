//! `eval`, `source` and `.` (bash manual 4.1, 4.2).

use std::rc::Rc;

use crate::exec::{find, report, text, traps};
use crate::state::{Builtin, Flow, Frame, FrameKind, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::{Field, Source};
use crate::sys;

/// `eval`
pub(super) const EVAL: Builtin = Builtin {
    name: "eval",
    run: Run::Plain(eval),
    kind: Kind::Special,
    usage: "eval [arg ...]",
    summary: "Execute arguments as a shell command.",
};
/// `.`
pub(super) const DOT: Builtin = Builtin {
    name: ".",
    run: Run::Plain(source),
    kind: Kind::Special,
    usage: ". filename [arguments]",
    summary: "Execute commands from a file in the current shell.",
};
/// `source`
pub(super) const SOURCE: Builtin = Builtin { name: "source", usage: "source filename [arguments]", ..DOT };

fn eval(shell: &mut Shell, args: &[Field]) -> Outcome {
    let args = match args {
        [first, rest @ ..] if &first[..] == b"--" => rest,
        [first, ..] if first.len() > 1 && first[0] == b'-' => {
            let shown = String::from_utf8_lossy(&first[..2]).into_owned();
            return report::builtin_option(shell, "eval", &shown, EVAL.usage);
        }
        args => args,
    };
    let text = args.iter().map(|arg| &arg[..]).collect::<Vec<_>>().join(&b' ');
    text::run_string(shell, &text, Some("eval"))
}

fn source(shell: &mut Shell, args: &[Field]) -> Outcome {
    let args = if args.first().is_some_and(|arg| &arg[..] == b"--") { &args[1..] } else { args };
    let Some((file, arguments)) = args.split_first() else {
        report::message(shell, format_args!("source: filename argument required"));
        return report::builtin_usage(shell, "source", SOURCE.usage);
    };
    let path = match shell.options.get(Opt::SOURCEPATH) && !file.contains(&b'/') {
        true => find::search(shell, file).map_or_else(|| file.clone(), |(path, _)| path),
        false => file.clone(),
    };
    let script = match sys::file::stat(&path) {
        Ok(stat) if stat.is_directory() => Err(sys::Errno::EISDIR),
        _ => sys::file::read_file(&path),
    };
    let script = match script {
        Ok(script) => script,
        Err(error) => {
            let text = sys::file::message(error).replace("Is a directory", "is a directory");
            let prefix = if error == sys::Errno::EISDIR { "source: " } else { "" };
            report::message_bytes(shell, &[prefix.as_bytes(), file, b": ", text.as_bytes()].concat());
            let fatal = shell.options.get(Opt::POSIX) && !shell.invocation.interactive;
            return if fatal { Err(Flow::Exit(Status::FAILURE)) } else { Ok(Status::FAILURE) };
        }
    };
    run_file(shell, path, script, arguments)
}

/// Runs a file that was read, as `source` does: `path` is its BASH_SOURCE.
pub(super) fn run_file(shell: &mut Shell, path: Field, script: Vec<u8>, arguments: &[Field]) -> Outcome {
    let frame = Frame {
        kind: FrameKind::Source,
        name: Field::from(&b"source"[..]),
        source: path,
        call_line: shell.frames.line,
        args: Rc::new(arguments.to_vec()),
    };
    let outer =
        (!arguments.is_empty()).then(|| std::mem::replace(&mut shell.frames.positional, Rc::new(arguments.to_vec())));
    let line = shell.frames.line;
    shell.frames.stack.push(frame);
    let mut source = Source::new(script, 1);
    let outcome = text::run(shell, &mut source, None, false);
    let inherits = shell.options.get(Opt::FUNCTRACE);
    let returned = traps::run_return(shell, inherits);
    shell.frames.stack.pop();
    shell.frames.line = line;
    if let Some(outer) = outer {
        shell.frames.positional = outer;
    }
    returned?;
    match outcome {
        Err(Flow::Return(status)) => Ok(status),
        outcome => outcome,
    }
}
