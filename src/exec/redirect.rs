//! Redirections: what they mean, applied in the shell and undone, or made ready for a child (bash manual 3.6; POSIX 2.7).

use bstr::ByteSlice;

use super::{coprocess, report, subshell};
use crate::expand::{self, bind};
use crate::state::{Flow, Mark, Opt, Outcome, Owner, Shell, Status, Undo};
use crate::syntax::{Field, Redirect, RedirectFd, RedirectKind};
use crate::sys::fd::{self, Mode};
use crate::sys::net::NetError;
use crate::sys::{self, Errno, Fd};

/// One thing to be done to a descriptor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    /// `to` becomes the opened `from`, which is closed.
    Opened { from: Fd, to: Fd },
    /// `to` becomes a copy of `from`.
    Copy { from: Fd, to: Fd },
    /// The same, and `from` is closed.
    Move { from: Fd, to: Fd },
    /// `to` is closed.
    Close { to: Fd },
}

/// What a redirection means: one step, or two for `&>`. `variable`: `{name}>`, whose number is chosen when it is applied.
struct Steps {
    first: Step,
    second: Option<Step>,
    variable: bool,
}

/// A redirection that failed: the message was written.
type Failed = Outcome;

/// Lowest number that `{name}>` gets.
const LOWEST_VARIABLE_FD: i32 = 10;

/// Applies redirections in the shell, each noted in the journal. On failure the message is written and the outcome of the
/// command comes back; what was done is still to be rolled back by the caller.
pub fn apply(shell: &mut Shell, redirects: &[Redirect]) -> Result<(), Failed> {
    let hidden = shell.hide_temporary();
    let result = apply_each(shell, redirects);
    shell.show_temporary(hidden);
    result
}

fn apply_each(shell: &mut Shell, redirects: &[Redirect]) -> Result<(), Failed> {
    for redirect in redirects {
        let steps = evaluate(shell, redirect)?;
        if steps.variable {
            apply_variable(shell, redirect, steps.first)?;
            continue;
        }
        apply_step(shell, steps.first, redirect)?;
        if let Some(step) = steps.second {
            apply_step(shell, step, redirect)?;
        }
    }
    Ok(())
}

/// Keeps what was applied since `mark`: the redirections of `exec`.
pub fn make_permanent(shell: &mut Shell, mark: Mark) {
    let mut kept = Vec::new();
    for undo in shell.journal.take(mark, Owner::Command) {
        match undo {
            Undo::Descriptor { saved, .. } => saved.into_iter().for_each(fd::close),
            Undo::Capture(_) => {}
            other => kept.push(other),
        }
    }
    kept.into_iter().rev().for_each(|undo| shell.journal.own(undo));
}

fn apply_step(shell: &mut Shell, step: Step, redirect: &Redirect) -> Result<(), Failed> {
    let (from, to) = match step {
        Step::Opened { from, to } | Step::Copy { from, to } | Step::Move { from, to } => (Some(from), to),
        Step::Close { to } => (None, to),
    };
    if from == Some(Fd::STDOUT) && shell.fds.captured && !matches!(step, Step::Opened { .. }) {
        subshell::settle(shell).map_err(Err)?;
    }
    if let Step::Move { from, to } = step
        && fd::is_open(to)
    {
        if !fd::is_open(from) {
            not_duplicated(shell, Errno::EBADF);
        } else if from != to {
            keep(shell, from); // bash does not put it back where `to` was closed
        }
    }
    if from == Some(to) {
        if let Step::Opened { .. } = step {
            shell.journal.own(Undo::Descriptor { fd: to, saved: None });
            let _ = fd::set_cloexec(to, false);
        }
        return Ok(());
    }
    keep(shell, to);
    let Some(from) = from else {
        close(shell, to);
        return Ok(());
    };
    let result = match step {
        Step::Opened { .. } => fd::rename(from, to),
        _ => fd::dup_to(from, to),
    };
    if let Step::Move { .. } = step {
        close(shell, from);
    }
    result.map_err(|error| {
        let opened = matches!(step, Step::Opened { .. });
        let shown = if opened || from.0 < 0 { shown_fd(to) } else { shown_source(shell, redirect, step) };
        failed(shell, &shown, error)
    })
}

