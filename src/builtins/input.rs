//! Reading for `read` and `mapfile`: never a byte more than was asked for, since the next command reads on from there.
//! A file is read in blocks and sought back, a line that ends in a known byte as `sys::line` does it, anything else a byte
//! at a time.

use crate::exec::signals;
use crate::state::{Condition, Flow, Opt, Shell};
use crate::sys::{Errno, Fd, Signal, clock, fd, file, line, trap};

/// Why there is no next byte.
pub(super) enum End {
    /// The end of the file.
    Eof,
    /// The time is over.
    Timeout,
    /// read(2) failed.
    Error(Errno),
    /// POSIX mode: a signal that has a trap.
    Interrupted(Signal),
    /// A trap ended the shell.
    Flow(Flow),
}

/// How much will be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    /// Everything, so that even a pipe can be read in blocks.
    End,
    /// Whole lines that end in this byte.
    Delimiter(u8),
    /// Nobody knows.
    Unknown,
}

/// What is read from.
pub(super) struct Input {
    fd: Fd,
    until: Until,
    seekable: bool,
    /// How much is asked for at a time.
    block: usize,
    buffer: Vec<u8>,
    at: usize,
    /// On the monotonic clock, in nanoseconds.
    deadline: Option<i64>,
}

/// The first block; the next ones are larger.
const FIRST_BLOCK: usize = 512;
const LARGEST_BLOCK: usize = 1 << 16;

impl Input {
    /// Of a descriptor.
    pub(super) fn new(fd: Fd, until: Until) -> Input {
        let seekable =
            until == Until::Unknown && file::stat_fd(fd).is_ok_and(|stat| stat.is_file()) && fd::seek_here(fd).is_ok();
        let block = match until {
            Until::End => LARGEST_BLOCK,
            Until::Delimiter(_) => FIRST_BLOCK,
            Until::Unknown if seekable => FIRST_BLOCK,
            Until::Unknown => 1,
        };
        Input { fd, until, seekable, block, buffer: Vec::new(), at: 0, deadline: None }
    }

    /// The same with an end in time.
    pub(super) fn until(mut self, deadline: Option<i64>) -> Input {
        self.deadline = deadline;
        self
    }

    /// The next byte.
    #[inline]
    pub(super) fn next(&mut self, shell: &mut Shell) -> Result<u8, End> {
        if self.at == self.buffer.len() {
            self.fill(shell)?;
        }
        let byte = self.buffer.get(self.at).copied().ok_or(End::Eof)?;
        self.at += 1;
        Ok(byte)
    }

    /// Appends what stands before the next of `stops` to `line`, and takes that one.
    pub(super) fn next_of(&mut self, shell: &mut Shell, stops: [u8; 3], line: &mut Vec<u8>) -> Result<u8, End> {
        loop {
            if self.at == self.buffer.len() {
                self.fill(shell)?;
            }
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            let found = memchr::memchr3(stops[0], stops[1], stops[2], rest).unwrap_or(rest.len());
            line.extend_from_slice(rest.get(..found).unwrap_or_default());
            self.at += found;
            if let Some(&stop) = rest.get(found) {
                self.at += 1;
                return Ok(stop);
            }
        }
    }

    /// Appends everything up to and with `delimiter` to `line`.
    pub(super) fn line(&mut self, shell: &mut Shell, delimiter: u8, line: &mut Vec<u8>) -> Result<(), End> {
        loop {
            if self.at == self.buffer.len() {
                self.fill(shell)?;
            }
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            let found = memchr::memchr(delimiter, rest);
            let taken = found.map_or(rest.len(), |place| place + 1);
            line.extend_from_slice(rest.get(..taken).unwrap_or_default());
            self.at += taken;
            if found.is_some() {
                return Ok(());
            }
        }
    }

    /// Gives back what was read too far.
    pub(super) fn give_back(&mut self) {
        let unread = self.buffer.len() - self.at;
        if self.seekable && unread > 0 {
            let _ = fd::seek_by(self.fd, -(unread as i64));
        }
        self.buffer.clear();
        self.at = 0;
    }

    #[cold]
    fn fill(&mut self, shell: &mut Shell) -> Result<(), End> {
        self.buffer.resize(self.block, 0);
        self.at = 0;
        let result = self.read(shell);
        let got = *result.as_ref().unwrap_or(&0);
        self.buffer.truncate(got);
        if self.block > 1 {
            self.block = (self.block * 4).min(LARGEST_BLOCK);
        }
        match result? {
            0 => Err(End::Eof),
            _ => Ok(()),
        }
    }

    fn read(&mut self, shell: &mut Shell) -> Result<usize, End> {
        loop {
            if let Some(deadline) = self.deadline {
                let left = deadline - clock::monotonic_nanos();
                if left <= 0 {
                    return Err(End::Timeout);
                }
                if !fd::wait_readable(self.fd, Some(left)) {
                    interrupted(shell)?;
                    continue;
                }
            }
            let result = match self.until {
                Until::Delimiter(delimiter) => line::read_to(self.fd, delimiter, &mut self.buffer),
                _ => fd::read(self.fd, &mut self.buffer),
            };
            match result {
                Ok(got) => return Ok(got),
                Err(Errno::EINTR) => interrupted(shell)?,
                Err(Errno::EAGAIN) => {
                    fd::wait_readable(self.fd, None);
                }
                Err(error) => return Err(End::Error(error)),
            }
        }
    }
}

/// A signal may have come: its trap runs at once, and the reading goes on; in POSIX mode a trap ends it (bash manual 6.11).
fn interrupted(shell: &mut Shell) -> Result<(), End> {
    let posix = shell.options.get(Opt::POSIX);
    let trapped = |signal: &Signal| trap::is_pending(*signal) && shell.traps.has_command(Condition::of(*signal));
    let signal = if posix { (1..=Signal::MAX).map(Signal).find(trapped) } else { None };
    signals::between_commands(shell).map_err(End::Flow)?;
    signal.map_or(Ok(()), |signal| Err(End::Interrupted(signal)))
}
