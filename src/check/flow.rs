//! Rules about what follows what: the program that the container is for, and what stands behind it.

use super::Script;
use super::app::{self, App};
use super::command::whole;
use super::facts::Facts;
use super::finding::{Finding, Level};
use super::unit::{Unit, literal};
use crate::builtins::TABLE;
use crate::syntax::{AndOrOp, Command, Compound, CompoundKind, List, Name, Pipeline, Redirect, RedirectKind, Simple};

/// A walk along the commands in the order in which they run.
struct Flow<'a> {
    facts: &'a Facts<'a>,
    findings: &'a mut Vec<Finding>,
    /// It is a `-c` string, whose last command bash becomes.
    string: bool,
    /// Functions whose calls were followed.
    called: Vec<Name>,
    /// How many functions are around: their `"$@"` is not the container's command.
    depth: u32,
}

/// What comes behind a command.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    Nothing,
    Commands,
    /// The body of a loop.
    Turns,
}

/// Looks at the script as it runs.
pub(super) fn check(script: &Script, facts: &Facts, findings: &mut Vec<Finding>) {
    let mut flow = Flow { facts, findings, string: script.given.string, called: Vec::new(), depth: 0 };
    // texts in traps and backquotes are not part of the way from top to bottom
    let units: Vec<&Unit> = script.units.iter().filter(|unit| !unit.is_inner()).collect();
    let commands: Vec<(&Unit, &Command)> = units
        .iter()
        .flat_map(|unit| match &unit.program.command {
            Command::List(list) => list.0.iter().map(|command| (*unit, command)).collect(),
            command => vec![(*unit, command)],
        })
        .collect();
    flow.sequence(&commands, Behind::Nothing);
    if script.given.string {
        flow.trick(&commands);
    }
}

impl<'a> Flow<'a> {
    fn sequence(&mut self, commands: &[(&'a Unit, &'a Command)], behind: Behind) {
        for (at, (unit, command)) in commands.iter().enumerate() {
            let rest = commands.get(at + 1..).unwrap_or_default();
            let next = rest.iter().find(|(_, command)| !matches!(command, Command::Function(_)));
            self.command(
                unit,
                command,
                if next.is_some() && behind != Behind::Turns { Behind::Commands } else { behind },
            );
            if let Some((unit, next)) = next
                && replaces_shell(command)
                && !ends_shell(next)
                && !complains(next)
                && let Some(simple) = first_simple(next)
            {
                let message = "nothing behind exec runs: the shell has become the command".to_owned();
                let help = "put it before exec, or into a script of its own";
                self.warn(unit, simple, "after-exec", message, help);
                return;
            }
        }
    }

    fn list(&mut self, unit: &'a Unit, list: &'a List, behind: Behind) {
        let commands: Vec<_> = list.0.iter().map(|command| (unit, command)).collect();
        self.sequence(&commands, behind);
    }

    fn command(&mut self, unit: &'a Unit, command: &'a Command, behind: Behind) {
        match command {
            Command::Simple(simple) => self.simple(unit, simple, behind),
            Command::Compound(compound) => self.compound(unit, compound, behind),
            Command::Pipeline(pipeline) => self.pipeline(unit, pipeline),
            Command::AndOr(and_or) => {
                let last = and_or.rest.len();
                let of = |at: usize| if at == last { behind } else { Behind::Commands };
                // `app || exit`, `app && true`: what follows looks at the status
                let looked_at = and_or.rest.iter().any(|(op, command)| *op == AndOrOp::Or && ends_shell(command));
                self.command(unit, &and_or.first, if looked_at && last == 1 { behind } else { of(0) });
                for (at, (_, command)) in and_or.rest.iter().enumerate() {
                    self.command(unit, command, of(at + 1));
                }
            }
            Command::Background(command) => self.background(unit, command),
            Command::List(list) => self.list(unit, list, behind),
            Command::Function(_) | Command::Coprocess(_) => {}
        }
    }

    fn compound(&mut self, unit: &'a Unit, compound: &'a Compound, behind: Behind) {
        match &compound.kind {
            CompoundKind::Group(list) | CompoundKind::Subshell(list) => self.list(unit, list, behind),
            CompoundKind::If { branches, otherwise } => {
                branches.iter().for_each(|(_, body)| self.list(unit, body, behind));
                otherwise.iter().for_each(|body| self.list(unit, body, behind));
            }
            CompoundKind::Loop(turns) => self.list(unit, &turns.body, Behind::Turns),
            CompoundKind::For { body, .. }
            | CompoundKind::Select { body, .. }
            | CompoundKind::ArithFor { body, .. } => {
                self.list(unit, body, Behind::Turns);
            }
            CompoundKind::Case { clauses, .. } => {
                clauses.iter().for_each(|clause| self.list(unit, &clause.body, behind))
            }
            CompoundKind::Conditional(_) | CompoundKind::Arithmetic { .. } => {}
        }
    }

    fn simple(&mut self, unit: &'a Unit, simple: &'a Simple, behind: Behind) {
        if let Some(name) = simple.name
            && let Some((function, home)) = self.facts.functions.get(&name).copied()
        {
            if !self.called.contains(&name) {
                self.called.push(name);
                self.depth += 1;
                self.command(home, &function.body, behind);
                self.depth -= 1;
            }
            return;
        }
        if simple.words.first().and_then(literal) == Some(b"wait") && !self.facts.term_trap {
            let message = "bash as process 1 never gets TERM while it waits: it has no trap for it";
            let help = "rsh passes TERM on to the jobs and ends with their status";
            self.note(unit, simple, "wait-without-trap", message, help);
        }
        if let Some(app) = app::find(unit, simple)
            && !app.exec
            && !(app.arguments && self.depth > 0)
        {
            self.app(unit, simple, app, behind);
        }
    }