/// What bash calls the descriptor that could not be copied: its number where that was written, else the word as it was
/// written; the other descriptor where an expanded word is moved.
fn shown_source(shell: &Shell, redirect: &Redirect, step: Step) -> Vec<u8> {
    let spelling = shell.frames.text.get(redirect.target.text);
    match step {
        Step::Move { to, .. } if !spelling.iter().all(|byte| byte.is_ascii_digit() || *byte == b'-') => shown_fd(to),
        Step::Move { from, .. } => shown_fd(from),
        _ => spelling.to_vec(),
    }
}

/// Closes a descriptor of the script's, which may be a coprocess's.
fn close(shell: &mut Shell, fd: Fd) {
    fd::close(fd);
    coprocess::note_closed(shell, fd);
}

fn not_duplicated(shell: &Shell, error: Errno) {
    let text = sys::file::message(error);
    report::message_of_system(shell, format_args!("redirection error: cannot duplicate fd: {text}"));
}

/// Notes in the journal what `fd` is, to put it back.
fn keep(shell: &mut Shell, fd: Fd) {
    if fd == Fd::STDOUT && shell.fds.captured {
        let output = std::mem::take(&mut shell.fds.out);
        shell.fds.captured = false;
        shell.journal.own(Undo::Capture(output));
    }
    let saved = fd::save(fd).ok();
    shell.journal.own(Undo::Descriptor { fd, saved });
}

/// `{name}>file`, `{name}>&-`: the variable, which may be an element, gets the number; it stays open after the command
/// unless varredir_close is set.
fn apply_variable(shell: &mut Shell, redirect: &Redirect, step: Step) -> Result<(), Failed> {
    let RedirectFd::Variable(name) = redirect.fd else { return Ok(()) };
    let spelling = shell.names.spelling(name).clone();
    let from = match step {
        Step::Close { .. } => {
            let value = bind::lookup_reference(shell, &spelling);
            let Some(value) = value.map_err(|error| Err(report::expansion(shell, error)))? else {
                return Err(ambiguous(shell, &spelling));
            };
            let number = std::str::from_utf8(value.trim_ascii()).ok().and_then(|text| text.parse().ok());
            let fd = Fd(number.unwrap_or(0)); // bash takes what is no number for 0
            keep(shell, fd);
            close(shell, fd);
            return Ok(());
        }
        Step::Opened { from, .. } | Step::Copy { from, .. } | Step::Move { from, .. } => from,
    };
    let chosen = fd::dup_above(from, LOWEST_VARIABLE_FD, false);
    if !matches!(step, Step::Copy { .. }) {
        fd::close(from);
    }
    let chosen = chosen.map_err(|error| {
        not_duplicated(shell, error);
        failed(shell, shell.frames.text.get(redirect.target.text), error)
    })?;
    if shell.options.get(Opt::VARREDIR_CLOSE) {
        shell.journal.own(Undo::Descriptor { fd: chosen, saved: None });
    }
    let number = chosen.0.to_string();
    match bind::assign_reference(shell, &spelling, number.as_bytes(), false) {
        Ok(()) => Ok(()),
        Err(error) => {
            fd::close(chosen);
            if let flow @ Flow::Exit(_) = report::expansion(shell, error) {
                return Err(Err(flow));
            }
            report::message(shell, format_args!("{}: cannot assign fd to variable", spelling.as_bstr()));
            Err(Ok(Status::FAILURE))
        }
    }
}

