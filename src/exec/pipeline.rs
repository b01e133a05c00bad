//! Pipelines: pipes, PIPESTATUS, pipefail, lastpipe, `!`, `time` (bash manual 3.2.3).

use super::{compound, coprocess, report, run, signals, simple, stage, subshell, terminal, traps};
use crate::state::{Ctx, Flow, Opt, Outcome, Process, Shell, Status, special};
use crate::syntax::{Command, CompoundKind, Pipeline, TimeFormat};
use crate::sys::{self, Fd, Pid, WaitStatus};

/// Runs a pipeline.
pub(super) fn run_pipeline(shell: &mut Shell, pipeline: &Pipeline, ctx: Ctx) -> Outcome {
    let started = pipeline.time.map(|format| (format, sys::clock::monotonic_nanos(), sys::clock::times()));
    let ctx = if pipeline.negated { negated(shell, &pipeline.stages, ctx) } else { ctx };
    let outcome = match &*pipeline.stages {
        [] => Ok(Status::SUCCESS),
        [only] => run::run_command(shell, only, if started.is_some() { ctx.inside() } else { ctx }),
        stages => run_stages(shell, pipeline, stages, ctx),
    };
    if let Some((format, clock, times)) = started
        && shell.stop.is_none()
    {
        print_times(shell, format, clock, times);
    }
    let status = outcome?;
    Ok(if pipeline.negated { Status::of(!status.is_success()) } else { status })
}

/// Behind `!`: a test while errexit is on. While it is off only the one command is not judged, so that an ERR trap runs in
/// it, and errexit that comes on there holds: f() { set -e; false; echo no; }; ! f
fn negated(shell: &Shell, stages: &[Command], ctx: Ctx) -> Ctx {
    match stages {
        [Command::Compound(only)] if compound::fails_by_itself(only) => ctx.checked(),
        _ if !shell.options.get(Opt::ERREXIT) => Ctx { negated: true, ..ctx.inside() },
        _ => ctx.checked(),
    }
}

/// Which process groups the stages of a pipeline are in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Apart {
    /// The shell's.
    No,
    /// Readers each in one of their own, so that a stop signal can reach them later (BEHAVIOUR, section 4).
    Readers,
    /// All in that of the first: job control.
    Together,
}

/// The groups for a pipeline in the foreground. In a script with a terminal all stay in the group that has it.
pub(super) fn apart(shell: &Shell) -> Apart {
    if terminal::given(shell).is_some() {
        return Apart::Together;
    }
    let supervised = shell.invocation.supervised.is_some();
    let monitors = shell.options.get(Opt::MONITOR);
    match (supervised || monitors) && !sys::tty::has_controlling() {
        false => Apart::No,
        true if supervised => Apart::Readers,
        true => Apart::Together,
    }
}

/// The processes of a pipeline, and how a last stage that ran in this shell has ended.
pub(super) struct Started {
    pub(super) pids: Vec<Pid>,
    here: Option<Outcome>,
}

fn run_stages(shell: &mut Shell, pipeline: &Pipeline, stages: &[Command], ctx: Ctx) -> Outcome {
    if shell.fds.captured {
        subshell::settle(shell)?;
    }
    let apart = apart(shell);
    let Started { pids, here } = start_stages(shell, pipeline, ctx, apart, false)?;
    let left: Vec<Pid> = if here.is_some() {
        let waited = |pid: &&Pid| shell.jobs.others.iter().any(|process| process.pid == **pid);
        let left = pids.iter().filter(waited).copied().collect();
        shell.jobs.others.retain(|process| !pids.contains(&process.pid));
        left
    } else {
        pids.clone()
    };
    let ended = signals::wait_in_order(shell, &left, (apart == Apart::Readers).then(signals::Order::default));
    let code = |pid: &Pid| match ended.iter().find(|process| process.pid == *pid) {
        Some(process) => process.status.map_or(127, WaitStatus::code),
        None => shell.jobs.ended(*pid).unwrap_or(127), // it ended while the last stage ran here
    };
    let mut codes: Vec<u8> = pids.iter().map(code).collect();
    let in_subshell = here.is_none() && stages.last().is_some_and(is_subshell);
    match here {
        Some(outcome) => codes.push(outcome?.0),
        None if ended.iter().any(|process| !matches!(process.status, Some(WaitStatus::Exited(_)))) => {
            shell.killed = Some(ended);
        }
        None => {}
    }
    let last = codes.last().copied().unwrap_or(0);
    shell.pipestatus.clone_from(&codes);
    if last != 0 && !ctx.checked && !ctx.negated && in_subshell {
        stages.last().into_iter().for_each(|stage| traps::note_subshell(shell, stage));
        traps::run_error(shell, Status(last))?; // a subshell that ends a pipeline is judged itself, and then the pipeline
    }
    let failed = codes.iter().rev().copied().find(|&code| code != 0);
    Ok(Status(if shell.options.get(Opt::PIPEFAIL) { failed.unwrap_or(0) } else { last }))
}

