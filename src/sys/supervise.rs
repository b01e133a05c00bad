//! What the supervisor asks of the kernel (prctl(2), sigtimedwait(2), waitid(2), proc(5), tcsetpgrp(3)). Nothing here
//! allocates, but for [`unset_environment`], which is called before the fork.

use std::ffi::CStr;

use super::{Errno, Fd, Pid, Signal};

/// Makes this process the reaper of its descendants' orphans.
pub fn become_subreaper() -> Result<(), Errno> {
    // SAFETY: numbers only.
    Errno::result(unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) }).map(drop)
}

/// Asks for `signal` when the parent ends.
pub fn set_parent_death_signal(signal: Signal) -> Result<(), Errno> {
    // SAFETY: numbers only.
    Errno::result(unsafe { libc::prctl(libc::PR_SET_PDEATHSIG, libc::c_ulong::from(signal.0), 0, 0, 0) }).map(drop)
}

/// Takes a variable out of the environment that children get. Before any other thread or fork.
pub fn unset_environment(name: &CStr) {
    // SAFETY: the name ends in NUL, and nobody else uses the environment meanwhile.
    unsafe { libc::unsetenv(name.as_ptr()) };
}

/// A signal that was taken.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    /// Which.
    pub signal: Signal,
    /// Who sent it; 0 when the kernel did.
    pub sender: Pid,
    /// The kernel raised it for a fault of this process.
    pub fault: bool,
}

/// Waits for a signal (all are blocked) until `deadline` on the monotonic clock, for ever without one. `None`: the time is
/// over, or the wait was interrupted.
pub fn take_signal(deadline: Option<i64>) -> Option<Taken> {
    let left = deadline.map(|deadline| (deadline - super::clock::monotonic_nanos()).max(0));
    take(&all_signals(), left)
}

/// Takes a signal that is there already, but for SIGCHLD.
pub fn take_pending_signal() -> Option<Taken> {
    let mut set = all_signals();
    // SAFETY: the set is ours.
    unsafe { libc::sigdelset(&mut set, libc::SIGCHLD) };
    take(&set, Some(0))
}

fn all_signals() -> libc::sigset_t {
    // SAFETY: all zeroes is a valid set.
    let mut all: libc::sigset_t = unsafe { std::mem::zeroed() };
    // SAFETY: the set is ours.
    unsafe { libc::sigfillset(&mut all) };
    all
}

fn one_signal(signal: Signal) -> libc::sigset_t {
    // SAFETY: all zeroes is a valid set, and the empty one.
    let mut set: libc::sigset_t = unsafe { std::mem::zeroed() };
    // SAFETY: the set is ours.
    unsafe { libc::sigaddset(&mut set, i32::from(signal.0)) };
    set
}

fn take(set: &libc::sigset_t, nanos: Option<i64>) -> Option<Taken> {
    // SAFETY: all zeroes is a valid siginfo.
    let mut info: libc::siginfo_t = unsafe { std::mem::zeroed() };
    let number = match nanos {
        // SAFETY: set and info are ours.
        None => unsafe { libc::sigwaitinfo(set, &mut info) },
        Some(nanos) => {
            let time = libc::timespec { tv_sec: nanos / 1_000_000_000, tv_nsec: nanos % 1_000_000_000 };
            // SAFETY: set, info and time are ours.
            unsafe { libc::sigtimedwait(set, &mut info, &time) }
        }
    };
    let signal = Signal(u8::try_from(number).ok().filter(|&number| number > 0)?);
    let fault = info.si_code > 0 && super::trap::is_fault(number);
    // SAFETY: si_pid is there for signals that processes send.
    let sender = if info.si_code <= 0 { unsafe { info.si_pid() } } else { 0 };
    Some(Taken { signal, sender: Pid(sender), fault })
}

