//! Text of the environment is run where it is exactly one function definition, and when that function is called: the hole of
//! 2014 and its family.

use libtest_mimic::{Failed, Trial};

use super::{check, files, run, trial};

/// The number of a hole, variables that must not make anything run, a command that is run beside them.
type Hole = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const HOLES: &[Hole] = &[
    ("CVE-2014-6271", &[("x", "() { :;}; echo EVIL")], ":"),
    ("CVE-2014-6271 in today's names", &[("BASH_FUNC_x%%", "() { :;}; echo EVIL")], ":"),
    ("CVE-2014-6271 in the names of before", &[("BASH_FUNC_x()", "() { :;}; echo EVIL")], ":"),
    ("a command on the next line", &[("BASH_FUNC_x%%", "() { :; }\necho EVIL")], ":"),
    ("a command behind &", &[("BASH_FUNC_x%%", "() { :; } & echo EVIL")], ":"),
    ("a pipeline", &[("BASH_FUNC_x%%", "() { :; } | echo EVIL >&2")], ":"),
    ("an and-or list", &[("BASH_FUNC_x%%", "() { :; } && echo EVIL")], ":"),
    ("a redirection of the definition", &[("BASH_FUNC_x%%", "() { :; } >EVIL 2>$(echo EVIL >&2)")], ":"),
    ("a subshell instead of a group", &[("BASH_FUNC_x%%", "() ( echo EVIL )")], ":"),
    ("an unclosed definition", &[("BASH_FUNC_x%%", "() { echo EVIL")], ":"),
    ("CVE-2014-7169", &[("X", "() { (a)=>\\")], "EVIL date"),
    ("CVE-2014-7169 in today's names", &[("BASH_FUNC_X%%", "() { (a)=>\\")], "EVIL date"),
    ("CVE-2014-6277", &[("BASH_FUNC_x%%", "() { x() { _; }; x() { _; } <<a; }")], ":"),
    ("CVE-2014-6277, plain", &[("x", "() { x() { _; }; x() { _; } <<a; }")], ":"),
    ("CVE-2014-6278", &[("BASH_FUNC_x%%", "() { _; } >_[$($())] { echo EVIL; }")], ":"),
    ("CVE-2014-6278, plain", &[("x", "() { _; } >_[$($())] { echo EVIL; }")], ":"),
    ("a command in the name", &[("BASH_FUNC_x;echo EVIL;y%%", "() { :; }")], ":"),
    ("a substitution in the name", &[("BASH_FUNC_$(echo EVIL >&2)%%", "() { :; }")], ":"),
    ("a backquote in the name", &[("BASH_FUNC_`echo EVIL >&2`%%", "() { :; }")], ":"),
    ("a newline in the name", &[("BASH_FUNC_echo EVIL\nx%%", "() { :; }")], ":"),
    ("a path as the name", &[("BASH_FUNC_/bin/true%%", "() { echo EVIL; }")], "/bin/true"),
    ("a plain variable is no function", &[("true", "() { echo EVIL; }")], "env true"),
    ("a restricted shell", &[("BASH_FUNC_true%%", "() { echo EVIL; }")], "set -r; env true"),
    ("root's PS4", &[("PS4", "$(echo EVIL >&2)")], "set -x; :"),
    ("IFS", &[("IFS", "V")], "x=aVb; echo $x"),
    ("SHELLOPTS of a text", &[("SHELLOPTS", "$(echo EVIL >&2)")], ":"),
    (
        "a subscript in a number",
        &[("LINES", "a[$(echo EVIL >&2)]"), ("OPTIND", "a[$(echo EVIL >&2)]")],
        "getopts a x; :",
    ),
    (
        "numbers that the shell counts",
        &[("SHLVL", "a[$(echo EVIL >&2)]"), ("RANDOM", "a[$(echo EVIL >&2)]")],
        ": $RANDOM",
    ),
    (
        "sizes of the history",
        &[("HISTSIZE", "a[$(echo EVIL >&2)]"), ("HISTFILESIZE", "a[$(echo EVIL >&2)]")],
        "set -o history",
    ),
    ("other numbers", &[("TMOUT", "a[$(echo EVIL >&2)]"), ("FUNCNEST", "a[$(echo EVIL >&2)]")], "f() { :; }; f"),
    ("prompts", &[("PROMPT_COMMAND", "echo EVIL"), ("PS1", "$(echo EVIL >&2)"), ("PS0", "$(echo EVIL >&2)")], ":"),
];

pub(super) fn add(trials: &mut Vec<Trial>) {
    for &(name, environment, command) in HOLES {
        trial(trials, name, move || {
            let ended = run(&["-c", command], environment)?;
            let said = [&ended.stdout[..], &ended.stderr].concat();
            // a message may show the text, a line of its own is what running it would give
            let ran = said.lines().any(|line| line.contains("EVIL") && !line.contains(':'));
            check("it was run", (ran, ended.status >= 0), (false, true))?;
            check("files", files(&ended), Vec::new())
        });
    }
    trial(trials, "CVE-2014-7186: fourteen here-documents on a line", || {
        let text = ["true", &" <<E".repeat(14), "\n", &"E\n".repeat(14), "echo end"].concat();
        check("said", &run(&["-c", &text], &[])?.stdout[..], "end\n")?;
        let text = ["() { true", &" <<E".repeat(14), "; }"].concat();
        check("status", run(&["-c", "exit 3"], &[("BASH_FUNC_x%%", &text)])?.status, 3)
    });
    trial(trials, "CVE-2014-7187: two hundred loops in each other", || {
        let open: String = (0..200).map(|number| format!("for x{number} in ; do :\n")).collect();
        let text = [&open, &"done\n".repeat(200), "echo end"].concat();
        check("said", &run(&["-c", &text], &[])?.stdout[..], "end\n")
    });
    trial(trials, "one definition is taken, and runs when it is called", called);
    trial(trials, "a prompt that expands itself ends in a message", || {
        let ended = run(&["-c", "x='${x@P}'; y=${x@P}; echo no"], &[])?;
        check("status", (ended.status, ended.stderr.contains("recursion level exceeded")), (1, true))
    });
}

fn called() -> Result<(), Failed> {
    let ended = run(&["-c", "x"], &[("BASH_FUNC_x%%", "() { echo called; }")])?;
    check("said", &ended.stdout[..], "called\n")
}
