//! Children: fork, wait, replace this process (fork(2), waitpid(2), execve(2), _exit(2), kill(2)).

use std::ffi::CString;

use super::{Errno, Pid, Signal, WaitStatus};

/// This process.
pub fn id() -> Pid {
    // SAFETY: cannot fail.
    Pid(unsafe { libc::getpid() })
}

/// The parent.
pub fn parent_id() -> Pid {
    // SAFETY: cannot fail.
    Pid(unsafe { libc::getppid() })
}

/// This process's group.
pub fn group() -> Pid {
    // SAFETY: cannot fail.
    Pid(unsafe { libc::getpgrp() })
}

/// The group of `pid`, if there is such a process.
pub fn group_of(pid: Pid) -> Option<Pid> {
    // SAFETY: numbers only.
    Errno::result(unsafe { libc::getpgid(pid.0) }).ok().map(Pid)
}

/// Puts `pid` (0: this process) into `group` (0: one of its own).
pub fn set_group(pid: Pid, group: Pid) -> Result<(), Errno> {
    // SAFETY: numbers only.
    Errno::result(unsafe { libc::setpgid(pid.0, group.0) }).map(drop)
}

/// Forks: `None` in the child, which is a full copy and may go on in every way (there is one thread).
pub fn fork() -> Result<Option<Pid>, Errno> {
    super::attempt::give_up();
    super::line::share_all();
    // SAFETY: there are no other threads whose locks the child could inherit.
    match Errno::result(unsafe { libc::fork() })? {
        0 => {
            super::line::forget_pipe();
            Ok(None)
        }
        pid => Ok(Some(Pid(pid))),
    }
}

/// Ends the process at once: no exit handlers, nothing flushed.
pub fn exit(code: u8) -> ! {
    super::attempt::give_up();
    // SAFETY: never comes back.
    unsafe { libc::_exit(i32::from(code)) }
}

/// Ends the process by `signal`, as its default action; exits with 128+n where it does not end one.
pub fn die_by(signal: Signal) -> ! {
    super::attempt::give_up();
    let number = i32::from(signal.0);
    // SAFETY: sets the default action of one signal.
    unsafe { libc::signal(number, libc::SIG_DFL) };
    super::trap::unblock(signal);
    // SAFETY: numbers only.
    unsafe { libc::raise(number) };
    exit(128u8.wrapping_add(signal.0))
}

/// Whom to wait for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wait {
    /// Until something happens.
    Block,
    /// Only what has happened already.
    Poll,
}

/// Waits for any child: who, and how it changed. `None`: nothing yet (Poll). ECHILD: no children. EINTR: a signal came.
/// `stopped`: children that stop or go on are told of too.
pub fn wait_any(wait: Wait, stopped: bool) -> Result<Option<(Pid, WaitStatus)>, Errno> {
    wait_for(Pid(-1), wait, stopped)
}

/// The same for one child.
pub fn wait_for(pid: Pid, wait: Wait, stopped: bool) -> Result<Option<(Pid, WaitStatus)>, Errno> {
    super::attempt::give_up();
    let flags = if wait == Wait::Poll { libc::WNOHANG } else { 0 }
        | if stopped { libc::WUNTRACED | libc::WCONTINUED } else { 0 };
    let mut raw = 0;
    loop {
        // SAFETY: `raw` is a valid place for the status.
        match Errno::result(unsafe { libc::waitpid(pid.0, &mut raw, flags) }) {
            Err(Errno::EINTR) if wait == Wait::Poll => {} // nothing was waited for that a signal could interrupt
            result => return result.map(|pid| (pid > 0).then(|| (Pid(pid), decode(raw)))),
        }
    }
}

fn decode(raw: libc::c_int) -> WaitStatus {
    if libc::WIFEXITED(raw) {
        WaitStatus::Exited(libc::WEXITSTATUS(raw) as u8)
    } else if libc::WIFSTOPPED(raw) {
        WaitStatus::Stopped(Signal(libc::WSTOPSIG(raw) as u8))
    } else if libc::WIFCONTINUED(raw) {
        WaitStatus::Continued
    } else {
        WaitStatus::Signaled(Signal(libc::WTERMSIG(raw) as u8), libc::WCOREDUMP(raw))
    }
}

