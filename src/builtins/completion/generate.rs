//! `compgen`: the words that a specification makes (bash manual 8.6).

use bstr::ByteSlice;

use super::super::args::{self, Options};
use super::super::{TABLE, topics, r#type};
use super::{ACTIONS, Spec, take};
use crate::exec::{function, output, report};
use crate::expand::{self, quote};
use crate::pattern::{Flags, Pattern};
use crate::state::options::TABLE as OPTIONS;
use crate::state::{Attrs, Builtin, Flow, JobState, Kind, OptKind, Outcome, Run, Shell, Status, Value, special};
use crate::syntax::Field;
use crate::sys::{Signal, file, user};

pub(in crate::builtins) const COMPGEN: Builtin = Builtin {
    name: "compgen",
    run: Run::Plain(compgen),
    kind: Kind::Regular,
    usage: "compgen [-abcdefgjksuv] [-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] \
            [-X filterpat] [-P prefix] [-S suffix] [word]",
    summary: "List the words that complete a word.",
};

fn compgen(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut spec = Spec::new();
    let mut options = Options::new(args, "abcdefgjko:suvA:G:W:P:S:X:F:C:");
    loop {
        match options.next() {
            Ok(Some(letter)) => {
                if let Err(outcome) = take(shell, &COMPGEN, &letter, &mut spec) {
                    return outcome;
                }
            }
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, COMPGEN.name, COMPGEN.usage, wrong),
        }
    }
    for option in ["-F", "-C"] {
        if value(&spec, option).is_some() {
            let text = format_args!("compgen: warning: {option} option may not work as you expect");
            report::message(shell, text);
        }
    }
    let word = options.operands().first().cloned().unwrap_or_default();
    let mut words = candidates(shell, &spec, &word)?;
    if let Some(filter) = value(&spec, "-X") {
        filter_out(shell, filter, &word, &mut words);
    }
    let prefix = value(&spec, "-P").cloned().unwrap_or_default();
    let suffix = value(&spec, "-S").cloned().unwrap_or_default();
    for candidate in &words {
        shell.fds.out.extend_from_slice(&[&prefix[..], candidate, &suffix, b"\n"].concat());
    }
    output::flush_unchecked(shell);
    Ok(Status::of(!words.is_empty() || spec.is_empty()))
}

/// What the actions, `-G`, `-W`, `-F` and `-C` give, in this order.
fn candidates(shell: &mut Shell, spec: &Spec, word: &[u8]) -> Result<Vec<Vec<u8>>, Flow> {
    let mut words: Vec<Vec<u8>> = Vec::new();
    for (action, _) in ACTIONS {
        if value(spec, action).is_some() {
            words.extend(from_action(shell, action, word).into_iter().filter(|found| found.starts_with(word)));
        }
    }
    if let Some(pattern) = value(spec, "-G") {
        words.extend(from_pattern(shell, pattern));
    }
    if let Some(list) = value(spec, "-W") {
        words.extend(from_list(shell, list)?.into_iter().filter(|found| found.starts_with(word)));
    }
    if let Some(function) = value(spec, "-F") {
        words.extend(from_function(shell, function, word)?);
    }
    if let Some(command) = value(spec, "-C") {
        words.extend(from_command(shell, command, word)?);
    }
    let has = |option: &[u8]| spec.iter().any(|(kind, value)| *kind == "-o" && &value[..] == option);
    if has(b"plusdirs") || words.is_empty() && has(b"dirnames") {
        words.extend(files(word, true));
    }
    Ok(words)
}

/// `-F`: the function is called with the command, the word and the word before it; what it leaves in COMPREPLY counts.
fn from_function(shell: &mut Shell, function: &Field, word: &[u8]) -> Result<Vec<Vec<u8>>, Flow> {
    let found = shell.names.find(function).and_then(|name| shell.functions.get(name).cloned());
    let Some(found) = found else {
        report::message(shell, format_args!("completion: function `{}' not found", function.as_bstr()));
        return Ok(Vec::new());
    };
    let args = [function.clone(), Field::from(COMPGEN.name.as_bytes()), Field::from(word), Field::default()];
    function::call(shell, &found, &args, shell.checked)?;
    let reply = shell.names.intern(b"COMPREPLY");
    let words = match &shell.vars.get(reply).value {
        Value::Indexed(array) => array.iter().map(|(_, value)| value.to_vec()).collect(),
        value => value.scalar().map(<[u8]>::to_vec).into_iter().collect(),
    };
    let _ = shell.unset(reply); // readonly: it stays, as in bash
    Ok(words)
}

