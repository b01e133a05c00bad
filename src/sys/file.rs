//! Files and directories by path (stat(2), access(2), chdir(2), getcwd(3), readdir(3), umask(2)).

use super::fd::{self, c_path};
use super::{Errno, Fd};

/// What stat(2) says of a file.
#[derive(Clone, Copy, Debug)]
pub struct Stat {
    /// Type and permission bits.
    pub mode: u32,
    /// Device it is on.
    pub device: u64,
    /// Inode.
    pub inode: u64,
    /// Size in bytes.
    pub size: i64,
    /// Owner.
    pub uid: u32,
    /// Group.
    pub gid: u32,
    /// Last modification, seconds and nanoseconds.
    pub modified: (i64, i64),
    /// Last reading, seconds and nanoseconds.
    pub accessed: (i64, i64),
}

impl Stat {
    /// Whether its type is `format` (`libc::S_IFDIR` …).
    fn is(&self, format: u32) -> bool {
        self.mode & libc::S_IFMT == format
    }

    /// A directory.
    pub fn is_directory(&self) -> bool {
        self.is(libc::S_IFDIR)
    }

    /// A regular file.
    pub fn is_file(&self) -> bool {
        self.is(libc::S_IFREG)
    }

    /// A symbolic link (by `link_stat` alone).
    pub fn is_link(&self) -> bool {
        self.is(libc::S_IFLNK)
    }

    /// A block device.
    pub fn is_block(&self) -> bool {
        self.is(libc::S_IFBLK)
    }

    /// A character device.
    pub fn is_character(&self) -> bool {
        self.is(libc::S_IFCHR)
    }

    /// A named pipe.
    pub fn is_fifo(&self) -> bool {
        self.is(libc::S_IFIFO)
    }

    /// A socket.
    pub fn is_socket(&self) -> bool {
        self.is(libc::S_IFSOCK)
    }

    /// The same file.
    pub fn same_file(&self, other: &Stat) -> bool {
        (self.device, self.inode) == (other.device, other.inode)
    }
}

fn from_raw(raw: &libc::stat) -> Stat {
    Stat {
        mode: raw.st_mode,
        device: raw.st_dev,
        inode: raw.st_ino,
        size: raw.st_size,
        uid: raw.st_uid,
        gid: raw.st_gid,
        modified: (raw.st_mtime, raw.st_mtime_nsec),
        accessed: (raw.st_atime, raw.st_atime_nsec),
    }
}

/// What `path` is, links followed.
pub fn stat(path: &[u8]) -> Result<Stat, Errno> {
    stat_at(path, 0)
}

/// What `path` itself is, a link perhaps.
pub fn link_stat(path: &[u8]) -> Result<Stat, Errno> {
    stat_at(path, libc::AT_SYMLINK_NOFOLLOW)
}

fn stat_at(path: &[u8], flags: libc::c_int) -> Result<Stat, Errno> {
    let path = c_path(path)?;
    // SAFETY: all zeroes is a valid stat.
    let mut raw: libc::stat = unsafe { std::mem::zeroed() };
    // SAFETY: the path ends in NUL and `raw` is a valid place for the answer.
    Errno::result(unsafe { libc::fstatat(libc::AT_FDCWD, path.as_ptr(), &mut raw, flags) })?;
    Ok(from_raw(&raw))
}

/// What `fd` leads to.
pub fn stat_fd(fd: Fd) -> Result<Stat, Errno> {
    // SAFETY: all zeroes is a valid stat.
    let mut raw: libc::stat = unsafe { std::mem::zeroed() };
    // SAFETY: `raw` is a valid place for the answer.
    Errno::result(unsafe { libc::fstat(fd.0, &mut raw) })?;
    Ok(from_raw(&raw))
}

/// What a process may do with a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Read.
    Read,
    /// Write.
    Write,
    /// Execute or search.
    Execute,
}