/// Stops our process group by `signal`, which is blocked: the kernel decides whether it may be stopped (a shell with job control
/// must be above). Comes back when we go on; the CONT that woke us is taken.
pub fn stop_with_group(signal: Signal) {
    let one = one_signal(signal);
    // SAFETY: numbers only.
    unsafe { libc::kill(0, i32::from(signal.0)) };
    // SAFETY: the set is valid; the signal is delivered, and we stop, before this comes back.
    unsafe { libc::sigprocmask(libc::SIG_UNBLOCK, &one, std::ptr::null_mut()) };
    // SAFETY: as above.
    unsafe { libc::sigprocmask(libc::SIG_BLOCK, &one, std::ptr::null_mut()) };
    take(&one_signal(Signal::CONT), Some(0));
}

/// Stops this process until SIGCONT.
pub fn stop_self() {
    // SAFETY: numbers only.
    unsafe { libc::kill(super::child::id().0, libc::SIGSTOP) };
}

/// Gives up the controlling terminal, so that a new session may have it; its HUP and CONT, which come with that when we lead the
/// session, are taken. All signals are blocked. False: there is none.
pub fn give_up_terminal() -> bool {
    // SAFETY: takes no argument.
    if unsafe { libc::ioctl(0, libc::TIOCNOTTY) } != 0 {
        return false;
    }
    // SAFETY: cannot fail for this process.
    if unsafe { libc::getsid(0) } == super::child::id().0 {
        take(&one_signal(Signal::HUP), Some(0));
        take(&one_signal(Signal::CONT), Some(0));
    }
    true
}

/// The next child that has ended and was not reaped: it stays as it is. `None`: none, or no children.
pub fn peek_ended() -> Option<Pid> {
    // SAFETY: all zeroes is a valid siginfo.
    let mut info: libc::siginfo_t = unsafe { std::mem::zeroed() };
    let flags = libc::WEXITED | libc::WNOHANG | libc::WNOWAIT;
    // SAFETY: info is ours.
    if unsafe { libc::waitid(libc::P_ALL, 0, &mut info, flags) } != 0 {
        return None;
    }
    // SAFETY: si_pid is there for a child's state, and 0 when there is none.
    let pid = unsafe { info.si_pid() };
    (pid > 0).then_some(Pid(pid))
}

/// Whether nobody holds the other end of the pipe `fd` any more.
pub fn is_hung_up(fd: Fd) -> bool {
    let mut poll = libc::pollfd { fd: fd.0, events: 0, revents: 0 };
    // SAFETY: one entry, which is ours.
    unsafe { libc::poll(&mut poll, 1, 0) == 1 && poll.revents & libc::POLLHUP != 0 }
}

/// Tells the shell that this process becomes which pipe it keeps: in the environment, from where that takes it at once. It holds for
/// this process alone, whoever may inherit it.
const KEPT: &CStr = c"RSH_SUPERVISED";

/// Lets `pipe` outlive the exec into a shell of ours: what is said to that in the environment.
pub fn keep(pipe: Fd) -> Vec<u8> {
    let _ = super::fd::set_cloexec(pipe, false);
    let (mut pid, mut fd) = (itoa::Buffer::new(), itoa::Buffer::new());
    let (pid, fd) = (pid.format(super::child::id().0), fd.format(pipe.0));
    [KEPT.to_bytes(), b"=", pid.as_bytes(), b":", fd.as_bytes()].concat()
}

/// The pipe that the shell which this process was before has kept for us.
pub fn kept() -> Option<Fd> {
    let value = std::env::var_os("RSH_SUPERVISED")?;
    unset_environment(KEPT);
    let (pid, fd) = value.to_str()?.split_once(':')?;
    let fd: i32 = fd.parse().ok()?;
    if fd <= 2 || pid.parse() != Ok(super::child::id().0) {
        return None;
    }
    // SAFETY: only asks.
    let flags = unsafe { libc::fcntl(fd, libc::F_GETFL) };
    let is_fifo = super::file::stat_fd(Fd(fd)).is_ok_and(|stat| stat.is_fifo());
    let is_end = is_fifo && flags >= 0 && flags & libc::O_ACCMODE == libc::O_WRONLY;
    (is_end && super::fd::set_cloexec(Fd(fd), true).is_ok()).then_some(Fd(fd))
}

