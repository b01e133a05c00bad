//! Called by the name of tini, docker-init, dumb-init or catatonit, rsh takes that program's command line, environment and exit
//! codes. A symbolic link is all it takes.
//!
//! The options were taken down from the programs themselves: tini 0.19, dumb-init 1.2.5, catatonit 0.1.7. RSH_OPTIONS adds what
//! they do not have (`--grace`, `--log-format`). With all of them what is left at the end gets its grace.

use super::own::Own;
use super::{Command, Order, Second, shown};
use crate::rules::{Remap, Rewrite};
use crate::supervisor::Supervision;
use crate::supervisor::log::Level;
use crate::sys::{self, Fd, Signal};

/// A program whose place is taken.
struct Program {
    names: &'static [&'static str],
    /// Its letters as getopt(3) takes them, and long names with the letters that they stand for.
    letters: &'static str,
    long: &'static [(&'static str, u8)],
    /// Options may stand behind operands, up to `--`.
    permutes: bool,
    order: fn(&mut Called) -> Result<Order, i32>,
    help: &'static str,
    version: &'static str,
}

const PROGRAMS: &[Program] = &[
    Program {
        names: &["tini", "tini-static", "docker-init"],
        letters: "p:hsvwgle:",
        long: &[],
        permutes: true,
        order: tini,
        help: "[options] COMMAND -- [ARG...]   or   --version

  -s        reap orphans though not process 1 (also TINI_SUBREAPER)
  -p SIG    get SIG when the parent ends
  -v        tell more; up to three times (also TINI_VERBOSITY=N)
  -w        warn of each orphan that is reaped
  -g        signals go to the command's process group (also TINI_KILL_PROCESS_GROUP)
  -e CODE   exit code CODE becomes 0
  -l        the licence
  -h        this text
",
        version: "tini version 0.19.0",
    },
    Program {
        names: &["dumb-init"],
        letters: "hvVcr:",
        long: &[("help", b'h'), ("single-child", b'c'), ("rewrite", b'r'), ("verbose", b'v'), ("version", b'V')],
        permutes: false,
        order: dumb_init,
        help: "[options] COMMAND [ARG...]

  -c, --single-child   signals go to the command alone, in our session (also DUMB_INIT_SETSID=0)
  -r, --rewrite S:R    signal S is forwarded as R; R 0 swallows it
  -v, --verbose        tell what happens (also DUMB_INIT_DEBUG=1)
  -V, --version        which version
  -h, --help           this text
",
        version: "dumb-init v1.2.5",
    },
    Program {
        names: &["catatonit"],
        letters: "ghLPV",
        long: &[("version", b'V')],
        permutes: true,
        order: catatonit,
        help: "[-ghLPV] [--] COMMAND [ARG...]

  -g              signals go to the command's process group
  -h              this text
  -L              the licence
  -P              run no command; reap until INT or TERM
  -V, --version   which version
",
        version: "tini version 0.1.7_catatonit",
    },
];

const LICENSE: &str = "rsh is licensed under either of Apache 2.0 or MIT, at your option.\n";

/// A command line in the manner of another program.
struct Called {
    program: &'static Program,
    name: Vec<u8>,
    /// Options in their order, each with its value.
    options: Vec<(u8, Vec<u8>)>,
    operands: Vec<Vec<u8>>,
    /// The command line when it is a single word.
    only_word: Option<Vec<u8>>,
    /// What is wrong behind the last option.
    wrong: Option<String>,
    own: Own,
    variable: fn(&str) -> Option<Vec<u8>>,
}

/// When rsh is called by such a name: what makes the order, of the options that RSH_OPTIONS holds.
pub(super) fn order(
    name: &[u8],
    words: &[Vec<u8>],
    variable: fn(&str) -> Option<Vec<u8>>,
) -> Option<impl FnOnce(Own) -> Result<Order, i32>> {
    let base = name.rsplit(|&byte| byte == b'/').next().unwrap_or(name);
    let program = PROGRAMS.iter().find(|program| program.names.iter().any(|known| known.as_bytes() == base))?;
    let permutes = program.permutes && variable("POSIXLY_CORRECT").is_none();
    let (options, operands, wrong) = options(program, words, permutes);
    let only_word = if let [word] = words { Some(word.clone()) } else { None };
    let name = name.to_vec();
    Some(move |own| (program.order)(&mut Called { program, name, options, operands, only_word, wrong, own, variable }))
}

