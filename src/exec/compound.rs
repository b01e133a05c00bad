//! Compound commands: groups, loops, conditionals (bash manual 3.2.5; POSIX 2.9.4).

use super::run::{self, run_list};
use super::{conditional, function, redirect, report, select, subshell, trace, traps};
use crate::expand;
use crate::state::{Condition, Ctx, Flow, Opt, Outcome, Owner, Shell, Status};
use crate::syntax::{
    Arithmetic, CaseClause, CaseEnd, Compound, CompoundKind, Field, List, Loop, Name, RedirectFd, Word,
};

/// Runs a compound command under its redirections.
pub(super) fn run_compound(shell: &mut Shell, compound: &Compound, ctx: Ctx) -> Outcome {
    let open = shell.fds.substitutions.len();
    let outcome = if compound.redirects.is_empty() {
        run_kind(shell, compound, ctx)
    } else {
        run_redirected(shell, compound, ctx)
    };
    shell.fds.close_substitutions(open);
    outcome
}

fn run_redirected(shell: &mut Shell, compound: &Compound, ctx: Ctx) -> Outcome {
    let mark = shell.journal.mark();
    let given = shell.stdin_given;
    shell.stdin_given |= redirects_stdin(compound);
    let outcome = match redirect::apply(shell, &compound.redirects) {
        Ok(()) => run_kind(shell, compound, ctx.inside()),
        Err(outcome) => outcome,
    };
    shell.stdin_given = given;
    shell.roll_back(mark, Owner::Command);
    outcome
}

/// Whether standard input is redirected: commands in the background in it keep that.
pub(super) fn redirects_stdin(compound: &Compound) -> bool {
    compound.redirects.iter().any(|redirect| match redirect.fd {
        RedirectFd::Number(number) => number == 0,
        RedirectFd::Variable(_) => false,
        RedirectFd::Default => redirect.kind.is_input(),
    })
}

/// Whether a failure of it is its own, not that of a command in it which has been judged already.
pub(super) fn fails_by_itself(compound: &Compound) -> bool {
    let own = CompoundKind::is_judged_whole(&compound.kind);
    own || !compound.redirects.is_empty()
}

impl CompoundKind {
    /// `( )`, `[[ ]]` and `(( ))` are judged as a whole by errexit and the ERR trap.
    fn is_judged_whole(&self) -> bool {
        matches!(self, CompoundKind::Subshell(_) | CompoundKind::Conditional(_) | CompoundKind::Arithmetic { .. })
    }
}

fn run_kind(shell: &mut Shell, compound: &Compound, ctx: Ctx) -> Outcome {
    match &compound.kind {
        CompoundKind::Group(list) => run_list(shell, list, ctx),
        CompoundKind::Subshell(list) => {
            let line = compound.line.wrapping_add(shell.frames.shift);
            let outer = std::mem::replace(&mut shell.frames.line, line);
            let given = std::mem::replace(&mut shell.stdin_given, redirects_stdin(compound));
            let outcome = subshell::run_subshell(shell, list, ctx);
            shell.stdin_given = given;
            (shell.frames.line, shell.frames.error_line) = (outer, line);
            outcome
        }
        CompoundKind::If { branches, otherwise } => run_if(shell, branches, otherwise.as_ref(), ctx),
        CompoundKind::Loop(node) => in_loop(shell, |shell| run_while(shell, node, ctx)),
        CompoundKind::For { .. }
        | CompoundKind::Select { .. }
        | CompoundKind::ArithFor { .. }
        | CompoundKind::Case { .. }
        | CompoundKind::Conditional(_)
        | CompoundKind::Arithmetic { .. } => {
            let line = shell.frames.line;
            shell.frames.line = compound.line.wrapping_add(shell.frames.shift);
            let outcome = run_on_its_line(shell, compound, ctx);
            shell.frames.line = line;
            outcome
        }
    }
}