/// Whether to execute `path` runs our own program file: it is that, or its `#!` line names it.
pub fn runs_us(path: &[u8]) -> bool {
    let Ok(ours) = super::file::stat(b"/proc/self/exe") else { return false };
    let is_ours = |path: &[u8]| super::file::stat(path).is_ok_and(|file| file.same_file(&ours));
    is_ours(path) || super::file::interpreter(path).is_some_and(|interpreter| is_ours(&interpreter))
}

/// Somebody was sent TERM: a process, or a group (negative), and at which tick of [`super::clock::boot_ticks`].
pub type Reached = (i32, u32);

/// Tells the supervisor, at the other end of `pipe`, that TERM was sent to `pid`. When the pipe is full it is not told.
pub fn report(pipe: Fd, pid: Pid) {
    let mut poll = libc::pollfd { fd: pipe.0, events: libc::POLLOUT, revents: 0 };
    // SAFETY: one entry, which is ours.
    if unsafe { libc::poll(&mut poll, 1, 0) } == 1 && poll.revents == libc::POLLOUT {
        let words = [pid.0, super::clock::boot_ticks() as i32];
        // SAFETY: the buffer is ours and as long as is said; so little is written at once or not at all.
        unsafe { libc::write(pipe.0, words.as_ptr().cast(), size_of_val(&words)) };
    }
}

/// The next that was told, if any.
pub fn take_report(pipe: Fd) -> Option<Reached> {
    let mut poll = libc::pollfd { fd: pipe.0, events: libc::POLLIN, revents: 0 };
    let mut words = [0i32; 2];
    // SAFETY: one entry, which is ours.
    let there = unsafe { libc::poll(&mut poll, 1, 0) } == 1 && poll.revents & libc::POLLIN != 0;
    // SAFETY: the buffer is ours and as long as is said.
    let whole = there && unsafe { libc::read(pipe.0, words.as_mut_ptr().cast(), size_of_val(&words)) } == 8;
    whole.then_some((words[0], words[1] as u32))
}

/// The process group of `pid` and the tick at which it was started; `None` without /proc.
pub fn group_and_start(pid: Pid) -> Option<(Pid, u32)> {
    let mut text = [0; 512];
    let mut words = stat(pid, &mut text)?.skip(2);
    let mut number = |skipped| -> Option<u64> { std::str::from_utf8(words.nth(skipped)?).ok()?.parse().ok() };
    Some((Pid(number(0)? as i32), number(16)? as u32))
}

/// The controlling terminal; `None` without one.
pub fn open_terminal() -> Option<Fd> {
    // SAFETY: the path ends in NUL.
    let fd = unsafe { libc::open(c"/dev/tty".as_ptr(), libc::O_RDWR | libc::O_NOCTTY | libc::O_CLOEXEC) };
    (fd >= 0).then_some(Fd(fd))
}

/// Opens a file to append to, made if `create`: close-on-exec.
pub fn open_to_append(path: &CStr, create: bool) -> Result<Fd, Errno> {
    let flags = libc::O_WRONLY | libc::O_APPEND | libc::O_CLOEXEC | libc::O_NONBLOCK | libc::O_NOCTTY;
    let flags = if create { flags | libc::O_CREAT } else { flags };
    // SAFETY: the path ends in NUL.
    Errno::result(unsafe { libc::open(path.as_ptr(), flags, 0o644) }).map(Fd)
}

unsafe extern "C" {
    /// First byte of the program, and the first behind its code (end(3), ld's own symbols).
    safe static __executable_start: u8;
    safe static etext: u8;
}