/// Whether the effective user may.
pub fn may(path: &[u8], access: Access) -> Result<(), Errno> {
    let mode = match access {
        Access::Read => libc::R_OK,
        Access::Write => libc::W_OK,
        Access::Execute => libc::X_OK,
    };
    let path = c_path(path)?;
    // SAFETY: the path ends in NUL.
    Errno::result(unsafe { libc::faccessat(libc::AT_FDCWD, path.as_ptr(), mode, libc::AT_EACCESS) }).map(drop)
}

/// Whether `path` is a regular file that may be executed: what PATH look-up takes.
pub fn is_executable(path: &[u8]) -> bool {
    stat(path).is_ok_and(|stat| !stat.is_directory()) && may(path, Access::Execute).is_ok()
}

/// The start of a file: what tells of which kind it is. Never waits (a FIFO), and an attempt may do it.
pub fn read_start(path: &[u8]) -> Result<Vec<u8>, Errno> {
    let path = c_path(path)?;
    let flags = libc::O_RDONLY | libc::O_NONBLOCK | libc::O_NOCTTY | libc::O_CLOEXEC;
    // SAFETY: the path ends in NUL.
    let file = Errno::result(unsafe { libc::open(path.as_ptr(), flags) })?;
    let mut start = vec![0; 4096];
    // SAFETY: the buffer is ours and as long as is said.
    let got = unsafe { libc::read(file, start.as_mut_ptr().cast(), start.len()) };
    let result = usize::try_from(got).map_err(|_| Errno::last());
    // SAFETY: it is ours.
    unsafe { libc::close(file) };
    result.map(|got| {
        start.truncate(got);
        start
    })
}

/// The interpreter that a file's `#!` line names.
pub fn interpreter(path: &[u8]) -> Option<Vec<u8>> {
    let text = read_start(path).ok()?;
    let line = text.strip_prefix(b"#!")?.split(|&byte| byte == b'\n').next()?;
    line.trim_ascii().split(u8::is_ascii_whitespace).next().map(<[u8]>::to_vec)
}

/// The whole of a file.
pub fn read_file(path: &[u8]) -> Result<Vec<u8>, Errno> {
    let file = fd::open(path, fd::Mode::Read)?;
    let mut bytes = Vec::new();
    let result = fd::read_to_end(file, &mut bytes);
    fd::close(file);
    result.map(|()| bytes)
}

/// Changes the current directory.
pub fn change_directory(path: &[u8]) -> Result<(), Errno> {
    let path = c_path(path)?;
    // SAFETY: the path ends in NUL.
    Errno::result(unsafe { libc::chdir(path.as_ptr()) }).map(drop)
}

/// The current directory as a descriptor of our own, to come back to.
pub fn open_directory() -> Result<Fd, Errno> {
    // SAFETY: the path ends in NUL.
    let fd = unsafe { libc::open(c".".as_ptr(), libc::O_PATH | libc::O_DIRECTORY | libc::O_CLOEXEC) };
    fd::move_away(Fd(Errno::result(fd)?))
}

/// Goes back to a directory of `open_directory` and closes it.
pub fn return_to_directory(directory: Fd) {
    // SAFETY: takes a number; whatever it is, nothing but the current directory changes.
    let _ = unsafe { libc::fchdir(directory.0) };
    fd::close(directory);
}

/// The current directory's path from the root (getcwd(3)).
pub fn current_directory() -> Result<Vec<u8>, Errno> {
    let mut buffer = vec![0u8; 1024];
    loop {
        // SAFETY: the buffer is as long as said.
        if !unsafe { libc::getcwd(buffer.as_mut_ptr().cast(), buffer.len()) }.is_null() {
            let end = memchr::memchr(0, &buffer).unwrap_or(buffer.len());
            buffer.truncate(end);
            return Ok(buffer);
        }
        match Errno::last() {
            Errno::ERANGE if buffer.len() < 1 << 20 => buffer.resize(buffer.len() * 2, 0),
            error => return Err(error),
        }
    }
}

/// Removes a file; that it is not there is no matter.
pub fn remove(path: &[u8]) {
    if let Ok(path) = c_path(path) {
        // SAFETY: the path ends in NUL.
        unsafe { libc::unlink(path.as_ptr()) };
    }
}