/// The compound commands that know their line: what they hold that does not, a group's redirection say, is on it.
fn run_on_its_line(shell: &mut Shell, compound: &Compound, ctx: Ctx) -> Outcome {
    match &compound.kind {
        CompoundKind::For { name, words, body } => {
            in_loop(shell, |shell| run_for(shell, compound, *name, words.as_deref(), body, ctx))
        }
        CompoundKind::Select { name, words, body } => {
            in_loop(shell, |shell| select::run_select(shell, compound, *name, words.as_deref(), body, ctx))
        }
        CompoundKind::ArithFor { parts, body } => {
            let parts = parts.each_ref().map(|(expression, _)| expression.as_ref());
            in_loop(shell, |shell| run_arith_for(shell, parts, body, ctx))
        }
        CompoundKind::Case { word, clauses } => run_case(shell, compound, word, clauses, ctx),
        CompoundKind::Conditional(condition) => {
            shell.frames.error_line = shell.frames.line;
            match traps::run_debug_head(shell, compound)? {
                true => conditional::run_conditional(shell, condition),
                false => Ok(Status::SUCCESS),
            }
        }
        CompoundKind::Arithmetic { expr, .. } => {
            shell.frames.error_line = shell.frames.line;
            if !traps::run_debug_head(shell, compound)? {
                return Ok(Status::SUCCESS);
            }
            let value = arithmetic_command(shell, expr)?;
            Ok(Status::of(value.unwrap_or(0) != 0))
        }
        _ => Ok(Status::SUCCESS),
    }
}

/// The value of `(( ))`; `None` after an error, which fails the command alone.
fn arithmetic_command(shell: &mut Shell, expression: &Arithmetic) -> Result<Option<i64>, Flow> {
    let value = if shell.options.get(Opt::XTRACE) {
        traced_arithmetic(shell, expression)
    } else {
        expand::arithmetic(shell, expression)
    };
    match value {
        Ok(value) => Ok(Some(value)),
        Err(error) => match report::arithmetic_command(shell, error) {
            Flow::Abandon(_) => Ok(None),
            flow => Err(flow),
        },
    }
}

fn traced_arithmetic(shell: &mut Shell, expression: &Arithmetic) -> Result<i64, expand::ExpandError> {
    if let Arithmetic::Compiled(_, text) = expression {
        trace::arithmetic(shell, text);
        return expand::arithmetic(shell, expression);
    }
    let text = expand::arithmetic_string(shell, expression)?;
    trace::arithmetic(shell, &text);
    expand::arithmetic_text(shell, &text)
}

fn run_if(shell: &mut Shell, branches: &[(List, List)], otherwise: Option<&List>, ctx: Ctx) -> Outcome {
    for (test, body) in branches {
        if run_list(shell, test, ctx.checked())?.is_success() {
            return run_list(shell, body, ctx);
        }
    }
    match otherwise {
        Some(list) => run_list(shell, list, ctx),
        None => Ok(Status::SUCCESS),
    }
}

/// Counts a loop that `break` can leave.
fn in_loop(shell: &mut Shell, run: impl FnOnce(&mut Shell) -> Outcome) -> Outcome {
    shell.frames.loops += 1;
    let outcome = run(shell);
    shell.frames.loops = shell.frames.loops.saturating_sub(1);
    outcome
}

impl Flow {
    /// With which status the innermost loop ends by this, if it does not go on with its next turn; what is meant for a
    /// loop further out, or for no loop, comes back as the error.
    pub fn ends_loop(self) -> Result<Option<Status>, Flow> {
        match self {
            Flow::Break(1, status) => Ok(Some(status)),
            Flow::Break(levels, status) => Err(Flow::Break(levels - 1, status)),
            Flow::Continue(1) => Ok(None),
            Flow::Continue(levels) => Err(Flow::Continue(levels - 1)),
            flow => Err(flow),
        }
    }
}

/// How control has left a turn: see `Flow::ends_loop`. `$?` is that of `continue`.
fn left(shell: &mut Shell, flow: Flow) -> Result<Option<Status>, Flow> {
    if let Flow::Continue(_) = flow {
        run::set_status(shell, Status::SUCCESS);
    }
    flow.ends_loop()
}

/// Runs `while test; do body; done`; `until` is the same with a `goal` of false.
fn run_while(shell: &mut Shell, node: &Loop, ctx: Ctx) -> Outcome {
    let mut status = Status::SUCCESS;
    loop {
        match turn(shell, node, ctx) {
            Ok(Some(last)) => status = last,
            Ok(None) => return Ok(status),
            Err(flow) => {
                status = Status::SUCCESS; // `continue` succeeds
                if let Some(status) = left(shell, flow)? {
                    return Ok(status);
                }
            }
        }
    }
}

/// One turn: the body's status, or `None` when the test says stop.
fn turn(shell: &mut Shell, node: &Loop, ctx: Ctx) -> Result<Option<Status>, Flow> {
    match run_list(shell, &node.test, ctx.checked()) {
        Err(Flow::Continue(1)) if !node.goal => return Ok(None), // it succeeds, which is what `until` waits for
        test if test?.is_success() != node.goal => return Ok(None),
        _ => {}
    }
    run_list(shell, &node.body, ctx.inside()).map(Some)
}