/// Lets the kernel have the pages of the program's code back, which are its file's: what is still run is mapped anew, and that is
/// little. Who waits for months need not hold what a start and a shell have used.
pub fn drop_code_pages() {
    let start = std::ptr::from_ref(&__executable_start).map_addr(|address| address & !4095);
    let length = std::ptr::from_ref(&etext).addr().saturating_sub(start.addr()) & !4095;
    // SAFETY: the range holds private, read-only mappings of the program's file, whose pages come back from there.
    unsafe { libc::madvise(start.cast_mut().cast(), length, libc::MADV_DONTNEED) };
}

/// The process group in the foreground of the terminal `fd`; `None` when it is no terminal of ours.
pub fn foreground(fd: Fd) -> Option<Pid> {
    // SAFETY: only asks.
    let group = unsafe { libc::tcgetpgrp(fd.0) };
    (group >= 0).then_some(Pid(group))
}

/// Puts `group` into the foreground of the terminal `fd`. TTOU must be blocked or ignored.
pub fn set_foreground(fd: Fd, group: Pid) -> Result<(), Errno> {
    // SAFETY: numbers only.
    Errno::result(unsafe { libc::tcsetpgrp(fd.0, group.0) }).map(drop)
}

/// A path below /proc in a buffer of its own.
struct ProcPath([u8; 40]);

impl ProcPath {
    fn new(pid: Pid, file: &[u8]) -> ProcPath {
        let mut path = [0; 40];
        let mut length = 0;
        let mut digits = itoa::Buffer::new();
        let parts = [&b"/proc/"[..], digits.format(pid.0).as_bytes(), file];
        for &byte in parts.into_iter().flatten() {
            if length < path.len() - 1 {
                path[length] = byte;
                length += 1;
            }
        }
        ProcPath(path)
    }

    /// Reads the beginning of the file: how many bytes.
    fn read(&self, buffer: &mut [u8]) -> usize {
        // SAFETY: the path ends in NUL.
        let fd = unsafe { libc::open(self.0.as_ptr().cast(), libc::O_RDONLY | libc::O_CLOEXEC) };
        if fd < 0 {
            return 0;
        }
        let got = super::fd::read(Fd(fd), buffer).unwrap_or(0);
        super::fd::close(Fd(fd));
        got
    }
}

/// The command name of a process (also of one that has ended and was not reaped); its length. 0 without /proc.
pub fn command_name(pid: Pid, name: &mut [u8; 16]) -> usize {
    if !proc_is_ours() {
        return 0;
    }
    let got = ProcPath::new(pid, b"/comm").read(name);
    if got > 0 && name.get(got - 1) == Some(&b'\n') { got - 1 } else { got }
}

/// What stands in /proc/PID/stat behind the name, which may hold anything: the state first.
fn stat(pid: Pid, text: &mut [u8]) -> Option<impl Iterator<Item = &[u8]>> {
    let got = ProcPath::new(pid, b"/stat").read(text);
    let text = text.get(..got)?;
    let behind = memchr::memrchr(b')', text)?;
    Some(text.get(behind + 2..)?.split(|&byte| byte == b' '))
}

/// The parent of `pid`, and whether it has ended; `None` when it is gone or there is no /proc.
fn parent(pid: Pid) -> Option<(Pid, bool)> {
    let mut text = [0; 128];
    let mut words = stat(pid, &mut text)?;
    let ended = matches!(words.next()?, [b'Z' | b'X']);
    let parent = std::str::from_utf8(words.next()?).ok()?.parse().ok()?;
    Some((Pid(parent), ended))
}

/// Whether `pid` descends from `ancestor` and has not ended.
fn descends(pid: Pid, ancestor: Pid) -> bool {
    let Some((mut above, false)) = parent(pid) else { return false };
    for _ in 0..1000 {
        if above == ancestor || above.0 == 0 && ancestor.0 == 1 {
            return true; // somebody from outside may have been put below process 1
        }
        if above.0 <= 1 {
            return false;
        }
        match parent(above) {
            Some((next, _)) => above = next,
            None => return false,
        }
    }
    false
}