type Options = (Vec<(u8, Vec<u8>)>, Vec<Vec<u8>>, Option<String>);

/// Splits words as getopt_long(3) does: up to the first that is wrong.
fn options(program: &Program, words: &[Vec<u8>], permutes: bool) -> Options {
    let (mut options, mut operands) = (Vec::new(), Vec::new());
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        if &word[..] == b"--" {
            break;
        }
        let Some(cluster) = word.strip_prefix(b"-").filter(|cluster| !cluster.is_empty()) else {
            operands.push(word.clone());
            if permutes {
                continue;
            }
            break;
        };
        let wrong = match cluster.strip_prefix(b"-").filter(|_| !program.long.is_empty()) {
            Some(long) => long_option(program, long, &mut rest, &mut options),
            None => letters(program, cluster, &mut rest, &mut options),
        };
        if wrong.is_some() {
            return (options, operands, wrong);
        }
    }
    operands.extend(rest.cloned());
    (options, operands, None)
}

fn letters<'a>(
    program: &Program,
    cluster: &[u8],
    rest: &mut impl Iterator<Item = &'a Vec<u8>>,
    options: &mut Vec<(u8, Vec<u8>)>,
) -> Option<String> {
    for (at, &letter) in cluster.iter().enumerate() {
        let known = program.letters.bytes().position(|known| known == letter && letter != b':');
        let Some(place) = known else { return Some(format!("-{}: invalid option", shown(&[letter]))) };
        if program.letters.as_bytes().get(place + 1) != Some(&b':') {
            options.push((letter, Vec::new()));
            continue;
        }
        let joined = cluster.get(at + 1..).filter(|joined| !joined.is_empty());
        match joined.map(<[u8]>::to_vec).or_else(|| rest.next().cloned()) {
            Some(value) => options.push((letter, value)),
            None => return Some(format!("-{}: option requires an argument", shown(&[letter]))),
        }
        return None;
    }
    None
}

/// A long name may be cut where it stays unambiguous.
fn long_option<'a>(
    program: &Program,
    long: &[u8],
    rest: &mut impl Iterator<Item = &'a Vec<u8>>,
    options: &mut Vec<(u8, Vec<u8>)>,
) -> Option<String> {
    let mut parts = long.splitn(2, |&byte| byte == b'=');
    let (name, joined) = (parts.next().unwrap_or_default(), parts.next());
    let exact = program.long.iter().find(|(known, _)| known.as_bytes() == name);
    let mut cut = program.long.iter().filter(|(known, _)| known.as_bytes().starts_with(name));
    let letter = match (exact, cut.next(), cut.next()) {
        (Some((_, letter)), ..) | (None, Some((_, letter)), None) => *letter,
        (None, Some(_), Some(_)) => return Some(format!("--{}: option is ambiguous", shown(name))),
        _ => return Some(format!("--{}: invalid option", shown(name))),
    };
    let takes = program.letters.split_once(char::from(letter)).is_some_and(|(_, behind)| behind.starts_with(':'));
    let value = match (takes, joined) {
        (true, joined) => joined.map(<[u8]>::to_vec).or_else(|| rest.next().cloned()),
        (false, None) => Some(Vec::new()),
        (false, Some(_)) => return Some(format!("--{}: takes no value", shown(name))),
    };
    let Some(value) = value else { return Some(format!("--{}: option requires an argument", shown(name))) };
    options.push((letter, value));
    None
}

impl Called {
    fn help(&self) -> String {
        format!("usage: {} {}", shown(&self.name), self.program.help)
    }

    fn version(&self) -> String {
        format!("{} (rsh {})\n", self.program.version, env!("CARGO_PKG_VERSION"))
    }

    /// 1, with the usage behind what is wrong.
    fn refuse(&self, text: &str) -> i32 {
        say(Fd::STDERR, &format!("{}: {text}\n{}", shown(&self.name), self.help()));
        1
    }

    /// The end of the options: whether something is wrong, and the command.
    fn command(&mut self, not_found: i32, not_executable: i32) -> Result<Command, i32> {
        if let Some(wrong) = &self.wrong {
            return Err(self.refuse(wrong));
        }
        let words = std::mem::take(&mut self.operands);
        if words.is_empty() {
            return Err(self.refuse("a command must follow"));
        }
        Ok(Command { words, not_found, not_executable })
    }

