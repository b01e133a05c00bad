//! `exec` with a command (bash manual 4.1); the redirections are the executor's.

use super::args::{Options, refuse};
use crate::exec::find::{self, Found};
use crate::exec::{report, spawn, traps};
use crate::state::{Builtin, Flow, Kind, Opt, Outcome, Run, Shell};
use crate::syntax::Field;

/// `exec`
pub(super) const EXEC: Builtin = Builtin {
    name: "exec",
    run: Run::Plain(exec),
    kind: Kind::Special,
    usage: "exec [-cl] [-a name] [command [argument ...]] [redirection ...]",
    summary: "Replace the shell with the given command.",
};

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
    let Some(command) = argv.first().cloned() else { return Ok(crate::state::Status::SUCCESS) };
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
    let status = match find::file(shell, number) {
        Found::File(path) if clean => spawn::replace_with(shell, &path, &argv, false),
        Found::File(path) => spawn::replace_with(shell, &path, &argv, true),
        _ => spawn::exec_not_found(shell, &command),
    };
    if shell.options.get(Opt::EXECFAIL) || shell.invocation.interactive {
        return Ok(status);
    }
    Err(Flow::Exit(traps::run_exit(shell, status)))
}