/// Descriptors of a child, made ready: the pairs of `sys::spawn`, and what the shell closes afterwards.
#[derive(Default)]
pub struct Prepared {
    /// `(from, to)` in order; `from` of -1 closes `to`.
    pub pairs: Vec<(Fd, Fd)>,
    /// Opened for the child.
    pub opened: Vec<Fd>,
}

impl Prepared {
    /// Closes what was opened for the child.
    pub fn close(self) {
        self.opened.into_iter().for_each(fd::close);
    }
}

/// Whether the redirections can be made ready for a child without touching the shell: not `{name}>`.
pub fn can_prepare(redirects: &[Redirect]) -> bool {
    redirects.iter().all(|redirect| !matches!(redirect.fd, RedirectFd::Variable(_)))
}

/// Opens what the redirections name and says what the child is to do with it, behind what `prepared` has already.
pub fn prepare(shell: &mut Shell, redirects: &[Redirect], prepared: &mut Prepared) -> Result<(), Failed> {
    let hidden = shell.hide_temporary();
    let result = prepare_each(shell, redirects, prepared);
    shell.show_temporary(hidden);
    result
}

fn prepare_each(shell: &mut Shell, redirects: &[Redirect], prepared: &mut Prepared) -> Result<(), Failed> {
    for redirect in redirects {
        let steps = evaluate(shell, redirect)?;
        for step in std::iter::once(steps.first).chain(steps.second) {
            match step {
                Step::Opened { from, to } => {
                    let from = match fd::move_away(from) {
                        Ok(from) => from,
                        Err(error) => return Err(failed(shell, &shown_fd(from), error)),
                    };
                    prepared.opened.push(from);
                    prepared.pairs.push((from, to));
                }
                Step::Copy { from, to } => prepared.copy(shell, redirect, step, (from, to))?,
                Step::Move { from, to } => {
                    prepared.copy(shell, redirect, step, (from, to))?;
                    prepared.pairs.push((Fd(-1), from));
                }
                Step::Close { to } => prepared.pairs.push((Fd(-1), to)),
            }
        }
    }
    Ok(())
}

impl Prepared {
    fn copy(&mut self, shell: &Shell, redirect: &Redirect, step: Step, (from, to): (Fd, Fd)) -> Result<(), Failed> {
        let known = match self.pairs.iter().rev().find(|(_, earlier)| *earlier == from) {
            Some((source, _)) => source.0 >= 0,
            None => fd::is_open(from) && !(fd::is_cloexec(from) && from.0 >= fd::OWN),
        };
        if !known {
            return Err(failed(shell, &shown_source(shell, redirect, step), Errno::EBADF));
        }
        self.pairs.push((from, to));
        Ok(())
    }
}

fn shown_fd(fd: Fd) -> Vec<u8> {
    fd.0.to_string().into_bytes()
}

/// Writes `what: error`: the command fails with 1.
fn failed(shell: &Shell, what: &[u8], error: Errno) -> Failed {
    report::message(shell, format_args!("{}: {}", what.as_bstr(), sys::file::message(error)));
    Ok(Status::FAILURE)
}

/// Expands the target and opens what it names.
fn evaluate(shell: &mut Shell, redirect: &Redirect) -> Result<Steps, Failed> {
    let variable = matches!(redirect.fd, RedirectFd::Variable(_));
    let to = |default: Fd| match redirect.fd {
        RedirectFd::Number(number) => Fd(number),
        _ => default,
    };
    let mode = match redirect.kind {
        RedirectKind::HereDocument | RedirectKind::HereString => {
            let from = here(shell, redirect)?;
            return Ok(Steps { first: Step::Opened { from, to: to(Fd::STDIN) }, second: None, variable });
        }
        RedirectKind::DupIn => return duplicate(shell, redirect, to(Fd::STDIN), variable),
        RedirectKind::DupOut => return duplicate(shell, redirect, to(Fd::STDOUT), variable),
        RedirectKind::Read => Mode::Read,
        RedirectKind::ReadWrite => Mode::ReadWrite,
        RedirectKind::Append | RedirectKind::BothAppend => Mode::Append,
        RedirectKind::Write | RedirectKind::Clobber | RedirectKind::Both => Mode::Write,
    };
    let path = target(shell, redirect)?;
    let default =
        if matches!(redirect.kind, RedirectKind::Read | RedirectKind::ReadWrite) { Fd::STDIN } else { Fd::STDOUT };
    let both = matches!(redirect.kind, RedirectKind::Both | RedirectKind::BothAppend);
    let from = open(shell, redirect, &path, mode)?;
    let second = both.then_some(Step::Copy { from: Fd::STDOUT, to: Fd::STDERR });
    Ok(Steps { first: Step::Opened { from, to: to(default) }, second, variable })
}