/// Calls `act` for each child of ours that has not ended, without /proc. All have come after `first`, and numbers are given away in
/// turn: those up to a new one's are asked for.
pub fn for_each_child(first: Pid, mut act: impl FnMut(Pid)) {
    const HIGHEST: libc::pid_t = 1 << 22; // PID_MAX_LIMIT, proc(5)
    let last = match super::child::fork() {
        Ok(None) => super::child::exit(0),
        Ok(Some(new)) => {
            let _ = super::child::wait_for(new, super::child::Wait::Block, false);
            new.0
        }
        Err(_) => first.0 - 1, // no room: every number
    };
    let (behind, begun_anew) = if last < first.0 { (HIGHEST, last) } else { (last, 1) };
    let flags = libc::WEXITED | libc::WNOHANG | libc::WNOWAIT;
    for pid in (first.0..=behind).chain(2..=begun_anew) {
        // SAFETY: all zeroes is a valid siginfo.
        let mut info: libc::siginfo_t = unsafe { std::mem::zeroed() };
        // SAFETY: info is ours.
        let known = unsafe { libc::waitid(libc::P_PID, pid as libc::id_t, &mut info, flags) } == 0;
        // SAFETY: si_pid is 0 for a child that lives.
        if known && unsafe { info.si_pid() } == 0 {
            act(Pid(pid));
        }
    }
}

/// Whether /proc is there, and that of our PID namespace.
fn proc_is_ours() -> bool {
    let mut digits = itoa::Buffer::new();
    let mut link = [0_u8; 16];
    // SAFETY: the path ends in NUL; the buffer is ours and as long as is said.
    let length = unsafe { libc::readlink(c"/proc/self".as_ptr(), link.as_mut_ptr().cast(), link.len()) };
    let link = usize::try_from(length).ok().and_then(|length| link.get(..length));
    link == Some(digits.format(super::child::id().0).as_bytes())
}

/// Calls `act` for each process below this one that has not ended: in whatever group or session it is. False without /proc, or
/// where that is another PID namespace's.
pub fn for_each_descendant(mut act: impl FnMut(Pid)) -> bool {
    let me = super::child::id();
    if !proc_is_ours() {
        return false;
    }
    // SAFETY: the path ends in NUL.
    let fd = unsafe { libc::open(c"/proc".as_ptr(), libc::O_RDONLY | libc::O_DIRECTORY | libc::O_CLOEXEC) };
    if fd < 0 {
        return false;
    }
    let mut entries = [0u64; 512]; // aligned as the kernel's records are
    let mut seen = false;
    loop {
        // SAFETY: the buffer is ours and as long as is said.
        let got = unsafe { libc::syscall(libc::SYS_getdents64, fd, entries.as_mut_ptr(), size_of_val(&entries)) };
        let Ok(got @ 1..) = usize::try_from(got) else { break };
        // SAFETY: the buffer holds that many bytes, which the kernel has written.
        let bytes = unsafe { std::slice::from_raw_parts(entries.as_ptr().cast::<u8>(), got) };
        let mut rest = bytes;
        // each record: inode 8, offset 8, length 2, type 1, name
        while let [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, low, high, _, name @ ..] = rest {
            let length = usize::from(u16::from_ne_bytes([*low, *high]));
            let name = name.split(|&byte| byte == 0).next().unwrap_or_default();
            if let Some(pid) = std::str::from_utf8(name).ok().and_then(|name| name.parse().ok()).map(Pid) {
                seen = true;
                if pid != me && descends(pid, me) {
                    act(pid);
                }
            }
            rest = rest.get(length.max(19)..).unwrap_or_default();
        }
    }
    super::fd::close(Fd(fd));
    seen
}
