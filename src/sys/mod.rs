//! The kernel's side: the only room that makes system calls, and the only one with `unsafe` (signal(7), wait(2), fcntl(2) …).
//!
//! Safe functions that say what they do, with our own types; errors are [`Errno`]. Everything is async-signal-safe
//! where its doc says so.

#![allow(unsafe_code, reason = "this room is where it is allowed: each block says why it is sound")]

pub mod attempt;
pub mod child;
pub mod clock;
pub mod fd;
pub mod file;
pub mod heap;
pub mod launch;
pub mod limits;
pub mod line;
pub mod net;
pub mod regex;
pub mod spawn;
pub mod stack;
pub mod supervise;
pub mod trap;
pub mod tty;
pub mod types;
pub mod user;

pub use nix::errno::Errno;
pub use types::{Fd, Pid, Signal, WaitStatus};