    /// The program, in the foreground of the shell.
    fn app(&mut self, unit: &Unit, simple: &Simple, app: App, behind: Behind) {
        let what = if app.arguments { "the command given" } else { "the program" };
        if self.facts.term_trap {
            let message = "bash runs the trap only when the program has ended by itself";
            let help = "rsh passes the signal on to the program first, then runs the trap";
            return self.note(unit, simple, "trap-waits", message, help);
        }
        match behind {
            Behind::Nothing if self.string => {}
            Behind::Nothing if self.facts.exit_trap => {
                let message =
                    "bash as process 1 never gets TERM while the program runs: the EXIT trap does not run at a stop";
                self.note(
                    unit,
                    simple,
                    "exit-trap",
                    message,
                    "rsh passes TERM on, and runs the EXIT trap when the program has ended",
                );
            }
            Behind::Nothing => {
                let message = "without exec bash stays above the program as process 1, and TERM is lost";
                self.note(
                    unit,
                    simple,
                    "missing-exec",
                    message,
                    "rsh becomes the last command by itself; exec does it in both",
                );
            }
            Behind::Commands => {
                let message = format!(
                    "commands follow {what}: bash as process 1 loses TERM here; rsh passes it on, and then runs nothing \
                     behind {what} but the EXIT trap"
                );
                let help = "what must also run at a stop belongs into trap '…' EXIT";
                self.warn(unit, simple, "app-in-the-middle", message, help);
            }
            Behind::Turns => {
                let message = format!(
                    "{what} runs in a loop: bash as process 1 loses TERM here; rsh passes it on and leaves the loop"
                );
                let help = "a restart is the container's: end with the program's status";
                self.warn(unit, simple, "app-in-a-loop", message, help);
            }
        }
    }

    fn pipeline(&mut self, unit: &'a Unit, pipeline: &'a Pipeline) {
        let Some(Command::Simple(first)) = pipeline.stages.first() else { return };
        if pipeline.stages.len() < 2 || app::find(unit, first).is_none() {
            return;
        }
        if self.facts.pipefail {
            let message = "bash as process 1 loses TERM here, and its readers may end before the last line";
            let help = "rsh stops the program first and lets its readers finish";
            return self.note(unit, first, "pipe", message, help);
        }
        let message =
            "the status is that of the pipeline's last command: the program's own is lost, also under rsh".to_owned();
        let help = "set -o pipefail, or > >(tee …)";
        self.warn(unit, first, "pipe-status", message, help);
    }

    fn background(&mut self, unit: &'a Unit, command: &'a Command) {
        if self.facts.waits || self.facts.stops_jobs {
            return;
        }
        let Some(simple) = first_simple(command) else { return };
        let message = "nobody waits for this job: its end is not noticed, and when the main process ends it is stopped"
            .to_owned();
        let help = "wait for it (wait -n for the first of several)";
        self.warn(unit, simple, "background-without-wait", message, help);
    }

    /// `set -e && /app`, once a way to make bash stay.
    fn trick(&mut self, commands: &[(&'a Unit, &'a Command)]) {
        let [(unit, Command::AndOr(and_or))] = commands else { return };
        let (Command::Simple(first), Some((AndOrOp::And, Command::Simple(last)))) = (&and_or.first, and_or.rest.last())
        else {
            return;
        };
        let external = last
            .words
            .first()
            .and_then(literal)
            .is_some_and(|name| !TABLE.iter().any(|builtin| builtin.name.as_bytes() == name));
        if first.words.first().and_then(literal) == Some(b"set") && external {
            let message = "bash becomes the last command (since 5.1), which is then process 1 itself: nobody reaps";
            self.note(unit, last, "set-e-trick", message, "under rsh a supervisor stays above it");
        }
    }

    fn warn(&mut self, unit: &Unit, simple: &Simple, rule: &'static str, message: String, help: &'static str) {
        self.findings.push(Finding::new(Level::Warning, rule, unit.place(whole(simple)), message, help));
    }

    fn note(&mut self, unit: &Unit, simple: &Simple, rule: &'static str, message: &str, help: &'static str) {
        self.findings.push(Finding::new(Level::Note, rule, unit.place(whole(simple)), message.to_owned(), help));
    }
}

/// `exec` with a command.
fn replaces_shell(command: &Command) -> bool {
    matches!(command, Command::Simple(simple) if simple.words.len() > 1 && simple.words.first().and_then(literal) == Some(b"exec"))
}

fn ends_shell(command: &Command) -> bool {
    matches!(command, Command::Simple(simple) if matches!(simple.words.first().and_then(literal), Some(b"exit" | b"return")))
}

/// `>&2`: what is said when `exec` has failed.
fn complains(command: &Command) -> bool {
    let is_error = |one: &Redirect| one.kind == RedirectKind::DupOut && literal(&one.target) == Some(b"2");
    matches!(command, Command::Simple(simple) if simple.redirects.iter().any(is_error))
}

/// The first simple command in `command`: where it stands.
fn first_simple(command: &Command) -> Option<&Simple> {
    match command {
        Command::Simple(simple) => Some(simple),
        Command::Pipeline(pipeline) => pipeline.stages.first().and_then(first_simple),
        Command::AndOr(and_or) => first_simple(&and_or.first),
        Command::Background(command) => first_simple(command),
        Command::List(list) => list.0.first().and_then(first_simple),
        Command::Function(function) => first_simple(&function.body),
        Command::Coprocess(coprocess) => first_simple(&coprocess.command),
        Command::Compound(compound) => {
            let mut found = None;
            super::walk::lists(compound, &mut |list| found = found.or(list.0.first().and_then(first_simple)));
            found
        }
    }
}
