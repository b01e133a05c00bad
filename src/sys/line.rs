//! Reading a line and not a byte more, since whoever has the descriptor too reads on from there (POSIX 1.4, "INPUT FILES").
//!
//! A file is read in blocks and sought back. Where this process alone has the descriptor, as in `while read …; done <file`, the
//! block is kept for the next line, and sought back before anybody else could see where the file stands: a fork, a program, a
//! copy of the descriptor, another way of reading, a file opened for writing (it may be the same).
//!
//! A pipe cannot be sought in; but tee(2) copies what is in it to a pipe of ours without taking it, so that one read takes
//! exactly the line: three calls a line instead of one a byte. Anything else is read a byte at a time.

use std::cell::RefCell;
use std::sync::atomic::{AtomicI32, AtomicU64, Ordering};

use super::{Errno, Fd, fd, file};

/// What a descriptor is, as far as it matters here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Pipe,
    Other,
}

/// Bit n: it is known what descriptor n is, until it is closed or becomes another.
static KNOWN: AtomicU64 = AtomicU64::new(0);
/// Bit n: it is a file that can be sought in.
static FILES: AtomicU64 = AtomicU64::new(0);
/// Bit n: it is a pipe.
static PIPES: AtomicU64 = AtomicU64::new(0);

/// Bit n: descriptor n was opened for reading by this process, and nobody else has it.
static SOLE: AtomicU64 = AtomicU64::new(0);

/// The descriptor of which a block is kept; -1: none.
static AHEAD: AtomicI32 = AtomicI32::new(-1);

thread_local! {
    /// The block, and how much of it is taken.
    static BLOCK: RefCell<(Vec<u8>, usize)> = const { RefCell::new((Vec::new(), 0)) };
}

/// How much is read ahead.
const LARGEST: usize = 32 * 1024;

/// The ends of our own pipe, empty between calls; -1: not made yet, -2: it cannot be used.
static READ_END: AtomicI32 = AtomicI32::new(-1);
static WRITE_END: AtomicI32 = AtomicI32::new(-1);

/// To be told whenever descriptor `fd` was closed or became another.
#[inline]
pub(super) fn forget(fd: i32) {
    if (0..64).contains(&fd) {
        KNOWN.fetch_and(!(1 << fd), Ordering::Relaxed);
        SOLE.fetch_and(!(1 << fd), Ordering::Relaxed);
    }
    if AHEAD.load(Ordering::Relaxed) == fd {
        AHEAD.store(-1, Ordering::Relaxed); // only we had it: nobody misses what was read ahead
    }
}

/// `fd` was opened for reading: nobody else has it.
pub(super) fn opened(fd: i32) {
    if (0..64).contains(&fd) {
        SOLE.fetch_or(1 << fd, Ordering::Relaxed);
    }
}

/// Whether nobody else has `fd`.
pub(super) fn is_sole(fd: i32) -> bool {
    (0..64).contains(&fd) && SOLE.load(Ordering::Relaxed) & 1 << fd != 0
}

/// Somebody else gets `fd` too.
pub(super) fn share(fd: i32) {
    if (0..64).contains(&fd) {
        SOLE.fetch_and(!(1 << fd), Ordering::Relaxed);
    }
    if AHEAD.load(Ordering::Relaxed) == fd {
        give_back();
    }
}

/// Another process gets all descriptors.
pub(super) fn share_all() {
    SOLE.store(0, Ordering::Relaxed);
    give_back();
}

/// Seeks back what was read ahead.
#[inline]
pub(super) fn give_back() {
    if AHEAD.load(Ordering::Relaxed) >= 0 {
        let fd = AHEAD.swap(-1, Ordering::Relaxed);
        BLOCK.with_borrow(|(block, taken)| {
            if *taken < block.len() {
                let _ = fd::seek_by(Fd(fd), *taken as i64 - block.len() as i64);
            }
        });
    }
}

/// To be called before `fd` is read in another way.
#[inline]
pub(super) fn give_back_of(fd: i32) {
    if AHEAD.load(Ordering::Relaxed) == fd {
        give_back();
    }
}

/// After a fork, in the child: our own pipe is the parent's.
pub(super) fn forget_pipe() {
    let (read, write) = (READ_END.swap(-1, Ordering::Relaxed), WRITE_END.swap(-1, Ordering::Relaxed));
    for end in [read, write] {
        if end >= 0 {
            fd::close(Fd(end));
        }
    }
}

fn kind(fd: Fd) -> Kind {
    if !(0..64).contains(&fd.0) {
        return look(fd);
    }
    let bit = 1u64 << fd.0;
    if KNOWN.load(Ordering::Relaxed) & bit == 0 {
        let kind = look(fd);
        let note = |set: &AtomicU64, is: bool| {
            if is { set.fetch_or(bit, Ordering::Relaxed) } else { set.fetch_and(!bit, Ordering::Relaxed) }
        };
        note(&FILES, kind == Kind::File);
        note(&PIPES, kind == Kind::Pipe);
        KNOWN.fetch_or(bit, Ordering::Relaxed);
    }
    if FILES.load(Ordering::Relaxed) & bit != 0 {
        Kind::File
    } else if PIPES.load(Ordering::Relaxed) & bit != 0 {
        Kind::Pipe
    } else {
        Kind::Other
    }
}

