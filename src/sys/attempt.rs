//! An attempt: a child that borrows our memory (clone(2) with CLONE_VM and CLONE_VFORK), to become another program at once. A fork
//! would copy what is thrown away a moment later.
//!
//! It may look at things and change what is its own (directory, mask, group). Where it meets what others would notice, or what
//! needs a process with memory of its own (output, input, a fork, a wait, a signal to somebody, the end), it gives up without a trace.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{Errno, Pid};

/// This process is an attempt.
static GOING_ON: AtomicBool = AtomicBool::new(false);
/// It has given up.
static GIVEN_UP: AtomicBool = AtomicBool::new(false);

/// Whether this process is an attempt.
pub fn is_one() -> bool {
    GOING_ON.load(Ordering::Relaxed)
}

/// What an attempt must not do follows: it is over. Nothing happens in any other process.
#[inline]
pub fn give_up() {
    if GOING_ON.load(Ordering::Relaxed) {
        GIVEN_UP.store(true, Ordering::Relaxed);
        // SAFETY: never comes back; the memory is the parent's, and nothing of it is touched any more.
        unsafe { libc::_exit(127) };
    }
}

/// Has a child with all signals blocked do `run`. `None`: there is none, or it gave up and is gone. What it has allocated stays.
pub fn attempt(run: &mut dyn FnMut()) -> Option<Pid> {
    if super::stack::is_low() {
        return None;
    }
    let stack = super::stack::below(32 << 10);
    let mut call = run;
    let flags = libc::CLONE_VM | libc::CLONE_VFORK | libc::SIGCHLD;
    GOING_ON.store(true, Ordering::Relaxed);
    // SAFETY: the child runs `child` on what is left of our stack, where nothing of ours is, and we sleep until it has exec'd or ended,
    // so both stack and `call` outlive its use of them. It leaves what it has changed as a call of `run` would, wherever it ends: it gives up where it calls us.
    let pid = unsafe { libc::clone(child, stack, flags, (&raw mut call).cast()) };
    GOING_ON.store(false, Ordering::Relaxed);
    let pid = Errno::result(pid).ok().map(Pid)?;
    if !GIVEN_UP.load(Ordering::Relaxed) {
        return Some(pid); // a signal may have ended it: then that is how it ended
    }
    super::trap::hand_over(false);
    let _ = super::child::wait_for(pid, super::child::Wait::Block, false);
    None
}

extern "C" fn child(argument: *mut libc::c_void) -> libc::c_int {
    // SAFETY: it is `call` of `attempt`, whose frame sleeps until we exec or end.
    let run = unsafe { &mut *argument.cast::<&mut dyn FnMut()>() };
    run();
    give_up();
    127
}
