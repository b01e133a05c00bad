//! Too little memory, processes, descriptors or stack; no /proc; a clock of another time: a message and a status, never a death
//! by a fault of the shell's own.

use libtest_mimic::{Failed, Trial};

use super::{check, is_root, run_behind, trial};

/// What a shell does in a day.
const WORK: &str = "f() { local a=$1; [ $a -gt 60 ] || f $((a + 1)); }; f 1; x=$(printf '%02000d' 7); y=$x$x$x$x; a=($y{1..50})
    echo ${#a[@]} | cat; cat <<<$y | wc -c; for i in {1..20}; do z=$(echo $i); done; (exit 3); sh -c 'exit 0'; : <(:); echo end";

/// Deep enough to need more stack or memory than there is.
const DEEP: &str = "(f() { f; }; f); (g() { eval g; }; g); (x='${x@P}'; : ${x@P}); (a=a; : $((a))); echo end";

pub(super) fn add(trials: &mut Vec<Trial>) {
    // what `cargo test` has built is not optimised: six megabytes before it begins
    let small = std::env::var_os("RSH").is_some();
    for (limit, amounts) in [
        ("--as", &[20_000_000, 300_000_000][..]),
        ("--as", if small { &[4_000_000, 8_000_000] } else { &[] }),
        ("--data", if small { &[200_000] } else { &[] }),
        ("--data", &[1_000_000, 4_000_000]),
        ("--nofile", &[0, 3, 4, 5, 6, 8, 10, 12]),
        ("--stack", &[16_384, 100_000, 1_000_000]),
        ("--fsize", &[0, 10]),
    ] {
        for &amount in amounts {
            let limit = format!("{limit}={amount}");
            trial(trials, &format!("limits: {limit}"), move || {
                ends_well(&["prlimit", &limit], &["-c", WORK])?;
                ends_well(&["prlimit", &limit], &["-c", DEEP])
            });
        }
    }
    if is_root() {
        trial(trials, "limits: no more processes", no_more_processes);
        trial(trials, "limits: no /proc", no_proc);
        trial(trials, "limits: a clock that runs from another time", other_time);
    }
}

/// Runs rsh: it must say so where something failed, and not die of a signal that nobody sent.
fn ends_well(before: &[&str], words: &[&str]) -> Result<(), Failed> {
    let ended = run_behind(before, words, &[])?;
    let faults = [4, 6, 7, 8, 11, 31].map(|signal| 128 + signal);
    let died = ended.status < 0 || faults.contains(&ended.status) || ended.status == 124;
    if died || ended.stderr.contains("panicked") {
        return Err(format!("{before:?}: {} {}", ended.status, ended.stderr).into());
    }
    Ok(())
}

/// As a user of its own, so that nobody else's processes count.
fn no_more_processes() -> Result<(), Failed> {
    let before = ["setpriv", "--reuid", "54321", "--clear-groups", "prlimit", "--nproc=1"];
    let ended = run_behind(&before, &["-c", "sh -c 'echo a'; echo end"], &[])?;
    if ended.stderr.contains("Permission denied") {
        return Ok(()); // the file lies where nobody else may go
    }
    check(&ended.stderr, (ended.stderr.contains("Resource temporarily unavailable"), ended.status), (true, 254))
}

fn no_proc() -> Result<(), Failed> {
    let before =
        ["unshare", "--mount", "--pid", "--fork", "sh", "-c", "mount -t tmpfs none /proc && exec \"$@\"", "sh"];
    let script = "x=$(echo a); echo $x | cat; cat <(echo b) 2>/dev/null; sleep 0.01 & wait $!; echo end; exit 3";
    let ended = run_behind(&before, &["--log", "info", "-c", script], &[])?;
    check(&ended.stderr, (ended.status, ended.stdout.ends_with("end\n")), (3, true))
}

/// Times are told by the clock that nobody sets: one that is years ahead, or has just begun, changes nothing.
fn other_time() -> Result<(), Failed> {
    for offset in ["--monotonic=1000000000", "--monotonic=0"] {
        let before = ["unshare", "--time", offset, "--pid", "--fork", "--mount-proc", "--kill-child"];
        let words = [
            "--grace",
            "300ms",
            "-c",
            "(trap '' TERM; sleep 30) & SECONDS=5; sleep 0.1; echo $((SECONDS < 8)); exit 3",
        ];
        let started = std::time::Instant::now();
        let ended = run_behind(&before, &words, &[])?;
        if ended.stderr.contains("unshare:") {
            continue; // no time namespaces here
        }
        check(&ended.stderr, (ended.status, &ended.stdout[..]), (3, "1\n"))?;
        check("in time", started.elapsed().as_secs() < 20, true)?;
    }
    Ok(())
}