/// Leaves a file to its owner alone (mode 0600), as far as that is allowed.
pub fn make_private(path: &[u8]) {
    if let Ok(path) = c_path(path) {
        // SAFETY: the path ends in NUL.
        unsafe { libc::chmod(path.as_ptr(), 0o600) };
    }
}

/// Sets the file creation mask and gives what it was.
pub fn umask(mask: u32) -> u32 {
    // SAFETY: it cannot fail.
    unsafe { libc::umask(mask) }
}

/// The target of a symbolic link.
pub fn read_link(path: &[u8]) -> Result<Vec<u8>, Errno> {
    let path = c_path(path)?;
    let mut buffer = vec![0u8; 4096];
    // SAFETY: the path ends in NUL and the buffer is as long as said.
    let length = unsafe { libc::readlink(path.as_ptr(), buffer.as_mut_ptr().cast(), buffer.len()) };
    buffer.truncate(usize::try_from(Errno::result(length)?).unwrap_or(0));
    Ok(buffer)
}

/// An entry of a directory.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name.
    pub name: Vec<u8>,
    /// A directory; `None` when the file system does not tell (links included).
    pub is_directory: Option<bool>,
}

/// The entries of a directory in the order in which the kernel has them, `.` and `..` included.
pub fn entries(path: &[u8]) -> Result<Vec<Entry>, Errno> {
    let mut entries = Vec::new();
    for_each_entry(path, |name, is_directory| entries.push(Entry { name: name.to_vec(), is_directory }))?;
    Ok(entries)
}

/// Calls `take` with the name of each entry of a directory, as [`entries`] has them, and whether it is one itself.
pub fn for_each_entry(path: &[u8], mut take: impl FnMut(&[u8], Option<bool>)) -> Result<(), Errno> {
    let path = c_path(if path.is_empty() { b"." } else { path })?;
    // SAFETY: the path ends in NUL.
    let directory = unsafe { libc::opendir(path.as_ptr()) };
    if directory.is_null() {
        return Err(Errno::last());
    }
    loop {
        // SAFETY: `directory` is open, and nobody else uses it.
        let entry = unsafe { libc::readdir64(directory) };
        if entry.is_null() {
            break;
        }
        // SAFETY: readdir gave a valid entry, which stays until the next call.
        let entry = unsafe { &*entry };
        // SAFETY: the kernel ends a name with a NUL.
        let name = unsafe { std::ffi::CStr::from_ptr(entry.d_name.as_ptr()) };
        let is_directory = match entry.d_type {
            libc::DT_DIR => Some(true),
            libc::DT_UNKNOWN | libc::DT_LNK => None,
            _ => Some(false),
        };
        take(name.to_bytes(), is_directory);
    }
    // SAFETY: opened above, not used afterwards.
    unsafe { libc::closedir(directory) };
    Ok(())
}

/// The C library's words for an error: `No such file or directory`.
pub fn message(error: Errno) -> String {
    // SAFETY: any number will do.
    let text = unsafe { libc::strerror(error as i32) };
    words(text).unwrap_or_else(|| format!("Unknown error {}", error as i32))
}

/// The C library's words for a signal: `Terminated`.
pub fn signal_message(signal: super::Signal) -> String {
    if signal.0 >= super::Signal::RTMIN {
        return format!("Real-time signal {}", signal.0 - super::Signal::RTMIN);
    }
    // SAFETY: any number will do.
    let text = unsafe { libc::strsignal(i32::from(signal.0)) };
    words(text).unwrap_or_else(|| format!("Unknown signal {}", signal.0))
}

/// A string of the C library, copied before its next call.
fn words(text: *const libc::c_char) -> Option<String> {
    if text.is_null() {
        return None;
    }
    // SAFETY: it ends in NUL.
    let text = unsafe { std::ffi::CStr::from_ptr(text) };
    Some(text.to_string_lossy().into_owned())
}
