//! What `declare -p` and its relatives list: always in the order of the names, in a form that can be read again.

use std::rc::Rc;

use crate::expand::{array_text, attribute_letters, quote};
use crate::state::{Attrs, Opt, Shell, Value, Variable, functions as attributes};
use crate::syntax::{Field, Function, Name};

/// Which builtin lists, where POSIX mode has it print itself: `export x="1"`.
#[derive(Clone, Copy)]
pub(super) struct Listing {
    pub(super) builtin: &'static str,
}

/// `declare -p`
pub(super) fn all_variables(shell: &mut Shell) {
    super::super::set::refresh(shell);
    for name in sorted(shell) {
        put_variable(shell, name, None);
    }
}

/// Those with one of the attributes `wanted`; with `array` or `assoc` only arrays of that kind.
pub(super) fn variables(shell: &mut Shell, wanted: Attrs, array: bool, assoc: bool, listing: Option<Listing>) {
    super::super::set::refresh(shell);
    for name in sorted(shell) {
        let variable = shell.vars.get(name);
        let kind = match variable.value {
            Value::Indexed(_) => array,
            Value::Assoc(_) => assoc && !array,
            _ => false,
        };
        if (array || assoc) && !kind {
            continue;
        }
        if wanted == Attrs(0) || variable.attrs.any(wanted) {
            put_variable(shell, name, listing);
        }
    }
}

/// `local`: the variables of the function that runs.
pub(super) fn locals(shell: &mut Shell) {
    if shell.has_local_options() {
        shell.fds.out.extend_from_slice(b"local -\n");
    }
    let level = shell.frames.level;
    for name in sorted(shell) {
        if shell.vars.get(name).level == level {
            put_variable(shell, name, None);
        }
    }
}

/// `declare -p name`; false when there is no such variable.
pub(super) fn variable_named(shell: &mut Shell, word: &[u8]) -> bool {
    let Some(name) = shell.names.find(word) else { return false };
    shell.refresh(name);
    let exists = shell.vars.get(name).exists();
    if exists {
        put_variable(shell, name, None);
    }
    exists
}

/// `local -p name`
pub(super) fn local_named(shell: &mut Shell, word: &[u8]) -> bool {
    let level = shell.frames.level;
    match shell.names.find(word) {
        Some(name) if shell.vars.get(name).level == level => variable_named(shell, word),
        _ => false,
    }
}

/// Names of all variables, sorted.
fn sorted(shell: &Shell) -> Vec<Name> {
    let mut names: Vec<(Field, Name)> =
        shell.vars.iter().map(|(name, _)| (shell.names.spelling(name).clone(), name)).collect();
    names.sort_unstable();
    names.into_iter().map(|(_, name)| name).collect()
}

fn put_variable(shell: &mut Shell, name: Name, listing: Option<Listing>) {
    let variable = shell.vars.get(name);
    let mut line = head(variable, listing, shell.options.get(Opt::POSIX)).into_bytes();
    line.extend_from_slice(shell.names.spelling(name));
    match &variable.value {
        Value::Unset => {}
        Value::Scalar(text) => {
            line.push(b'=');
            line.extend_from_slice(&quote::for_declare(text, shell.utf8));
        }
        value => {
            if !variable.attrs.any(Attrs::VALUELESS) {
                line.push(b'=');
                line.extend_from_slice(&array_text(value, shell.utf8));
            }
        }
    }
    line.push(b'\n');
    shell.fds.out.extend_from_slice(&line);
}

/// `declare -x `, or `export ` in POSIX mode.
fn head(variable: &Variable, listing: Option<Listing>, posix: bool) -> String {
    if let Some(listing) = listing
        && posix
    {
        return match variable.value {
            Value::Indexed(_) => format!("{} -a ", listing.builtin),
            Value::Assoc(_) => format!("{} -A ", listing.builtin),
            _ => format!("{} ", listing.builtin),
        };
    }
    let letters = attribute_letters(variable);
    format!("declare -{} ", if letters.is_empty() { "-" } else { &letters })
}

/// `declare -f`, `declare -F`, `export -f`: functions with one of the attributes `wanted`, all when it is empty.
pub(super) fn functions(shell: &mut Shell, wanted: Attrs, names_only: bool) {
    let mask = function_attributes(wanted);
    let mut list: Vec<(Field, Name, Rc<Function>)> = Vec::new();
    for (name, function) in shell.functions.iter() {
        if mask == 0 || shell.functions.attrs(name) & mask != 0 {
            list.push((shell.names.spelling(name).clone(), name, function.clone()));
        }
    }
    list.sort_unstable_by(|left, right| left.0.cmp(&right.0));
    for (_, name, function) in list {
        put_function(shell, name, &function, names_only);
    }
}

/// `declare -pf name`, `declare -pF name`
pub(super) fn function_named(shell: &mut Shell, word: &[u8], names_only: bool) -> bool {
    let Some(name) = shell.names.find(word) else { return false };
    let Some(function) = shell.functions.get(name).cloned() else { return false };
    put_function(shell, name, &function, names_only);
    true
}

/// The definition, and its attributes if it has some; with `names_only` always the attributes alone.
fn put_function(shell: &mut Shell, name: Name, function: &Function, names_only: bool) {
    let mut text = Vec::new();
    if !names_only {
        text.extend_from_slice(&shell.function_text(function));
        text.push(b'\n');
    }
    let letters = function_letters(shell.functions.attrs(name));
    if names_only || !letters.is_empty() {
        text.extend_from_slice(format!("declare -f{letters} ").as_bytes());
        text.extend_from_slice(shell.names.spelling(name));
        text.push(b'\n');
    }
    shell.fds.out.extend_from_slice(&text);
}

fn function_letters(attrs: u8) -> String {
    let rows = [(attributes::READONLY, 'r'), (attributes::TRACED, 't'), (attributes::EXPORTED, 'x')];
    rows.iter().filter(|(bit, _)| attrs & bit != 0).map(|(_, letter)| letter).collect()
}

/// The attributes of functions that those of variables correspond to.
pub(super) fn function_attributes(attrs: Attrs) -> u8 {
    let rows = [
        (Attrs::READONLY, attributes::READONLY),
        (Attrs::TRACE, attributes::TRACED),
        (Attrs::EXPORT, attributes::EXPORTED),
    ];
    rows.iter().filter(|(attr, _)| attrs.any(*attr)).fold(0, |all, (_, bit)| all | bit)
}
