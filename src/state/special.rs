//! Variables that the shell gives a meaning: which they are, what reading makes of them, what setting them does
//! (bash manual 5.1, 5.2).

use std::rc::Rc;

use super::history::History;
use super::value::{Assoc, Indexed, Value};
use super::vars::Attrs;
use super::{Frame, Shell, options::Opt};
use crate::syntax::{Field, Name};
use crate::sys;

macro_rules! special {
    ($($ident:ident)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "counts the rows")]
        enum Row { $($ident),* , COUNT }
        #[allow(missing_docs, reason = "the names are bash's")]
        mod numbers {
            use crate::syntax::Name;
            $(pub const $ident: Name = Name(super::Row::$ident as u32);)*
            /// How many there are: they are the first names of all.
            pub const COUNT: u32 = super::Row::COUNT as u32;
        }
        pub use numbers::*;
        /// Their spellings, in the order of their numbers.
        pub const SPELLINGS: &[&str] = &[$(spelling(stringify!($ident))),*];
    };
}

special! {
    IFS PATH HOME PWD OLDPWD LC_ALL LC_CTYPE LANG OPTIND OPTARG OPTERR REPLY PS1 PS2 PS3 PS4 PROMPT_COMMAND PS0
    POSIXLY_CORRECT TIMEFORMAT TZ CDPATH GLOBIGNORE BASH_ENV ENV BASH_XTRACEFD SHELLOPTS BASHOPTS SHLVL PPID UID EUID
    GROUPS HOSTNAME HOSTTYPE OSTYPE MACHTYPE BASH BASH_VERSION BASH_VERSINFO RSH_VERSION BASH_EXECUTION_STRING
    RANDOM SRANDOM SECONDS EPOCHSECONDS EPOCHREALTIME LINENO BASHPID BASH_SUBSHELL BASH_COMMAND BASH_ARGV0 FUNCNAME
    BASH_SOURCE BASH_LINENO BASH_ARGC BASH_ARGV PIPESTATUS DIRSTACK BASH_ALIASES BASH_CMDS BASH_REMATCH _UNDERSCORE MAPFILE COPROC
    HISTCMD COMP_WORDBREAKS SHELL TERM TMPDIR COLUMNS LINES EXECIGNORE BASH_COMPAT FUNCNEST HISTFILE HISTSIZE HISTFILESIZE TMOUT BASH_MONOSECONDS
    BASH_LOADABLES_PATH CHILD_MAX INSIDE_EMACS IGNOREEOF RSH_OPTIONS
}

/// What the dynamic variables remember.
pub struct Dynamic {
    /// Monotonic time, in nanoseconds, at which SECONDS was 0.
    pub seconds_zero: i64,
    /// State of RANDOM.
    pub random: u32,
    /// What BASH_SUBSHELL counts from.
    pub subshell_base: i64,
    /// `$_`
    pub last_argument: Field,
    /// How many commands an interactive shell has read.
    pub commands: u32,
    /// The files of a login shell's end have run.
    pub logged_out: bool,
    /// The current directory as `cd` came to it, links included; `None`: not known yet (PWD, if that is right).
    pub directory: Option<Field>,
    /// DIRSTACK behind the current directory.
    pub directories: Vec<Field>,
    /// BASH_COMMAND while a trap runs: what ran before it.
    pub command: Vec<u8>,
    /// Somebody has named BASH_COMMAND: only then it is kept.
    pub wants_command: bool,
    /// Somebody has named BASHPID: subshells are then processes from the start.
    pub wants_process: bool,
    /// The history list.
    pub history: History,
    /// Completion specifications (`complete`).
    pub completions: Completions,
}

