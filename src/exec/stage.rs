//! A stage of a pipeline that is a program and nothing else: it is started straight away, without a copy of the shell.

use super::redirect::{self, Prepared};
use super::{find, spawn, subshell};
use crate::expand;
use crate::state::{Attrs, Condition, Flow, Opt, Outcome, Shell};
use crate::syntax::{
    Command, Expansion, Field, ParameterOp, Part, Redirect, RedirectKind, Simple, Subject, Word, WordBody,
};
use crate::sys::{Fd, Pid};

/// Starts `stage` with these descriptors; `None` where a copy of the shell has to run it: where its words could change the
/// shell or fail, where it is no program, or where something is to be noted of it first.
pub(super) fn start_program(
    shell: &mut Shell,
    stage: &Command,
    pairs: Vec<(Fd, Fd)>,
    group: Option<Pid>,
) -> Result<Option<Pid>, Flow> {
    let Command::Simple(simple) = stage else { return Ok(None) };
    if !is_quiet(shell) || !is_plain(shell, simple) {
        return Ok(None);
    }
    let line = shell.frames.enter_line(simple.line);
    let started = start(shell, simple, pairs, group);
    shell.frames.line = line;
    started
}

fn start(shell: &mut Shell, simple: &Simple, pairs: Vec<(Fd, Fd)>, group: Option<Pid>) -> Result<Option<Pid>, Flow> {
    let mut args = Vec::with_capacity(simple.words.len());
    for word in &simple.words {
        if expand::fields_of(shell, word, &mut args).is_err() {
            return Ok(None); // the copy of the shell comes to the same, and tells it
        }
    }
    let Some(path) = program(shell, &args) else { return Ok(None) };
    let mut prepared = Prepared { pairs, ..Prepared::default() };
    let result = redirect::prepare(shell, &simple.redirects, &mut prepared);
    let result = result.and_then(|()| spawn::start(shell, &path, &args, &prepared, group));
    prepared.close();
    match result {
        Ok(child) => Ok(Some(child)),
        Err(outcome) => stand_in(shell, outcome),
    }
}

/// A process that ends as the program would have that could not be started, which was told.
fn stand_in(shell: &mut Shell, outcome: Outcome) -> Result<Option<Pid>, Flow> {
    let status = outcome?;
    match subshell::start_fork(shell)? {
        Some(child) => Ok(Some(child)),
        None => subshell::end_process(shell, status),
    }
}

/// Whether nothing is to be told or done besides.
fn is_quiet(shell: &Shell) -> bool {
    let loud = [Opt::XTRACE, Opt::NOUNSET, Opt::FAILGLOB, Opt::MONITOR, Opt::KEYWORD, Opt::RESTRICTED_SHELL];
    !loud.iter().any(|&option| shell.options.get(option))
        && !shell.traps.has_command(Condition::DEBUG)
        && !shell.dynamic.wants_process
        && shell.stop.is_none()
}

/// Whether the words and redirections can be expanded without changing the shell.
fn is_plain(shell: &Shell, simple: &Simple) -> bool {
    simple.assignments.is_empty()
        && !simple.words.is_empty()
        && simple.words.iter().all(|word| is_plain_word(shell, word))
        && simple.redirects.iter().all(is_plain_redirect)
}

/// To a descriptor, or to a file whose opening never waits.
fn is_plain_redirect(redirect: &Redirect) -> bool {
    let WordBody::Literal(target) = &redirect.target.body else { return false };
    let copies = matches!(redirect.kind, RedirectKind::DupIn | RedirectKind::DupOut);
    redirect::can_prepare(std::slice::from_ref(redirect))
        && (copies && target.iter().all(u8::is_ascii_digit) || !copies && &target[..] == b"/dev/null")
}

fn is_plain_word(shell: &Shell, word: &Word) -> bool {
    match &word.body {
        WordBody::Literal(_) => true,
        WordBody::Expand(expansion) => is_plain_expansion(shell, expansion),
        WordBody::Assign(_) => false,
    }
}

fn is_plain_expansion(shell: &Shell, expansion: &Expansion) -> bool {
    expansion.parts.iter().all(|part| match part {
        Part::Text(_) | Part::Quoted(_) => true,
        Part::Parameter(parameter) => {
            let simple = parameter.subscript.is_none() && !parameter.indirect && parameter.op == ParameterOp::Plain;
            let still = match parameter.subject {
                Subject::Variable(name) => !shell.vars.get(name).attrs.any(Attrs::DYNAMIC.with(Attrs::NAMEREF)),
                _ => true,
            };
            simple && still
        }
        Part::Command(_) | Part::Arithmetic(_) => false,
    })
}

/// The file that the words name, if it is one; as in a subshell, its place is not remembered.
fn program(shell: &mut Shell, args: &[Field]) -> Option<Field> {
    let first = args.first()?;
    let name = shell.names.intern(first);
    if shell.functions.get(name).is_some() || find::builtin(shell, name).is_some() {
        return None;
    }
    if first.contains(&b'/') {
        return Some(first.clone());
    }
    match shell.paths.get(name) {
        Some(_) if shell.options.get(Opt::CHECKHASH) => None,
        Some(path) => Some(path.clone()),
        None => find::search(shell, first).map(|(path, _)| path),
    }
}
