//! Descriptors: open, duplicate, move, read, write (open(2), dup(2), fcntl(2), pipe(2)).

use std::ffi::CString;

use super::{Errno, Fd};

/// Descriptors that the shell keeps for itself start here: 0–9 belong to scripts, 10 and up to `{fd}>`.
pub const OWN: i32 = 200;

/// How a file is opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// `<`
    Read,
    /// `>`: made or emptied.
    Write,
    /// `>` under noclobber: made, must not exist.
    WriteNew,
    /// `>>`
    Append,
    /// `<>`: made if it is not there.
    ReadWrite,
    /// To be written to if it exists and is not emptied (noclobber on a device).
    WriteExisting,
}

/// `-1` becomes the error.
fn check(result: libc::c_int) -> Result<i32, Errno> {
    Errno::result(result)
}

/// A path for the kernel. One with a NUL in it exists nowhere.
pub fn c_path(path: &[u8]) -> Result<CString, Errno> {
    CString::new(path).map_err(|_| Errno::ENOENT)
}

/// Opens a file; mode 0666 by the umask when it is made. The descriptor is close-on-exec: a redirection's `dup_to` clears that.
/// A signal during the open (a FIFO) gives EINTR.
pub fn open(path: &[u8], mode: Mode) -> Result<Fd, Errno> {
    let flags = match mode {
        Mode::Read => libc::O_RDONLY,
        Mode::Write => libc::O_WRONLY | libc::O_CREAT | libc::O_TRUNC,
        Mode::WriteNew => libc::O_WRONLY | libc::O_CREAT | libc::O_EXCL,
        Mode::Append => libc::O_WRONLY | libc::O_CREAT | libc::O_APPEND,
        Mode::ReadWrite => libc::O_RDWR | libc::O_CREAT,
        Mode::WriteExisting => libc::O_WRONLY,
    };
    let path = c_path(path)?;
    if mode != Mode::Read {
        super::line::give_back();
    }
    // SAFETY: the path ends in NUL.
    let fd = check(unsafe { libc::open(path.as_ptr(), flags | libc::O_CLOEXEC, 0o666) })?;
    if mode == Mode::Read {
        super::line::opened(fd);
    }
    Ok(Fd(fd))
}

/// Closes `fd`; that it was not open is no matter.
pub fn close(fd: Fd) {
    super::line::forget(fd.0);
    // SAFETY: descriptors are plain numbers here; whoever closes one knows that nobody needs it.
    unsafe { libc::close(fd.0) };
}

/// Whether `fd` is open.
pub fn is_open(fd: Fd) -> bool {
    // SAFETY: F_GETFD only asks.
    unsafe { libc::fcntl(fd.0, libc::F_GETFD) != -1 }
}

/// Makes `to` the same as `from`, kept open by exec. EBADF when `from` is not open.
pub fn dup_to(from: Fd, to: Fd) -> Result<(), Errno> {
    if from == to {
        return set_cloexec(from, false);
    }
    super::line::share(from.0);
    super::line::forget(to.0);
    loop {
        // SAFETY: as `close`.
        match check(unsafe { libc::dup2(from.0, to.0) }) {
            Err(Errno::EINTR) => {}
            result => return result.map(drop),
        }
    }
}

/// Makes `to` what `from` is, and closes `from`.
pub fn rename(from: Fd, to: Fd) -> Result<(), Errno> {
    let sole = super::line::is_sole(from.0);
    let result = dup_to(from, to);
    if from != to {
        close(from);
        if sole && result.is_ok() {
            super::line::opened(to.0);
        }
    }
    result
}

/// A copy of `fd` numbered `lowest` or higher; close-on-exec if asked.
pub fn dup_above(fd: Fd, lowest: i32, cloexec: bool) -> Result<Fd, Errno> {
    super::line::share(fd.0);
    let command = if cloexec { libc::F_DUPFD_CLOEXEC } else { libc::F_DUPFD };
    // SAFETY: makes a new descriptor, touches no other.
    check(unsafe { libc::fcntl(fd.0, command, lowest) }).map(Fd)
}

