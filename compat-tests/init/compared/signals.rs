//! Signals on their way to the command, and orphans.

use super::{Row, Wish, code, probe, row, same};

const AREA: &str = "signals";
const ORPHANS: &str = "orphans";

pub(super) fn rows(rows: &mut Vec<Row>) {
    each(rows);
    groups(rows);
    options(rows);
    orphans(rows);
}

/// Every signal that can be sent on.
fn each(rows: &mut Vec<Row>) {
    let names = nix::sys::signal::Signal::iterator().map(|signal| (signal as i32, signal.as_str()));
    let harmless = [9, 17, 19, 21, 22];
    for (number, name) in
        names.filter(|(number, _)| !harmless.contains(number)).chain([(35, "SIGRTMIN+1"), (64, "SIGRTMAX")])
    {
        row(rows, AREA, format!("{name} arrives, once"), move |init| {
            let mut run = probe(&[], &init.command(&["@"]), 1)?;
            run.signal(number)?;
            if number != 15 {
                run.wait_for_lines(|lines| lines.len() > 1)?;
                run.signal(15)?;
            }
            let (code, lines) = run.end()?;
            let expected = if number == 15 { "ready 15".to_owned() } else { format!("ready {number} 15") };
            same((code, lines.join(" ")), (42, expected))
        });
    }
    row(rows, AREA, "SIGTTIN and SIGTTOU from outside do no harm", |init| {
        let mut run = probe(&[], &init.command(&["@"]), 1)?;
        run.signal(21)?;
        run.signal(22)?;
        run.signal(15)?;
        let (code, lines) = run.end()?;
        same((code, lines.last().map(String::as_str)), (42, Some("15")))
    });
    row(rows, AREA, "ten queued real-time signals arrive as ten", |init| {
        let mut run = probe(&[], &init.command(&["@"]), 1)?;
        run.signals(40, 10)?;
        run.wait_for_lines(|lines| lines.len() > 10)?;
        run.signal(15)?;
        let (_, lines) = run.end()?;
        same(lines.iter().filter(|line| *line == "40").count(), 10)
    });
}

fn groups(rows: &mut Vec<Row>) {
    row(rows, AREA, "a script's programs get SIGTERM too, once each", |init| {
        let mut run = probe(&[], &init.command(&["bash", "-c", "trap '' TERM; @ & @ & wait"]), 2)?;
        run.signal(15)?;
        let (_, lines) = run.end()?;
        same(lines.iter().filter(|line| *line == "15").count(), 2)
    });
    row(rows, AREA, "signals can be for the command alone", |init| {
        let words =
            init.with(Wish::Child, &["bash", "-c", "trap 'echo got >>$FILE; kill $!; wait; exit 5' TERM; @ & wait"])?;
        let mut run = probe(&[], &words, 1)?;
        run.signal(15)?;
        let (code, lines) = run.end()?;
        same((code, lines.join(" ")), (5, "ready got 15".to_owned()))
    });
    row(rows, AREA, "a stopped command goes on at SIGCONT", |init| {
        let mut run = probe(&[], &init.command(&["@"]), 1)?;
        run.signal(20)?;
        run.signal(18)?;
        run.signal(15)?;
        same(run.end()?.0, 42)
    });
}

