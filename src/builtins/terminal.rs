//! Builtins of a shell at a terminal, as they answer where there is none: `bind`, `suspend`, `logout`.

use bstr::ByteSlice;

use super::args::{self, Options};
use crate::exec::conditional::parse_integer;
use crate::exec::report;
use crate::state::{Builtin, Flow, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::Field;
use crate::sys::{Signal, child};

pub(super) const BIND: Builtin = Builtin {
    name: "bind",
    run: Run::Plain(bind),
    kind: Kind::Regular,
    usage: "bind [-lpsvPSVX] [-m keymap] [-f filename] [-q name] [-u name] [-r keyseq] [-x keyseq:shell-command] \
            [keyseq:readline-function or readline-command]",
    summary: "Set Readline key bindings and variables.",
};

pub(super) const SUSPEND: Builtin = Builtin {
    name: "suspend",
    run: Run::Plain(suspend),
    kind: Kind::Regular,
    usage: "suspend [-f]",
    summary: "Suspend shell execution.",
};

pub(super) const LOGOUT: Builtin = Builtin {
    name: "logout",
    run: Run::Plain(logout),
    kind: Kind::Regular,
    usage: "logout [n]",
    summary: "Exit a login shell.",
};

/// There is no line editing whose keys could be bound: it is said, and that is all.
fn bind(shell: &mut Shell, args: &[Field]) -> Outcome {
    report::message(shell, format_args!("bind: warning: line editing not enabled"));
    let mut options = Options::new(args, "lvpVPsSXf:q:u:m:r:x:");
    loop {
        match options.next() {
            Ok(Some(_)) => {}
            Ok(None) => return Ok(Status::SUCCESS),
            Err(wrong) => return args::refuse(shell, BIND.name, BIND.usage, wrong),
        }
    }
}

fn suspend(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut force = false;
    let mut options = Options::new(args, "f");
    loop {
        match options.next() {
            Ok(Some(_)) => force = true,
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, SUSPEND.name, SUSPEND.usage, wrong),
        }
    }
    if !options.operands().is_empty() {
        return report::builtin(shell, SUSPEND.name, format_args!("too many arguments"));
    }
    if !force && !shell.options.get(Opt::MONITOR) {
        return report::builtin(shell, SUSPEND.name, format_args!("cannot suspend: no job control"));
    }
    if !force && shell.options.get(Opt::LOGIN_SHELL) {
        return report::builtin(shell, SUSPEND.name, format_args!("cannot suspend a login shell"));
    }
    match child::send(child::id(), Signal::STOP.0) {
        Ok(()) => Ok(Status::SUCCESS),
        Err(error) => report::builtin_system(shell, SUSPEND.name, b"kill", error),
    }
}

/// `exit` where the shell is a login shell.
fn logout(shell: &mut Shell, args: &[Field]) -> Outcome {
    if !shell.options.get(Opt::LOGIN_SHELL) {
        return report::builtin(shell, LOGOUT.name, format_args!("not login shell: use `exit'"));
    }
    let status = match args.first() {
        None => shell.status,
        Some(word) => match parse_integer(word) {
            Some(status) => Status((status & 255) as u8),
            None => {
                let text = format_args!("{}: numeric argument required", word.as_bstr());
                report::builtin(shell, LOGOUT.name, text)?;
                Status::USAGE
            }
        },
    };
    super::startup::run_logout_files(shell)?;
    Err(Flow::Exit(status))
}
