//! `exec` with a command (bash manual 4.1); the redirections are the executor's.

use bstr::ByteSlice;

use super::args::{Options, refuse};
use super::cd;
use crate::exec::find::{self, Found};
use crate::exec::{report, spawn, traps};
use crate::state::{Builtin, Condition, Kind, Opt, Outcome, Run, Shell, Status, Trap};
use crate::syntax::Field;
use crate::sys::{Errno, file};

/// `exec`
pub(super) const EXEC: Builtin = Builtin {
    name: "exec",
    run: Run::Plain(exec),
    kind: Kind::Special,
    usage: "exec [-cl] [-a name] [command [argument ...]] [redirection ...]",
    summary: "Become another program, or keep redirections.",
};

/// Becomes the file, whose whole path is used: a script gets it as its `$0`, and messages name it.
fn become_file(shell: &mut Shell, path: &[u8], argv: &[Field], inherits: bool) -> Status {
    let path = match cd::current(shell) {
        Some(here) if path.first() != Some(&b'/') => {
            [&here[..], b"/", path.strip_prefix(b"./").unwrap_or(path)].concat()
        }
        _ => path.to_vec(),
    };
    let status = spawn::replace_with(shell, &path, argv, inherits);
    let error = match file::stat(&path) {
        Ok(stat) if stat.is_directory() => Errno::EISDIR,
        Ok(_) if !file::is_executable(&path) => Errno::EACCES,
        _ => return status,
    };
    // told twice, as in bash: bash -c 'exec /'
    let text = format_args!("{}: cannot execute: {}", path.as_bstr(), file::message(error));
    report::message(shell, format_args!("{}: {text}", EXEC.name));
    status
}

fn exec(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut options = Options::new(args, "cla:");
    let (mut name, mut login, mut clean) = (None, false, false);
    loop {
        match options.next() {
            Ok(Some(option)) => match option.letter {
                b'c' => clean = true,
                b'l' => login = true,
                _ => name = option.value,
            },
            Ok(None) => break,
            Err(wrong) => return refuse(shell, "exec", EXEC.usage, wrong),
        }
    }
    let mut argv = options.operands().to_vec();
    let Some(command) = argv.first().cloned() else { return Ok(Status::SUCCESS) };
    if shell.options.get(Opt::RESTRICTED_SHELL) {
        return report::builtin(shell, EXEC.name, format_args!("restricted"));
    }
    if let Some(name) = name {
        argv[0] = name;
    }
    if login {
        argv[0] = [b"-", &argv[0][..]].concat().into();
    }
    let number = shell.names.intern(&command);
    let found = find::file(shell, number);
    let status = match &found {
        Found::File(path) => become_file(shell, path, &argv, !clean),
        _ => spawn::exec_not_found(shell, &command),
    };
    if shell.options.get(Opt::EXECFAIL) || shell.invocation.interactive {
        return Ok(status);
    }
    if let Found::File(_) = found {
        shell.traps.set(Condition::EXIT, Trap::Default); // it was given up for the program
    }
    Err(traps::leave(shell, status))
}
