//! Rules about single commands, wherever they stand.

use bstr::{BStr, ByteSlice};

use super::Script;
use super::facts::Facts;
use super::finding::{Finding, Level};
use super::places::Place;
use super::unit::{Unit, literal};
use super::walk;
use crate::syntax::{Command, CompoundKind, ParameterOp, Part, Redirect, RedirectKind, Simple, Span, Word};

/// Looks at every simple command and at `[[ ]]`.
pub(super) fn check(script: &Script, facts: &Facts, findings: &mut Vec<Finding>) {
    let mut tested: Vec<*const Command> = Vec::new();
    for unit in &script.units {
        walk::each(&unit.program.command, &mut |command| {
            note_tested(command, &mut tested);
            walk::parts(command, &mut |part| check_parameter(unit, part, findings));
            match command {
                Command::Simple(simple) => {
                    check_simple(unit, simple, facts, findings);
                    check_enable(unit, simple, (command, &tested), findings);
                }
                Command::Compound(compound) => {
                    if let CompoundKind::Conditional(conditional) = &compound.kind {
                        let mut words = Vec::new();
                        walk::conditional_words(conditional, &mut |word| words.push(word));
                        check_process_number(unit, &words, findings);
                    }
                }
                _ => {}
            }
        });
    }
}

/// The commands in `command` whose failure the script is ready for.
fn note_tested(command: &Command, tested: &mut Vec<*const Command>) {
    match command {
        Command::AndOr(and_or) => tested.push(&raw const and_or.first),
        Command::Pipeline(pipeline) if pipeline.negated => {
            tested.extend(pipeline.stages.iter().map(std::ptr::from_ref))
        }
        Command::Compound(compound) => {
            if let CompoundKind::If { branches, .. } = &compound.kind {
                tested.extend(branches.iter().filter_map(|(test, _)| test.0.last()).map(std::ptr::from_ref));
            }
        }
        _ => {}
    }
}

fn check_enable(unit: &Unit, simple: &Simple, of: (&Command, &[*const Command]), findings: &mut Vec<Finding>) {
    let mut words = simple.words.iter().filter_map(literal);
    if words.next() == Some(b"enable") && words.any(|word| word.starts_with(b"-") && word.contains(&b'f')) {
        let (command, tested) = of;
        let is_tested = tested.contains(&std::ptr::from_ref(command));
        let level = if is_tested { Level::Note } else { Level::Error };
        let message = "`enable -f' loads a builtin from a shared object: one static file cannot, it fails".to_owned();
        let help = if is_tested { "" } else { "use a program, or a function" };
        findings.push(Finding::new(level, "unsupported", unit.place(whole(simple)), message, help));
    }
}

/// `${…}` that is none: an error when it is run, which `bash -n` does not see.
fn check_parameter(unit: &Unit, part: &Part, findings: &mut Vec<Finding>) {
    if let Part::Parameter(parameter) = part
        && matches!(parameter.op, ParameterOp::Bad | ParameterOp::BadBody(_))
    {
        let message = "bad substitution: an error when it is run".to_owned();
        let help = "bash has ${NAME}, ${NAME[…]} and its operators; zsh has more";
        findings.push(Finding::new(Level::Warning, "bad-substitution", unit.place(parameter.text), message, help));
    }
}