/// A copy of `fd` out of the scripts' way, close-on-exec; where the limit of descriptors is low, the highest that can be had.
pub fn save(fd: Fd) -> Result<Fd, Errno> {
    match dup_above(fd, OWN, true) {
        Err(Errno::EINVAL) => dup_above(fd, 10, true).or_else(|_| dup_above(fd, 3, true)),
        result => result,
    }
}

/// Moves `fd` out of the scripts' way.
pub fn move_away(fd: Fd) -> Result<Fd, Errno> {
    if fd.0 >= OWN {
        return Ok(fd);
    }
    let moved = save(fd);
    close(fd);
    moved
}

/// Undoes a redirection of `fd`: `saved` goes back to it, or it is closed when it was not open before. Closed too when
/// `saved` cannot go back: better nothing than the wrong file.
pub fn put_back(fd: Fd, saved: Option<Fd>) -> Result<(), Errno> {
    let Some(saved) = saved else {
        close(fd);
        return Ok(());
    };
    let result = dup_to(saved, fd);
    close(saved);
    if result.is_err() {
        close(fd);
    }
    result
}

/// Sets or clears close-on-exec.
pub fn set_cloexec(fd: Fd, on: bool) -> Result<(), Errno> {
    // SAFETY: changes a flag of the descriptor alone.
    check(unsafe { libc::fcntl(fd.0, libc::F_SETFD, if on { libc::FD_CLOEXEC } else { 0 }) }).map(drop)
}

/// Whether `fd` is close-on-exec.
pub fn is_cloexec(fd: Fd) -> bool {
    // SAFETY: F_GETFD only asks.
    unsafe { libc::fcntl(fd.0, libc::F_GETFD) & libc::FD_CLOEXEC != 0 }
}

/// A pipe, both ends close-on-exec: (read, write). Neither is a standard descriptor, closed as those may be.
pub fn pipe() -> Result<(Fd, Fd), Errno> {
    let mut ends = [0; 2];
    // SAFETY: `ends` has room for two descriptors.
    check(unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC) })?;
    let [read, write] = ends.map(|end| if end <= 2 { move_away(Fd(end)) } else { Ok(Fd(end)) });
    Ok((read?, write?))
}

/// What is read is gone for others: an attempt must not, and what was read ahead goes back first.
fn before_reading(fd: Fd) {
    super::attempt::give_up();
    super::line::give_back_of(fd.0);
}

/// Reads once into `buffer`: how many bytes, 0 at the end. EINTR is passed on.
pub fn read(fd: Fd, buffer: &mut [u8]) -> Result<usize, Errno> {
    before_reading(fd);
    // SAFETY: the buffer is valid for its length.
    let got = unsafe { libc::read(fd.0, buffer.as_mut_ptr().cast(), buffer.len()) };
    usize::try_from(got).map_err(|_| Errno::last())
}

/// Writes once. EINTR is passed on.
pub fn write(fd: Fd, bytes: &[u8]) -> Result<usize, Errno> {
    super::attempt::give_up();
    // SAFETY: the bytes are valid for their length.
    let put = unsafe { libc::write(fd.0, bytes.as_ptr().cast(), bytes.len()) };
    usize::try_from(put).map_err(|_| Errno::last())
}

