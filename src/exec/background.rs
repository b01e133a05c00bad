//! `command &` (bash manual 3.2.4; POSIX 2.9.3.1).

use super::{pipeline, subshell};
use crate::state::{Ctx, Opt, Outcome, Process, Shell, Status};
use crate::syntax::{Command, print_command};
use crate::sys::fd::{self, Mode};
use crate::sys::trap::Disposition;
use crate::sys::{self, Fd, Pid, Signal};

/// Starts a command in the background. Without job control it reads from /dev/null and ignores INT and QUIT.
pub(super) fn run_background(shell: &mut Shell, command: &Command) -> Outcome {
    subshell::settle(shell)?;
    let job_control = shell.options.get(Opt::MONITOR);
    let text = print_command(command, &shell.frames.text, &shell.names);
    let runs = pipeline::begin_stage(shell, command)?;
    match subshell::start_fork(shell)? {
        Some(child) => {
            if job_control {
                let _ = sys::child::set_group(child, Pid(0));
            }
            let group = job_control.then_some(child);
            shell.jobs.add(vec![Process { pid: child, status: None }], text, group);
            shell.jobs.last_background = Some(child);
            Ok(Status::SUCCESS)
        }
        None => {
            if job_control {
                let _ = sys::child::set_group(Pid(0), Pid(0));
            } else {
                let _ = sys::trap::set(Signal::INT, Disposition::Ignore);
                let _ = sys::trap::set(Signal::QUIT, Disposition::Ignore);
                if let Ok(null) = fd::open(b"/dev/null", Mode::Read) {
                    let _ = fd::dup_to(null, Fd::STDIN);
                    if null != Fd::STDIN {
                        fd::close(null);
                    }
                }
            }
            let outcome = match runs {
                true => pipeline::run_alone(shell, command, Ctx { last: true, checked: false }),
                false => Ok(Status::SUCCESS),
            };
            subshell::end_process(shell, subshell::status_of(outcome))
        }
    }
}
