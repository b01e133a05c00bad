//! `complete`, `compopt`, `compgen`: specifications are kept and shown; what can be listed without a line editor is
//! (bash manual 8.7).

mod generate;

use bstr::ByteSlice;

use super::args::{self, Letter, Options};
use crate::exec::{output, report};
use crate::expand::quote;
use crate::state::value::bucket_hash;
use crate::state::{Builtin, Kind, Outcome, Run, Shell, Status, Undo};
use crate::syntax::Field;
pub(super) use generate::COMPGEN;

pub(super) const COMPLETE: Builtin = Builtin {
    name: "complete",
    run: Run::Plain(complete),
    kind: Kind::Regular,
    usage: "complete [-abcdefgjksuv] [-pr] [-DEI] [-o option] [-A action] [-G globpat] [-W wordlist] [-F function] \
            [-C command] [-X filterpat] [-P prefix] [-S suffix] [name ...]",
    summary: "Say how the words of a command are completed.",
};

pub(super) const COMPOPT: Builtin = Builtin {
    name: "compopt",
    run: Run::Plain(compopt),
    kind: Kind::Regular,
    usage: "compopt [-o|+o option] [-DEI] [name ...]",
    summary: "Change options of a completion.",
};

/// Names of actions, each with its letter if it has one, in the order in which bash shows them.
const ACTIONS: &[(&str, Option<u8>)] = &[
    ("alias", Some(b'a')),
    ("arrayvar", None),
    ("binding", None),
    ("builtin", Some(b'b')),
    ("command", Some(b'c')),
    ("directory", Some(b'd')),
    ("disabled", None),
    ("enabled", None),
    ("export", Some(b'e')),
    ("file", Some(b'f')),
    ("function", None),
    ("helptopic", None),
    ("hostname", None),
    ("group", Some(b'g')),
    ("job", Some(b'j')),
    ("keyword", Some(b'k')),
    ("running", None),
    ("service", Some(b's')),
    ("setopt", None),
    ("shopt", None),
    ("signal", None),
    ("stopped", None),
    ("user", Some(b'u')),
    ("variable", Some(b'v')),
];

/// Names of `-o`.
const OPTIONS: &[&str] =
    &["bashdefault", "default", "dirnames", "filenames", "noquote", "nosort", "nospace", "plusdirs"];

/// Options with an argument, in the order in which bash shows them.
const VALUES: &[&str] = &["-G", "-W", "-P", "-S", "-X", "-C", "-F"];

