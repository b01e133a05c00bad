//! Signals as a shell sees them: dispositions, the set of pending ones, waiting without losing any (signal(7),
//! sigaction(2), sigsuspend(2)).
//!
//! A handler does one thing: it notes the signal in a static, atomic set. The shell looks at it between commands and
//! while it waits.

use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU64, Ordering};

use super::{Errno, Pid, Signal};

/// Bit n - 1: signal n came and has not been taken.
static PENDING: AtomicU64 = AtomicU64::new(0);
/// Those of them that the kernel made itself (the terminal's Ctrl-C): the whole group has them.
static FROM_KERNEL: AtomicU64 = AtomicU64::new(0);
/// Those of them that were sent with kill(2), which may have gone to a whole group.
static PERHAPS_GROUP: AtomicU64 = AtomicU64::new(0);
/// Who sent the last of each.
static SENDERS: [AtomicI32; 65] = [const { AtomicI32::new(0) }; 65];

/// What a signal does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Disposition {
    /// SIG_DFL
    Default,
    /// SIG_IGN
    Ignore,
    /// Noted by our handler.
    Caught,
}

/// This process is about to become another program: what comes now is the program's.
static HANDING_OVER: AtomicBool = AtomicBool::new(false);

/// Whether this process is about to become another program. A signal that comes from then on has its default action at
/// once, since a handler would take it from the program. What came before is still in the set.
pub fn hand_over(begins: bool) {
    HANDING_OVER.store(begins, Ordering::Relaxed);
}

/// Whether the kernel raises `signal` for a fault.
pub(super) fn is_fault(signal: libc::c_int) -> bool {
    [libc::SIGSEGV, libc::SIGBUS, libc::SIGFPE, libc::SIGILL, libc::SIGTRAP, libc::SIGSYS].contains(&signal)
}

extern "C" fn note(signal: libc::c_int, info: *mut libc::siginfo_t, _context: *mut libc::c_void) {
    let bit = 1u64 << (signal - 1);
    if HANDING_OVER.load(Ordering::Relaxed) {
        // SAFETY: signal(2) may be called in a handler; the number is the one that came.
        unsafe { libc::signal(signal, libc::SIG_DFL) };
        // SAFETY: raise(3) may be called in a handler; the signal is delivered when this one returns.
        unsafe { libc::raise(signal) };
        return;
    }
    if signal != libc::SIGCHLD {
        // SAFETY: the kernel hands a valid siginfo to a handler set with SA_SIGINFO.
        let info = unsafe { &*info };
        if info.si_code > 0 {
            if is_fault(signal) {
                // SAFETY: signal(2) may be called in a handler. What is done again at its end has the default action.
                unsafe { libc::signal(signal, libc::SIG_DFL) };
                return;
            }
            FROM_KERNEL.fetch_or(bit, Ordering::Relaxed);
        } else {
            // SAFETY: si_pid is there for signals sent by processes.
            let sender = unsafe { info.si_pid() };
            SENDERS[signal as usize].store(sender, Ordering::Relaxed);
            if info.si_code == libc::SI_USER {
                PERHAPS_GROUP.fetch_or(bit, Ordering::Relaxed);
            } else {
                PERHAPS_GROUP.fetch_and(!bit, Ordering::Relaxed);
            }
        }
        PENDING.fetch_or(bit, Ordering::Relaxed);
    }
}

/// Stops this process as SIGTSTP does without a handler, which it has. Comes back when it goes on, or at once where nobody above
/// could have it go on.
pub fn stop_self() {
    let _ = set(Signal::TSTP, Disposition::Default);
    let mask = unblock(Signal::TSTP);
    // SAFETY: numbers only.
    unsafe { libc::raise(libc::SIGTSTP) };
    restore(&mask);
    let _ = set(Signal::TSTP, Disposition::Caught);
}

/// Sets what `signal` does and gives what it did. KILL and STOP: EINVAL.
pub fn set(signal: Signal, disposition: Disposition) -> Result<Disposition, Errno> {
    // SAFETY: all zeroes is a valid action: SIG_DFL, no flags, an empty mask.
    let mut action: libc::sigaction = unsafe { std::mem::zeroed() };
    match disposition {
        Disposition::Default => action.sa_sigaction = libc::SIG_DFL,
        Disposition::Ignore => action.sa_sigaction = libc::SIG_IGN,
        Disposition::Caught => {
            action.sa_sigaction = note as *const () as libc::sighandler_t;
            action.sa_flags = libc::SA_SIGINFO;
        }
    }
    // SAFETY: as above.
    let mut before: libc::sigaction = unsafe { std::mem::zeroed() };
    // SAFETY: both are valid; the handler touches atomics alone.
    Errno::result(unsafe { libc::sigaction(i32::from(signal.0), &action, &mut before) })?;
    Ok(decode(&before))
}