fn check_simple(unit: &Unit, simple: &Simple, facts: &Facts, findings: &mut Vec<Finding>) {
    let Some(name) = simple.words.first() else { return };
    let mut report = |level: Level, rule: &'static str, place: Place, message: String, help: &'static str| {
        findings.push(Finding::new(level, rule, place, message, help));
    };
    let operands: Vec<&[u8]> = simple.words.iter().skip(1).map(|word| literal(word).unwrap_or_default()).collect();
    let whole = unit.place(whole(simple));
    match literal(name).unwrap_or_else(|| unit.text().get(name.text)) {
        b"kill" => check_kill(unit, simple, facts, &mut report),
        b"trap" => check_trap(unit, simple, &mut report),
        b"bind" => report(Level::Warning, "unsupported", whole, "`bind': there is no line editing".to_owned(), ""),
        b"set" if operands.iter().any(|word| matches!(*word, b"vi" | b"emacs")) => {
            report(Level::Warning, "unsupported", whole, "there is no line editing: the option has no effect".to_owned(), "");
        }
        b"read" if operands.iter().any(|word| word.starts_with(b"-") && word.contains(&b'e')) => {
            report(Level::Warning, "unsupported", whole, "`read -e' reads without line editing".to_owned(), "");
        }
        b"systemctl" if !facts.asks_for_systemd && operands.first() != Some(&&b"--user"[..]) => report(
            Level::Warning,
            "daemon",
            whole,
            "`systemctl' needs systemd as process 1".to_owned(),
            "start the program itself, in the foreground",
        ),
        b"service" if operands.get(1).is_some_and(|word| matches!(*word, b"start" | b"restart")) => {
            daemon(whole, &mut report);
        }
        b"apachectl" | b"apache2ctl" if matches!(operands.first(), Some(&b"start" | &b"restart")) => daemon(whole, &mut report),
        b"setsid" if !operands.iter().any(|word| matches!(*word, b"-w" | b"--wait")) => report(
            Level::Warning,
            "own-session",
            whole,
            "setsid takes the program out of the process group: forwarded signals do not reach it, it is stopped only at the end"
                .to_owned(),
            "start it without setsid",
        ),
        b"exec" => check_bash(unit, simple.words.get(1), &operands[1.min(operands.len())..], &mut report),
        b"[" | b"test" => check_process_number(unit, &simple.words.iter().collect::<Vec<_>>(), findings),
        _ => check_bash(unit, Some(name), &operands, &mut report),
    }
    check_pid_files(unit, simple, facts, findings);
}

type Report<'a> = dyn FnMut(Level, &'static str, Place, String, &'static str) + 'a;

fn daemon(place: Place, report: &mut Report) {
    let message = "the program puts itself into the background: when the script ends, it is stopped".to_owned();
    report(Level::Warning, "daemon", place, message, "start it in the foreground, or give rsh --until all");
}

/// From the first word to the last.
pub(super) fn whole(simple: &Simple) -> Span {
    let first = simple.assignments.first().map(|one| one.text).or(simple.words.first().map(|one| one.text));
    let last = simple.words.last().map(|one| one.text).or(simple.assignments.last().map(|one| one.text));
    let first = first.or(simple.redirects.first().map(|one| one.target.text)).unwrap_or_default();
    let last = last.unwrap_or(first);
    Span { start: first.start, len: (last.start + last.len).saturating_sub(first.start) }
}

fn check_kill(unit: &Unit, simple: &Simple, facts: &Facts, report: &mut Report) {
    let mut signal_follows = false;
    let mut only_test = false;
    let mut options = true;
    for word in simple.words.iter().skip(1) {
        let spelling = unit.text().get(word.text);
        let text = literal(word).unwrap_or(spelling);
        if std::mem::take(&mut signal_follows) {
            continue;
        }
        if options && text.starts_with(b"-") && text.len() > 1 {
            match text {
                b"--" => options = false,
                b"-s" | b"-n" => signal_follows = true,
                b"-0" => only_test = true,
                b"-l" | b"-L" => return,
                _ => {}
            }
            if text != b"--" {
                options = text == b"-s" || text == b"-n";
            }
            continue;
        }
        if text == b"--" && !options {
            continue;
        }
        options = false;
        let place = unit.place(word.text);
        match text {
            b"0" if !only_test => report(
                Level::Warning,
                "kill-0",
                place,
                "process 0 is everybody in the group, this script among them: its own traps run, or it ends".to_owned(),
                "name the processes, as in kill $(jobs -p); rsh stops what is left when the script ends",
            ),
            b"-1" => report(
                Level::Warning,
                "kill-all",
                place,
                "-1 is every process but process 1: also what somebody else runs in the container".to_owned(),
                "name the processes; rsh stops what is left when the script ends",
            ),
            b"1" | b"$PPID" | b"\"$PPID\"" if !only_test => report(
                Level::Warning,
                "kill-1",
                place,
                format!(
                    "`{}' is the supervisor, which forwards the signal to this script and its commands",
                    text.as_bstr()
                ),
                "use exit to end the script",
            ),
            _ => check_pid_file_word(unit, word, facts, report),
        }
    }
}