fn options(rows: &mut Vec<Row>) {
    row(rows, AREA, "a signal can become another", |init| {
        let mut run = probe(&[], &init.with(Wish::Rewrite("1:15"), &["@"])?, 1)?;
        run.signal(1)?;
        let (code, lines) = run.end()?;
        same((code, lines.join(" ")), (42, "ready 15".to_owned()))
    });
    row(rows, AREA, "a signal can be swallowed", |init| {
        let mut run = probe(&[], &init.with(Wish::Rewrite("10:0"), &["@"])?, 1)?;
        run.signal(10)?;
        run.signal(15)?;
        let (code, lines) = run.end()?;
        same((code, lines.join(" ")), (42, "ready 15".to_owned()))
    });
    row(rows, AREA, "a signal can be delayed; a second one goes through", |init| {
        let mut run = probe(&[], &init.with(Wish::Own(&["--delay", "TERM:1h"]), &["@"])?, 1)?;
        run.signal(15)?;
        std::thread::sleep(std::time::Duration::from_millis(200));
        same(run.lines().join(" "), "ready".to_owned())?;
        run.signal(15)?;
        same(run.end()?.0, 42)
    });
    row(rows, AREA, "a command that does not stop can be killed after a time", |init| {
        let words = init.with(Wish::Own(&["--kill-after", "200ms"]), &["bash", "-c", "trap '' TERM; @"])?;
        let mut run = probe(&[], &words, 1)?;
        run.signal(15)?;
        same(run.end()?.0, 137)
    });
    row(rows, AREA, "it ends with its parent when asked to", |init| {
        let words = init.with(Wish::ParentDeath, &["sleep", "7"])?;
        // the parent ends at once; bash, which is process 1, sees whether the init is still there
        let parent = r#""$@" & sleep 0.3; exit 0"#;
        let script = format!(
            "bash -c '{parent}' bash \"$@\"; sleep 0.2; for f in /proc/[0-9]*/comm; do read -r c <$f;
             case $c in rsh|tini*|dumb*|catat*) exit 1; esac; done"
        );
        let outer = ["bash", "-c", &script, "bash"].map(str::to_owned).into_iter();
        same(code(&outer.chain(words).collect::<Vec<_>>())?, 0)
    });
}

fn orphans(rows: &mut Vec<Row>) {
    const ZOMBIES: &str = "n=0; for s in /proc/[0-9]*/stat; do read -r line <$s && [[ ${line##*)} == ' Z'* ]] && n=$((n+1)); done; exit $n";
    row(rows, ORPHANS, "1,000 orphans leave no zombie", |init| {
        let script = format!("i=0; while [ $i -lt 1000 ]; do (true &); i=$((i+1)); done; sleep 0.3; {ZOMBIES}");
        same(code(&init.command(&["bash", "-c", &script]))?, 0)
    });
    row(rows, ORPHANS, "in other sessions too", |init| {
        let script =
            format!("i=0; while [ $i -lt 50 ]; do (setsid sh -c 'true &' &); i=$((i+1)); done; sleep 0.5; {ZOMBIES}");
        same(code(&init.command(&["bash", "-c", &script]))?, 0)
    });
    row(rows, ORPHANS, "an orphan's end is not the end, nor its code", |init| {
        same(code(&init.command(&["sh", "-c", "(sh -c 'exit 9' &); sleep 0.2; exit 4"]))?, 4)
    });
    row(rows, ORPHANS, "with SIGCHLD ignored by whoever started us", |init| {
        let script = format!("i=0; while [ $i -lt 100 ]; do (true &); i=$((i+1)); done; sleep 0.3; {ZOMBIES}");
        let run = super::Run::launch(
            &["env", "--ignore-signal=CHLD"],
            &init.command(&["env", "--default-signal=CHLD", "bash", "-c", &script]),
            &[],
            true,
            false,
        )?;
        same(run.code()?, 0)
    });
    row(rows, ORPHANS, "as a subreaper, not being process 1", |init| {
        let words = init.with(
            Wish::Subreaper,
            &["sh", "-c", "(sh -c 'sleep 0.2; echo $PPID >>$FILE' &); echo $PPID >>$FILE; sleep 0.5"],
        )?;
        let run = super::Run::launch(&[], &words, &[], false, false)?;
        let (_, lines) = run.end()?;
        // whoever the orphan saw when it started, it is reaped by the init: nothing is left over
        same(lines.len(), 2)
    });
    row(rows, ORPHANS, "each can be warned of or logged, with its name", |init| {
        let words = init.with(Wish::Own(&["--log", "info"]), &["sh", "-c", "(sleep 0.1 &); sleep 0.3"])?;
        let (_, found) = super::left_in_file(&["sh", "-c", r#"exec 2>$FILE; exec "$0" "$@""#], &words)?;
        same(found.contains("(sleep): exit code 0"), true)
    });
}
