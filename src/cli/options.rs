//! The table of every option of the command line. `--help` and the man page are printed from it, and what is rsh's own is
//! parsed by it.

/// An option: how it is written, the name of its value (empty: it takes none), and a sentence.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) value: &'static str,
    pub(super) help: &'static str,
}

const fn row(name: &'static str, value: &'static str, help: &'static str) -> Row {
    Row { name, value, help }
}

/// rsh's own options for the supervisor; RSH_OPTIONS may hold them.
pub(super) const OWN: &[Row] = &[
    row(
        "--remap",
        "RULES",
        "[stop/]FROM[:TO][,...]: exit status FROM (a code, a range A-B, a signal name, *) becomes TO (0 when left out); the \
         first match wins; with stop/ only after a stop signal was forwarded",
    ),
    row("--rewrite", "RULES", "FROM:TO[,...]: signal FROM is forwarded as TO; TO 0 swallows it"),
    row("--delay", "RULES", "SIG:TIME[,...]: a signal is forwarded that much later; a second one forwards at once"),
    row(
        "--grace",
        "TIME",
        "what is left when the main process ends gets SIGTERM and this long before SIGKILL (3s; 0: none)",
    ),
    row("--kill-after", "TIME", "SIGKILL that long after a forwarded TERM, INT, QUIT or HUP (never)"),
    row("--until", "main|all", "end with the main process, or when no process is left (main)"),
    row("--forward", "group|child", "signals go to the whole process group, or to the main process alone (group)"),
    row("--subreaper", "", "supervise though not process 1"),
    row("--no-supervise", "", "be a plain shell though process 1"),
    row("--parent-death-signal", "SIGNAL", "get SIGNAL when the parent ends"),
    row("--log", "LEVEL", "error, warn, info or debug: what is forwarded and reaped, on standard error (warn)"),
    row("--log-format", "text|json", "a line of text, or a JSON object a line (text)"),
    row(
        "--termination-log",
        "FILE",
        "add a line to FILE that says how and why it ended (/dev/termination-log where that exists, as in Kubernetes)",
    ),
    row("--run", "", "no shell: what follows is a command and its arguments, which rsh supervises"),
];

/// rsh's own options that read a script without running it.
pub(super) const READING: &[Row] = &[
    row(
        "--check",
        "",
        "report syntax errors, what is not supported, what runs differently from bash, and pitfalls of process 1; the status \
         is 0 (nothing but notes), 1 (something was found) or 2 (cannot be read)",
    ),
    row("--explain", "", "print how the text is parsed, which processes there will be, and who gets SIGTERM"),
    row("--format", "text|json", "how --check reports (text)"),
];

/// bash's options, in bash's meaning.
pub(super) const BASH: &[Row] = &[
    row("-c", "", "the first operand is a string of commands; those behind it are $0, $1 ..."),
    row("-s", "", "commands come from standard input; operands are $1 ..."),
    row("-i", "", "interactive: a plain prompt, without line editing"),
    row("-l, --login", "", "read /etc/profile and the first of ~/.bash_profile, ~/.bash_login, ~/.profile"),
    row("-o", "NAME", "set an option of `set -o'; +o NAME unsets it"),
    row("-O", "NAME", "set an option of `shopt'; +O NAME unsets it"),
    row("-e", "", "errexit: end when a command fails"),
    row("-u", "", "nounset: an unset variable is an error"),
    row("-x", "", "xtrace: print commands as they are run"),
    row("-v, --verbose", "", "verbose: print lines as they are read"),
    row("-n", "", "noexec: read, do not run"),
    row("-f", "", "noglob: no file name patterns"),
    row("-a", "", "allexport: export every variable that is set"),
    row("-C", "", "noclobber: > does not overwrite a file"),
    row("-b, -h, -k, -m, -p, -t, -B, -E, -H, -P, -T", "", "as in `set' (`help set')"),
    row("-r, --restricted", "", "restricted: no change of directory, no command with a slash, no output to files"),
    row("-D, --dump-strings", "", "print the strings of $\"...\" and run nothing"),
    row("--dump-po-strings", "", "the same as entries of a gettext catalogue"),
    row("--pretty-print", "", "print the commands in bash's layout and run nothing"),
    row("--debugger", "", "run the start-up file of bash's debugger first"),
    row("--posix", "", "POSIX mode"),
    row("--norc", "", "do not read ~/.bashrc when interactive"),
    row("--noprofile", "", "do not read the start-up files of a login shell"),
    row("--rcfile, --init-file", "FILE", "read FILE instead of ~/.bashrc"),
    row("--noediting", "", "accepted; there is no line editing"),
    row("--version", "", "print which rsh this is"),
    row("--help", "", "print this; --help=man prints the manual page (for man -l)"),
];