/// A specification: words that define it.
type Spec = Vec<(&'static str, Field)>;

/// A special command's option letter, the name it is kept under, and the option.
type Special = (u8, &'static str, &'static str);

/// Where the names of the special commands are kept: for an empty line, any command, the first word.
const SPECIAL: &[Special] = &[(b'D', "_DefaultCmD_", "-D"), (b'E', "_EmptycmD_", "-E"), (b'I', "_InitialWorD_", "-I")];

/// Reads the options that `complete` and `compgen` share into `spec`; `Err` for what was refused.
fn take(shell: &mut Shell, builtin: &Builtin, letter: &Letter, spec: &mut Spec) -> Result<(), Outcome> {
    let value = letter.value.clone().unwrap_or_default();
    let entry = match letter.letter {
        b'A' => match ACTIONS.iter().find(|(name, _)| name.as_bytes() == &value[..]) {
            Some(&(name, _)) => (name, Field::default()),
            None => return Err(refuse(shell, builtin, &value, "invalid action name")),
        },
        b'o' => match OPTIONS.iter().find(|name| name.as_bytes() == &value[..]) {
            Some(_) => ("-o", value),
            None => return Err(refuse(shell, builtin, &value, "invalid option name")),
        },
        letter => match ACTIONS.iter().find(|(_, known)| *known == Some(letter)) {
            Some(&(name, _)) => (name, Field::default()),
            None => match VALUES.iter().find(|known| known.as_bytes().get(1) == Some(&letter)) {
                Some(&"-F") if value.iter().any(|byte| b" \t\n;&|()<>".contains(byte)) => {
                    report::message(
                        shell,
                        format_args!("{}: `{}': not a valid identifier", builtin.name, value.as_bstr()),
                    );
                    return Err(Ok(Status::USAGE));
                }
                Some(known) => (*known, value),
                None => return Ok(()),
            },
        },
    };
    let repeats = |known: &(&'static str, Field)| known.0 == entry.0 && (entry.0 != "-o" || known.1 == entry.1);
    spec.retain(|known| !repeats(known));
    spec.push(entry);
    Ok(())
}

/// A special command, given with one that came before: the first of the table counts.
fn more_special(before: Option<&'static Special>, letter: u8) -> Option<&'static Special> {
    SPECIAL.iter().find(|row| row.0 == letter || before.is_some_and(|before| before.0 == row.0))
}

fn refuse(shell: &Shell, builtin: &Builtin, word: &[u8], why: &str) -> Outcome {
    report::message(shell, format_args!("{}: {}: {why}", builtin.name, word.as_bstr()));
    Ok(Status::USAGE)
}

fn no_spec(shell: &Shell, builtin: &Builtin, name: &[u8]) -> Outcome {
    report::builtin(shell, builtin.name, format_args!("{}: no completion specification", name.as_bstr()))
}

fn complete(shell: &mut Shell, args: &[Field]) -> Outcome {
    let (mut print, mut remove, mut special, mut spec) = (false, false, None, Spec::new());
    let mut options = Options::new(args, "abcdefgjko:prsuvA:G:W:P:S:X:F:C:DEI");
    loop {
        match options.next() {
            Ok(Some(letter)) => match letter.letter {
                b'p' => print = true,
                b'r' => remove = true,
                b'D' | b'E' | b'I' => special = more_special(special, letter.letter),
                _ => {
                    if let Err(outcome) = take(shell, &COMPLETE, &letter, &mut spec) {
                        return outcome;
                    }
                }
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, COMPLETE.name, COMPLETE.usage, wrong),
        }
    }
    let named: Vec<Field> = match special {
        Some((_, name, _)) => vec![Field::from(name.as_bytes())],
        None => options.operands().to_vec(),
    };
    if print || !remove && named.is_empty() && spec.is_empty() {
        return show(shell, &named);
    }
    if remove {
        return forget(shell, &named);
    }
    if named.is_empty() {
        return report::builtin_usage(shell, COMPLETE.name, COMPLETE.usage);
    }
    for name in named {
        let completions = change(shell);
        completions.retain(|(known, _)| *known != name);
        completions.push((name, spec.clone()));
    }
    Ok(Status::SUCCESS)
}

/// The specifications, to be changed.
fn change(shell: &mut Shell) -> &mut Vec<(Field, Spec)> {
    let Shell { journal, dynamic, .. } = shell;
    journal.subshell(|| Undo::Completions(dynamic.completions.clone()));
    &mut dynamic.completions
}

fn forget(shell: &mut Shell, names: &[Field]) -> Outcome {
    let completions = change(shell);
    if names.is_empty() {
        completions.clear();
    }
    let mut status = Status::SUCCESS;
    for name in names {
        let completions = change(shell);
        let before = completions.len();
        completions.retain(|(known, _)| known != name);
        if completions.len() == before {
            status = no_spec(shell, &COMPLETE, name)?;
        }
    }
    Ok(status)
}

fn show(shell: &mut Shell, names: &[Field]) -> Outcome {
    let mut status = Status::SUCCESS;
    let mut text = Vec::new();
    if names.is_empty() {
        let mut all: Vec<_> = shell.dynamic.completions.iter().enumerate().collect();
        all.sort_by_key(|(place, (name, _))| (bucket_hash(name) & 511, std::cmp::Reverse(*place)));
        for (_, (name, spec)) in all {
            text.extend_from_slice(&definition(name, spec));
        }
    }
    for name in names {
        match shell.dynamic.completions.iter().find(|(known, _)| known == name) {
            Some((_, spec)) => text.extend_from_slice(&definition(name, spec)),
            None => status = no_spec(shell, &COMPLETE, name)?,
        }
    }
    shell.fds.out.extend_from_slice(&text);
    output::flush_unchecked(shell);
    Ok(status)
}

/// `complete -o nospace -W 'a b' name`: options, actions by letter, actions by name, the rest.
fn definition(name: &[u8], spec: &Spec) -> Vec<u8> {
    let mut text = b"complete".to_vec();
    for option in OPTIONS {
        if spec.iter().any(|(kind, value)| *kind == "-o" && option.as_bytes() == &value[..]) {
            text.extend_from_slice(format!(" -o {option}").as_bytes());
        }
    }
    let has = |name: &str| spec.iter().any(|(kind, _)| *kind == name);
    for (action, letter) in ACTIONS {
        if let Some(letter) = letter
            && has(action)
        {
            text.extend_from_slice(&[b' ', b'-', *letter]);
        }
    }
    for (action, letter) in ACTIONS {
        if letter.is_none() && has(action) {
            text.extend_from_slice(format!(" -A {action}").as_bytes());
        }
    }
    for option in VALUES {
        for (_, value) in spec.iter().filter(|(kind, _)| kind == option) {
            let value = if *option == "-F" { quote::for_set(value, true) } else { quote::single_quoted(value) };
            text.extend_from_slice(&[b" ", option.as_bytes(), b" ", &value].concat());
        }
    }
    let name = if name.is_empty() { b"''".to_vec() } else { quote::for_set(shown_name(name), true) };
    text.extend_from_slice(&[b" ", &name[..], b"\n"].concat());
    text
}

/// `-D` for the name that stands for any command, and the like.
fn shown_name(name: &[u8]) -> &[u8] {
    let special = SPECIAL.iter().find(|(_, known, _)| known.as_bytes() == name);
    special.map_or(name, |(_, _, option)| option.as_bytes())
}

fn compopt(shell: &mut Shell, args: &[Field]) -> Outcome {
    let (mut changes, mut special) = (Vec::new(), None);
    let mut options = Options::with_plus(args, "o:DEI");
    loop {
        match options.next() {
            Ok(Some(Letter { letter: b'o', value, plus })) => {
                let value = value.unwrap_or_default();
                if !OPTIONS.iter().any(|name| name.as_bytes() == &value[..]) {
                    return refuse(shell, &COMPOPT, &value, "invalid option name");
                }
                changes.push((value, !plus));
            }
            Ok(Some(letter)) => special = more_special(special, letter.letter),
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, COMPOPT.name, COMPOPT.usage, wrong),
        }
    }
    let names: Vec<Field> = match special {
        Some((_, name, _)) => vec![Field::from(name.as_bytes())],
        None => options.operands().to_vec(),
    };
    if names.is_empty() {
        return report::builtin(shell, COMPOPT.name, format_args!("not currently executing completion function"));
    }
    let mut status = Status::SUCCESS;
    for name in &names {
        let Some(place) = shell.dynamic.completions.iter().position(|(known, _)| known == name) else {
            status = no_spec(shell, &COMPOPT, name)?;
            continue;
        };
        let Some((_, spec)) = change(shell).get_mut(place) else { continue };
        for (option, on) in &changes {
            spec.retain(|(kind, value)| *kind != "-o" || value != option);
            if *on {
                spec.push(("-o", option.clone()));
            }
        }
        if changes.is_empty() {
            let on = |option: &str| spec.iter().any(|(kind, value)| *kind == "-o" && option.as_bytes() == &value[..]);
            let shown: Vec<String> =
                OPTIONS.iter().map(|option| format!("{}o {option}", if on(option) { '-' } else { '+' })).collect();
            let line = format!("compopt {} {}\n", shown.join(" "), shown_name(name).as_bstr());
            shell.fds.out.extend_from_slice(line.as_bytes());
        }
    }
    output::flush_unchecked(shell);
    Ok(status)
}