/// `kill $(cat x.pid)`
fn check_pid_file_word(unit: &Unit, word: &Word, facts: &Facts, report: &mut Report) {
    let spelling = unit.text().get(word.text);
    let reads = spelling.contains_str("cat ") || spelling.contains_str("$(<") || spelling.contains_str("$(< ");
    if reads && spelling.contains_str(".pid") && !removes_pid_file(facts) {
        report(
            Level::Warning,
            "pid-file",
            unit.place(word.text),
            "a pid file outlives its process: in a container the same small numbers come again at the next start"
                .to_owned(),
            "use $! and wait, or remove the file at the start",
        );
    }
}

fn removes_pid_file(facts: &Facts) -> bool {
    facts.removed.iter().any(|path| path.contains_str("pid"))
}

fn check_pid_files(unit: &Unit, simple: &Simple, facts: &Facts, findings: &mut Vec<Finding>) {
    let writes = |redirect: &&Redirect| {
        matches!(redirect.kind, RedirectKind::Write | RedirectKind::Clobber)
            && unit.text().get(redirect.target.text).trim_end_with(|letter| letter == '"').ends_with(b".pid")
    };
    let number =
        |word: &Word| matches!(unit.text().get(word.text), b"$$" | b"$!" | b"\"$$\"" | b"\"$!\"" | b"$BASHPID");
    let Some(redirect) = simple.redirects.iter().find(writes) else { return };
    if simple.words.iter().any(number) && !removes_pid_file(facts) {
        findings.push(Finding::new(
            Level::Warning,
            "pid-file",
            unit.place(redirect.target.text),
            "a pid file outlives its process: in a container the same small numbers come again at the next start"
                .to_owned(),
            "keep the number in a variable, or remove the file at the start",
        ));
    }
}

fn check_trap(unit: &Unit, simple: &Simple, report: &mut Report) {
    let Some(action) = simple.words.get(1) else { return };
    for word in simple.words.iter().skip(2) {
        let Some(name) = literal(word) else { continue };
        let place = unit.place(word.text);
        match name {
            b"KILL" | b"SIGKILL" | b"9" | b"STOP" | b"SIGSTOP" | b"19" => {
                let message = format!("{} cannot be trapped", BStr::new(name));
                report(Level::Warning, "trap-kill", place, message, "trap TERM: that is what asks to stop");
            }
            b"TERM" | b"SIGTERM" | b"15" if literal(action) == Some(b"") => report(
                Level::Warning,
                "ignored-term",
                place,
                "the script and all it starts ignore TERM: a stop ends with SIGKILL after the time-out".to_owned(),
                "leave the trap out: rsh passes TERM on",
            ),
            _ => {}
        }
    }
}

/// Where another shell is started, it is bash that runs, not rsh.
fn check_bash(unit: &Unit, name: Option<&Word>, operands: &[&[u8]], report: &mut Report) {
    let Some(name) = name else { return };
    let text = literal(name).unwrap_or_default();
    if matches!(text, b"bash" | b"/bin/bash" | b"/usr/bin/bash") && operands != [b"--version"] {
        report(
            Level::Note,
            "starts-bash",
            unit.place(name.text),
            format!("`{}' starts bash where the image has it", text.as_bstr()),
            "in an image without bash make it a link to rsh",
        );
    }
}

/// `$$` compared with 1: under the supervisor the script is not process 1.
fn check_process_number(unit: &Unit, words: &[&Word], findings: &mut Vec<Finding>) {
    let is = |word: &&&Word, spellings: &[&[u8]]| spellings.contains(&unit.text().get(word.text));
    let number = words.iter().find(|word| is(word, &[b"$$", b"\"$$\"", b"$BASHPID", b"\"$BASHPID\"", b"${$}"]));
    if let Some(number) = number
        && words.iter().any(|word| is(&word, &[b"1", b"\"1\""]))
    {
        findings.push(Finding::new(
            Level::Warning,
            "process-1",
            unit.place(number.text),
            "the script is not process 1: the supervisor is".to_owned(),
            "drop the test, or start rsh with --no-supervise",
        ));
    }
}
