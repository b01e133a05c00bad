//! Simple commands: expand, assign, redirect, dispatch (bash manual 3.7.1, 3.7.2; POSIX 2.9.1).

use super::find::{self, Found};
use super::temporary::{Reach, assign_temporary};
use super::{function, keyword, output, redirect, report, spawn, subshell, trace, traps};
use crate::expand::{self, ExpandError, bind};
use crate::state::{Argument, Attrs, Builtin, Ctx, Flow, Kind, Opt, Outcome, Owner, Run, Shell, Status, special};
use crate::syntax::{AssignValue, Assignment, Field, Name, Simple, WordBody, print_simple};

/// Runs a simple command.
pub fn run_simple(shell: &mut Shell, simple: &Simple, ctx: Ctx) -> Outcome {
    let outer = shell.frames.enter_line(simple.line);
    let line = shell.frames.line;
    let checked = std::mem::replace(&mut shell.checked, ctx.checked);
    let open = shell.fds.substitutions.len();
    let outcome = run_on_its_line(shell, simple, ctx);
    shell.fds.close_substitutions(open);
    shell.checked = checked;
    (shell.frames.line, shell.frames.error_line) = (outer, line);
    outcome
}

fn run_on_its_line(shell: &mut Shell, simple: &Simple, ctx: Ctx) -> Outcome {
    if !traps::run_debug(shell, |shell| print_simple(simple, &shell.frames.text, &shell.names))? {
        return Ok(Status::SUCCESS);
    }
    if simple.words.is_empty() {
        shell.substitution_status = None;
        return run_empty(shell, simple);
    }
    if shell.options.get(Opt::KEYWORD)
        && let Some(outcome) = keyword::run(shell, simple, ctx)
    {
        return outcome;
    }
    shell.substitution_status = None;
    let mut args = Vec::with_capacity(simple.words.len());
    let mut arguments = Vec::new();
    for word in &simple.words {
        let result = match &word.body {
            WordBody::Assign(assignment) if simple.declaration => {
                declaration_argument(shell, assignment, makes_associative(&args))
                    .map(|argument| arguments.push((args.len(), argument)))
            }
            // `declare x={1}$y`: its braces come to nothing, so it is an assignment after all
            WordBody::Expand(_)
                if simple.declaration
                    && keyword::is_assignment(shell.frames.text.get(word.text))
                    && !expand::makes_braces(shell, word) =>
            {
                expand::argument(shell, word).map(|text| args.push(text.into()))
            }
            _ => expand::fields_of(shell, word, &mut args),
        };
        result.map_err(|error| report::expansion(shell, error))?;
    }
    if ctx.last && std::mem::take(&mut shell.counts_later) {
        shell.subshell_depth += 1;
    }
    if let Some(signal) = shell.stop {
        return Err(Flow::Exit(Status(128 + signal.0)));
    }
    let Some(first) = args.first() else { return run_empty(shell, simple) };
    let name = match simple.name {
        _ if first.starts_with(b"%") => return run_job(shell, b"fg", &args),
        Some(name) => name,
        None => shell.names.intern(first),
    };
    let found = find::command(shell, name);
    let call = Call { simple, args, arguments, ctx, special: false };
    match found {
        Found::File(_) | Found::Nothing(_) if simple.assignments.iter().any(|own| own.name == special::PATH) => {
            call.run_under_own_path(shell, name)
        }
        Found::Function(function) => call.with_temporary(shell, Reach::Function, |shell, call| {
            let outcome = function::call(shell, &function, &call.args, call.ctx.checked);
            call.keep_last_argument(shell);
            outcome
        }),
        Found::Builtin(builtin) => call.run_builtin(shell, builtin),
        Found::File(_) if find::is_restricted(shell, &call.args[0]) => Ok(Status::FAILURE),
        Found::File(path) => call.run_file(shell, &path),
        Found::Nothing(_) => call.run_nothing(shell),
    }
}

/// A command whose words are expanded.
struct Call<'a> {
    simple: &'a Simple,
    /// The name and the words behind it.
    args: Vec<Field>,
    /// Assignments among the words of a declaration builtin, and before which of `args` they stand.
    arguments: Vec<(usize, Argument)>,
    ctx: Ctx,
    /// A special builtin in POSIX mode: a failed redirection ends the shell.
    special: bool,
}