/// The one field of a file name; anything else is ambiguous.
fn target(shell: &mut Shell, redirect: &Redirect) -> Result<Field, Failed> {
    match expand::redirect_target(shell, &redirect.target) {
        Ok(Some(path)) => Ok(path),
        Ok(None) => {
            let spelling = shell.frames.text.get(redirect.target.text).to_vec();
            Err(ambiguous(shell, told(shell, redirect, &spelling)))
        }
        Err(error) => Err(Err(report::expansion(shell, error))),
    }
}

/// What a refusal names: the variable where one gets the descriptor.
fn told<'a>(shell: &'a Shell, redirect: &Redirect, path: &'a [u8]) -> &'a [u8] {
    match redirect.fd {
        RedirectFd::Variable(name) => shell.names.spelling(name),
        _ => path,
    }
}

fn not_overwritten(shell: &Shell, redirect: &Redirect, path: &[u8]) -> Failed {
    report::message(shell, format_args!("{}: cannot overwrite existing file", told(shell, redirect, path).as_bstr()));
    Ok(Status::FAILURE)
}

/// Opens a file as the operator says; noclobber keeps regular files.
fn open(shell: &mut Shell, redirect: &Redirect, path: &[u8], mode: Mode) -> Result<Fd, Failed> {
    let writes = !matches!(mode, Mode::Read);
    if writes && shell.options.get(Opt::RESTRICTED_SHELL) {
        let what = told(shell, redirect, path).as_bstr();
        report::message(shell, format_args!("{what}: restricted: cannot redirect output"));
        return Err(Ok(Status::FAILURE));
    }
    if let Some(socket) = sys::net::special(path) {
        return socket.map_err(|error| {
            match &error {
                NetError::Connect(error) => {
                    let text = sys::file::message(*error);
                    report::message_of_system(shell, format_args!("connect: {text}"));
                }
                NetError::Host(host) => report::message(shell, format_args!("{host}: Name or service not known")),
                NetError::Service(port) => {
                    report::message(shell, format_args!("{port}: Servname not supported for ai_socktype"));
                }
            }
            failed(shell, path, error.errno())
        });
    }
    let emptied = matches!(redirect.kind, RedirectKind::Write | RedirectKind::Both | RedirectKind::DupOut);
    let guarded = shell.options.get(Opt::NOCLOBBER) && emptied;
    let mode = match mode {
        Mode::Write if guarded => match sys::file::stat(path) {
            Ok(stat) if stat.is_file() => {
                return Err(not_overwritten(shell, redirect, path));
            }
            Ok(_) => Mode::WriteExisting,
            Err(_) => Mode::WriteNew,
        },
        mode => mode,
    };
    loop {
        match fd::open(path, mode) {
            Err(Errno::EINTR) if !sys::trap::pending() => {}
            Err(Errno::EEXIST) if mode == Mode::WriteNew => {
                return Err(not_overwritten(shell, redirect, path));
            }
            result => {
                return result
                    .or_else(|error| without_dev(path).ok_or(error))
                    .map_err(|error| failed(shell, path, error));
            }
        }
    }
}