/// Starts the stages one after the other.
pub(super) fn start_stages(
    shell: &mut Shell,
    pipeline: &Pipeline,
    ctx: Ctx,
    apart: Apart,
    background: bool,
) -> Result<Started, Flow> {
    let lastpipe = !background && shell.options.get(Opt::LASTPIPE) && !shell.options.get(Opt::MONITOR);
    let terminal = terminal::given(shell).filter(|_| !background);
    let mut pids: Vec<Pid> = Vec::with_capacity(pipeline.stages.len());
    let mut input: Option<Fd> = None;
    for (place, stage) in pipeline.stages.iter().enumerate() {
        let is_last = place + 1 == pipeline.stages.len();
        if is_last && lastpipe {
            shell.jobs.others.extend(pids.iter().map(|&pid| Process::new(pid)));
            let here = Some(run_here(shell, stage, input.take(), ctx));
            return Ok(Started { pids, here });
        }
        let pipe = if is_last { None } else { Some(sys::fd::pipe()) };
        let pipe = pipe.transpose().map_err(|error| signals::fork_failed(shell, "pipe", error))?;
        let stderr_too = pipeline.stderr_too.get(place).copied().unwrap_or(false);
        let group = match apart {
            Apart::No => None,
            Apart::Readers => (place > 0).then_some(Pid(0)),
            Apart::Together => Some(pids.first().copied().unwrap_or(Pid(0))),
        };
        let runs = begin_stage(shell, stage)?;
        let ends = ends(input, pipe, stderr_too);
        let program = if runs && !background { stage::start_program(shell, stage, ends, group)? } else { None };
        match program.map_or_else(|| subshell::start_fork(shell), |child| Ok(Some(child)))? {
            Some(child) => {
                group.map(|group| sys::child::set_group(child, group));
                pids.push(child);
                input.into_iter().for_each(sys::fd::close);
                input = pipe.map(|(read, write)| {
                    sys::fd::close(write);
                    read
                });
            }
            None => {
                group.map(|group| sys::child::set_group(Pid(0), group));
                terminal::enter(terminal, pids.first().copied());
                if background {
                    super::background::detach(shell, stage, input.is_none() && !shell.stdin_given);
                }
                run_stage(shell, runs.then_some(stage), input, pipe, stderr_too, ctx)
            }
        }
    }
    Ok(Started { pids, here: None })
}

/// What a stage's descriptors become, in order.
fn ends(input: Option<Fd>, pipe: Option<(Fd, Fd)>, stderr_too: bool) -> Vec<(Fd, Fd)> {
    let mut pairs = Vec::new();
    pairs.extend(input.map(|input| (input, Fd::STDIN)));
    if let Some((_, write)) = pipe {
        pairs.push((write, Fd::STDOUT));
        if stderr_too {
            pairs.push((write, Fd::STDERR));
        }
    }
    pairs
}

/// The child of a stage: its ends of the pipes, then the command, then the end.
fn run_stage(
    shell: &mut Shell,
    stage: Option<&Command>,
    input: Option<Fd>,
    pipe: Option<(Fd, Fd)>,
    stderr_too: bool,
    ctx: Ctx,
) -> ! {
    let mut trace = None;
    if let Some(input) = input {
        subshell::connect(shell, input, Fd::STDIN);
        sys::fd::close(input);
        shell.stdin_given = true;
    }
    if let Some((read, write)) = pipe {
        sys::fd::close(read);
        subshell::connect(shell, write, Fd::STDOUT);
        if stderr_too {
            let traced = shell.options.get(Opt::XTRACE) && shell.trace_fd == Fd::STDERR;
            trace = if traced { sys::fd::save(Fd::STDERR).ok() } else { None };
            subshell::connect(shell, write, Fd::STDERR);
        }
        sys::fd::close(write);
    }
    if let (Some(Command::Simple(simple)), true, Some(trace)) = (stage, stderr_too, trace)
        && simple.name.is_none_or(|name| shell.functions.get(name).is_none())
    {
        shell.trace_fd = trace; // a command is shown before its redirections
    }
    if let Some(Command::Simple(_)) = stage {
        shell.subshell_depth -= 1;
        shell.counts_later = true;
    }
    let outcome = stage.map_or(Ok(Status::SUCCESS), |stage| run_alone(shell, stage, ctx, input.is_some()));
    subshell::end_process(shell, subshell::status_of(outcome))
}

/// What this shell does for a stage before it forks. False: the DEBUG trap does not want it to run.
pub(super) fn begin_stage(shell: &mut Shell, stage: &Command) -> Result<bool, Flow> {
    match stage {
        Command::Simple(simple) => traps::announce(shell, simple),
        Command::Compound(compound) if is_subshell(stage) => {
            let line = shell.frames.enter_line(compound.line);
            shell.frames.line = line;
            Ok(true)
        }
        _ => Ok(true),
    }
}

