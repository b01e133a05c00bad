//! `enable`: builtins on and off (bash manual 4.2).

use bstr::ByteSlice;

use super::TABLE;
use super::args::{self, Options};
use crate::exec::report;
use crate::state::{Builtin, Kind, Opt, Outcome, Run, Shell, Status, Undo};
use crate::syntax::Field;

pub(super) const ENABLE: Builtin = Builtin {
    name: "enable",
    run: Run::Plain(enable),
    kind: Kind::Regular,
    usage: "enable [-a] [-dnps] [-f filename] [name ...]",
    summary: "Switch builtins on and off.",
};

fn enable(shell: &mut Shell, args: &[Field]) -> Outcome {
    let (mut all, mut disable, mut special, mut delete, mut print, mut load) =
        (false, false, false, false, false, None);
    let mut options = Options::new(args, "adnpsf:");
    loop {
        match options.next() {
            Ok(Some(letter)) => match letter.letter {
                b'a' => all = true,
                b'd' => delete = true,
                b'n' => disable = true,
                b's' => special = true,
                b'f' => load = letter.value,
                _ => print = true,
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, ENABLE.name, ENABLE.usage, wrong),
        }
    }
    if shell.options.get(Opt::RESTRICTED_SHELL) && (load.is_some() || delete) {
        return report::builtin(shell, ENABLE.name, format_args!("restricted"));
    }
    let names = options.operands();
    if names.is_empty() || print {
        list(shell, all, disable, special);
        return Ok(Status::SUCCESS);
    }
    if let Some(file) = load {
        let file = file.as_bstr();
        let text = format_args!(
            "cannot open shared object {file}: {file}: cannot open shared object file: No such file or directory"
        );
        return report::builtin(shell, ENABLE.name, text);
    }
    let mut status = Status::SUCCESS;
    for name in names {
        let known = TABLE.iter().any(|builtin| builtin.name.as_bytes() == &name[..]);
        if !known || delete {
            let why = if known { "not dynamically loaded" } else { "not a shell builtin" };
            status = report::builtin(shell, ENABLE.name, format_args!("{}: {why}", name.as_bstr()))?;
            continue;
        }
        if !disable && shell.options.get(Opt::RESTRICTED_SHELL) {
            status = report::builtin(shell, ENABLE.name, format_args!("restricted"))?;
            continue;
        }
        let before = shell.disabled.clone();
        shell.journal.subshell(|| Undo::Disabled(before));
        let name = shell.names.intern(name);
        shell.disabled.retain(|other| *other != name);
        if disable {
            shell.disabled.push(name);
        }
    }
    Ok(status)
}

/// `enable name` for each that is on, `enable -n name` for each that is off.
fn list(shell: &mut Shell, all: bool, disabled: bool, special: bool) {
    let mut text = String::new();
    for builtin in TABLE {
        let off = shell.names.find(builtin.name.as_bytes()).is_some_and(|name| shell.disabled.contains(&name));
        if (all || off == disabled) && (!special || builtin.kind == Kind::Special) {
            text.push_str(if off { "enable -n " } else { "enable " });
            text.push_str(builtin.name);
            text.push('\n');
        }
    }
    shell.fds.out.extend_from_slice(text.as_bytes());
}
