//! The start: environment, special variables, options (bash manual 5, 6.1, 6.2).

use std::os::unix::ffi::OsStringExt;

use bstr::ByteSlice;

use super::Plan;
use crate::exec::report;
use crate::state::{Attrs, Opt, Shell, Status, Value, special};
use crate::syntax::{Field, is_name};
use crate::sys;

/// Takes over the environment and gives the special variables their values.
pub(super) fn environment(shell: &mut Shell) {
    shell.dynamic.seconds_zero = sys::clock::monotonic_nanos();
    shell.dynamic.random = sys::child::id().0 as u32 ^ sys::clock::monotonic_nanos() as u32;
    set(shell, special::IFS, b" \t\n", Attrs::default());
    set(shell, special::PS4, b"+ ", Attrs::default());
    set(shell, special::OPTIND, b"1", Attrs::default());
    set(shell, special::OPTERR, b"1", Attrs::default());
    for (name, value) in std::env::vars_os() {
        let (name, value) = (name.into_vec(), value.into_vec());
        if !is_name(&name) {
            shell.vars.passthrough.push(Field::from([&name[..], b"=", &value].concat()));
            continue;
        }
        let name = shell.names.intern(&name);
        if !matches!(name, special::IFS | special::SHELLOPTS | special::BASHOPTS | special::RSH_OPTIONS) {
            set(shell, name, &value, Attrs::EXPORT);
        }
    }
    identity(shell);
    level_and_directory(shell);
    for &(name, attrs) in special::DYNAMIC {
        let exported = Attrs(shell.vars.get(name).attrs.0 & Attrs::EXPORT.0);
        shell.set_attrs(name, attrs.with(Attrs::DYNAMIC).with(exported));
    }
    if shell.vars.get(special::PATH).value.scalar().is_none() {
        set(shell, special::PATH, b"/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", Attrs::default());
    }
}

fn set(shell: &mut Shell, name: crate::syntax::Name, value: &[u8], attrs: Attrs) {
    let _ = shell.set_value(name, Value::Scalar(value.to_vec())); // nothing is readonly yet
    shell.set_attrs(name, attrs);
}

/// Who and where: versions, ids, host.
fn identity(shell: &mut Shell) {
    const MACHINE: &str = std::env::consts::ARCH;
    let triple = format!("{MACHINE}-pc-linux-gnu");
    let readonly_number = Attrs::READONLY.with(Attrs::INTEGER);
    set(shell, special::BASH_VERSION, b"5.2.15(1)-release", Attrs::default());
    let info = ["5", "2", "15", "1", "release", &triple];
    let info = info.iter().map(|text| Field::from(text.as_bytes())).collect();
    let _ = shell.set_value(special::BASH_VERSINFO, Value::Indexed(Box::new(info)));
    shell.set_attrs(special::BASH_VERSINFO, Attrs::READONLY);
    set(shell, special::RSH_VERSION, env!("CARGO_PKG_VERSION").as_bytes(), Attrs::default());
    set(shell, special::HOSTTYPE, MACHINE.as_bytes(), Attrs::default());
    set(shell, special::MACHTYPE, triple.as_bytes(), Attrs::default());
    set(shell, special::OSTYPE, b"linux-gnu", Attrs::default());
    set(shell, special::HOSTNAME, &sys::user::host_name(), Attrs::default());
    set(shell, special::UID, sys::user::uid().to_string().as_bytes(), readonly_number);
    set(shell, special::EUID, sys::user::euid().to_string().as_bytes(), readonly_number);
    set(shell, special::PPID, sys::child::parent_id().0.to_string().as_bytes(), readonly_number);
    let path = sys::file::read_link(b"/proc/self/exe").unwrap_or_else(|_| shell.invocation.name.to_vec());
    set(shell, special::BASH, &path, Attrs::default());
}

/// SHLVL, PWD.
fn level_and_directory(shell: &mut Shell) {
    let level = shell.vars.get(special::SHLVL).value.scalar();
    let level: i64 = level.and_then(|text| std::str::from_utf8(text).ok()?.parse().ok()).unwrap_or(0);
    set(shell, special::SHLVL, (level + 1).to_string().as_bytes(), Attrs::EXPORT);
    let inherited = shell.vars.get(special::PWD).value.scalar().map(<[u8]>::to_vec);
    let same = |path: &Vec<u8>| match (sys::file::stat(path), sys::file::stat(b".")) {
        (Ok(there), Ok(here)) => path.first() == Some(&b'/') && there.same_file(&here),
        _ => false,
    };
    if let Some(here) = inherited.filter(same).or_else(|| sys::file::current_directory().ok()) {
        set(shell, special::PWD, &here, Attrs::EXPORT);
        shell.dynamic.directory = Some(Field::from(&here[..]));
    }
}

/// The options of the command line. A wrong one is told: 2.
pub(super) fn options(shell: &mut Shell, plan: &Plan) -> Result<(), Status> {
    for &(letter, on) in &plan.letters {
        let Some(option) = Opt::by_letter(letter) else {
            let sign = if on { '-' } else { '+' };
            report::message_without_line(shell, format_args!("{sign}{}: invalid option", letter as char));
            return Err(Status::USAGE);
        };
        shell.set_option(option, on);
    }
    for (name, on) in &plan.set_options {
        let Some(option) = Opt::by_set_name(name) else {
            report::message_without_line(shell, format_args!("{}: invalid option name", name.as_bstr()));
            return Err(Status::USAGE);
        };
        shell.set_option(option, *on);
    }
    for (name, on) in &plan.shopt_options {
        let Some(option) = Opt::by_shopt_name(name) else {
            report::message_without_line(shell, format_args!("{}: invalid shell option name", name.as_bstr()));
            return Err(Status::USAGE);
        };
        shell.set_option(option, *on);
    }
    Ok(())
}