/// What `signal` does now.
pub fn get(signal: Signal) -> Disposition {
    // SAFETY: all zeroes is a valid action.
    let mut now: libc::sigaction = unsafe { std::mem::zeroed() };
    // SAFETY: no new action is given; the answer has a valid place.
    match unsafe { libc::sigaction(i32::from(signal.0), std::ptr::null(), &mut now) } {
        0 => decode(&now),
        _ => Disposition::Default,
    }
}

fn decode(action: &libc::sigaction) -> Disposition {
    match action.sa_sigaction {
        libc::SIG_DFL => Disposition::Default,
        libc::SIG_IGN => Disposition::Ignore,
        _ => Disposition::Caught,
    }
}

/// Whether a signal came that has not been taken.
#[inline]
pub fn pending() -> bool {
    PENDING.load(Ordering::Relaxed) != 0
}

/// Whether `signal` is one of them.
pub fn is_pending(signal: Signal) -> bool {
    PENDING.load(Ordering::Relaxed) & 1 << (signal.0 - 1) != 0
}

/// A signal that came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Arrived {
    /// Which.
    pub signal: Signal,
    /// The kernel made it (a terminal): the whole foreground group has it.
    pub from_kernel: bool,
    /// It was sent with kill(2), not to one process with sigqueue(3).
    pub perhaps_group: bool,
    /// Who sent it; 0 when the kernel did.
    pub sender: Pid,
}

/// Takes the lowest pending signal among `wanted` (bit n - 1: signal n) out of the set.
pub fn take(wanted: u64) -> Option<Arrived> {
    let set = PENDING.load(Ordering::Relaxed) & wanted;
    if set == 0 {
        return None;
    }
    let number = set.trailing_zeros();
    let bit = 1u64 << number;
    PENDING.fetch_and(!bit, Ordering::Relaxed);
    let from_kernel = FROM_KERNEL.fetch_and(!bit, Ordering::Relaxed) & bit != 0;
    let perhaps_group = PERHAPS_GROUP.load(Ordering::Relaxed) & bit != 0;
    let sender = if from_kernel { 0 } else { SENDERS[number as usize + 1].load(Ordering::Relaxed) };
    Some(Arrived { signal: Signal(number as u8 + 1), from_kernel, perhaps_group, sender: Pid(sender) })
}

/// Forgets what came: a child's signals are not its parent's.
pub fn clear() {
    PENDING.store(0, Ordering::Relaxed);
    FROM_KERNEL.store(0, Ordering::Relaxed);
}

/// A signal mask, to be put back.
#[derive(Clone, Copy, Debug)]
pub struct Mask(libc::sigset_t);

impl Mask {
    /// As the kernel takes it.
    pub(super) fn as_ptr(&self) -> *const libc::sigset_t {
        &self.0
    }
}

/// Blocks all signals and gives the mask that was.
pub fn block_all() -> Mask {
    // SAFETY: all zeroes is a valid set.
    let mut all: libc::sigset_t = unsafe { std::mem::zeroed() };
    let mut before = all;
    // SAFETY: the set is ours.
    unsafe { libc::sigfillset(&mut all) };
    // SAFETY: both sets are ours.
    unsafe { libc::sigprocmask(libc::SIG_SETMASK, &all, &mut before) };
    Mask(before)
}

/// Lets `signal` come, and gives the mask that was.
pub(super) fn unblock(signal: Signal) -> Mask {
    // SAFETY: all zeroes is a valid set.
    let mut one: libc::sigset_t = unsafe { std::mem::zeroed() };
    let mut before = one;
    // SAFETY: the set is ours.
    unsafe { libc::sigaddset(&mut one, i32::from(signal.0)) };
    // SAFETY: both sets are ours.
    unsafe { libc::sigprocmask(libc::SIG_UNBLOCK, &one, &mut before) };
    Mask(before)
}

/// Puts a mask back.
pub fn restore(mask: &Mask) {
    // SAFETY: the set is valid.
    unsafe { libc::sigprocmask(libc::SIG_SETMASK, &mask.0, std::ptr::null_mut()) };
}

/// Sleeps with `mask` in force until a signal was handled, or until `deadline` on the monotonic clock. Signals are blocked
/// before and after, so none is missed.
pub fn sleep(mask: &Mask, deadline: Option<i64>) {
    super::attempt::give_up();
    let Some(deadline) = deadline else {
        // SAFETY: the set is valid; it always comes back with EINTR.
        unsafe { libc::sigsuspend(&mask.0) };
        return;
    };
    let left = (deadline - super::clock::monotonic_nanos()).max(0);
    let time = libc::timespec { tv_sec: left / 1_000_000_000, tv_nsec: left % 1_000_000_000 };
    // SAFETY: no descriptors; time and set are valid.
    unsafe { libc::ppoll(std::ptr::null_mut(), 0, &time, &mask.0) };
}