/// Sends `signal` to `pid` (negative: that group; 0: our own group); 0 as a signal only asks. To one process it goes with
/// sigqueue(3): a shell of ours sees that nobody else has it.
pub fn send(pid: Pid, signal: u8) -> Result<(), Errno> {
    super::attempt::give_up();
    if pid.0 > 0 {
        let value = libc::sigval { sival_ptr: std::ptr::null_mut() };
        // SAFETY: numbers only; the value is not looked at.
        match Errno::result(unsafe { libc::sigqueue(pid.0, i32::from(signal), value) }) {
            Err(Errno::EAGAIN | Errno::ENOSYS) => {} // the queue is full: kill(2) needs none
            result => return result.map(drop),
        }
    }
    // SAFETY: numbers only.
    Errno::result(unsafe { libc::kill(pid.0, i32::from(signal)) }).map(drop)
}

/// Whether `pid` was started by this process, or by one that was; false when that cannot be seen any more.
pub fn is_descendant(pid: Pid) -> bool {
    let me = id();
    let mut pid = pid;
    for _ in 0..1000 {
        match parent_of(pid) {
            Some(parent) if parent == me => return true,
            Some(parent) if parent.0 > 1 => pid = parent,
            _ => return false,
        }
    }
    false
}

/// The parent of `pid`: the second field behind its name, which may hold anything, in /proc/PID/stat.
fn parent_of(pid: Pid) -> Option<Pid> {
    let text = super::file::read_file(format!("/proc/{}/stat", pid.0).as_bytes()).ok()?;
    let rest = text.get(memchr::memrchr(b')', &text)? + 1..)?;
    let parent = rest.split(|&byte| byte == b' ').nth(2)?;
    std::str::from_utf8(parent).ok()?.parse().ok().map(Pid)
}

/// Whether `pid` ignores `signal`; true when that cannot be seen.
pub fn ignores(pid: Pid, signal: Signal) -> bool {
    let ignored = || {
        let text = super::file::read_file(format!("/proc/{}/status", pid.0).as_bytes()).ok()?;
        let at = memchr::memmem::find(&text, b"\nSigIgn:\t")? + 9;
        u64::from_str_radix(std::str::from_utf8(text.get(at..at + 16)?).ok()?, 16).ok()
    };
    ignored().is_none_or(|set| set >> (signal.0 - 1) & 1 != 0)
}

/// Whether `pid` runs the same program file as this process; false when that cannot be seen.
pub fn is_same_program(pid: Pid) -> bool {
    let ours = super::file::read_link(b"/proc/self/exe");
    let theirs = super::file::read_link(format!("/proc/{}/exe", pid.0).as_bytes());
    matches!((ours, theirs), (Ok(ours), Ok(theirs)) if ours == theirs)
}

/// Strings for execve, ready before the child exists.
pub struct Strings {
    _owned: Vec<CString>,
    pointers: Vec<*const libc::c_char>,
}

impl Strings {
    /// Of byte strings; one with a NUL is cut there.
    pub fn new<'a>(strings: impl IntoIterator<Item = &'a [u8]>) -> Strings {
        let cut = |bytes: &'a [u8]| bytes.split(|&byte| byte == 0).next().unwrap_or_default();
        let owned: Vec<CString> =
            strings.into_iter().map(|bytes| CString::new(cut(bytes)).unwrap_or_default()).collect();
        let pointers = owned.iter().map(|string| string.as_ptr()).chain([std::ptr::null()]).collect();
        Strings { _owned: owned, pointers }
    }

    /// One more behind them.
    pub fn push(&mut self, string: &[u8]) {
        let string = CString::new(string).unwrap_or_default();
        self.pointers.insert(self.pointers.len() - 1, string.as_ptr());
        self._owned.push(string);
    }

    /// As the kernel takes them.
    pub(super) fn as_ptr(&self) -> *const *const libc::c_char {
        self.pointers.as_ptr()
    }
}

/// Becomes the program at `path`; comes back only with the error.
pub fn replace(path: &[u8], argv: &Strings, environment: &Strings) -> Errno {
    let Ok(path) = CString::new(path) else { return Errno::ENOENT };
    super::line::share_all();
    // SAFETY: the path ends in NUL; both tables end in a null pointer and their strings in NUL.
    unsafe { libc::execve(path.as_ptr(), argv.as_ptr(), environment.as_ptr()) };
    super::attempt::give_up();
    Errno::last()
}