impl Call<'_> {
    /// Runs `act` under the assignments in front, which are local to it, and the redirections, which do not see them.
    fn with_temporary(
        mut self,
        shell: &mut Shell,
        reach: Reach,
        act: impl FnOnce(&mut Shell, &mut Self) -> Outcome,
    ) -> Outcome {
        let mark = shell.journal.mark();
        let outcome = match assign_temporary(shell, &self.simple.assignments, reach) {
            Ok(()) => {
                trace::simple(shell, &self.args, &self.arguments);
                match redirect::apply(shell, &self.simple.redirects) {
                    Ok(()) => act(shell, &mut self),
                    Err(outcome) => self.redirection_failed(shell, outcome),
                }
            }
            Err(flow) => Err(flow),
        };
        shell.roll_back(mark, Owner::Command);
        outcome
    }

    fn redirection_failed(&self, shell: &Shell, outcome: Outcome) -> Outcome {
        match outcome {
            Ok(status) if self.special && !shell.invocation.interactive => Err(Flow::Exit(status)),
            outcome => outcome,
        }
    }

    fn run_builtin(mut self, shell: &mut Shell, builtin: &'static Builtin) -> Outcome {
        self.special = builtin.kind == Kind::Special && shell.options.get(Opt::POSIX);
        let (name, checked) = (builtin.name, self.ctx.checked);
        let execs = name == "exec" || (name == "command" && is_bare_exec(&self.args));
        if !self.special {
            return if execs { self.run_exec(shell, builtin) } else { self.run_regular(shell, builtin) };
        }
        // these pass on what others say with 2, and say it themselves of an option or a missing file only
        let passes_on = execs || matches!(name, "eval" | "." | "source" | "return" | "exit");
        let is_wrong = match self.args.get(1) {
            Some(first) => first.len() > 1 && first.starts_with(b"-") && &first[..] != b"--",
            None => matches!(name, "." | "source"),
        };
        let ends = !checked && !shell.invocation.interactive && (is_wrong || !passes_on);
        let outcome = if execs { self.run_exec(shell, builtin) } else { self.run_special(shell, builtin) };
        match outcome {
            Ok(Status::USAGE) if ends => Err(Flow::Exit(Status::USAGE)), // POSIX 2.8.1: called wrongly it ends a shell
            outcome => outcome,
        }
    }

    /// A special builtin in POSIX mode: assignments stay, a redirection that fails ends the shell.
    fn run_special(mut self, shell: &mut Shell, builtin: &'static Builtin) -> Outcome {
        run_each_special(shell, &self.simple.assignments)?;
        trace::simple(shell, &self.args, &self.arguments);
        let mark = shell.journal.mark();
        let outcome = match redirect::apply(shell, &self.simple.redirects) {
            Ok(()) => {
                let outer = std::mem::replace(&mut shell.runs_special, true);
                let outcome = self.invoke(shell, builtin);
                shell.runs_special = outer;
                outcome
            }
            Err(Ok(status)) if !shell.invocation.interactive => Err(Flow::Exit(status)),
            Err(outcome) => outcome,
        };
        shell.roll_back(mark, Owner::Command);
        outcome
    }

    fn run_regular(mut self, shell: &mut Shell, builtin: &'static Builtin) -> Outcome {
        if self.simple.redirects.is_empty() && self.simple.assignments.is_empty() {
            trace::simple(shell, &self.args, &self.arguments);
            return self.invoke(shell, builtin);
        }
        let reach = Reach::of_builtin(&self.args);
        self.with_temporary(shell, reach, |shell, call| call.invoke(shell, builtin))
    }

    /// `exec`: its redirections stay.
    fn run_exec(self, shell: &mut Shell, builtin: &'static Builtin) -> Outcome {
        subshell::settle(shell)?;
        let marker = self.args.get(1).is_some_and(|word| &word[..] == b"--");
        if builtin.name == "exec" && self.args.len() > 1 + usize::from(marker) {
            return self.with_temporary(shell, Reach::File, |shell, call| call.invoke(shell, builtin));
        }
        let outer = shell.journal.mark();
        let assigned = match self.special {
            true => run_each_special(shell, &self.simple.assignments),
            false => assign_temporary(shell, &self.simple.assignments, Reach::Builtin),
        };
        let outcome = assigned.and_then(|()| {
            trace::simple(shell, &self.args, &self.arguments);
            let mark = shell.journal.mark();
            match redirect::apply(shell, &self.simple.redirects) {
                Ok(()) => {
                    redirect::make_permanent(shell, mark);
                    Ok(Status::SUCCESS)
                }
                Err(outcome) => self.redirection_failed(shell, outcome),
            }
        });
        shell.roll_back(outer, Owner::Command);
        outcome
    }

    fn invoke(&mut self, shell: &mut Shell, builtin: &'static Builtin) -> Outcome {
        let last = match self.arguments.last() {
            Some((place, Argument::Field(text) | Argument::Compound { name: text, .. }))
                if *place == self.args.len() =>
            {
                Some(text.clone())
            }
            _ => self.args.last().cloned(),
        };
        let outcome = run_builtin(shell, builtin, &self.args, std::mem::take(&mut self.arguments));
        if let Some(last) = last {
            shell.dynamic.last_argument = last;
        }
        outcome
    }

    fn run_file(self, shell: &mut Shell, path: &[u8]) -> Outcome {
        self.keep_last_argument(shell);
        let plain = self.simple.assignments.is_empty() && redirect::can_prepare(&self.simple.redirects);
        let becomes = self.ctx.last && may_become(shell);
        if becomes {
            return self.become_file(shell, path);
        }
        let last = self.ctx.last;
        if plain {
            trace::simple(shell, &self.args, &self.arguments);
            return spawn::run(shell, path, &self.args, &self.simple.redirects, last);
        }
        if !redirect::can_prepare(&self.simple.redirects) {
            return self
                .with_temporary(shell, Reach::File, |shell, call| spawn::run(shell, path, &call.args, &[], false));
        }
        let mark = shell.journal.mark();
        let outcome = match assign_temporary(shell, &self.simple.assignments, Reach::File) {
            Ok(()) => {
                trace::simple(shell, &self.args, &self.arguments);
                spawn::run(shell, path, &self.args, &self.simple.redirects, last)
            }
            Err(flow) => Err(flow),
        };
        shell.roll_back(mark, Owner::Command);
        outcome
    }

    /// This process becomes the command: nothing is left to do for it.
    fn become_file(self, shell: &mut Shell, path: &[u8]) -> Outcome {
        let _ = output::flush(shell);
        self.with_temporary(shell, Reach::File, |shell, call| Ok(spawn::replace(shell, path, &call.args)))
    }

    /// `$_` of the next command.
    fn keep_last_argument(&self, shell: &mut Shell) {
        if let Some(last) = self.args.last() {
            shell.dynamic.last_argument = last.clone();
        }
    }

    /// `PATH=… name`: looked for where that says.
    fn run_under_own_path(self, shell: &mut Shell, name: Name) -> Outcome {
        self.keep_last_argument(shell);
        self.with_temporary(shell, Reach::File, |shell, call| match find::file(shell, name) {
            Found::File(path) => spawn::run(shell, &path, &call.args, &[], false),
            _ => Ok(spawn::not_found(shell, call.args.first().map_or(&b""[..], |name| name))),
        })
    }

    fn run_nothing(self, shell: &mut Shell) -> Outcome {
        self.keep_last_argument(shell);
        let handler = shell.names.find(b"command_not_found_handle");
        let handler = handler.and_then(|name| shell.functions.get(name).cloned());
        self.with_temporary(shell, Reach::File, |shell, call| match handler {
            Some(handler) => {
                let mut args = vec![Field::from(&b"command_not_found_handle"[..])];
                args.extend(call.args.iter().cloned());
                match subshell::start_fork(shell)? {
                    Some(child) => super::signals::wait_foreground(shell, &[child]),
                    None => {
                        shell.subshell_depth -= 1; // it does not count as one
                        let outcome = function::call(shell, &handler, &args, false);
                        subshell::end_process(shell, subshell::status_of(outcome))
                    }
                }
            }
            None => Ok(spawn::not_found(shell, &call.args[0])),
        })
    }
}

