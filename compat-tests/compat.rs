//! Runs every case of `compat-tests/cases` in bash and in rsh and compares what they did: standard output, standard error,
//! status and the files left behind. bash's answers are recorded in `compat-tests/answers`, so that the suite runs where
//! there is no bash 5.2; where there is one it is asked too. See `compat-tests/README.md`.

#![allow(
    clippy::disallowed_methods,
    reason = "a test program: it starts programs and reads its environment like any other"
)]
#![allow(clippy::print_stderr, clippy::print_stdout, reason = "a test program talks to the terminal")]

mod answer;
mod cases;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use answer::{Shell, answer};
use cases::{Case, CaseFile};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    // started in the background this has some signals ignored, and so would every shell
    for number in 1..=rsh::sys::Signal::MAX {
        let _ = rsh::sys::trap::set(rsh::sys::Signal(number), rsh::sys::trap::Disposition::Default);
    }
    nix::sys::stat::umask(nix::sys::stat::Mode::from_bits_truncate(0o022));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("compat-tests");
    let bash = bash();
    let files = match cases::read_all(&root) {
        Ok(files) => files,
        Err(message) => {
            eprintln!("compat: {message}");
            return ExitCode::from(2);
        }
    };
    if std::env::var_os("COMPAT_RECORD").is_some() {
        return record(bash.as_ref(), &files);
    }
    if bash.is_none() {
        eprintln!("compat: no bash 5.2 here: the recorded answers are the judge");
    }
    let rsh = Shell { name: "rsh", path: rsh() };
    let mut trials = Vec::new();
    for file in &files {
        let recorded = cases::recorded(&file.answers);
        for case in &file.cases {
            let (case, rsh, bash) = (case.clone(), rsh.clone(), bash.clone());
            let recorded = recorded.get(&case.name).cloned();
            let name = format!("{}: {}", file.name, case.name);
            trials.push(Trial::test(name, move || compare(&case, &rsh, bash.as_ref(), recorded.as_deref())));
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// Where the rsh under test is: the one that cargo built for this test, or `$RSH`.
fn rsh() -> PathBuf {
    std::env::var_os("RSH").map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_rsh")), PathBuf::from)
}

/// bash, when there is one and it is 5.2.
fn bash() -> Option<Shell> {
    let path =
        ["/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash"].into_iter().find(|path| Path::new(path).exists())?;
    let version = Command::new(path)
        .args(["-c", "echo ${BASH_VERSINFO[0]}.${BASH_VERSINFO[1]} ${RSH_VERSION-}"])
        .output()
        .ok()?;
    (version.stdout.trim_ascii() == b"5.2").then(|| Shell { name: "bash", path: PathBuf::from(path) })
}

/// One case: rsh against bash, and bash against what is recorded of it.
fn compare(case: &Case, rsh: &Shell, bash: Option<&Shell>, recorded: Option<&str>) -> Result<(), Failed> {
    let recorded = recorded.ok_or("bash's answer is not recorded: COMPAT_RECORD=1 cargo test --test compat")?;
    if let Some(bash) = bash {
        let says = answer(bash, &case.script)?;
        if says != recorded {
            return Err(difference("bash answers otherwise than recorded", "recorded", recorded, "bash", &says).into());
        }
    }
    let says = answer(rsh, &case.script)?;
    if says == recorded { Ok(()) } else { Err(difference(&case.script, "bash", recorded, "rsh", &says).into()) }
}

fn difference(head: &str, left: &str, expected: &str, right: &str, found: &str) -> String {
    let indent = |text: &str| text.lines().map(|line| format!("    {line}\n")).collect::<String>();
    format!("{}\n  {left}:\n{}  {right}:\n{}", head.trim_end(), indent(expected), indent(found))
}

/// Writes what bash answers to every case.
fn record(bash: Option<&Shell>, files: &[CaseFile]) -> ExitCode {
    let Some(bash) = bash else {
        eprintln!("compat: recording needs bash 5.2");
        return ExitCode::from(2);
    };
    for file in files {
        let mut text = String::new();
        for case in &file.cases {
            match answer(bash, &case.script) {
                Ok(says) => text.push_str(&format!("### {}\n{says}", case.name)),
                Err(error) => {
                    eprintln!("compat: {}: {}: {error}", file.name, case.name);
                    return ExitCode::FAILURE;
                }
            }
        }
        if let Err(error) = cases::write(&file.answers, &text) {
            eprintln!("compat: {}: {error}", file.answers.display());
            return ExitCode::FAILURE;
        }
        println!("recorded {} ({})", file.name, file.cases.len());
    }
    ExitCode::SUCCESS
}