fn look(fd: Fd) -> Kind {
    match file::stat_fd(fd) {
        Ok(stat) if stat.is_file() && fd::seek_here(fd).is_ok() => Kind::File,
        Ok(stat) if stat.is_fifo() => Kind::Pipe,
        _ => Kind::Other,
    }
}

/// Reads into `buffer`, up to `delimiter` and with it but never further: how many bytes, 0 at the end. It may be a piece of the
/// line: what does not end in `delimiter` goes on. EINTR is passed on.
pub fn read_to(fd: Fd, delimiter: u8, buffer: &mut [u8]) -> Result<usize, Errno> {
    match kind(fd) {
        Kind::File if is_sole(fd.0) => read_ahead(fd, delimiter, buffer),
        Kind::File => {
            let got = fd::read(fd, buffer)?;
            let taken = line_length(buffer.get(..got).unwrap_or_default(), delimiter);
            if taken < got {
                fd::seek_by(fd, taken as i64 - got as i64)?;
            }
            Ok(taken)
        }
        Kind::Pipe => match peek(fd, buffer) {
            Ok(seen) => {
                let length = line_length(buffer.get(..seen).unwrap_or_default(), delimiter);
                fd::read(fd, buffer.get_mut(..length).unwrap_or_default())
            }
            Err(error @ (Errno::EINTR | Errno::EAGAIN)) => Err(error),
            Err(_) => fd::read(fd, buffer.get_mut(..1).unwrap_or_default()),
        },
        Kind::Other => fd::read(fd, buffer.get_mut(..1).unwrap_or_default()),
    }
}

/// The next piece of a line out of the block, read anew where it has come to its end.
fn read_ahead(fd: Fd, delimiter: u8, buffer: &mut [u8]) -> Result<usize, Errno> {
    if AHEAD.load(Ordering::Relaxed) != fd.0 {
        give_back();
    }
    BLOCK.with_borrow_mut(|(block, taken)| {
        let kept = AHEAD.load(Ordering::Relaxed) == fd.0;
        if !kept || *taken == block.len() {
            let more = if kept { (block.len() * 4).clamp(1024, LARGEST) } else { 1024 };
            AHEAD.store(-1, Ordering::Relaxed);
            block.resize(more, 0);
            *taken = 0;
            let result = fd::read(fd, block);
            block.truncate(*result.as_ref().unwrap_or(&0));
            result?;
            AHEAD.store(fd.0, Ordering::Relaxed);
        }
        let rest = block.get(*taken..).unwrap_or_default();
        let rest = rest.get(..buffer.len()).unwrap_or(rest);
        let length = line_length(rest, delimiter);
        if let (Some(to), Some(from)) = (buffer.get_mut(..length), rest.get(..length)) {
            to.copy_from_slice(from);
        }
        *taken += length;
        Ok(length)
    })
}

/// Whether `fd` may be a terminal: not when it is known to be something else.
pub fn may_be_terminal(fd: Fd) -> bool {
    kind(fd) == Kind::Other
}

fn line_length(bytes: &[u8], delimiter: u8) -> usize {
    memchr::memchr(delimiter, bytes).map_or(bytes.len(), |place| place + 1)
}

/// Copies what is in the pipe `fd` into `buffer` without taking it: how many bytes, 0 at the end. Waits while there is nothing.
fn peek(fd: Fd, buffer: &mut [u8]) -> Result<usize, Errno> {
    let (read, write) = own_pipe()?;
    // SAFETY: descriptors and a length only.
    let copied = unsafe { libc::tee(fd.0, write.0, buffer.len(), 0) };
    let copied = Errno::result(copied)? as usize;
    let mut seen = 0;
    while seen < copied {
        match fd::read(read, buffer.get_mut(seen..copied).unwrap_or_default()) {
            Ok(0) => break,
            Ok(got) => seen += got,
            Err(Errno::EINTR) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(seen)
}

fn own_pipe() -> Result<(Fd, Fd), Errno> {
    match READ_END.load(Ordering::Relaxed) {
        -2 => return Err(Errno::ENOSYS),
        -1 => {}
        read => return Ok((Fd(read), Fd(WRITE_END.load(Ordering::Relaxed)))),
    }
    READ_END.store(-2, Ordering::Relaxed);
    let (read, write) = fd::pipe()?;
    let (read, write) = (fd::move_away(read)?, fd::move_away(write)?);
    READ_END.store(read.0, Ordering::Relaxed);
    WRITE_END.store(write.0, Ordering::Relaxed);
    Ok((read, write))
}
