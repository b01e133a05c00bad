//! Terminals: whether there is one, and reading from it without echo or line by line (tcsetattr(3)).

use super::{Errno, Fd};

/// Whether `fd` is a terminal.
pub fn is_terminal(fd: Fd) -> bool {
    // SAFETY: only asks.
    unsafe { libc::isatty(fd.0) == 1 }
}

/// The path of the terminal at `fd`.
pub fn name(fd: Fd) -> Option<Vec<u8>> {
    if !is_terminal(fd) {
        return None;
    }
    super::file::read_link(format!("/proc/self/fd/{}", fd.0).as_bytes()).ok()
}

/// The controlling terminal, out of the scripts' way.
pub fn open_controlling() -> Option<Fd> {
    // SAFETY: the path ends in NUL.
    let fd = unsafe { libc::open(c"/dev/tty".as_ptr(), libc::O_RDWR | libc::O_NOCTTY | libc::O_CLOEXEC) };
    if fd < 0 {
        return None;
    }
    super::fd::move_away(Fd(fd)).ok()
}

/// Whether this process has a controlling terminal.
pub fn has_controlling() -> bool {
    // SAFETY: the path ends in NUL.
    let fd = unsafe { libc::open(c"/dev/tty".as_ptr(), libc::O_RDONLY | libc::O_NOCTTY | libc::O_CLOEXEC) };
    if fd >= 0 {
        super::fd::close(Fd(fd));
    }
    fd >= 0
}

/// Lines and columns of the terminal at `fd`.
pub fn size(fd: Fd) -> Option<(u16, u16)> {
    // SAFETY: all zeroes is a valid size.
    let mut size: libc::winsize = unsafe { std::mem::zeroed() };
    // SAFETY: `size` is a valid place for the answer.
    let known = unsafe { libc::ioctl(fd.0, libc::TIOCGWINSZ, &mut size) } == 0;
    (known && size.ws_row > 0 && size.ws_col > 0).then_some((size.ws_row, size.ws_col))
}

/// A terminal's settings, to be put back.
pub struct Settings {
    fd: Fd,
    raw: libc::termios,
}

impl Settings {
    /// Puts them back.
    pub fn restore(&self) {
        // SAFETY: the settings came from the terminal itself.
        unsafe { libc::tcsetattr(self.fd.0, libc::TCSADRAIN, &self.raw) };
    }
}

/// Makes the terminal at `fd` hand over characters as they come (`characters`) and show none (`silent`).
pub fn change(fd: Fd, characters: bool, silent: bool) -> Result<Settings, Errno> {
    // SAFETY: all zeroes is a valid termios.
    let mut raw: libc::termios = unsafe { std::mem::zeroed() };
    // SAFETY: `raw` is a valid place for the answer.
    Errno::result(unsafe { libc::tcgetattr(fd.0, &mut raw) })?;
    let before = Settings { fd, raw };
    if characters {
        raw.c_lflag &= !libc::ICANON;
        raw.c_cc[libc::VMIN] = 1;
        raw.c_cc[libc::VTIME] = 0;
    }
    if silent {
        raw.c_lflag &= !(libc::ECHO | libc::ECHOK | libc::ECHONL);
    }
    // SAFETY: the settings are the terminal's own, changed in known flags.
    Errno::result(unsafe { libc::tcsetattr(fd.0, libc::TCSADRAIN, &raw) })?;
    Ok(before)
}