/// `/dev/stdin`, `/dev/stdout`, `/dev/stderr`, `/dev/fd/N` where there is no /dev (`FROM scratch`).
fn without_dev(path: &[u8]) -> Option<Fd> {
    let number = match path {
        b"/dev/stdin" => 0,
        b"/dev/stdout" => 1,
        b"/dev/stderr" => 2,
        _ => std::str::from_utf8(path.strip_prefix(b"/dev/fd/")?).ok()?.parse().ok()?,
    };
    fd::dup_above(Fd(number), fd::OWN, true).ok()
}

/// `<&word`, `>&word`: a number, a number to be moved (where a `-` was written behind it), `-`; for `>&word` also a file
/// for both outputs.
fn duplicate(shell: &mut Shell, redirect: &Redirect, to: Fd, variable: bool) -> Result<Steps, Failed> {
    let word = target(shell, redirect)?;
    let one = |first| Ok(Steps { first, second: None, variable });
    if &word[..] == b"-" {
        return one(Step::Close { to });
    }
    let spelling = shell.frames.text.get(redirect.target.text);
    let moves = spelling.ends_with(b"-") && redirect.heredoc.is_none();
    let number = if moves { word.strip_suffix(b"-").unwrap_or(&word) } else { &word };
    if !number.is_empty() && number.iter().all(u8::is_ascii_digit) {
        let Some(from) = std::str::from_utf8(number).ok().and_then(|text| text.parse().ok()).map(Fd) else {
            return Err(failed(shell, number, Errno::EBADF));
        };
        let step = if moves { Step::Move { from, to } } else { Step::Copy { from, to } };
        check_open(shell, redirect, step, from)?;
        return one(step);
    }
    if word.is_empty() {
        let spelling = spelling.to_vec();
        return Err(failed(shell, &spelling, Errno::EBADF));
    }
    let both = matches!(redirect.fd, RedirectFd::Default | RedirectFd::Number(1));
    if redirect.kind == RedirectKind::DupOut && both && !moves {
        let from = open(shell, redirect, &word, Mode::Write)?;
        let second = Some(Step::Copy { from: Fd::STDOUT, to: Fd::STDERR });
        return Ok(Steps { first: Step::Opened { from, to }, second, variable });
    }
    let number = number.to_vec();
    Err(ambiguous(shell, &number))
}

fn ambiguous(shell: &Shell, what: &[u8]) -> Failed {
    report::message(shell, format_args!("{}: ambiguous redirect", what.as_bstr()));
    Ok(Status::FAILURE)
}

/// In the shell a copy of a closed descriptor fails when it is made; here only numbers beyond the scripts' are refused.
fn check_open(shell: &Shell, redirect: &Redirect, step: Step, from: Fd) -> Result<(), Failed> {
    if from.0 >= fd::OWN && fd::is_cloexec(from) {
        return Err(failed(shell, &shown_source(shell, redirect, step), Errno::EBADF));
    }
    Ok(())
}

/// The body of a here-document or here-string as something to read: a pipe while it fits one, else a file without a name.
fn here(shell: &mut Shell, redirect: &Redirect) -> Result<Fd, Failed> {
    const FITS: usize = 4096;
    let body = match redirect.kind {
        RedirectKind::HereString => expand::assigned(shell, &redirect.target).map(|mut text| {
            text.push(b'\n');
            text
        }),
        _ => expand::here_document(shell, &redirect.target),
    };
    let body = body.map_err(|error| Err(report::expansion(shell, error)))?;
    let result = match body.len() {
        0..=FITS => fd::pipe().and_then(|(read, write)| {
            let result = fd::write_all(write, &body);
            fd::close(write);
            result.map(|()| read)
        }),
        _ => fd::anonymous_file(&body),
    };
    result.map_err(|error| {
        report::message(
            shell,
            format_args!("cannot create temp file for here-document: {}", sys::file::message(error)),
        );
        Ok(Status::FAILURE)
    })
}
