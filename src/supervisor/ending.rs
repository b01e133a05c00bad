//! How it ended and why, in one line: for the log, and for the file that Kubernetes reads (`--termination-log`).

use std::ffi::CStr;

use super::log::{Level, Line, Log};
use super::policy::Ending;
use crate::rules::Remap;
use crate::sys::{Errno, Fd, Pid, WaitStatus, fd, supervise};

/// How a child ended, and the name it had.
pub(super) struct Ended {
    pid: Pid,
    status: WaitStatus,
    name: [u8; 16],
    length: usize,
}

impl Ended {
    pub(super) fn new(pid: Pid, status: WaitStatus, name: &[u8]) -> Ended {
        let mut kept = [0; 16];
        let length = name.len().min(kept.len());
        for (place, byte) in kept.iter_mut().zip(name) {
            *place = *byte;
        }
        Ended { pid, status, name: kept, length }
    }
}

/// The file for the last line. Without a path: where Kubernetes has put its own. A program may write to it too: lines are added.
pub(super) fn open(path: Option<&CStr>) -> Result<Option<Fd>, Errno> {
    match path {
        Some(path) => supervise::open_to_append(path, true).map(Some),
        None => Ok(supervise::open_to_append(c"/dev/termination-log", false).ok()),
    }
}

/// Adds how a process ended.
pub(super) fn status(line: Line, status: WaitStatus) -> Line {
    match status {
        WaitStatus::Signaled(signal, _) => line.signal(b"killed_by", b": killed by ", signal),
        status => line.number(b"status", b": exit code ", i64::from(status.code())),
    }
}

/// Logs the end, and adds it to the file.
pub(super) fn write(log: Log, file: Option<Fd>, ended: Option<&Ended>, how: Ending, rule: Option<(usize, Remap)>) {
    if let Some(line) = log.line(Level::Info, b"exit") {
        line_of(line, ended, how, rule).write();
    }
    if let Some(file) = file {
        line_of(Line::for_file(b"exit"), ended, how, rule).write_to(file);
        fd::close(file);
    }
}

fn line_of(line: Line, ended: Option<&Ended>, how: Ending, rule: Option<(usize, Remap)>) -> Line {
    let mut line = line.number(b"code", b" code ", i64::from(how.code));
    if let Some(ended) = ended {
        let name = ended.name.get(..ended.length).unwrap_or_default();
        line = status(line.process(b": main process ", ended.pid, name), ended.status);
    }
    if let Some(signal) = how.stop {
        line = line.signal(b"after", b", after ", signal);
    }
    if how.overdue {
        line = line.text(b"reason", b", ", b"--kill-after was over");
    }
    if let Some((place, rule)) = rule {
        line = line.number(b"before", b"; code ", i64::from(how.before));
        line = line.number(b"rule", b" by rule ", place as i64 + 1);
        line = line.number(
            b"from",
            if rule.after_stop { b" of --remap, stop/" } else { b" of --remap, " },
            i64::from(rule.low),
        );
        if rule.high != rule.low {
            line = line.number(b"up_to", b"-", i64::from(rule.high));
        }
        line = line.number(b"became", b":", i64::from(rule.to));
    }
    line
}

/// Adds to the file that the command could not be executed.
pub(super) fn write_failure(file: Option<Fd>, command: &[u8], error: Errno) {
    if let Some(file) = file {
        let message = crate::sys::file::message(error);
        let line = Line::for_file(b"not started").text(b"command", b": ", command);
        line.text(b"error", b": ", message.as_bytes()).write_to(file);
        fd::close(file);
    }
}
