//! Starting a program without copying this process: a child that borrows our memory until it execs (clone(2) with
//! CLONE_VM and CLONE_VFORK).
//!
//! Between the clone and the exec only what stands in `child` runs: no allocation, no lock, no destructor. The parent
//! sleeps meanwhile, so the child may read everything that the parent has made ready, and write its error.

use std::ffi::CString;

use super::child::Strings;
use super::{Errno, Fd, Pid};

/// What a new program gets.
pub struct Spawn<'a> {
    /// Path of the file.
    pub path: &'a [u8],
    /// Its arguments, the name first.
    pub argv: &'a Strings,
    /// Its environment.
    pub environment: &'a Strings,
    /// `(from, to)` in order: `to` becomes a copy of `from` that exec keeps; `from` of -1 closes `to`.
    pub fds: &'a [(Fd, Fd)],
    /// Its process group: `None` ours, `Some(0)` its own, else that one.
    pub group: Option<Pid>,
    /// The terminal that its group gets.
    pub terminal: Option<Fd>,
    /// Signals whose default action is put back: those that the shell catches or ignores for itself. Bit n: signal n.
    pub default_signals: u128,
}

struct Borrowed<'a> {
    spawn: &'a Spawn<'a>,
    path: CString,
    error: i32,
    mask: libc::sigset_t,
}

/// Starts the program. Errors of the exec come back as such, with no child left; everything before it was made ready.
#[inline(never)]
pub fn spawn(spawn: &Spawn) -> Result<Pid, Errno> {
    let path = CString::new(spawn.path).map_err(|_| Errno::ENOENT)?;
    super::attempt::give_up();
    super::line::share_all();
    // SAFETY: all zeroes is a valid set.
    let empty: libc::sigset_t = unsafe { std::mem::zeroed() };
    let mut borrowed = Borrowed { spawn, path, error: 0, mask: empty };
    let mut all = empty;
    // SAFETY: the set is ours.
    unsafe { libc::sigfillset(&mut all) };
    // SAFETY: both sets are ours. No handler of ours may run in the child on the shared memory.
    unsafe { libc::sigprocmask(libc::SIG_SETMASK, &all, &mut borrowed.mask) };
    let top = super::stack::below(4096); // where pages are present already
    let flags = libc::CLONE_VM | libc::CLONE_VFORK | libc::SIGCHLD;
    // SAFETY: we sleep until the child, which runs `child`, has exec'd or ended: nobody else uses the stack there, of which
    // `stack::is_low` keeps enough free, and `borrowed` outlives its use.
    let pid = unsafe { libc::clone(child, top, flags, std::ptr::from_mut(&mut borrowed).cast()) };
    let result = Errno::result(pid);
    super::trap::hand_over(false);
    // SAFETY: puts our own mask back.
    unsafe { libc::sigprocmask(libc::SIG_SETMASK, &borrowed.mask, std::ptr::null_mut()) };
    let pid = result?;
    // SAFETY: the child wrote it through its own pointer: read it as it is now.
    let error = unsafe { std::ptr::read_volatile(&borrowed.error) };
    if error == 0 {
        return Ok(Pid(pid));
    }
    loop {
        // SAFETY: reaps the child that could not exec; its status is of no interest.
        let reaped = unsafe { libc::waitpid(pid, std::ptr::null_mut(), 0) };
        if reaped == pid || Errno::last() != Errno::EINTR {
            return Err(Errno::from_raw(error));
        }
    }
}

/// The child: async-signal-safe calls only, on memory that the parent owns.
extern "C" fn child(argument: *mut libc::c_void) -> libc::c_int {
    // SAFETY: it is the `Borrowed` of `spawn`, whose frame sleeps until we exec or end.
    let borrowed = unsafe { &mut *argument.cast::<Borrowed>() };
    let spawn = borrowed.spawn;
    for signal in 1..=64 {
        if spawn.default_signals >> signal & 1 == 1 {
            // SAFETY: with CLONE_VM dispositions are still the child's own (no CLONE_SIGHAND).
            unsafe { libc::signal(signal, libc::SIG_DFL) };
        }
    }
    if let Some(group) = spawn.group {
        // SAFETY: numbers only.
        unsafe { libc::setpgid(0, group.0) };
    }
    if let Some(terminal) = spawn.terminal {
        // SAFETY: cannot fail.
        let group = unsafe { libc::getpgrp() };
        // SAFETY: numbers only; TTOU is blocked.
        unsafe { libc::tcsetpgrp(terminal.0, group) };
    }
    for &(from, to) in spawn.fds {
        if from.0 < 0 {
            // SAFETY: descriptors are the child's own (no CLONE_FILES).
            unsafe { libc::close(to.0) };
            continue;
        }
        // SAFETY: as above.
        let done = if from == to {
            // SAFETY: clears close-on-exec.
            unsafe { libc::fcntl(to.0, libc::F_SETFD, 0) }
        } else {
            // SAFETY: as above.
            unsafe { libc::dup2(from.0, to.0) }
        };
        if done == -1 {
            borrowed.error = Errno::last_raw();
            return 127;
        }
    }
    // a handler runs on the shell's memory: what comes from here on must not be noted there, but end this process
    super::trap::hand_over(true);
    // SAFETY: the mask is the one that the shell had.
    unsafe { libc::sigprocmask(libc::SIG_SETMASK, &borrowed.mask, std::ptr::null_mut()) };
    // SAFETY: the path ends in NUL; both tables end in a null pointer.
    unsafe { libc::execve(borrowed.path.as_ptr(), spawn.argv.as_ptr(), spawn.environment.as_ptr()) };
    borrowed.error = Errno::last_raw();
    127
}
