//! `command` and `builtin` (bash manual 4.1, 4.2).

use super::args::{self, Options, refuse};
use super::r#type::{Search, Style, describe};
use crate::exec::find::{self, Found};
use crate::exec::{output, report, simple, spawn};
use crate::state::{Builtin, Kind, Opt, Outcome, Run, Shell, Status};
use crate::syntax::Field;
use bstr::ByteSlice;

/// `command`
pub(super) const COMMAND: Builtin = Builtin {
    name: "command",
    run: Run::Plain(command),
    kind: Kind::Regular,
    usage: "command [-pVv] command [arg ...]",
    summary: "Run a command past functions, or tell what it is.",
};
/// `builtin`
pub(super) const BUILTIN: Builtin = Builtin {
    name: "builtin",
    run: Run::Plain(builtin),
    kind: Kind::Regular,
    usage: "builtin [shell-builtin [arg ...]]",
    summary: "Run a builtin even where a function has its name.",
};

/// Where `command -p` looks: what confstr(3) has for it.
const STANDARD_PATH: &[u8] = b"/bin:/usr/bin";

fn command(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut options = Options::new(args, "pVv");
    let (mut standard, mut style) = (false, None);
    loop {
        match options.next() {
            Ok(Some(option)) => match option.letter {
                b'p' => standard = true,
                b'v' => style = Some(Style::Reusable),
                _ => style = Some(Style::Absolute),
            },
            Ok(None) => break,
            Err(wrong) => return refuse(shell, "command", COMMAND.usage, wrong),
        }
    }
    if standard && shell.options.get(Opt::RESTRICTED_SHELL) {
        return report::builtin(shell, COMMAND.name, format_args!("-p: restricted"));
    }
    let operands = options.operands();
    if let Some(style) = style {
        return describe_all(shell, operands, style, standard);
    }
    let Some(first) = operands.first() else { return Ok(Status::SUCCESS) };
    let name = shell.names.intern(first);
    if let Some(builtin) = find::builtin(shell, name) {
        let special = std::mem::replace(&mut shell.runs_special, false);
        let outcome = simple::run_builtin(shell, builtin, operands, Vec::new());
        shell.runs_special = special;
        return outcome;
    }
    if find::is_restricted(shell, first) {
        return Ok(Status::FAILURE);
    }
    let found = match standard && !first.contains(&b'/') {
        true => find::search_in(shell, STANDARD_PATH, first).map(|(path, _)| {
            shell.paths.set(name, path.clone(), 1); // remembered for all: PATH=/x; command -p ls; ls
            path
        }),
        false => match find::file(shell, name) {
            Found::File(path) => Some(path),
            _ => None,
        },
    };
    let _ = output::flush(shell);
    match found {
        Some(path) => spawn::run(shell, &path, operands, &[], false),
        None if standard => {
            report::message(shell, format_args!("{}: command not found", first.as_bstr()));
            Ok(Status::NOT_FOUND)
        }
        None => Ok(spawn::not_found(shell, first)),
    }
}

fn describe_all(shell: &mut Shell, names: &[Field], style: Style, standard: bool) -> Outcome {
    let mut any = false;
    for name in names {
        let path = standard.then_some(STANDARD_PATH);
        let search = Search { style, all: false, no_functions: false, files_only: false, path };
        let found = describe(shell, name, &search);
        if !found && style == Style::Absolute {
            report::message(shell, format_args!("command: {}: not found", name.as_bstr()));
        }
        any |= found;
    }
    output::flush_unchecked(shell);
    // one is enough: bash -c 'command -v cd nosuch; echo $?'
    Ok(if any || names.is_empty() { Status::SUCCESS } else { Status::FAILURE })
}

fn builtin(shell: &mut Shell, args: &[Field]) -> Outcome {
    let args = match args::none(shell, &BUILTIN, args) {
        Ok(operands) => operands,
        Err(outcome) => return outcome,
    };
    let Some(first) = args.first() else { return Ok(Status::SUCCESS) };
    let name = shell.names.intern(first);
    match find::builtin(shell, name) {
        Some(builtin) => simple::run_builtin(shell, builtin, args, Vec::new()),
        None => report::builtin(shell, "builtin", format_args!("{}: not a shell builtin", first.as_bstr())),
    }
}