/// The words of `for` and `select`, expanded; the positional parameters where there is no `in`.
pub(super) fn loop_words(shell: &mut Shell, words: Option<&[Word]>) -> Result<Vec<Field>, Flow> {
    match words {
        Some(words) => expand::fields(shell, words).map_err(|error| report::expansion(shell, error)),
        None => Ok(shell.frames.positional.to_vec()),
    }
}

fn run_for(
    shell: &mut Shell,
    compound: &Compound,
    name: Name,
    words: Option<&[Word]>,
    body: &List,
    ctx: Ctx,
) -> Outcome {
    if !crate::names::is_name(shell.names.spelling(name)) {
        let spelling = shell.names.spelling(name).clone();
        report::message(shell, format_args!("`{}': not a valid identifier", bstr::BStr::new(&spelling[..])));
        return function::fatal_in_posix_mode(shell, Status::FAILURE);
    }
    let mut status = Status::SUCCESS;
    for field in loop_words(shell, words)? {
        trace::head(shell, compound);
        if !traps::run_debug_head(shell, compound)? {
            continue;
        }
        if let Err(error) = expand::bind::assign_loop_variable(shell, name, &field) {
            return report::loop_variable(shell, error);
        }
        match run_list(shell, body, ctx.inside()) {
            Ok(last) => status = last,
            Err(flow) => {
                status = Status::SUCCESS;
                if let Some(status) = left(shell, flow)? {
                    return Ok(status);
                }
            }
        }
    }
    Ok(status)
}

fn run_arith_for(shell: &mut Shell, parts: [Option<&Arithmetic>; 3], body: &List, ctx: Ctx) -> Outcome {
    let mut status = Status::SUCCESS;
    let line = shell.frames.line;
    let part = |shell: &mut Shell, part: Option<&Arithmetic>| -> Result<Option<i64>, Flow> {
        let shown = |shell: &mut Shell| match part {
            Some(expression) if shell.dynamic.wants_command => {
                let text = expand::arithmetic_shown(shell, expression).unwrap_or_default();
                [b"((", &text[..], b"))"].concat()
            }
            _ => b"((1))".to_vec(),
        };
        shell.frames.line = line;
        let traced = shell.dynamic.wants_command || shell.traps.has_command(Condition::DEBUG);
        if traced {
            let text = shown(shell);
            if !traps::run_debug(shell, |_| text)? {
                return Ok(Some(0));
            }
        }
        match part {
            Some(expression) => arithmetic_command(shell, expression),
            None => {
                if shell.options.get(Opt::XTRACE) {
                    trace::arithmetic(shell, b"1");
                }
                Ok(Some(1))
            }
        }
    };
    let [init, test, step] = parts;
    if part(shell, init)?.is_none() {
        return Ok(Status::FAILURE);
    }
    loop {
        match part(shell, test)? {
            None => return Ok(Status::FAILURE),
            Some(0) => return Ok(status),
            Some(_) => {}
        }
        match run_list(shell, body, ctx.inside()) {
            Ok(last) => status = last,
            Err(flow) => {
                status = Status::SUCCESS;
                if let Some(status) = left(shell, flow)? {
                    return Ok(status);
                }
            }
        }
        if part(shell, step)?.is_none() {
            return Ok(Status::FAILURE);
        }
    }
}

fn run_case(shell: &mut Shell, compound: &Compound, word: &Word, clauses: &[CaseClause], ctx: Ctx) -> Outcome {
    if !traps::run_debug_head(shell, compound)? {
        return Ok(Status::SUCCESS);
    }
    trace::head(shell, compound);
    let subject = expand::one(shell, word).map_err(|error| report::expansion(shell, error))?;
    let mut status = Status::SUCCESS;
    let mut falls_through = false;
    for clause in clauses {
        if !falls_through && !matches_any(shell, &subject, &clause.patterns)? {
            continue;
        }
        let ctx = if clause.end == CaseEnd::Break { ctx } else { ctx.inside() };
        status = run_list(shell, &clause.body, ctx)?;
        match clause.end {
            CaseEnd::Break => break,
            CaseEnd::FallThrough => falls_through = true,
            CaseEnd::TestNext => falls_through = false,
        }
    }
    Ok(status)
}

fn matches_any(shell: &mut Shell, subject: &[u8], patterns: &[Word]) -> Result<bool, Flow> {
    for pattern in patterns {
        if expand::matches(shell, subject, pattern).map_err(|error| report::expansion(shell, error))? {
            return Ok(true);
        }
    }
    Ok(false)
}