/// Whether `word` is an option of rsh's own.
pub(super) fn is_own(word: &[u8]) -> bool {
    let name = word.split(|&byte| byte == b'=').next().unwrap_or(word);
    OWN.iter().chain(READING).any(|row| row.name.as_bytes() == name)
}

/// Whether `word` is a long option of bash's.
pub(super) fn is_bash(word: &[u8]) -> bool {
    BASH.iter().any(|row| row.name.split(", ").any(|name| name.as_bytes() == word))
}

/// That there is no such option, in bash's words, and what was meant.
pub(super) fn invalid(word: &[u8]) -> String {
    format!("{}: invalid option{}", super::shown(word), near(word))
}

/// The long option that a wrong one was meant for, in words: one letter is another, two are missing, too many or swapped, or
/// the end is missing.
pub(super) fn near(word: &[u8]) -> String {
    let word = word.split(|&byte| byte == b'=').next().unwrap_or(word);
    let is_near = |name: &&str| {
        let name = name.as_bytes();
        let same = name.iter().zip(word).take_while(|(one, other)| one == other).count();
        let (name, rest) = (name.get(same..).unwrap_or_default(), word.get(same..).unwrap_or_default());
        let end = name.iter().rev().zip(rest.iter().rev()).take_while(|(one, other)| one == other).count();
        match (name.split_at(name.len() - end).0, rest.split_at(rest.len() - end).0) {
            ([one, other], [first, second]) => (one, other) == (second, first),
            (left, right) => left.len() + right.len() <= 2 || rest.is_empty(),
        }
    };
    let names = OWN.iter().chain(READING).chain(BASH).flat_map(|row| row.name.split(", "));
    let mut names = names.filter(|name| name.starts_with("--") && word.len() > 4);
    names
        .find(|name| name.as_bytes() != word && is_near(name))
        .map_or_else(String::new, |name| format!("; did you mean {name}?"))
}

#[cfg(test)]
mod tests {
    use super::super::{bash, own};
    use super::{BASH, OWN, READING, near};

    #[test]
    fn a_wrong_option_near_a_right_one() {
        for (word, meant) in [
            ("--rempa", "--remap"),
            ("--rempa=1", "--remap"),
            ("--sub-reaper", "--subreaper"),
            ("--kill_after", "--kill-after"),
            ("--termination", "--termination-log"),
            ("--chek", "--check"),
            ("--nope", ""),
            ("--signal", ""),
            ("--x", ""),
        ] {
            let found = near(word.as_bytes());
            assert_eq!(found.trim_start_matches("; did you mean ").trim_end_matches('?'), meant, "{word}");
        }
    }

    #[test]
    fn what_the_table_names_is_taken() {
        for row in OWN.iter().chain(READING) {
            let mut own = own::Own::default();
            // a wrong value is refused in its own words; an unknown option is not
            let taken = own.take(row.name.as_bytes(), &mut || (!row.value.is_empty()).then(|| b"1".to_vec()));
            assert_ne!(taken, Ok(false), "{}", row.name);
        }
        for name in
            BASH.iter().flat_map(|row| row.name.split(", ")).filter(|name| !["--help", "--version"].contains(name))
        {
            let words = vec![name.as_bytes().to_vec(), b"posix".to_vec()];
            assert!(bash::parse(b"rsh", &mut words.into_iter().peekable(), &mut own::Own::default()).is_ok(), "{name}");
        }
    }
}
