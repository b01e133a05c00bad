//! Jobs: what was started and how it ended (bash manual 7; POSIX 3.204).

use std::collections::VecDeque;

use crate::syntax::{Field, Name};
use crate::sys::{Fd, Pid, Signal, WaitStatus};

/// A process of a job.
#[derive(Clone, Debug)]
pub struct Process {
    /// Its id.
    pub pid: Pid,
    /// How it ended or stopped; `None` while it runs.
    pub status: Option<WaitStatus>,
    /// Its command as it is printed; empty where that is the whole job's.
    pub text: Vec<u8>,
}

impl Process {
    /// One that runs and is the whole of its job.
    pub fn new(pid: Pid) -> Process {
        Process { pid, status: None, text: Vec::new() }
    }
}

/// A pipeline that was started.
#[derive(Clone, Debug)]
pub struct Job {
    /// `%n`
    pub number: u32,
    /// Its processes, the last of the pipeline last.
    pub processes: Vec<Process>,
    /// As it is printed.
    pub command: Vec<u8>,
    /// Its process group, if it has one of its own.
    pub group: Option<Pid>,
    /// Where it was started.
    pub directory: Field,
    /// The change of its state has been told (`jobs`, `wait`): a job that is done is then forgotten.
    pub notified: bool,
    /// `disown`ed or `nohup`: not sent SIGHUP.
    pub no_hangup: bool,
}

/// What a job is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JobState {
    /// Some process runs.
    Running,
    /// None runs, and one is stopped.
    Stopped,
    /// All have ended.
    Done,
}

impl Job {
    /// What it is doing.
    pub fn state(&self) -> JobState {
        let mut state = JobState::Done;
        for process in &self.processes {
            match process.status {
                None | Some(WaitStatus::Continued) => return JobState::Running,
                Some(WaitStatus::Stopped(_)) => state = JobState::Stopped,
                Some(_) => {}
            }
        }
        state
    }

    /// The status of its last process, if that has ended or stopped.
    pub fn status(&self) -> Option<WaitStatus> {
        self.processes.last()?.status
    }

    /// `$!` of it: the id of its last process.
    pub fn pid(&self) -> Option<Pid> {
        self.processes.last().map(|process| process.pid)
    }
}

/// The coprocess that runs (bash has one at a time).
pub struct Coprocess {
    /// Its process.
    pub pid: Pid,
    /// NAME
    pub name: Name,
    /// NAME_PID
    pub pid_name: Name,
    /// Our ends of its pipes.
    pub ends: [Fd; 2],
}

/// All jobs, and the statuses of background processes that `wait` may still ask for.
#[derive(Default)]
pub struct Jobs {
    /// Background jobs in order of their numbers.
    pub list: Vec<Job>,
    /// `$!`
    pub last_background: Option<Pid>,
    /// Processes in the foreground that are waited for just now.
    pub foreground: Vec<Process>,
    /// `list` holds the parent's jobs: to be shown and signalled, not to be waited for.
    pub inherited: bool,
    /// The signal that was passed on since the foreground command began.
    pub passed_on: Option<Signal>,
    /// The shell ends at once, without waiting for what is in the foreground.
    pub left: bool,
    /// The foreground has sent us SIGINT: it ends the shell if that is what it dies of itself.
    pub interrupted: bool,
    /// The coprocess.
    pub coprocess: Option<Coprocess>,
    /// It has ended, and is to be disposed of.
    pub coprocess_ended: bool,
    /// Children that are in no job: process substitutions.
    pub others: Vec<Process>,
    /// The last children that have ended: what they sent may come later.
    pub reaped: VecDeque<Pid>,
    /// Job control at a terminal: the terminal.
    pub terminal: Option<crate::sys::Fd>,
    /// At which command it was told that there are stopped jobs, instead of ending.
    pub told_stopped: u32,
    /// An interactive shell: Ctrl-C has ended the command, and the next prompt begins a line.
    pub ctrl_c: bool,
    /// Numbers of background jobs that were killed, which is to be told.
    pub killed: Vec<u32>,
    /// Numbers of `%+` and `%-`.
    current: Vec<u32>,
    ended: VecDeque<(Pid, u8)>,
}

/// How many ended background processes are remembered for `wait`.
const REMEMBERED: usize = 4096;
/// How many ended children are remembered as senders of signals.
const SENDERS: usize = 16;

fn remember(ended: &mut VecDeque<(Pid, u8)>, pid: Pid, code: u8) {
    if ended.len() == REMEMBERED {
        ended.pop_front();
    }
    ended.push_back((pid, code));
}

impl Jobs {
    /// Adds a background job, makes it the current one and gives its number.
    pub fn add(&mut self, processes: Vec<Process>, command: Vec<u8>, group: Option<Pid>, directory: Field) -> u32 {
        self.drop_inherited();
        let number = self.list.last().map_or(1, |job| job.number + 1);
        if let Some(process) = processes.last() {
            self.ended.retain(|(pid, _)| *pid != process.pid);
        }
        // one that has ended is no longer the current or the previous one
        let over = |number: u32| self.get(number).is_none_or(|job| job.state() == JobState::Done);
        let current: Vec<u32> = self.current.iter().copied().filter(|&number| !over(number)).collect();
        self.current = current;
        self.list.push(Job { number, processes, command, group, directory, notified: false, no_hangup: false });
        self.make_current(number);
        number
    }

    /// Makes job `number` the one that `%+` means.
    pub fn make_current(&mut self, number: u32) {
        self.current.retain(|&other| other != number);
        self.current.push(number);
    }

