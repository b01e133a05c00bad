//! `coproc` (bash manual 3.2.6).

use super::{report, run, signals, subshell};
use crate::state::{Ctx, Outcome, Process, Shell, Status, Value};
use crate::syntax::{Coprocess, Field, print_command};
use crate::sys::{self, Fd};

/// Starts a coprocess: NAME holds its descriptors, NAME_PID its id.
pub(super) fn run_coprocess(shell: &mut Shell, coprocess: &Coprocess) -> Outcome {
    subshell::settle(shell)?;
    let text = print_command(&coprocess.command, &shell.frames.text, &shell.names);
    let (from_child, child_out) = sys::fd::pipe().map_err(|error| signals::fork_failed(shell, "pipe", error))?;
    let (child_in, to_child) = sys::fd::pipe().map_err(|error| signals::fork_failed(shell, "pipe", error))?;
    let Some(child) = subshell::start_fork(shell)? else {
        subshell::connect(shell, child_in, Fd::STDIN);
        subshell::connect(shell, child_out, Fd::STDOUT);
        [from_child, child_out, child_in, to_child].into_iter().for_each(sys::fd::close);
        let outcome = run::run_command(shell, &coprocess.command, Ctx { last: true, checked: false });
        subshell::end_process(shell, subshell::status_of(outcome))
    };
    sys::fd::close(child_out);
    sys::fd::close(child_in);
    let ends = [high(from_child, 63), high(to_child, 60)];
    let numbers = ends.iter().map(|end| Field::from(end.0.to_string().as_bytes())).collect();
    let pid_name = [&shell.names.spelling(coprocess.name)[..], b"_PID"].concat();
    let pid_name = shell.names.intern(&pid_name);
    let set = shell.set_value(coprocess.name, Value::Indexed(Box::new(numbers)));
    let set = set.and_then(|()| shell.assign(pid_name, child.0.to_string().as_bytes()));
    if let Err(error) = set {
        return Err(report::assignment(shell, error.into()));
    }
    shell.jobs.add(vec![Process { pid: child, status: None }], text, None);
    shell.jobs.last_background = Some(child);
    Ok(Status::SUCCESS)
}

/// `end` at the number that bash gives it, or the next: the script names it, so it is not one of the shell's own.
fn high(end: Fd, lowest: i32) -> Fd {
    match sys::fd::dup_above(end, lowest, true) {
        Ok(moved) => {
            sys::fd::close(end);
            moved
        }
        Err(_) => end, // the limit of descriptors is low
    }
}