/// `-C`: each line that the command prints.
fn from_command(shell: &mut Shell, command: &[u8], word: &[u8]) -> Result<Vec<Vec<u8>>, Flow> {
    let word = quote::single_quoted(word);
    let text = [b"\"$(", command, b" compgen ", &word, b" '')\""].concat();
    let output = expand::word_text(shell, &text).map_err(|error| report::expansion(shell, error))?;
    Ok(output.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).map(<[u8]>::to_vec).collect())
}

fn value<'a>(spec: &'a Spec, option: &str) -> Option<&'a Field> {
    spec.iter().find(|(kind, _)| *kind == option).map(|(_, value)| value)
}

/// `-W`: split at IFS outside of quotes and substitutions, each word expanded.
fn from_list(shell: &mut Shell, list: &[u8]) -> Result<Vec<Vec<u8>>, Flow> {
    let class = shell.ifs.class;
    let mut words: Vec<Vec<u8>> = Vec::new();
    let (mut start, mut at) = (None, 0);
    while let Some(&byte) = list.get(at) {
        if class[usize::from(byte)] != 0 {
            words.extend(start.take().and_then(|start| list.get(start..at)).map(<[u8]>::to_vec));
            at += 1;
        } else {
            start.get_or_insert(at);
            at += unit(list.get(at..).unwrap_or_default());
        }
    }
    words.extend(start.and_then(|start| list.get(start..)).map(<[u8]>::to_vec));
    let mut expanded = Vec::with_capacity(words.len());
    for word in words {
        expanded.push(expand::word_text(shell, &word).map_err(|error| report::expansion(shell, error))?);
    }
    Ok(expanded)
}

/// The length of what `text` begins with and what is not split: a byte, an escape, a quoted string, a substitution.
fn unit(text: &[u8]) -> usize {
    let until = |mark: u8, from: usize| {
        let end = text.iter().skip(from).position(|&byte| byte == mark);
        end.map_or(text.len(), |place| from + place + 1)
    };
    match text {
        [b'\\', _, ..] => 2,
        [mark @ (b'\'' | b'"' | b'`'), ..] => until(*mark, 1),
        [b'$', open @ (b'(' | b'{'), ..] => {
            let close = if *open == b'(' { b')' } else { b'}' };
            let mut depth = 0;
            for (place, byte) in text.iter().enumerate() {
                depth += i32::from(byte == open) - i32::from(*byte == close);
                if depth == 0 && place > 1 {
                    return place + 1;
                }
            }
            text.len()
        }
        _ => 1,
    }
}

/// `-G`: names of files that match.
fn from_pattern(shell: &Shell, pattern: &[u8]) -> Vec<Vec<u8>> {
    let (directory, name) = split_path(pattern);
    let pattern = Pattern::compile(name, Flags { extglob: true, utf8: shell.utf8, period: true, ..Flags::default() });
    let entries = file::entries(directory).unwrap_or_default().into_iter();
    entries
        .filter(|entry| !matches!(&entry.name[..], b"." | b"..") && pattern.matches(&entry.name))
        .map(|entry| [directory, &entry.name].concat())
        .collect()
}

/// The directory of a path, with its slash, and the name in it.
fn split_path(path: &[u8]) -> (&[u8], &[u8]) {
    path.split_at(memchr::memrchr(b'/', path).map_or(0, |slash| slash + 1))
}

/// `-X`: words that match are dropped; with `!` those that do not. `&` is the word to be completed.
fn filter_out(shell: &Shell, filter: &[u8], word: &[u8], words: &mut Vec<Vec<u8>>) {
    let (keep, filter) = match filter.strip_prefix(b"!") {
        Some(filter) => (true, filter),
        None => (false, filter),
    };
    let mut text = Vec::new();
    let mut bytes = filter.iter();
    while let Some(&byte) = bytes.next() {
        match byte {
            b'&' => text.extend_from_slice(word),
            b'\\' => text.extend([b'\\'].into_iter().chain(bytes.next().copied())),
            byte => text.push(byte),
        }
    }
    let pattern = Pattern::compile(&text, Flags { extglob: true, utf8: shell.utf8, ..Flags::default() });
    words.retain(|word| pattern.matches(word) == keep);
}