    /// Notes that `pid` has changed its state; false when it is nobody we know.
    pub fn record(&mut self, pid: Pid, status: WaitStatus) -> bool {
        if self.reaped.len() == SENDERS {
            self.reaped.pop_front();
        }
        self.reaped.push_back(pid);
        let ends = matches!(status, WaitStatus::Exited(_) | WaitStatus::Signaled(..));
        self.coprocess_ended |= ends && self.coprocess.as_ref().is_some_and(|coprocess| coprocess.pid == pid);
        let Jobs { list, foreground, ended, others, .. } = self;
        if let Some(place) = others.iter().position(|process| ends && process.pid == pid) {
            others.swap_remove(place);
            remember(ended, pid, status.code());
            return true;
        }
        if let Some(process) = foreground.iter_mut().find(|process| process.pid == pid) {
            process.status = Some(status).filter(|status| *status != WaitStatus::Continued);
            return true;
        }
        for job in list.iter_mut().rev() {
            let last = job.pid();
            if let Some(process) = job.processes.iter_mut().find(|process| process.pid == pid) {
                process.status = Some(status).filter(|status| *status != WaitStatus::Continued);
                job.notified = false;
                if last == Some(pid) && ends {
                    remember(ended, pid, status.code());
                }
                return true;
            }
        }
        false
    }

    /// The job of `%n`, `%%`, `%+`, `%-`, `%text`, `%?text`, without the `%`. `Err(true)`: ambiguous.
    pub fn find(&self, spec: &[u8]) -> Result<u32, bool> {
        if let Ok(number) = std::str::from_utf8(spec).unwrap_or("").parse::<u32>() {
            return self.get(number).map(|job| job.number).ok_or(false);
        }
        match spec {
            b"" | b"%" | b"+" => self.current_job().ok_or(false),
            b"-" => self.previous_job().ok_or(false),
            [b'?', text @ ..] => self.only(|job| memchr::memmem::find(&job.command, text).is_some()),
            text => self.only(|job| job.command.starts_with(text)),
        }
    }

    /// The job that `%+` means.
    pub fn current_job(&self) -> Option<u32> {
        let stopped = |number: &&u32| self.get(**number).is_some_and(|job| job.state() == JobState::Stopped);
        self.current.iter().rev().find(stopped).or(self.current.last()).copied()
    }

    /// The job that `%-` means.
    pub fn previous_job(&self) -> Option<u32> {
        let current = self.current_job()?;
        self.current.iter().rev().copied().find(|&number| number != current).or(Some(current))
    }

    /// The job numbered `number`.
    pub fn get(&self, number: u32) -> Option<&Job> {
        self.list.iter().find(|job| job.number == number)
    }

    /// The same, to change it.
    pub fn get_mut(&mut self, number: u32) -> Option<&mut Job> {
        self.list.iter_mut().find(|job| job.number == number)
    }

    /// The job whose process is `pid`.
    pub fn of_pid(&self, pid: Pid) -> Option<&Job> {
        self.list.iter().rev().find(|job| job.processes.iter().any(|process| process.pid == pid))
    }

    /// Forgets job `number`; its status stays for `wait pid`.
    pub fn remove(&mut self, number: u32) {
        self.list.retain(|job| job.number != number);
        self.current.retain(|&other| other != number);
    }

    /// Forgets jobs that are done and told.
    pub fn clean(&mut self) {
        let gone: Vec<u32> = self
            .list
            .iter()
            .filter(|job| job.notified && job.state() == JobState::Done)
            .map(|job| job.number)
            .collect();
        for number in gone {
            self.remove(number);
        }
    }

    /// The status of a background process that has ended.
    pub fn ended(&self, pid: Pid) -> Option<u8> {
        self.ended.iter().rev().find(|(known, _)| *known == pid).map(|&(_, code)| code)
    }

    /// Notes a child that is in no job.
    pub fn note_other(&mut self, pid: Pid) {
        self.ended.retain(|(known, _)| *known != pid);
        self.others.push(Process::new(pid));
    }

    /// What `wait` answers for a job that is disowned: as if it had ended well.
    pub fn give_up(&mut self, number: u32) {
        if let Some(pid) = self.get(number).and_then(Job::pid) {
            remember(&mut self.ended, pid, 0);
        }
        self.remove(number);
    }

    /// Forgets all statuses but that of `$!` (`wait` without an id).
    pub fn forget_all_ended(&mut self) {
        let last = self.last_background;
        self.ended.retain(|(pid, _)| Some(*pid) == last);
    }

    /// Forgets the status of `pid`.
    pub fn forget_ended(&mut self, pid: Pid) {
        self.ended.retain(|(known, _)| *known != pid);
    }

    /// What a subshell knows: `$!`, and its parent's jobs to be shown (`jobs | cat`) until it has some of its own. They are
    /// not its children.
    pub fn reset_for_subshell(&mut self) {
        *self = Jobs {
            last_background: self.last_background,
            inherited: true,
            list: std::mem::take(&mut self.list),
            coprocess: self.coprocess.take(),
            current: std::mem::take(&mut self.current),
            ..Jobs::default()
        };
    }

    /// Forgets what was the parent's.
    pub fn drop_inherited(&mut self) {
        if std::mem::take(&mut self.inherited) {
            self.list.clear();
            self.current.clear();
        }
    }

    fn only(&self, wanted: impl Fn(&Job) -> bool) -> Result<u32, bool> {
        let mut found = self.list.iter().filter(|job| wanted(job));
        match (found.next(), found.next()) {
            (Some(job), None) => Ok(job.number),
            (None, _) => Err(false),
            _ => Err(true),
        }
    }
}