    fn has(&self, variable: &str) -> bool {
        (self.variable)(variable).is_some()
    }
}

fn say(fd: Fd, text: &str) -> i32 {
    let _ = sys::fd::write_all(fd, text.as_bytes());
    0
}

fn tini(called: &mut Called) -> Result<Order, i32> {
    if called.only_word.as_deref() == Some(b"--version") {
        return Err(say(Fd::STDOUT, &called.version()));
    }
    let (mut subreaper, mut group, mut warns, mut verbosity) = (false, false, false, 1);
    let mut parent_death_signal = None;
    let mut remap = Vec::new();
    for (letter, value) in std::mem::take(&mut called.options) {
        match letter {
            b's' => subreaper = true,
            b'g' => group = true,
            b'w' => warns = true,
            b'v' => verbosity += 1,
            b'p' => match Signal::parse(&value) {
                Some(signal) => parent_death_signal = Some(signal),
                None => return Err(called.refuse(&format!("-p {}: allowed is a signal", shown(&value)))),
            },
            b'e' => match decimal(&value).and_then(|code| u8::try_from(code).ok()) {
                Some(code) => remap.push(Remap { after_stop: false, low: code, high: code, to: 0 }),
                None => return Err(called.refuse(&format!("-e {}: allowed is a code 0-255", shown(&value)))),
            },
            b'h' => return Err(say(Fd::STDOUT, &called.help())),
            _ => return Err(say(Fd::STDOUT, LICENSE)),
        }
    }
    let command = called.command(127, 126)?;
    subreaper |= called.has("TINI_SUBREAPER");
    group |= called.has("TINI_KILL_PROCESS_GROUP");
    if let Some(text) = (called.variable)("TINI_VERBOSITY") {
        verbosity = leading_number(&text);
    }
    let level = match verbosity {
        ..1 => Level::Error,
        1 => Level::Warn,
        2 => Level::Info,
        3.. => Level::Debug,
    };
    let own = std::mem::take(&mut called.own);
    let mut supervision = own.supervision_at(level);
    let behind = std::mem::replace(&mut supervision.settings.remap, remap);
    supervision.settings.remap.extend(behind);
    supervision.settings.to_child = !group;
    supervision.subreaper |= subreaper;
    supervision.parent_death_signal = parent_death_signal.or(supervision.parent_death_signal);
    supervision.warns_of_orphans = warns;
    Ok(order_of(called, supervision, command))
}

fn dumb_init(called: &mut Called) -> Result<Order, i32> {
    let mut session = (called.variable)("DUMB_INIT_SETSID").as_deref() != Some(b"0");
    let mut verbose = (called.variable)("DUMB_INIT_DEBUG").as_deref() == Some(b"1");
    let mut rewrite = Rewrite::default();
    for (letter, value) in std::mem::take(&mut called.options) {
        match letter {
            b'c' => session = false,
            b'v' => verbose = true,
            b'r' => {
                let Some((from, to)) = rewriting(&value) else {
                    return Err(called.refuse(&format!(
                        "-r {}: allowed is S:R, numbers of signals 1-31, R may be 0",
                        shown(&value)
                    )));
                };
                if let Some(place) = rewrite.0.get_mut(usize::from(from)) {
                    *place = to;
                }
            }
            b'h' => return Err(say(Fd::STDERR, &called.help())),
            _ => return Err(say(Fd::STDERR, &called.version())),
        }
    }
    let command = called.command(2, 2)?;
    if session {
        // in a session of its own nobody could wake what the terminal's signals stop: it is stopped, and we with it
        for signal in [Signal::TSTP, Signal::TTIN, Signal::TTOU] {
            if let Some(place) = rewrite.0.get_mut(usize::from(signal.0)).filter(|place| **place == signal.0) {
                *place = Signal::STOP.0;
            }
        }
    }
    let own = std::mem::take(&mut called.own);
    let mut supervision = own.supervision_at(if verbose { Level::Debug } else { Level::Error });
    supervision.settings.rewrite = rewrite;
    supervision.settings.to_child = !session;
    supervision.session = session;
    Ok(order_of(called, supervision, command))
}