/// Whether `args` are `command exec`, whose redirections stay like those of `exec`.
fn is_bare_exec(args: &[Field]) -> bool {
    let (last, words) = args.split_last().map_or((&b""[..], args), |(last, words)| (last, words));
    last == b"exec" && words.iter().all(|word| matches!(&word[..], b"command" | b"-p" | b"--"))
}

/// Whether this process may become a command: no trap would be lost, nobody waits behind it.
fn may_become(shell: &Shell) -> bool {
    let jobs = !shell.jobs.inherited && !shell.jobs.list.is_empty();
    shell.journal.inline == 0 && !shell.traps.any_command() && !shell.fds.captured && !jobs
}

/// `%1` and `%1 &`: the words behind `fg` or `bg`.
pub(super) fn run_job(shell: &mut Shell, builtin: &[u8], words: &[Field]) -> Outcome {
    let name = shell.names.intern(builtin);
    let found = find::command(shell, name);
    run_words(shell, found, &[&[Field::from(builtin)][..], words].concat())
}

/// Runs words that are expanded already as a command (`jobs -x`).
pub fn run_words(shell: &mut Shell, found: Found, args: &[Field]) -> Outcome {
    match found {
        Found::Function(function) => function::call(shell, &function, args, false),
        Found::Builtin(builtin) => run_builtin(shell, builtin, args, Vec::new()),
        Found::File(path) => {
            let _ = output::flush(shell);
            spawn::run(shell, &path, args, &[], false)
        }
        Found::Nothing(_) => Ok(spawn::not_found(shell, args.first().map_or(&b""[..], |name| name))),
    }
}