/// All words of an action; `word` says where files are looked for.
fn from_action(shell: &mut Shell, action: &str, word: &[u8]) -> Vec<Vec<u8>> {
    let strings = |names: &mut dyn Iterator<Item = &str>| names.map(|name| name.as_bytes().to_vec()).collect();
    match action {
        "alias" => sorted(shell.aliases.0.keys().map(|name| name.to_vec())),
        "arrayvar" => variables(shell, |_, value| value.is_array()),
        "variable" => variables(shell, |_, _| true),
        "export" => variables(shell, |attrs, _| attrs.any(Attrs::EXPORT)),
        "builtin" => strings(&mut TABLE.iter().map(|builtin| builtin.name)),
        "enabled" => builtins(shell, false),
        "disabled" => builtins(shell, true),
        "helptopic" => strings(&mut topics::all().iter().map(|topic| topic.name)),
        "keyword" => strings(&mut r#type::KEYWORDS.iter().copied()),
        "function" => sorted(shell.functions.iter().map(|(name, _)| shell.names.spelling(name).to_vec())),
        "command" => commands(shell, word),
        "directory" => files(word, true),
        "file" => files(word, false),
        "group" => user::group_names(),
        "user" => user::account_names(),
        "service" => first_fields(b"/etc/services", 0),
        "hostname" => first_fields(b"/etc/hosts", 1),
        "setopt" => options(false),
        "shopt" => options(true),
        "signal" => signals(),
        "job" => jobs(shell, None),
        "running" => jobs(shell, Some(JobState::Running)),
        "stopped" => jobs(shell, Some(JobState::Stopped)),
        _ => Vec::new(), // key bindings: there are none
    }
}

fn sorted(words: impl Iterator<Item = Vec<u8>>) -> Vec<Vec<u8>> {
    let mut words: Vec<Vec<u8>> = words.collect();
    words.sort_unstable();
    words
}

fn variables(shell: &Shell, wanted: impl Fn(Attrs, &Value) -> bool) -> Vec<Vec<u8>> {
    let found = shell.vars.iter().filter(|(_, variable)| wanted(variable.attrs, &variable.value));
    sorted(found.map(|(name, _)| shell.names.spelling(name).to_vec()))
}

fn builtins(shell: &Shell, disabled: bool) -> Vec<Vec<u8>> {
    let off = |name: &str| shell.names.find(name.as_bytes()).is_some_and(|name| shell.disabled.contains(&name));
    let names = TABLE.iter().map(|builtin| builtin.name).filter(|name| off(name) == disabled);
    names.map(|name| name.as_bytes().to_vec()).collect()
}

/// Aliases, keywords, functions, builtins and the files of PATH.
fn commands(shell: &mut Shell, word: &[u8]) -> Vec<Vec<u8>> {
    let mut words = Vec::new();
    for action in ["alias", "keyword", "function", "enabled"] {
        words.extend(from_action(shell, action, word));
    }
    let path = shell.scalar(special::PATH).unwrap_or_default().to_vec();
    for directory in path.split(|&byte| byte == b':') {
        for entry in file::entries(directory).unwrap_or_default() {
            let path = [directory, b"/", &entry.name].concat();
            if entry.name.starts_with(word) && file::is_executable(&path) {
                words.push(entry.name);
            }
        }
    }
    words
}

fn files(word: &[u8], directories: bool) -> Vec<Vec<u8>> {
    let (directory, start) = split_path(word);
    let mut words = Vec::new();
    for entry in file::entries(directory).unwrap_or_default() {
        if matches!(&entry.name[..], b"." | b"..") || !entry.name.starts_with(start) {
            continue;
        }
        let path = [directory, &entry.name].concat();
        if !directories || file::stat(&path).is_ok_and(|stat| stat.is_directory()) {
            words.push(path);
        }
    }
    words
}

/// Names in a table of /etc: from the field `first` on, or that one alone.
fn first_fields(path: &[u8], first: usize) -> Vec<Vec<u8>> {
    let table = file::read_file(path).unwrap_or_default();
    let mut words = Vec::new();
    for line in table.split(|&byte| byte == b'\n') {
        let line = line.split(|&byte| byte == b'#').next().unwrap_or_default();
        let mut fields = line.split(|byte| byte.is_ascii_whitespace()).filter(|field| !field.is_empty()).skip(first);
        if first == 0 {
            words.extend(fields.next().map(<[u8]>::to_vec));
        } else {
            words.extend(fields.map(<[u8]>::to_vec));
        }
    }
    words
}

fn options(shopt: bool) -> Vec<Vec<u8>> {
    let rows = OPTIONS.iter().filter(|row| (row.kind == OptKind::Shopt) == shopt);
    rows.map(|row| row.name.as_bytes().to_vec()).collect()
}

fn signals() -> Vec<Vec<u8>> {
    let numbers = (1..=31).chain(Signal::RTMIN..=Signal::MAX);
    let named = numbers.map(|number| format!("SIG{}", Signal(number).name()).into_bytes());
    let around = |name: &str| name.as_bytes().to_vec();
    [around("EXIT")].into_iter().chain(named).chain(["DEBUG", "ERR", "RETURN"].map(around)).collect()
}

/// The first words of jobs' commands.
fn jobs(shell: &Shell, state: Option<JobState>) -> Vec<Vec<u8>> {
    let wanted = shell.jobs.list.iter().filter(|job| state.is_none_or(|state| job.state() == state));
    wanted.filter_map(|job| job.command.split(|&byte| byte == b' ').next()).map(<[u8]>::to_vec).collect()
}