/// What `complete` has defined: a command's name, and the words that define the same again (`-W`, `a b`, `-o`, `nospace` …).
pub type Completions = Vec<(Field, Vec<(&'static str, Field)>)>;

/// Names whose value is made when it is read, with the attributes that `declare -p` shows.
pub const DYNAMIC: &[(Name, Attrs)] = &[
    (RANDOM, Attrs::INTEGER),
    (SRANDOM, Attrs::INTEGER),
    (SECONDS, Attrs::INTEGER),
    (EPOCHSECONDS, Attrs(0)),
    (EPOCHREALTIME, Attrs(0)),
    (LINENO, Attrs(0)),
    (BASHPID, Attrs::INTEGER),
    (BASH_SUBSHELL, Attrs(0)),
    (BASH_COMMAND, Attrs(0)),
    (BASH_ARGV0, Attrs(0)),
    (FUNCNAME, Attrs(0)),
    (BASH_SOURCE, Attrs(0)),
    (BASH_LINENO, Attrs(0)),
    (BASH_ARGC, Attrs(0)),
    (BASH_ARGV, Attrs(0)),
    (PIPESTATUS, Attrs(0)),
    (DIRSTACK, Attrs(0)),
    (GROUPS, Attrs(0)),
    (BASH_ALIASES, Attrs(0)),
    (BASH_CMDS, Attrs(0)),
    (_UNDERSCORE, Attrs(0)),
    (HISTCMD, Attrs::INTEGER),
    (SHELLOPTS, Attrs::READONLY),
    (BASHOPTS, Attrs::READONLY),
];

/// Makes the value of a dynamic variable anew.
pub fn refresh(shell: &mut Shell, name: Name) {
    let value = match name {
        RANDOM => number(i64::from(next_random(shell))),
        SRANDOM => number(i64::from(sys::clock::random_u32())),
        SECONDS => number((sys::clock::monotonic_nanos() - shell.dynamic.seconds_zero).div_euclid(1_000_000_000)),
        EPOCHSECONDS => number(sys::clock::realtime_micros() / 1_000_000),
        EPOCHREALTIME => {
            let now = sys::clock::realtime_micros();
            Value::Scalar(format!("{}.{:06}", now / 1_000_000, now % 1_000_000).into_bytes())
        }
        LINENO => number(i64::from(shell.frames.line)),
        BASHPID => number(i64::from(sys::child::id().0)),
        BASH_SUBSHELL => number(i64::from(shell.subshell_depth).wrapping_add(shell.dynamic.subshell_base)),
        BASH_COMMAND => Value::Scalar(shell.dynamic.command.clone()),
        BASH_ARGV0 => Value::Scalar(shell.frames.zero.to_vec()),
        FUNCNAME if shell.frames.level == 0 => Value::Indexed(Box::default()),
        FUNCNAME | BASH_SOURCE | BASH_LINENO => call_stack(shell, name),
        BASH_ARGC | BASH_ARGV => arguments(shell, name == BASH_ARGC),
        PIPESTATUS => indexed(shell.pipestatus.iter().map(|status| Field::from(status.to_string().as_bytes()))),
        DIRSTACK => {
            let here = Field::from(shell.vars.get(PWD).value.scalar().unwrap_or_default());
            indexed(std::iter::once(here).chain(shell.dynamic.directories.iter().cloned()))
        }
        GROUPS => indexed(sys::user::groups().into_iter().map(|group| Field::from(group.to_string().as_bytes()))),
        BASH_ALIASES => pairs(64, shell.aliases.0.iter().map(|(name, text)| (name.clone(), text.clone()))),
        BASH_CMDS => {
            pairs(256, shell.paths.iter().map(|(name, path, _)| (shell.names.spelling(name).clone(), path.clone())))
        }
        _UNDERSCORE => Value::Scalar(shell.dynamic.last_argument.to_vec()),
        HISTCMD if !shell.options.get(Opt::HISTORY) => number(0),
        HISTCMD => {
            let history = &shell.dynamic.history;
            number((history.base + history.lines.len()) as i64 - 1)
        }
        SHELLOPTS => Value::Scalar(shell.options.names(false)),
        BASHOPTS => Value::Scalar(shell.options.names(true)),
        _ => return,
    };
    let slot = shell.vars.slot(name);
    slot.value = value;
    if name == FUNCNAME {
        let shown = slot.attrs.without(Attrs::VALUELESS);
        slot.attrs = if shell.frames.level == 0 { shown.with(Attrs::VALUELESS) } else { shown };
    }
}

fn number(value: i64) -> Value {
    Value::Scalar(itoa::Buffer::new().format(value).as_bytes().to_vec())
}

fn indexed(fields: impl Iterator<Item = Field>) -> Value {
    Value::Indexed(Box::new(fields.collect()))
}

fn pairs(buckets: u32, pairs: impl Iterator<Item = (Field, Field)>) -> Value {
    let mut array = Assoc::with_buckets(buckets);
    for (key, value) in pairs {
        array.set(&key, value);
    }
    Value::Assoc(Box::new(array))
}

/// FUNCNAME, BASH_SOURCE or BASH_LINENO: innermost frame first, then the script itself (`main`).
fn call_stack(shell: &Shell, name: Name) -> Value {
    let line = |line: u32| Field::from(line.to_string().as_bytes());
    let frames = &shell.frames;
    let mut array: Indexed = match name {
        FUNCNAME => frames.stack.iter().rev().map(|frame| frame.name.clone()).collect(),
        BASH_SOURCE => {
            let unnamed = Field::from(shell.unnamed_source());
            let source = |frame: &Frame| if frame.source.is_empty() { unnamed.clone() } else { frame.source.clone() };
            frames.stack.iter().rev().map(source).collect()
        }
        _ => frames.stack.iter().rev().map(|frame| line(frame.call_line)).collect(),
    };
    if !frames.script.is_empty() {
        array.push(match name {
            FUNCNAME => Field::from(&b"main"[..]),
            BASH_SOURCE => frames.script.clone(),
            _ => line(0),
        });
    }
    Value::Indexed(Box::new(array))
}

/// BASH_ARGC or BASH_ARGV: the arguments of every frame that was called under extdebug, the last of each first.
fn arguments(shell: &mut Shell, counts: bool) -> Value {
    if shell.frames.level == 0 && shell.frames.arguments.is_none() {
        shell.frames.arguments = Some(shell.frames.positional.clone());
    }
    let frames = shell.frames.stack.iter().rev().map(|frame| &frame.args);
    let frames = frames.chain([&shell.frames.arguments]).flatten();
    if counts {
        return indexed(frames.map(|args| Field::from(args.len().to_string().as_bytes())));
    }
    indexed(frames.flat_map(|args| args.iter().rev().cloned()))
}

/// The next RANDOM: Park and Miller's minimal standard generator (16807 modulo 2^31-1), both halves folded into 15 bits as
/// bash does, so that a seed gives the numbers it gives there.
fn next_random(shell: &mut Shell) -> u16 {
    let seed = match shell.dynamic.random {
        0 => 123_459_876,
        seed => seed,
    };
    let (high, low) = (i64::from(seed) / 127_773, i64::from(seed) % 127_773);
    let next = 16_807 * low - 2_836 * high;
    let next = if next < 0 { next + 0x7fff_ffff } else { next } as u32;
    shell.dynamic.random = next;
    ((next >> 16) ^ (next & 0xffff)) as u16 & 0x7fff
}

fn look_at_ifs(shell: &mut Shell) {
    const KEPT: usize = 3;
    let value = shell.vars.get(IFS).value.scalar();
    let ifs = match shell.ifs_before.iter().position(|ifs| ifs.is_of(value)) {
        Some(place) => shell.ifs_before.swap_remove(place),
        None => Rc::new(super::Ifs::new(value)),
    };
    shell.ifs_before.truncate(KEPT);
    shell.ifs_before.insert(0, std::mem::replace(&mut shell.ifs, ifs));
}

/// What setting (or unsetting, or putting back) a special variable does besides. Called after every change of one.
pub(super) fn changed(shell: &mut Shell, name: Name) {
    match name {
        IFS => look_at_ifs(shell),
        PATH => shell.paths.clear(),
        LC_ALL | LC_CTYPE | LANG => shell.utf8 = is_utf8(shell),
        OPTIND => shell.getopts.restart(shell.vars.get(OPTIND).value.scalar()),
        POSIXLY_CORRECT => {
            let variable = shell.vars.get(name);
            let (on, temporary) = (variable.value.scalar().is_some(), variable.attrs.any(Attrs::TEMPORARY));
            if on != shell.options.get(Opt::POSIX) {
                if on && temporary {
                    shell.before_posix = Some(shell.options);
                }
                shell.set_option(Opt::POSIX, on);
            }
        }
        GLOBIGNORE => {
            // an empty value leaves dotglob as it is: bash -c 'GLOBIGNORE=x; GLOBIGNORE=; shopt dotglob'
            match shell.vars.get(name).value.scalar() {
                Some(b"") => {}
                value => {
                    let on = value.is_some();
                    shell.options.set(Opt::DOTGLOB, on);
                }
            }
        }
        BASH_COMPAT => compatibility(shell),
        HISTSIZE | HISTFILESIZE if shell.dynamic.history.started => history_size(shell, name),
        BASH_XTRACEFD => {
            let text = shell.vars.get(name).value.scalar().unwrap_or_default().to_vec();
            let fd = std::str::from_utf8(&text).ok().and_then(|text| text.parse().ok());
            let fd = fd.filter(|&fd: &i32| sys::fd::is_open(sys::Fd(fd)));
            shell.trace_fd = fd.map_or(sys::Fd::STDERR, sys::Fd);
            if fd.is_none() && !text.is_empty() {
                let refusal = [b"BASH_XTRACEFD: ", &text[..], b": invalid value for trace file descriptor"].concat();
                (shell.wiring.warn)(shell, &refusal);
            }
        }
        _ => {}
    }
}

/// The options that stand for an older bash, of which one can be on, and the value of BASH_COMPAT that is the same.
pub const COMPATIBILITY: [(Opt, &[u8]); 7] = [
    (Opt::COMPAT31, b"31"),
    (Opt::COMPAT32, b"32"),
    (Opt::COMPAT40, b"40"),
    (Opt::COMPAT41, b"41"),
    (Opt::COMPAT42, b"42"),
    (Opt::COMPAT43, b"43"),
    (Opt::COMPAT44, b"44"),
];

/// BASH_COMPAT is `4.2` or `42`; from 5.0 on there is no option of the same meaning.
fn compatibility(shell: &mut Shell) {
    let variable = shell.vars.get(BASH_COMPAT);
    if variable.attrs.any(Attrs::TEMPORARY) {
        return; // BASH_COMPAT=42 command
    }
    let text = variable.value.scalar().unwrap_or_default().to_vec();
    let level = match text[..] {
        [major, minor] | [major, b'.', minor] => [major, minor],
        _ => [0; 2],
    };
    for (option, known) in COMPATIBILITY {
        shell.options.set(option, level == *known);
    }
    let is_known = matches!(level, [b'5', b'0'..=b'2']) || COMPATIBILITY.iter().any(|(_, known)| level == **known);
    if !is_known && !text.is_empty() {
        (shell.wiring.warn)(shell, &[b"BASH_COMPAT: ", &text[..], b": compatibility value out of range"].concat());
    }
}

/// HISTSIZE cuts the list; a value that is no number leaves it as it is. HISTFILESIZE cuts the file of HISTFILE.
fn history_size(shell: &mut Shell, name: Name) {
    let variable = shell.vars.get(name);
    if variable.attrs.any(Attrs::TEMPORARY) {
        return; // HISTSIZE=1 command
    }
    let text = variable.value.scalar().filter(|text| !text.is_empty());
    let size = text.map(|text| std::str::from_utf8(text).ok().and_then(|text| text.trim().parse::<i64>().ok()));
    match size {
        Some(None) => {}
        _ if name == HISTSIZE => {
            let limit = size.flatten().and_then(|size| usize::try_from(size).ok());
            super::history::change(shell).limit_to(limit);
        }
        Some(Some(size @ 0..)) => {
            if let Some(file) = shell.scalar(HISTFILE) {
                super::history::truncate(file, size as usize);
            }
        }
        _ => {}
    }
}

/// What assigning `text` to a dynamic variable does: some take it as a start, others ignore it.
pub(super) fn assign_dynamic(shell: &mut Shell, name: Name, text: &[u8]) {
    let integer = || std::str::from_utf8(text).ok().and_then(|text| text.trim().parse::<i64>().ok()).unwrap_or(0);
    match name {
        RANDOM => shell.dynamic.random = integer() as u32,
        SECONDS => shell.dynamic.seconds_zero = sys::clock::monotonic_nanos() - integer().wrapping_mul(1_000_000_000),
        LINENO => shell.frames.line = u32::try_from(integer()).unwrap_or(0),
        BASH_ARGV0 => shell.frames.zero = Rc::from(text),
        BASH_SUBSHELL => shell.dynamic.subshell_base = integer().wrapping_sub(i64::from(shell.subshell_depth)),
        BASH_ALIASES => {
            shell.set_alias(Field::from(&b"0"[..]), Some(Rc::from(text)));
        }
        _UNDERSCORE => shell.dynamic.last_argument = Rc::from(text),
        _ => {}
    }
}

/// Whether the locale's characters are UTF-8: LC_ALL, else LC_CTYPE, else LANG (POSIX 8.2).
fn is_utf8(shell: &Shell) -> bool {
    let value = |name| shell.vars.get(name).value.scalar().filter(|value: &&[u8]| !value.is_empty());
    let locale = value(LC_ALL).or(value(LC_CTYPE)).or(value(LANG)).unwrap_or_default().to_ascii_lowercase();
    locale.ends_with(b".utf-8") || locale.ends_with(b".utf8")
}

/// `$_` has no name that Rust would take.
const fn spelling(ident: &'static str) -> &'static str {
    if matches!(ident.as_bytes(), b"_UNDERSCORE") { "_" } else { ident }
}
