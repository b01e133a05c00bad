//! A pseudo-terminal with a program in it: what is typed, and what is seen.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::{AsFd, AsRawFd};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use libtest_mimic::Failed;
use nix::pty::{Winsize, openpty};

use super::namespace::patience;

/// A terminal with a program that leads its session.
pub(super) struct Terminal {
    child: Child,
    master: File,
    seen: String,
}

impl Terminal {
    /// Starts a program on a terminal of its own.
    pub(super) fn start(words: &[String], environment: &[(&str, &str)]) -> Result<Terminal, Failed> {
        let size = Winsize { ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0 };
        let ends = openpty(Some(&size), None)?;
        let (program, rest) = words.split_first().ok_or("no program")?;
        let mut command = Command::new(program);
        let slave = File::from(ends.slave);
        command.args(rest).envs(environment.iter().copied()).env("PS1", "$ ").env("TERM", "dumb");
        command
            .stdin(Stdio::from(slave.try_clone()?))
            .stdout(Stdio::from(slave.try_clone()?))
            .stderr(Stdio::from(slave));
        lead_session(&mut command);
        let child = command.spawn()?;
        let master = File::from(ends.master);
        nix::fcntl::fcntl(master.as_fd(), nix::fcntl::FcntlArg::F_SETFL(nix::fcntl::OFlag::O_NONBLOCK))?;
        Ok(Terminal { child, master, seen: String::new() })
    }

    /// Types.
    pub(super) fn write(&mut self, text: &str) -> Result<(), Failed> {
        Ok(self.master.write_all(text.as_bytes())?)
    }

    /// Waits until `text` is seen, and forgets what came up to it.
    pub(super) fn expect(&mut self, text: &str) -> Result<(), Failed> {
        let started = Instant::now();
        loop {
            let mut buffer = [0; 4096];
            if let Ok(got @ 1..) = self.master.read(&mut buffer) {
                self.seen.push_str(&String::from_utf8_lossy(&buffer[..got]));
                continue;
            }
            if let Some(at) = self.seen.find(text) {
                self.seen.drain(..at + text.len());
                return Ok(());
            }
            if started.elapsed() > patience() {
                return Err(format!("{text:?} was not seen, but {:?}", self.seen).into());
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }

    /// Makes the window another size.
    #[allow(unsafe_code, reason = "nix has no such call")]
    pub(super) fn resize(&self, rows: u16, columns: u16) {
        let size = libc::winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        // SAFETY: the size is valid for the call.
        unsafe { libc::ioctl(self.master.as_raw_fd(), libc::TIOCSWINSZ, &raw const size) };
    }

    /// Waits for the end: the exit code.
    pub(super) fn code(mut self) -> Result<i32, Failed> {
        let started = Instant::now();
        loop {
            let mut buffer = [0; 4096];
            let _ = self.master.read(&mut buffer); // a full terminal would hold it up
            if let Some(status) = self.child.try_wait()? {
                return Ok(status.code().unwrap_or(-1));
            }
            if started.elapsed() > patience() {
                return Err("it did not end".into());
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }
}

#[allow(unsafe_code, reason = "what a child does before it becomes the program is unsafe to say")]
fn lead_session(command: &mut Command) {
    let lead = || {
        nix::unistd::setsid()?;
        // SAFETY: numbers only.
        unsafe { libc::ioctl(0, libc::TIOCSCTTY, 0) };
        Ok(())
    };
    // SAFETY: two system calls, nothing that allocates.
    unsafe { command.pre_exec(lead) };
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // the whole session: what is stopped too
        let session = self.child.id().to_string();
        let _ = Command::new("pkill").args(["-KILL", "-s", &session]).status();
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
