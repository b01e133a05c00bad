//! Plain types shared by all rooms: no system call here.

/// A process (or, where said, a process group).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Pid(pub i32);

/// A file descriptor, not owned: a shell's descriptors are numbers that scripts move about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Fd(pub i32);

impl Fd {
    /// 0
    pub const STDIN: Fd = Fd(0);
    /// 1
    pub const STDOUT: Fd = Fd(1);
    /// 2
    pub const STDERR: Fd = Fd(2);
}

/// A signal, 1 to 64 (signal(7)).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Signal(pub u8);

/// How a child changed state (wait(2)).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WaitStatus {
    /// `_exit(code)`
    Exited(u8),
    /// Killed by a signal; whether a core was dumped.
    Signaled(Signal, bool),
    /// Stopped by a signal.
    Stopped(Signal),
    /// Went on after SIGCONT.
    Continued,
}

impl WaitStatus {
    /// The shell's number for it: n, or 128 + the signal (bash manual 3.7.5).
    pub fn code(self) -> u8 {
        match self {
            WaitStatus::Exited(code) => code,
            WaitStatus::Signaled(signal, _) | WaitStatus::Stopped(signal) => 128u8.wrapping_add(signal.0),
            WaitStatus::Continued => 0,
        }
    }
}

impl Signal {
    /// SIGHUP
    pub const HUP: Signal = Signal(1);
    /// SIGINT
    pub const INT: Signal = Signal(2);
    /// SIGQUIT
    pub const QUIT: Signal = Signal(3);
    /// SIGABRT
    pub const ABRT: Signal = Signal(6);
    /// SIGKILL
    pub const KILL: Signal = Signal(9);
    /// SIGUSR1
    pub const USR1: Signal = Signal(10);
    /// SIGUSR2
    pub const USR2: Signal = Signal(12);
    /// SIGPIPE
    pub const PIPE: Signal = Signal(13);
    /// SIGALRM
    pub const ALRM: Signal = Signal(14);
    /// SIGTERM
    pub const TERM: Signal = Signal(15);
    /// SIGCHLD
    pub const CHLD: Signal = Signal(17);
    /// SIGCONT
    pub const CONT: Signal = Signal(18);
    /// SIGSTOP
    pub const STOP: Signal = Signal(19);
    /// SIGTSTP
    pub const TSTP: Signal = Signal(20);
    /// SIGTTIN
    pub const TTIN: Signal = Signal(21);
    /// SIGTTOU
    pub const TTOU: Signal = Signal(22);
    /// SIGURG
    pub const URG: Signal = Signal(23);
    /// SIGWINCH
    pub const WINCH: Signal = Signal(28);
    /// The highest: SIGRTMAX.
    pub const MAX: u8 = 64;
    /// First real-time signal that the C library leaves to programs.
    pub const RTMIN: u8 = 34;

    /// The name of 1 to 31 without `SIG`; empty for others. Does not allocate.
    pub fn short_name(self) -> &'static str {
        NAMES.get(usize::from(self.0)).copied().unwrap_or("")
    }

    /// The name without `SIG` (`TERM`, `RTMIN+3`, `RTMAX-2`); the kernel's own two, 32 and 33, are their numbers.
    pub fn name(self) -> String {
        match self.0 {
            n @ 1..=31 => NAMES[usize::from(n)].to_owned(),
            34 => "RTMIN".to_owned(),
            n @ 35..=49 => format!("RTMIN+{}", n - 34),
            n @ 50..=63 => format!("RTMAX-{}", 64 - n),
            64 => "RTMAX".to_owned(),
            n => n.to_string(),
        }
    }

    /// The signal of a name, with or without `SIG`, in any case, or of a decimal number from 1 to 64.
    pub fn parse(text: &[u8]) -> Option<Signal> {
        let text = std::str::from_utf8(text).ok()?.to_ascii_uppercase();
        if let Ok(number) = text.parse::<u8>() {
            return (1..=Signal::MAX).contains(&number).then_some(Signal(number));
        }
        let name = text.strip_prefix("SIG").unwrap_or(&text);
        match name {
            "IOT" => return Some(Signal::ABRT),
            "CLD" => return Some(Signal::CHLD),
            "POLL" => return Some(Signal(29)),
            "RTMIN" => return Some(Signal(34)),
            "RTMAX" => return Some(Signal(64)),
            _ => {}
        }
        let real_time = |rest: &str, sign: char| rest.strip_prefix(sign)?.parse::<u8>().ok().filter(|&n| n <= 30);
        if let Some(n) = name.strip_prefix("RTMIN").and_then(|rest| real_time(rest, '+')) {
            return Some(Signal(34 + n));
        }
        if let Some(n) = name.strip_prefix("RTMAX").and_then(|rest| real_time(rest, '-')) {
            return Some(Signal(64 - n));
        }
        let number = NAMES.iter().position(|&known| known == name && !known.is_empty())?;
        Some(Signal(number as u8))
    }
}

/// Names of 1 to 31 on Linux (signal(7), x86 and ARM).
const NAMES: [&str; 32] = [
    "", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
    "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH",
    "IO", "PWR", "SYS",
];