/// Writes everything; goes on after EINTR and waits where the descriptor is non-blocking.
pub fn write_all(fd: Fd, mut bytes: &[u8]) -> Result<(), Errno> {
    while !bytes.is_empty() {
        match write(fd, bytes) {
            Ok(put) => bytes = bytes.get(put..).unwrap_or_default(),
            Err(Errno::EINTR) => {}
            Err(Errno::EAGAIN) => {
                poll(fd, libc::POLLOUT, None);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Waits until `fd` can be read; `None`: for ever. False on time-out or a signal.
pub fn wait_readable(fd: Fd, nanos: Option<i64>) -> bool {
    poll(fd, libc::POLLIN, nanos)
}

/// Waits until `fd` can be read, with `mask` in force meanwhile: signals are blocked before and after. False after a signal.
pub fn wait_readable_unblocked(fd: Fd, mask: &super::trap::Mask) -> bool {
    let mut entry = libc::pollfd { fd: fd.0, events: libc::POLLIN, revents: 0 };
    // SAFETY: one entry, no time, a valid mask.
    unsafe { libc::ppoll(&mut entry, 1, std::ptr::null(), mask.as_ptr()) > 0 }
}

fn poll(fd: Fd, events: libc::c_short, nanos: Option<i64>) -> bool {
    let mut entry = libc::pollfd { fd: fd.0, events, revents: 0 };
    let time = nanos.map(|nanos| libc::timespec { tv_sec: nanos / 1_000_000_000, tv_nsec: nanos % 1_000_000_000 });
    let time = time.as_ref().map_or(std::ptr::null(), std::ptr::from_ref);
    // SAFETY: one entry, a time or none, no mask.
    unsafe { libc::ppoll(&mut entry, 1, time, std::ptr::null()) > 0 }
}

/// Where `fd` stands in its file; an error when it cannot be moved (a pipe, a terminal).
pub fn seek_here(fd: Fd) -> Result<i64, Errno> {
    seek(fd, 0, libc::SEEK_CUR)
}

/// Moves `fd` by `offset` bytes from where it stands.
pub fn seek_by(fd: Fd, offset: i64) -> Result<i64, Errno> {
    seek(fd, offset, libc::SEEK_CUR)
}

/// Moves `fd` to `offset` from the start.
pub fn seek_to(fd: Fd, offset: i64) -> Result<i64, Errno> {
    seek(fd, offset, libc::SEEK_SET)
}

fn seek(fd: Fd, offset: i64, whence: libc::c_int) -> Result<i64, Errno> {
    super::line::give_back_of(fd.0);
    // SAFETY: moves the offset of an open file alone.
    Errno::result(unsafe { libc::lseek(fd.0, offset, whence) })
}

/// Reads once, into free room behind what is in `into` already: the number of bytes, 0 at the end.
pub fn read_more(fd: Fd, into: &mut Vec<u8>) -> Result<usize, Errno> {
    before_reading(fd);
    into.reserve((into.len() / 2).clamp(4096, 1 << 20));
    let room = into.spare_capacity_mut();
    // SAFETY: the room is ours and that large.
    let got = unsafe { libc::read(fd.0, room.as_mut_ptr().cast(), room.len()) };
    let got = usize::try_from(got).map_err(|_| Errno::last())?;
    // SAFETY: the kernel has filled so many bytes of the room.
    unsafe { into.set_len(into.len() + got) };
    Ok(got)
}

/// Gives a pipe that was found full more room, so that its two ends take turns less often. Where it cannot be had, all goes on
/// as before.
pub fn widen_pipe(fd: Fd) {
    // SAFETY: numbers only.
    unsafe { libc::fcntl(fd.0, libc::F_SETPIPE_SZ, 1 << 20) };
}

/// Reads `fd` to its end.
pub fn read_to_end(fd: Fd, into: &mut Vec<u8>) -> Result<(), Errno> {
    loop {
        match read_more(fd, into) {
            Ok(0) => return Ok(()),
            Ok(_) | Err(Errno::EINTR) => {}
            Err(error) => return Err(error),
        }
    }
}

/// A file without a name that holds `bytes`, to be read from the start (here-documents that fill a pipe).
pub fn anonymous_file(bytes: &[u8]) -> Result<Fd, Errno> {
    // SAFETY: the name ends in NUL.
    let made = check(unsafe { libc::memfd_create(c"here-document".as_ptr(), libc::MFD_CLOEXEC) });
    let fd = match made {
        Ok(fd) => Fd(fd),
        Err(_) => unnamed_temporary()?,
    };
    if let Err(error) = write_all(fd, bytes).and_then(|()| seek_to(fd, 0).map(drop)) {
        close(fd);
        return Err(error);
    }
    Ok(fd)
}

/// A file in /tmp that has no name: where memfd_create is forbidden.
fn unnamed_temporary() -> Result<Fd, Errno> {
    // SAFETY: the path ends in NUL.
    let fd = unsafe { libc::open(c"/tmp".as_ptr(), libc::O_TMPFILE | libc::O_RDWR | libc::O_CLOEXEC, 0o600) };
    check(fd).map(Fd)
}
