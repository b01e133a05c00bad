//! `coproc` (bash manual 3.2.6).

use bstr::ByteSlice;

use super::{job_text, report, run, signals, subshell};
use crate::expand::{self, bind};
use crate::state::{Coprocess, Ctx, Outcome, Process, Shell, Status};
use crate::syntax::{self, Name, print_command};
use crate::sys::{self, Fd};

/// The coprocess has ended: its descriptors are closed, and its variables gone.
pub(super) fn dispose(shell: &mut Shell) {
    let Some(coprocess) = shell.jobs.coprocess.take() else { return };
    coprocess.ends.into_iter().for_each(sys::fd::close);
    for name in [coprocess.name, coprocess.pid_name] {
        let _ = shell.unset(name); // one that is readonly stays
    }
}

/// NAME[place]; that it cannot be set is told, and ends nothing.
fn set_end(shell: &mut Shell, name: Name, place: usize, end: Fd) {
    let element = [&shell.names.spelling(name)[..], if place == 0 { b"[0]" } else { b"[1]" }].concat();
    if let Err(error) = bind::assign_reference(shell, &element, end.0.to_string().as_bytes(), false) {
        report::assignment(shell, error);
    }
}

/// A redirection has closed `fd`: if it was the coprocess's, NAME says so.
pub(super) fn note_closed(shell: &mut Shell, fd: Fd) {
    let Some(coprocess) = &mut shell.jobs.coprocess else { return };
    let Some(place) = coprocess.ends.iter().position(|end| *end == fd) else { return };
    coprocess.ends[place] = Fd(-1);
    let name = coprocess.name;
    set_end(shell, name, place, Fd(-1));
}

/// In a process of `( )`, of a pipeline or of the background: the coprocess's descriptors are not its own, so that the
/// coprocess sees the end of its input when the shell closes it.
pub(super) fn close_ends(shell: &mut Shell) {
    if let Some(coprocess) = shell.jobs.coprocess.take() {
        coprocess.ends.into_iter().for_each(sys::fd::close);
    }
}

/// Starts a coprocess: NAME holds its descriptors, NAME_PID its id.
pub(super) fn run_coprocess(shell: &mut Shell, coprocess: &syntax::Coprocess) -> Outcome {
    subshell::settle(shell)?;
    let mut spelling = shell.names.spelling(coprocess.name).to_vec();
    if spelling.contains(&b'$') {
        spelling = expand::string(shell, &spelling).map_err(|error| report::expansion(shell, error))?;
    }
    if !syntax::is_name(&spelling) {
        report::message(shell, format_args!("`{}': not a valid identifier", spelling.as_bstr()));
        return Ok(Status::FAILURE);
    }
    let name = shell.names.intern(&spelling);
    if let Some(before) = &shell.jobs.coprocess {
        let name = shell.names.spelling(before.name).as_bstr();
        report::message(shell, format_args!("warning: execute_coproc: coproc [{}:{name}] still exists", before.pid.0));
    }
    let command = print_command(&coprocess.command, &shell.frames.text, &shell.names);
    let text = [b"coproc ", &shell.names.spelling(coprocess.name)[..], b" ", &command].concat();
    let (from_child, child_out) = sys::fd::pipe().map_err(|error| signals::fork_failed(shell, "pipe", error))?;
    let (child_in, to_child) = sys::fd::pipe().map_err(|error| signals::fork_failed(shell, "pipe", error))?;
    let Some(child) = subshell::start_fork(shell)? else {
        subshell::connect(shell, child_in, Fd::STDIN);
        subshell::connect(shell, child_out, Fd::STDOUT);
        shell.stdin_given = true;
        [from_child, child_out, child_in, to_child].into_iter().for_each(sys::fd::close);
        let outcome = run::run_command(shell, &coprocess.command, Ctx { last: true, ..Ctx::default() });
        subshell::end_process(shell, subshell::status_of(outcome))
    };
    sys::fd::close(child_out);
    sys::fd::close(child_in);
    let ends = [high(from_child, 63), high(to_child, 60)];
    let pid_name = [&spelling[..], b"_PID"].concat();
    let pid_name = shell.names.intern(&pid_name);
    shell.jobs.coprocess = Some(Coprocess { pid: child, name, pid_name, ends });
    for (place, end) in ends.into_iter().enumerate() {
        set_end(shell, name, place, end);
    }
    if let Err(error) = shell.assign(pid_name, child.0.to_string().as_bytes()) {
        report::assignment(shell, error.into());
    }
    job_text::add(shell, vec![Process::new(child)], text, None);
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
