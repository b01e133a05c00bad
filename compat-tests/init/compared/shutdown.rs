//! What is left when the command ends.

use std::time::{Duration, Instant};

use libtest_mimic::Failed;

use super::{Init, Row, Wish, code, left_in_file, row, same};
use crate::namespace::Run;

const AREA: &str = "shutdown";

/// `(name, the script, what $FILE holds afterwards, the exit code)`. Each leaves something behind that is asked to end.
const FINISHES: &[(&str, &str, &str, i32)] = &[
    (
        "what is left may finish its write",
        "bash -c 'trap \"sleep 0.3; echo done >$FILE; exit\" TERM; echo >$FILE; while :; do sleep 0.01; done' &
         until [ -s $FILE ]; do sleep 0.01; done; exit 5",
        "done",
        5,
    ),
    (
        "in another session too",
        "setsid bash -c 'trap \"sleep 0.3; echo done >$FILE; exit\" TERM; echo >$FILE; while :; do sleep 0.01; done' &
         until [ -s $FILE ]; do sleep 0.01; done; exit 5",
        "done",
        5,
    ),
    (
        "what is left may start a helper to finish",
        "bash -c 'trap \"(sleep 0.3; echo done >$FILE) & exit\" TERM; echo >$FILE; while :; do sleep 0.01; done' &
         until [ -s $FILE ]; do sleep 0.01; done; exit 5",
        "done",
        5,
    ),
    (
        "a stopped process is woken to end",
        "bash -c 'trap \"echo woken >$FILE; exit\" TERM; echo >$FILE; kill -STOP $$; sleep 9' &
         until [ -s $FILE ]; do sleep 0.01; done; sleep 0.2; exit 5",
        "woken",
        5,
    ),
];

pub(super) fn rows(rows: &mut Vec<Row>) {
    for &(name, script, expected, status) in FINISHES {
        row(rows, AREA, name, move |init| {
            same(left_in_file(&[], &init.command(&["bash", "-c", script]))?, (status, expected.to_owned()))
        });
    }
    times(rows);
    subreaper(rows);
}

fn times(rows: &mut Vec<Row>) {
    row(rows, AREA, "nobody left: no waiting", |init| {
        let started = Instant::now();
        same(code(&init.command(&["true"]))?, 0)?;
        same(started.elapsed() < Duration::from_millis(1500), true)
    });
    row(rows, AREA, "who ignores SIGTERM is killed after the grace, and no sooner", |init| {
        let script = "bash -c 'trap \"\" TERM; echo >$FILE; sleep 0.4; echo still >$FILE; sleep 30' &
            until [ -s $FILE ]; do sleep 0.01; done; exit 5";
        let started = Instant::now();
        let words = init.with(Wish::Own(&["--grace", "1s"]), &["bash", "-c", script])?;
        same(left_in_file(&[], &words)?, (5, "still".to_owned()))?;
        same((1..6).contains(&started.elapsed().as_secs()), true)
    });
    row(rows, AREA, "no grace when none is wanted", |init| {
        let script = "bash -c 'trap \"sleep 5; echo late >$FILE\" TERM; echo >$FILE; while :; do sleep 0.01; done' &
            until [ -s $FILE ]; do sleep 0.01; done; exit 5";
        let words = match init {
            Init::Rsh => init.with(Wish::Own(&["--grace", "0"]), &["bash", "-c", script])?,
            init => init.command(&["bash", "-c", script]),
        };
        let started = Instant::now();
        same(code(&words)?, 5)?;
        same(started.elapsed() < Duration::from_secs(4), true)
    });
    row(rows, AREA, "who is left is told by name, in order", |init| {
        let words = init.with(
            Wish::Own(&["--log", "info", "--grace", "200ms"]),
            &[
                "bash",
                "-c",
                "(trap '' TERM; sleep 321 & until read n </proc/$!/comm && [ $n = sleep ]; do :; done; echo >$FILE.ready; wait) & until [ -e $FILE.ready ]; do sleep 0.01; done",
            ],
        )?;
        let (_, found) = left_in_file(&["sh", "-c", r#"exec 2>$FILE; exec "$0" "$@""#], &words)?;
        let order = ["(sleep): SIGTERM", "(sleep): SIGKILL", "(sleep): killed by SIG", "Z exit code 0"];
        let places: Vec<Option<usize>> = order.iter().map(|text| found.find(text)).collect();
        same(places.is_sorted() && places.iter().all(Option::is_some), true)
    });
}

/// Not as process 1: nobody else kills what is left.
fn subreaper(rows: &mut Vec<Row>) {
    // each leaves processes that are found by a number of seconds of their own
    let cases: &[(&str, &str)] = &[
        ("as a subreaper none is left: another group", "set -m; sleep SECONDS &"),
        ("as a subreaper none is left: other sessions", "setsid sleep SECONDS & setsid setsid sleep SECONDS &"),
        ("as a subreaper none is left: one that ignores SIGTERM", "(trap '' TERM; exec setsid sleep SECONDS) &"),
        ("as a subreaper none is left: one that is stopped", "setsid sleep SECONDS & sleep 0.1; kill -STOP $!"),
        (
            "as a subreaper none is left: one that never stops forking",
            "setsid bash -c \"trap '' TERM; n=0; while [ \\$n -lt 2000 ]; do n=\\$((n+1)); (exec sleep SECONDS) & done\" &",
        ),
    ];
    for (place, &(name, script)) in cases.iter().enumerate() {
        row(rows, AREA, name, move |init| {
            let seconds = format!("{}.{}{}", 4000 + place, std::process::id(), init as u8);
            let script = format!("{} sleep 0.3; exit 3", script.replace("SECONDS", &seconds));
            let words = match init {
                Init::Rsh => init.with(Wish::Own(&["--subreaper", "--grace", "300ms"]), &["bash", "-c", &script])?,
                init => init.with(Wish::Subreaper, &["bash", "-c", &script])?,
            };
            let code = Run::launch(&[], &words, &[], false, false)?.code();
            let code = code.inspect_err(|_| drop(kill_all(&seconds)))?;
            same((code, kill_all(&seconds)?), (3, false))
        });
    }
}

/// Kills what sleeps that long, until nobody does: one that forks may outrun a single round. Whether there was somebody.
fn kill_all(seconds: &str) -> Result<bool, Failed> {
    for round in 0..100 {
        // pkill finds nobody: 1
        if std::process::Command::new("pkill").args(["-KILL", "-f", &format!("sleep {seconds}")]).status()?.code()
            == Some(1)
        {
            return Ok(round > 0);
        }
    }
    Ok(true)
}
