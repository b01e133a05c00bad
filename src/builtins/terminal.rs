//! Builtins of a shell at a terminal, as they answer where there is none: `bind`, `suspend`, `logout`.

use bstr::ByteSlice;

use super::args::{self, Letter, Options, Wrong};
use super::exit;
use crate::exec::report;
use crate::state::{Builtin, Flow, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::Field;
use crate::sys::{Signal, child, file};

pub(super) const BIND: Builtin = Builtin {
    name: "bind",
    run: Run::Plain(bind),
    kind: Kind::Regular,
    usage: "bind [-lpsvPSVX] [-m keymap] [-f filename] [-q name] [-u name] [-r keyseq] [-x keyseq:shell-command] \
            [keyseq:readline-function or readline-command]",
    summary: "Bind keys of the line editor, of which there is none here.",
};

pub(super) const SUSPEND: Builtin = Builtin {
    name: "suspend",
    run: Run::Plain(suspend),
    kind: Kind::Regular,
    usage: "suspend [-f]",
    summary: "Stop the shell until it is told to go on.",
};

pub(super) const LOGOUT: Builtin = Builtin {
    name: "logout",
    run: Run::Plain(logout),
    kind: Kind::Regular,
    usage: "logout [n]",
    summary: "End a login shell.",
};

const KEYMAPS: &[&str] =
    &["emacs", "emacs-standard", "emacs-meta", "emacs-ctlx", "vi", "vi-move", "vi-command", "vi-insert"];

/// There is no line editing whose keys could be bound: it is said, and what cannot be a binding anyway.
fn bind(shell: &mut Shell, args: &[Field]) -> Outcome {
    report::message(shell, format_args!("bind: warning: line editing not enabled"));
    let mut options = Options::new(args, "lvpVPsSXf:q:u:m:r:x:");
    let mut status = Status::SUCCESS;
    loop {
        match options.next() {
            Ok(Some(Letter { letter: b'q' | b'u', value, .. })) => {
                let name = value.unwrap_or_default();
                status =
                    report::builtin(shell, BIND.name, format_args!("`{}': unknown function name", name.as_bstr()))?;
            }
            Ok(Some(Letter { letter: b'm', value, .. })) => {
                let name = value.unwrap_or_default();
                if !KEYMAPS.iter().any(|keymap| keymap.as_bytes() == &name[..]) {
                    let text = format_args!("`{}': invalid keymap name", name.as_bstr());
                    return report::builtin(shell, BIND.name, text);
                }
            }
            Ok(Some(Letter { letter: b'f', value, .. })) => {
                let name = value.unwrap_or_default();
                if let Err(error) = file::read_file(&name) {
                    let text = format_args!("{}: cannot read: {}", name.as_bstr(), file::message(error));
                    status = report::builtin(shell, BIND.name, text)?;
                }
            }
            Ok(Some(_)) => {}
            Ok(None) => break,
            Err(Wrong::Help) => return report::builtin_usage(shell, BIND.name, BIND.usage),
            Err(wrong) => return args::refuse(shell, BIND.name, BIND.usage, wrong),
        }
    }
    for binding in options.operands() {
        let ends = binding.iter().any(|byte| matches!(byte, b':' | b' ' | b'\t' | b'"'));
        if !ends && !binding.is_empty() {
            report::plain(format_args!("readline: {}: no key sequence terminator", binding.as_bstr()));
        }
    }
    Ok(status)
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
        report::builtin(shell, SUSPEND.name, format_args!("too many arguments"))?;
        return Err(Flow::Abandon(Status::FAILURE)); // bash -c 'suspend x; echo no'
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
    let operands = match args::only_help(shell, &LOGOUT, args) {
        Ok(operands) => operands,
        Err(outcome) => return outcome,
    };
    if !shell.options.get(Opt::LOGIN_SHELL) {
        return report::builtin(shell, LOGOUT.name, format_args!("not login shell: use `exit'"));
    }
    let status = exit::status(shell, LOGOUT.name, operands, None)?;
    super::startup::run_logout_files(shell)?;
    Err(Flow::Exit(status))
}
