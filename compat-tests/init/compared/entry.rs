//! Whatever state it is started in: it works, or says why not.

use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

use super::{Init, Row, Wish, code, left_in_file, probe, row, same};
use crate::namespace::Run;

const AREA: &str = "robust at entry";

/// `(name, what starts it, the command, its exit code)`
const WORKS: &[(&str, &[&str], &[&str], i32)] = &[
    ("descriptors 0 to 2 closed", &["sh", "-c", r#"exec "$@" <&- >&- 2>&-"#, "sh"], &["sh", "-c", "exit 7"], 7),
    ("SIGCHLD ignored: the code still comes out", &["env", "--ignore-signal=CHLD"], &["sh", "-c", "exit 7"], 7),
    ("SIGCHLD blocked", &["env", "--block-signal=CHLD"], &["sh", "-c", "exit 7"], 7),
    ("no /proc", &["sh", "-c", r#"umount -l /proc; exec "$@""#, "sh"], &["sh", "-c", "exit 7"], 7),
    ("a read-only root", &["sh", "-c", r#"mount -o remount,ro,bind / && exec "$@""#, "sh"], &["sh", "-c", "exit 7"], 7),
    ("an empty /dev", &["sh", "-c", r#"mount -t tmpfs none /dev && exec "$@""#, "sh"], &["sh", "-c", "exit 7"], 7),
    ("no environment at all", &["env", "-i"], &["/bin/sh", "-c", "exit 7"], 7),
    (
        "a working directory that is gone",
        &["sh", "-c", r#"d=$(mktemp -d); cd $d; rmdir $d; exec "$@""#, "sh"],
        &["sh", "-c", "exit 7"],
        7,
    ),
    ("64 KB of stack", &["sh", "-c", r#"ulimit -s 256; exec "$@""#, "sh"], &["sh", "-c", "exit 7"], 7),
];

pub(super) fn rows(rows: &mut Vec<Row>) {
    for &(name, wrapper, words, expected) in WORKS {
        row(rows, AREA, name, move |init| {
            same(Run::launch(wrapper, &init.command(words), &[], true, false)?.code()?, expected)
        });
    }
    handed_on(rows);
    limits(rows);
}

fn handed_on(rows: &mut Vec<Row>) {
    row(rows, AREA, "all signals blocked: they are forwarded all the same", |init| {
        let mut run = probe(&["env", "--block-signal"], &init.command(&["@"]), 1)?;
        run.signal(15)?;
        same(run.end()?.0, 42)
    });
    // in hexadecimal, of signals 1 to 31
    let told: &[(&str, &[&str], &str, u64)] = &[
        ("the command has the signal mask of the start", &["env", "--block-signal=USR1"], "SigBlk", 0x200),
        ("and an empty one", &[], "SigBlk", 0),
        ("ignored signals stay ignored (PIPE, USR2)", &["env", "--ignore-signal=PIPE,USR2"], "SigIgn", 0x1800),
        ("SIGCHLD too", &["env", "--ignore-signal=CHLD"], "SigIgn", 0x10000),
        ("and none else are", &[], "SigIgn", 0),
    ];
    for &(name, wrapper, field, expected) in told {
        row(rows, AREA, name, move |init| {
            let wrapper: Vec<&str> = ["env", "--default-signal"].into_iter().chain(wrapper.iter().copied()).collect();
            let words = init.command(&["sed", "-n", &format!("s/^{field}:\t//w /dev/stderr"), "/proc/self/status"]);
            let outer: Vec<&str> =
                ["sh", "-c", r#"exec 2>$FILE; exec "$@""#, "sh"].into_iter().chain(wrapper).collect();
            let (_, found) = left_in_file(&outer, &words)?;
            same(u64::from_str_radix(&found, 16)? & 0x7fff_ffff, expected)
        });
    }
    row(rows, AREA, "the command has the descriptors of the start, no other", |init| {
        let wrapper = ["sh", "-c", r#"exec 7</dev/null; exec "$@""#, "sh"];
        let script = "echo /proc/$$/fd/* >$FILE";
        let alone = ["sh", "-c", script].map(str::to_owned);
        same(
            left_in_file(&wrapper, &init.command(&["sh", "-c", script]))?.1.replace("/proc/2/", "/proc/1/"),
            left_in_file(&wrapper, &alone)?.1,
        )
    });
}

fn limits(rows: &mut Vec<Row>) {
    row(rows, AREA, "seccomp that denies prctl", |init| {
        let this = crate::namespace::probe();
        let run =
            Run::launch(&[&this], &init.command(&["sh", "-c", "exit 7"]), &[("INIT_NO_PRCTL", "1")], true, false)?;
        same(run.code()?, 7)
    });
    row(rows, AREA, "the same as a subreaper: a message, nothing is run", |init| {
        let this = crate::namespace::probe();
        let words = init.with(Wish::Subreaper, &["sh", "-c", "echo run >$FILE"])?;
        let (code, lines) = Run::launch(&[&this], &words, &[("INIT_NO_PRCTL", "1")], false, false)?.end()?;
        same((code != 0, lines.join(" ")), (true, String::new()))
    });
    row(rows, AREA, "three descriptors are all that is allowed", |init| {
        let rsh = crate::namespace::rsh().to_string_lossy().into_owned();
        let words = init.command(&[&rsh, "--no-supervise", "-c", "exit 7"]);
        same(Run::launch(&["sh", "-c", r#"ulimit -n 3; exec "$@""#, "sh"], &words, &[], true, false)?.code()?, 7)
    });
    row(rows, AREA, "no process may be made: a message, and 126", |init| {
        let folder = tempfile::TempDir::new_in("/var/tmp")?;
        std::fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
        let mut words = init.command(&["sh", "-c", "exit 7"]);
        if init == Init::Rsh {
            // where it was built others may not look
            let copy = folder.path().join("rsh");
            std::fs::copy(crate::namespace::rsh(), &copy)?;
            words[0] = copy.to_string_lossy().into_owned();
        }
        let unprivileged = [
            "prlimit",
            "--nproc=1",
            "setpriv",
            "--reuid=65432",
            "--clear-groups",
            "--inh-caps=-all",
            "--bounding-set=-all",
        ];
        same(Run::launch(&unprivileged, &words, &[], true, false)?.code()?, 126)
    });
    row(rows, AREA, "1 MB of arguments", |init| {
        let long = "x".repeat(100_000);
        let mut words = vec!["sh", "-c", r#"shift; [ "$#" = 10 ] && [ "${#10}" = 100000 ]"#, "sh", "first"];
        words.extend([&long[..]; 10]);
        same(code(&init.command(&words))?, 0)
    });
    row(rows, AREA, "1 MB of environment", |init| {
        let long = "x".repeat(100_000);
        let names: Vec<String> = (0..10).map(|number| format!("LONG{number}")).collect();
        let variables: Vec<(&str, &str)> = names.iter().map(|name| (&name[..], &long[..])).collect();
        let words = init.command(&["sh", "-c", "[ ${#LONG9} = 100000 ]"]);
        same(Run::launch(&[], &words, &variables, true, false)?.code()?, 0)
    });
}

/// Becomes the program of the arguments, with prctl(2) denied.
#[allow(unsafe_code, reason = "nix has no seccomp")]
pub(in super::super) fn deny_prctl() -> ExitCode {
    let step = |code: u32, jt, jf, k| libc::sock_filter { code: code as u16, jt, jf, k };
    let number = u32::try_from(libc::SYS_prctl).unwrap_or(0);
    let mut steps = [
        step(libc::BPF_LD | libc::BPF_W | libc::BPF_ABS, 0, 0, 0),
        step(libc::BPF_JMP | libc::BPF_JEQ | libc::BPF_K, 0, 1, number),
        step(libc::BPF_RET | libc::BPF_K, 0, 0, libc::SECCOMP_RET_ERRNO | libc::EPERM as u32),
        step(libc::BPF_RET | libc::BPF_K, 0, 0, libc::SECCOMP_RET_ALLOW),
    ];
    let filter = libc::sock_fprog { len: steps.len() as u16, filter: steps.as_mut_ptr() };
    // SAFETY: numbers only.
    unsafe { libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) };
    // SAFETY: the filter is valid for the call.
    let done = unsafe { libc::prctl(libc::PR_SET_SECCOMP, libc::SECCOMP_MODE_FILTER, &raw const filter) };
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    if let (0, Some((program, rest))) = (done, words.split_first()) {
        let _ = Command::new(program).args(rest).env_remove("INIT_NO_PRCTL").exec();
    }
    ExitCode::from(97)
}