/// Runs a builtin on expanded words (the name first) and writes out what it has put out.
pub fn run_builtin(
    shell: &mut Shell,
    builtin: &'static Builtin,
    args: &[Field],
    assignments: Vec<(usize, Argument)>,
) -> Outcome {
    let outcome = match builtin.run {
        Run::Plain(run) => run(shell, args.get(1..).unwrap_or_default()),
        Run::Declaration(run) => {
            let mut assignments = assignments.into_iter().peekable();
            let mut arguments = Vec::with_capacity(args.len());
            for (place, arg) in args.iter().enumerate() {
                while let Some((_, argument)) = assignments.next_if(|(before, _)| *before <= place) {
                    arguments.push(argument);
                }
                if place > 0 {
                    arguments.push(Argument::Field(arg.clone()));
                }
            }
            arguments.extend(assignments.map(|(_, argument)| argument));
            run(shell, &arguments)
        }
    };
    if let Err(error) = output::flush(shell) {
        report::message(shell, format_args!("{}: write error: {}", builtin.name, crate::sys::file::message(error)));
        return outcome.map(|_| Status::FAILURE);
    }
    outcome
}

/// Whether the words of a declaration builtin so far have `-A` among their options.
fn makes_associative(words: &[Field]) -> bool {
    words.iter().skip(1).any(|word| word.starts_with(b"-") && word.contains(&b'A'))
}

/// `a=b` as an argument of a declaration builtin: a word, or the elements of a compound assignment.
/// `keys`: subscripts are the keys of an associative array that is still to be made.
fn declaration_argument(shell: &mut Shell, assignment: &Assignment, keys: bool) -> Result<Argument, ExpandError> {
    let name = shell.names.spelling(assignment.name).clone();
    let sign: &[u8] = if assignment.append { b"+=" } else { b"=" };
    match &assignment.value {
        AssignValue::Array(elements) => {
            let elements = bind::elements(shell, assignment.name, elements, keys)?;
            let text = Field::from(shell.frames.text.get(assignment.text));
            let name = match &assignment.subscript {
                Some(subscript) => bind::spelling(shell, assignment.name, subscript),
                None => name,
            };
            Ok(Argument::Compound { name, append: assignment.append, elements, text })
        }
        AssignValue::Scalar(word) => {
            let spelling = shell.frames.text.get(assignment.text).to_vec();
            let value = expand::argument(shell, word).map_err(|error| match error {
                // of the word, and here that is the whole argument
                ExpandError::BadSubstitution(text) if spelling.ends_with(&text) => {
                    ExpandError::BadSubstitution(spelling.as_slice().into())
                }
                error => error,
            })?;
            let target = match &assignment.subscript {
                None => name.to_vec(),
                Some(_) => {
                    let rest = spelling.get(name.len()..).unwrap_or_default();
                    let end = name.len() + crate::syntax::subscript_length(rest).unwrap_or(0);
                    spelling.get(..end).unwrap_or(&name).to_vec()
                }
            };
            Ok(Argument::Field([&target[..], sign, &value].concat().into()))
        }
    }
}

/// A command of assignments alone, or whose words have come to nothing: assignments stay. Its status is that of the last
/// command substitution.
fn run_empty(shell: &mut Shell, simple: &Simple) -> Outcome {
    run_each(shell, &simple.assignments)?;
    shell.dynamic.last_argument = Field::from(&b""[..]);
    if !simple.redirects.is_empty() {
        let mark = shell.journal.mark();
        let redirected = redirect::apply(shell, &simple.redirects);
        shell.roll_back(mark, Owner::Command);
        if let Err(outcome) = redirected {
            return outcome;
        }
    }
    if let Some(signal) = shell.stop {
        return Err(Flow::Exit(shell.substitution_status.unwrap_or(Status(128 + signal.0))));
    }
    Ok(shell.substitution_status.take().unwrap_or(Status::SUCCESS))
}

/// Assignments before a special builtin in POSIX mode: they stay, exported.
fn run_each_special(shell: &mut Shell, assignments: &[Assignment]) -> Result<(), Flow> {
    run_each(shell, assignments)?;
    for assignment in assignments.iter().filter(|assignment| assignment.subscript.is_none()) {
        let name = bind::resolve(shell, assignment.name).map_or(assignment.name, |target| target.name);
        let attrs = shell.vars.get(name).attrs;
        shell.set_attrs(name, attrs.with(Attrs::EXPORT));
    }
    Ok(())
}

fn run_each(shell: &mut Shell, assignments: &[Assignment]) -> Result<(), Flow> {
    for assignment in assignments {
        if let Err(error) = bind::run_assignment(shell, assignment, trace::assignment) {
            return Err(report::assignment(shell, error));
        }
    }
    Ok(())
}
