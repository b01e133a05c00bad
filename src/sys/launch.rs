//! Starting the command that is supervised: a child that borrows our memory until it execs (clone(2) with CLONE_VM and
//! CLONE_VFORK), so that no page is copied. What differs from `spawn`: the session, the terminal, signals as they were at entry,
//! and the search of PATH.
//!
//! Between the clone and the exec only what stands in `child` runs: no allocation, no lock, no destructor.

use std::ffi::{CStr, CString};

use super::child::Strings;
use super::trap::Mask;
use super::{Errno, Fd, Pid};

/// What the command is, and what it gets.
pub struct Launch<'a> {
    /// Its words, the name first.
    pub words: &'a [Vec<u8>],
    /// The signal mask.
    pub mask: &'a Mask,
    /// SIGCHLD was ignored at entry: it is again.
    pub ignores_child: bool,
    /// A session of its own, which takes the terminal at descriptor 0, instead of a process group in ours.
    pub session: bool,
    /// The terminal whose foreground group it becomes.
    pub terminal: Option<Fd>,
}

struct Borrowed<'a> {
    launch: &'a Launch<'a>,
    /// Where the file may be, in order.
    places: Vec<CString>,
    argv: Strings,
    /// `sh FILE ARG...`: for a file without `#!`; the file's own place is written to the second.
    shell: Vec<*const libc::c_char>,
    error: i32,
}

/// Size of the child's own stack.
const STACK: usize = 64 * 1024;

unsafe extern "C" {
    static environ: *const *const libc::c_char;
}

/// Starts the command, with all signals blocked. `Err`: why it could not be executed; no child is left that anybody has to reap
/// but as an orphan.
pub fn launch(launch: &Launch) -> Result<Pid, Errno> {
    let argv = Strings::new(launch.words.iter().map(|word| &word[..]));
    let places = places(launch.words.first().map_or(&b""[..], |word| word));
    let mut borrowed = Borrowed { launch, places, shell: Vec::new(), argv, error: 0 };
    borrowed.shell = shell_words(&borrowed.argv, launch.words.len());
    let mut stack = Vec::<u8>::with_capacity(STACK);
    let top = stack.spare_capacity_mut().as_mut_ptr_range().end;
    let top = top.map_addr(|address| address & !15).cast();
    let flags = libc::CLONE_VM | libc::CLONE_VFORK | libc::SIGCHLD;
    // SAFETY: the child runs `child` on a stack of its own, and we sleep until it has exec'd or ended, so both stack and
    // `borrowed` outlive its use of them.
    let pid = unsafe { libc::clone(child, top, flags, std::ptr::from_mut(&mut borrowed).cast()) };
    let pid = Errno::result(pid)?;
    // SAFETY: the child wrote it through its own pointer: read it as it is now.
    match unsafe { std::ptr::read_volatile(&borrowed.error) } {
        0 => Ok(Pid(pid)),
        error => Err(Errno::from_raw(error)),
    }
}

/// As execvp(3) looks: a name with a slash is the file; else each folder of PATH, or of a default without one.
fn places(name: &[u8]) -> Vec<CString> {
    let path = std::env::var_os("PATH");
    let path = path.as_ref().map_or(&b"/bin:/usr/bin"[..], |path| path.as_encoded_bytes());
    if name.contains(&b'/') || name.is_empty() {
        return CString::new(name).into_iter().collect();
    }
    let below = |folder: &[u8]| match folder {
        b"" => CString::new(name).ok(),
        folder => CString::new([folder, b"/", name].concat()).ok(),
    };
    path.split(|&byte| byte == b':').filter_map(below).collect()
}

fn shell_words(argv: &Strings, count: usize) -> Vec<*const libc::c_char> {
    let mut words = vec![c"/bin/sh".as_ptr(), std::ptr::null()];
    // SAFETY: the table has `count` strings and a null pointer behind them.
    words.extend_from_slice(
        unsafe { std::slice::from_raw_parts(argv.as_ptr(), count + 1) }.get(1..).unwrap_or_default(),
    );
    words
}

/// The child: async-signal-safe calls only, on memory that the parent owns.
extern "C" fn child(argument: *mut libc::c_void) -> libc::c_int {
    // SAFETY: it is the `Borrowed` of `launch`, whose frame sleeps until we exec or end.
    let borrowed = unsafe { &mut *argument.cast::<Borrowed>() };
    let launch = borrowed.launch;
    if launch.session {
        // SAFETY: a new process leads no group.
        unsafe { libc::setsid() };
        // SAFETY: takes a number; fails when 0 is no terminal.
        unsafe { libc::ioctl(0, libc::TIOCSCTTY, 0) };
    } else {
        // SAFETY: numbers only.
        unsafe { libc::setpgid(0, 0) };
    }
    if let Some(fd) = launch.terminal {
        let _ = super::supervise::set_foreground(fd, super::child::id()); // TTOU is blocked
    }
    if launch.ignores_child {
        // SAFETY: without CLONE_SIGHAND dispositions are the child's own.
        unsafe { libc::signal(libc::SIGCHLD, libc::SIG_IGN) };
    }
    // SAFETY: the set is valid.
    unsafe { libc::sigprocmask(libc::SIG_SETMASK, launch.mask.as_ptr(), std::ptr::null_mut()) };
    borrowed.error = execute_somewhere(&borrowed.places, &borrowed.argv, &mut borrowed.shell);
    127
}

/// Comes back with the error when no place holds a program: what is not there says less than what may not be executed.
fn execute_somewhere(places: &[CString], argv: &Strings, shell: &mut [*const libc::c_char]) -> libc::c_int {
    let mut worst = libc::ENOENT;
    for place in places {
        match execute(place, argv.as_ptr()) {
            libc::ENOEXEC if is_elf(place) => return libc::ENOEXEC, // of another machine: no shell can read it
            libc::ENOEXEC => {
                if let Some(file) = shell.get_mut(1) {
                    *file = place.as_ptr();
                }
                return execute(c"/bin/sh", shell.as_ptr());
            }
            libc::ENOENT | libc::ENOTDIR | libc::ENODEV | libc::ETIMEDOUT | libc::ESTALE if places.len() > 1 => {}
            libc::EACCES => worst = libc::EACCES,
            error => return error,
        }
    }
    worst
}

fn is_elf(path: &CStr) -> bool {
    let mut magic = [0_u8; 4];
    // SAFETY: the path ends in NUL.
    let fd = unsafe { libc::open(path.as_ptr(), libc::O_RDONLY | libc::O_CLOEXEC) };
    // SAFETY: the buffer has that length; on no descriptor it fails.
    unsafe { libc::read(fd, magic.as_mut_ptr().cast(), magic.len()) };
    // SAFETY: nobody else has it, and the child execs or ends.
    unsafe { libc::close(fd) };
    magic == *b"\x7fELF"
}

fn execute(path: &CStr, argv: *const *const libc::c_char) -> libc::c_int {
    // SAFETY: reads a pointer that nobody changes meanwhile: there is one thread.
    let environment = unsafe { environ };
    // SAFETY: the path ends in NUL; both tables end in a null pointer, and their strings in NUL.
    unsafe { libc::execve(path.as_ptr(), argv, environment) };
    Errno::last_raw()
}