/// `S:R` in numbers, as dumb-init reads them: what stands behind the second is not looked at.
fn rewriting(text: &[u8]) -> Option<(u8, u8)> {
    let mut parts = text.splitn(2, |&byte| byte == b':');
    let from = decimal(parts.next()?)?;
    let behind = parts.next()?;
    let digits = behind.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let to = decimal(behind.get(..digits)?)?;
    let number = |number: u32| u8::try_from(number).ok().filter(|&number| number <= 31);
    Some((number(from).filter(|&from| from > 0)?, number(to)?))
}

fn catatonit(called: &mut Called) -> Result<Order, i32> {
    let (mut group, mut pauses) = (false, false);
    for (letter, _) in std::mem::take(&mut called.options) {
        match letter {
            b'g' => group = true,
            b'P' => pauses = true,
            b'h' => return Err(say(Fd::STDERR, &called.help())),
            b'L' => return Err(say(Fd::STDOUT, LICENSE)),
            _ => return Err(say(Fd::STDOUT, &called.version())),
        }
    }
    let mut supervision = std::mem::take(&mut called.own).supervision();
    supervision.settings.to_child = !group;
    supervision.subreaper = true;
    if pauses && called.wrong.is_none() {
        return Ok(Order { supervise: Some(supervision), second: Second::Pause, name: called.name.clone() });
    }
    let command = called.command(1, 1)?;
    Ok(order_of(called, supervision, command))
}

fn order_of(called: &Called, supervision: Supervision, command: Command) -> Order {
    Order { supervise: Some(supervision), second: Second::Command(command), name: called.name.clone() }
}

fn decimal(text: &[u8]) -> Option<u32> {
    let digits = !text.is_empty() && text.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(text).ok().filter(|_| digits)?.parse().ok()
}

/// As atoi(3) reads it: 0 when there is none.
fn leading_number(text: &[u8]) -> u32 {
    let text = text.trim_ascii_start();
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    decimal(text.get(..digits).unwrap_or_default()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(name: &str, words: &[&str], permutes: bool) -> String {
        let program = PROGRAMS.iter().find(|program| program.names.contains(&name)).unwrap();
        let words: Vec<Vec<u8>> = words.iter().map(|word| word.as_bytes().to_vec()).collect();
        let (options, operands, wrong) = options(program, &words, permutes);
        let option = |(letter, value): &(u8, Vec<u8>)| format!("{}{}", char::from(*letter), shown(value));
        let options: Vec<String> = options.iter().map(option).collect();
        let operands: Vec<String> = operands.iter().map(|word| shown(word)).collect();
        format!("{} | {} | {}", options.join(" "), operands.join(" "), wrong.unwrap_or_default())
    }

    #[test]
    fn words_are_split_as_getopt_does() {
        let cases: &[(&str, &[&str], bool, &str)] = &[
            ("tini", &["-v", "-e", "143", "--", "/runner/init"], true, "v e143 | /runner/init | "),
            ("tini", &["-sge1", "ls", "--", "-l"], true, "s g e1 | ls -l | "),
            ("tini", &["ls", "-v", "x"], true, "v | ls x | "),
            ("tini", &["ls", "-v", "x"], false, " | ls -v x | "),
            ("tini", &["-Z"], true, " |  | -Z: invalid option"),
            ("tini", &["-p"], true, " |  | -p: option requires an argument"),
            ("tini", &["-", "x"], true, " | - x | "),
            ("dumb-init", &["ls", "--", "-l"], false, " | ls -- -l | "),
            ("dumb-init", &["--rew=15:3", "--single", "-r", "1:2", "x"], false, "r15:3 c r1:2 | x | "),
            ("dumb-init", &["--ver"], false, " |  | --ver: option is ambiguous"),
            ("dumb-init", &["--verb=1"], false, " |  | --verb: takes no value"),
            ("dumb-init", &["--no"], false, " |  | --no: invalid option"),
            ("catatonit", &["x", "-g", "--version"], true, "g V | x | "),
        ];
        for (name, words, permutes, expected) in cases {
            assert_eq!(split(name, words, *permutes), *expected, "{name} {words:?}");
        }
    }

    #[test]
    fn rewritings_are_numbers() {
        for (text, expected) in [
            ("15:3", Some((15, 3))),
            ("15:0", Some((15, 0))),
            ("15:3x", Some((15, 3))),
            ("15", None),
            ("0:1", None),
            ("15:99", None),
            ("TERM:INT", None),
            ("1:", None),
        ] {
            assert_eq!(rewriting(text.as_bytes()), expected, "{text}");
        }
    }
}
