//! `shopt [-pqsu] [-o] [optname ...]` (bash manual 4.3.2).

use bstr::ByteSlice;

use super::args::{self, Options};
use super::set;
use crate::exec::report;
use crate::state::options::TABLE;
use crate::state::{Builtin, Kind, Opt, OptKind, Outcome, Run, Shell, Status, special};
use crate::syntax::Field;

pub(super) const SHOPT: Builtin = Builtin {
    name: "shopt",
    run: Run::Plain(shopt),
    kind: Kind::Regular,
    usage: "shopt [-pqsu] [-o] [optname ...]",
    summary: "Set and show the shell's further options.",
};

fn shopt(shell: &mut Shell, args: &[Field]) -> Outcome {
    let (mut enable, mut disable, mut quiet, mut reusable, mut of_set) = (false, false, false, false, false);
    let mut options = Options::new(args, "psuoq");
    loop {
        match options.next() {
            Ok(Some(letter)) => match letter.letter {
                b's' => enable = true,
                b'u' => disable = true,
                b'q' => quiet = true,
                b'o' => of_set = true,
                _ => reusable = true,
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, SHOPT.name, SHOPT.usage, wrong),
        }
    }
    if enable && disable {
        let text = format_args!("cannot set and unset shell options simultaneously");
        return report::builtin(shell, SHOPT.name, text);
    }
    let names = options.operands();
    if names.is_empty() {
        let wanted = if enable || disable { Some(enable) } else { None };
        if !quiet {
            list(shell, wanted, reusable, of_set);
        }
        return Ok(Status::SUCCESS);
    }
    let mut all_on = true;
    for name in names {
        let found = if of_set { Opt::by_set_name(name) } else { Opt::by_shopt_name(name) };
        let Some(option) = found else {
            let why = if of_set { "invalid option name" } else { "invalid shell option name" };
            report::builtin(shell, SHOPT.name, format_args!("{}: {why}", name.as_bstr()))?;
            all_on = false;
            continue;
        };
        if enable || disable {
            if of_set {
                set::set_option(shell, option, enable)
            } else {
                change(shell, option, enable)
            }
            continue;
        }
        all_on &= shell.options.get(option);
        if !quiet {
            let mut text = Vec::new();
            show(option, shell.options.get(option), reusable, of_set, &mut text);
            shell.fds.out.extend_from_slice(&text);
        }
    }
    // bash -c 'shopt -so nope; echo $?': an unknown name of `set -o` is no failure when it is to be set
    Ok(Status::of(all_on || of_set && (enable || disable)))
}

/// `shopt`: a table; `shopt -p`: commands that set the same again.
pub fn list_all(shell: &mut Shell, reusable: bool) {
    list(shell, None, reusable, false);
}

fn list(shell: &mut Shell, wanted: Option<bool>, reusable: bool, of_set: bool) {
    let mut text = Vec::new();
    for (option, row) in Opt::all().zip(TABLE) {
        let on = shell.options.get(option);
        if (row.kind == OptKind::Shopt) != of_set && wanted.is_none_or(|wanted| wanted == on) {
            show(option, on, reusable, of_set, &mut text);
        }
    }
    shell.fds.out.extend_from_slice(&text);
}

fn show(option: Opt, on: bool, reusable: bool, of_set: bool, text: &mut Vec<u8>) {
    let name = option.row().name;
    if of_set {
        show_set_option(name, on, reusable, text);
    } else if reusable {
        text.extend_from_slice(format!("shopt -{} {name}\n", if on { 's' } else { 'u' }).as_bytes());
    } else {
        text.extend_from_slice(format!("{name:<15}\t{}\n", if on { "on" } else { "off" }).as_bytes());
    }
}

/// An option of `set -o`: `errexit off` in columns, or `set +o errexit`.
pub(super) fn show_set_option(name: &str, on: bool, reusable: bool, text: &mut Vec<u8>) {
    let line = if reusable {
        format!("set {}o {name}\n", if on { '-' } else { '+' })
    } else {
        format!("{name:<15}\t{}\n", if on { "on" } else { "off" })
    };
    text.extend_from_slice(line.as_bytes());
}

fn change(shell: &mut Shell, option: Opt, on: bool) {
    if matches!(option, Opt::LOGIN_SHELL | Opt::RESTRICTED_SHELL) {
        return; // how the shell was started cannot be changed, and bash says nothing
    }
    let level = special::COMPATIBILITY.iter().find(|(known, _)| *known == option).map(|(_, level)| *level);
    if let Some(level) = level {
        for (other, _) in special::COMPATIBILITY {
            shell.set_option(other, false);
        }
        let _ = shell.assign(special::BASH_COMPAT, if on { level } else { b"52" }); // readonly: bash does not tell
    }
    shell.set_option(option, on);
}
