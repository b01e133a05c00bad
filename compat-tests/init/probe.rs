//! The probe: notes every signal that reaches it, one number a line, and ends with 42 at TERM.

use std::ffi::OsStr;
use std::io::Write;
use std::process::ExitCode;

use nix::sys::signal::{SigSet, SigmaskHow, sigprocmask};

/// Takes signals until TERM comes; `file` gets `ready` and then the numbers.
pub(super) fn run(file: &OsStr) -> ExitCode {
    let Ok(mut file) = std::fs::OpenOptions::new().append(true).create(true).open(file) else {
        return ExitCode::from(99);
    };
    if sigprocmask(SigmaskHow::SIG_SETMASK, Some(&SigSet::all()), None).is_err() {
        return ExitCode::from(98);
    }
    let mut ended = false;
    let _ = file.write_all(b"ready\n");
    // a little longer than TERM needs, so that a second one would be seen
    while let Some(number) = next(ended) {
        // one write: two probes may share the file
        let _ = file.write_all(format!("{number}\n").as_bytes());
        ended |= number == libc::SIGTERM;
    }
    ExitCode::from(42)
}

/// The next signal; at the end only what comes within 0.3 s.
fn next(ended: bool) -> Option<i32> {
    let limit = if ended {
        libc::timespec { tv_sec: 0, tv_nsec: 300_000_000 }
    } else {
        libc::timespec { tv_sec: 60, tv_nsec: 0 }
    };
    take(&limit)
}

#[allow(unsafe_code, reason = "real-time signals are not in nix's enum")]
fn take(limit: &libc::timespec) -> Option<i32> {
    let set = SigSet::all();
    // SAFETY: set and time are valid; no information is asked for.
    let number = unsafe { libc::sigtimedwait(set.as_ref(), std::ptr::null_mut(), limit) };
    (number > 0).then_some(number)
}