fn is_subshell(command: &Command) -> bool {
    matches!(command, Command::Compound(compound) if matches!(compound.kind, CompoundKind::Subshell(_)))
}

/// Runs a command in a process made for it. A simple one that fails is for this process's parent to judge; `( )` is
/// this process. `piped`: it reads from the stage before it, and so may what it puts into the background.
pub(super) fn run_alone(shell: &mut Shell, command: &Command, ctx: Ctx, piped: bool) -> Outcome {
    let ctx = Ctx { last: true, ..ctx };
    coprocess::close_ends(shell);
    match command {
        Command::Simple(simple) => {
            shell.traps.announced = true;
            simple::run_simple(shell, simple, ctx)
        }
        Command::Compound(compound) if compound.redirects.is_empty() && is_subshell(command) => {
            subshell::leave_loops(shell);
            let CompoundKind::Subshell(list) = &compound.kind else { return Ok(Status::SUCCESS) };
            shell.stdin_given = piped;
            shell.frames.line = compound.line.wrapping_add(shell.frames.shift);
            run::run_list(shell, list, ctx)
        }
        _ => {
            subshell::leave_loops(shell);
            let last = !shell.dynamic.wants_process; // bash's process does not become what stands in a group
            run::run_command(shell, command, Ctx { last, ..ctx })
        }
    }
}

/// The last stage in this shell (lastpipe).
fn run_here(shell: &mut Shell, stage: &Command, input: Option<Fd>, ctx: Ctx) -> Outcome {
    let saved = sys::fd::save(Fd::STDIN).ok();
    if let Some(input) = input {
        subshell::connect(shell, input, Fd::STDIN);
        sys::fd::close(input);
    }
    let outcome = run::run_command(shell, stage, ctx.inside());
    shell.put_back_descriptor(Fd::STDIN, saved);
    outcome
}

/// Prints what `time` measured, by TIMEFORMAT or in POSIX's form.
fn print_times(shell: &mut Shell, format: TimeFormat, clock: i64, before: sys::clock::Times) {
    let after = sys::clock::times();
    let real = (sys::clock::monotonic_nanos() - clock) / 1000;
    let user = after.user + after.children_user - before.user - before.children_user;
    let system = after.system + after.children_system - before.system - before.children_system;
    let default: &[u8] = b"\nreal\t%3lR\nuser\t%3lU\nsys\t%3lS";
    let text = match format {
        TimeFormat::Posix => b"real %2R\nuser %2U\nsys %2S".to_vec(),
        TimeFormat::Bash => shell.scalar(special::TIMEFORMAT).unwrap_or(default).to_vec(),
    };
    if text.is_empty() {
        return;
    }
    match format_times(&text, real, user, system) {
        Ok(mut out) => {
            out.push(b'\n');
            let _ = sys::fd::write_all(Fd::STDERR, &out);
        }
        Err(letter) => {
            let letter = [letter];
            report::message(
                shell,
                format_args!("TIMEFORMAT: `{}': invalid format character", bstr::BStr::new(&letter)),
            );
        }
    }
}

/// TIMEFORMAT: `%%`, `%[p][l]R`, `U`, `S`, and `%P`, the share of a processor. Times in microseconds. The error is a letter
/// that means nothing.
fn format_times(format: &[u8], real: i64, user: i64, system: i64) -> Result<Vec<u8>, u8> {
    let mut out = Vec::new();
    let mut rest = format;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        if byte != b'%' {
            out.push(byte);
            continue;
        }
        let (mut precision, mut long) = (3, false);
        if let [digit @ b'0'..=b'9', tail @ ..] = rest {
            (precision, rest) = (usize::from(digit - b'0').min(3), tail);
        }
        if let [b'l', tail @ ..] = rest {
            (long, rest) = (true, tail);
        }
        let Some((&letter, tail)) = rest.split_first() else {
            out.push(b'%');
            break;
        };
        rest = tail;
        match letter {
            b'R' => out.extend(time_text(real, precision, long)),
            b'U' => out.extend(time_text(user, precision, long)),
            b'S' => out.extend(time_text(system, precision, long)),
            b'P' => {
                let share = if real > 0 { (user + system) as f64 * 100.0 / real as f64 } else { 0.0 };
                out.extend(format!("{share:.2}").into_bytes());
            }
            b'%' => out.push(b'%'),
            other => return Err(other),
        }
    }
    Ok(out)
}

fn time_text(micros: i64, precision: usize, long: bool) -> Vec<u8> {
    let (seconds, millis) = (micros / 1_000_000, micros / 1000 % 1000);
    let fraction = format!("{millis:03}");
    let fraction = if precision > 0 { format!(".{}", &fraction[..precision]) } else { String::new() };
    match long {
        true => format!("{}m{}{fraction}s", seconds / 60, seconds % 60).into_bytes(),
        false => format!("{seconds}{fraction}").into_bytes(),
    }
}
