//! Scripts that run an application: rsh, or bash below another init. The signal reaches the application once, its code comes out,
//! nothing further is run.

use super::{Init, Row, code, left_in_file, probe, row, same};

const AREA: &str = "scripts (rsh -c; others: with bash -c)";

/// `(name, the script with @ for the application, how many there are, the exit code)`
const SHAPES: &[(&str, &str, usize, i32)] = &[
    ("set -e && app", "set -e && @", 1, 42),
    ("app with a line behind it", "set -e; @; echo no >>$FILE", 1, 42),
    ("app in a function", "f() { @; echo no >>$FILE; }; f", 1, 42),
    ("(app) in a subshell", "(@; echo no >>$FILE); echo no >>$FILE", 1, 42),
    ("(cd / && app)", "(cd / && @)", 1, 42),
    ("app in a loop that restarts it", "while :; do @; done", 1, 42),
    ("x=$(app)", "x=$(@); echo no >>$FILE", 1, 42),
    ("app & wait", "@ & wait $!; echo no >>$FILE", 1, 42),
    ("two apps and wait", "@ & @ & wait; echo no >>$FILE", 2, 42),
    ("a script in a script", "$BASH -c '@; exit $?'; echo no >>$FILE", 1, 42),
    ("three deep", "$BASH -c '$BASH -c \"@; exit \\$?\"; exit $?'; echo no >>$FILE", 1, 42),
    ("if app; then", "if @; then echo no >>$FILE; fi; echo no >>$FILE", 1, 42),
    ("exec app", "exec @", 1, 42),
    ("app & trap 'kill $!' TERM; wait", "@ & trap 'kill $!; wait $!; exit 9' TERM; wait", 1, 9),
    ("a trap while app is in front", "trap 'exit 7' TERM; @; echo no >>$FILE", 1, 7),
    ("an EXIT trap runs", "trap 'echo bye >>$FILE' EXIT; @; echo no >>$FILE", 1, 42),
];

pub(super) fn rows(rows: &mut Vec<Row>) {
    for &(name, script, times, expected) in SHAPES {
        row(rows, AREA, name, move |init| {
            let mut run = probe(&[], &init.script(script), times)?;
            run.signal(15)?;
            let (code, lines) = run.end()?;
            let got = lines.iter().filter(|line| *line == "15").count();
            let bye = !script.contains("bye") || lines.iter().any(|line| line == "bye");
            let no = lines.iter().any(|line| line == "no");
            same((got, no, bye, code), (times, false, true, expected))
        });
    }
    row(rows, AREA, "app | tee log: no line is lost, app sees no SIGPIPE", |init| {
        let writer = "bash -c 'trap \"sleep 0.2; echo last; exit 3\" TERM; echo first; echo >$FILE.ready; while :; do sleep 0.01; done'";
        let script = format!("set -o pipefail; {writer} | cat >$FILE; echo no >>$FILE");
        let mut run = super::Run::launch(&[], &init.script(&script), &[], true, false)?;
        run.wait_for(&run.file().with_extension("ready"))?;
        run.signal(15)?;
        let (code, lines) = run.end()?;
        same((code, lines.join(" ")), (3, "first last".to_owned()))
    });
    row(rows, AREA, "a stop between commands", |init| {
        let script = "echo >$FILE; while :; do :; done";
        let mut run = super::Run::launch(&[], &init.script(script), &[], true, false)?;
        run.wait_for_lines(|lines| !lines.is_empty())?;
        run.signal(15)?;
        same(run.end()?.0, 143)
    });
    row(rows, AREA, "1,000 orphans of a script leave no zombie", |init| {
        let script = "i=0; while [ $i -lt 1000 ]; do (true &); i=$((i+1)); done; sleep 0.3
            n=0; for s in /proc/[0-9]*/stat; do read -r line <$s && [[ ${line##*)} == ' Z'* ]] && n=$((n+1)); done; exit $n";
        same(code(&init.script(script))?, 0)
    });
    row(rows, AREA, "one file is both: nothing else in the image", |init| {
        // a root with the init and what it starts, and no shell
        let folder = tempfile::TempDir::new()?;
        std::fs::copy(crate::namespace::rsh(), folder.path().join("rsh"))?;
        if init != Init::Rsh {
            return Err("there is no shell in it".into());
        }
        let root = folder.path().to_string_lossy().into_owned();
        let words = ["chroot", &root, "/rsh", "-c", "set -e; f() { return 6; }; f"].map(str::to_owned);
        same(code(&words)?, 6)
    });
    row(rows, AREA, "options in the #! line", |init| {
        if init != Init::Rsh {
            return Err("there is no such option".into());
        }
        same(super::Run::script("-eu --remap 3:7", "exit 3\n")?.code()?, 7)
    });
    row(rows, AREA, "the exit code of a failing command under set -e", |init| {
        same(left_in_file(&[], &init.script("set -e; (exit 6); echo no >$FILE"))?, (6, String::new()))
    });
}
