//! `--explain`: how a text is parsed, which processes there will be, and who gets SIGTERM.

use bstr::ByteSlice;

use super::facts::{self, Facts};
use super::finding::visible;
use super::unit::{self, Unit, literal};
use super::walk;
use super::{Given, Script};
use crate::builtins::TABLE;
use crate::syntax::{AndOrOp, Command, CompoundKind, List, Simple, print_command, print_head};

/// What the command line says besides the text.
#[derive(Default)]
pub struct Order {
    /// `--remap` or the like, in words; a line each.
    pub rules: Vec<String>,
    /// How long what is left may take to end; `None`: it is killed at once.
    pub grace: Option<String>,
}

/// A line of the tree: what is there, what is said about it, and what is in it.
struct Branch {
    head: String,
    note: &'static str,
    inner: Vec<Branch>,
}

impl Branch {
    fn new(head: String, note: &'static str) -> Branch {
        Branch { head, note, inner: Vec::new() }
    }
}

/// The main program's end of the script.
struct Tail {
    /// The command that the shell becomes, or waits for last.
    command: Option<String>,
    /// The shell becomes it.
    replaces: bool,
}

/// Tells what will happen with `text`, which came from `name`. A syntax error is a finding of [`super::check`].
pub fn explain(name: &[u8], text: &[u8], given: Given, order: &Order) -> String {
    let script = unit::read(text, given);
    let facts = facts::collect(&script, text);
    let mut teller =
        Teller { script: &script, facts: &facts, tail: Tail { command: None, replaces: false }, background: false };
    let mut root = Branch::new(visible(name, 200), "");
    let units: Vec<&Unit> = script.units.iter().filter(|unit| !unit.is_inner()).collect();
    for (at, unit) in units.iter().enumerate() {
        let last = at + 1 == units.len();
        root.inner.push(teller.command(unit, &unit.program.command, last));
    }
    let mut out = String::new();
    draw(&mut out, &root, "", "");
    processes(&mut out, &teller, order);
    out
}

struct Teller<'a> {
    script: &'a Script,
    facts: &'a Facts<'a>,
    tail: Tail,
    /// Something was started in the background before.
    background: bool,
}

impl Teller<'_> {
    fn command(&mut self, unit: &Unit, command: &Command, last: bool) -> Branch {
        match command {
            Command::Simple(simple) => self.simple(unit, simple, command, last),
            Command::AndOr(and_or) => {
                let mut branch = Branch::new("and-or list".to_owned(), "");
                branch.inner.push(self.command(unit, &and_or.first, false));
                for (at, (op, command)) in and_or.rest.iter().enumerate() {
                    let mut inner = self.command(unit, command, last && at + 1 == and_or.rest.len());
                    let op = if *op == AndOrOp::And { "&&" } else { "||" };
                    inner.head = format!("{op} {}", inner.head);
                    branch.inner.push(inner);
                }
                branch
            }
            Command::Pipeline(pipeline) => {
                let note = if pipeline.stages.len() > 1 { "side by side; stopped from left to right" } else { "" };
                let mut branch = Branch::new("pipeline".to_owned(), note);
                branch.inner = pipeline.stages.iter().map(|stage| self.command(unit, stage, false)).collect();
                branch
            }
            Command::Background(inner) => {
                let mut branch = Branch::new("in the background".to_owned(), "");
                branch.inner.push(self.command(unit, inner, false));
                self.background = true;
                branch
            }
            Command::List(list) => {
                let mut branch = Branch::new("list".to_owned(), "");
                branch.inner = self.list(unit, list, last);
                branch
            }
            Command::Function(function) => {
                let name = self.script.names.spelling(function.name).to_str_lossy().into_owned();
                Branch::new(format!("{name} ()"), "defines a function")
            }
            Command::Coprocess(coprocess) => {
                let mut branch = Branch::new("coprocess".to_owned(), "");
                branch.inner.push(self.command(unit, &coprocess.command, false));
                branch
            }
            Command::Compound(compound) => self.compound(unit, &compound.kind, command, last),
        }
    }

    fn list(&mut self, unit: &Unit, list: &List, last: bool) -> Vec<Branch> {
        let count = list.0.len();
        list.0.iter().enumerate().map(|(at, command)| self.command(unit, command, last && at + 1 == count)).collect()
    }

    fn compound(&mut self, unit: &Unit, kind: &CompoundKind, command: &Command, last: bool) -> Branch {
        let head = match kind {
            CompoundKind::Group(_) => "{ }".to_owned(),
            CompoundKind::Subshell(_) => "( )".to_owned(),
            CompoundKind::If { .. } => "if".to_owned(),
            CompoundKind::Loop(turns) => if turns.goal { "while" } else { "until" }.to_owned(),
            kind => one_line(&print_head(kind, unit.text(), &self.script.names)),
        };
        let note = if matches!(kind, CompoundKind::Subshell(_)) { "a subshell" } else { "" };
        let mut branch = Branch::new(head, note);
        // a loop, or a test, has something behind it
        let may_be_last =
            last && matches!(kind, CompoundKind::Group(_) | CompoundKind::If { .. } | CompoundKind::Case { .. });
        if let Command::Compound(compound) = command {
            let mut is_test = matches!(kind, CompoundKind::If { .. });
            walk::lists(compound, &mut |list| {
                let inner = self.list(unit, list, may_be_last && !is_test);
                branch.inner.extend(inner);
                is_test = false;
            });
        }
        branch
    }

    fn simple(&mut self, unit: &Unit, simple: &Simple, command: &Command, last: bool) -> Branch {
        let head = one_line(&print_command(command, unit.text(), &self.script.names));
        let name = simple.words.first().and_then(literal);
        let note = match name {
            _ if simple.words.is_empty() => "assignment, in the shell",
            Some(b"exec") if simple.words.len() > 1 => {
                let after = simple.words.get(1).map_or(0, |word| word.text.start - simple.words[0].text.start);
                self.end(head.get(after as usize..).unwrap_or(&head), true);
                "the shell becomes the command"
            }
            Some(b"exec") => "redirects the shell itself",
            Some(_) if simple.name.is_some_and(|name| self.facts.functions.contains_key(&name)) => {
                "a function, in the shell"
            }
            Some(name) if TABLE.iter().any(|builtin| builtin.name.as_bytes() == name) => "builtin, in the shell",
            _ if last && self.becomes() => {
                self.end(&head, true);
                "a program; nothing follows: the shell becomes it"
            }
            _ => {
                if self.tail.command.is_none() || last {
                    self.end(&head, false);
                }
                "a program; the shell waits for it"
            }
        };
        Branch::new(head, note)
    }

    /// Whether the shell becomes its last command: no trap waits, no job runs.
    fn becomes(&self) -> bool {
        !self.facts.term_trap && !self.facts.exit_trap && !self.background
    }

    fn end(&mut self, head: &str, replaces: bool) {
        self.tail = Tail { command: Some(head.to_owned()), replaces };
    }
}

/// The processes when rsh is process 1, and the way of SIGTERM.
fn processes(out: &mut String, teller: &Teller, order: &Order) {
    let Tail { command, replaces } = &teller.tail;
    let main = command.clone().unwrap_or_else(|| "the script".to_owned());
    let mut root =
        Branch::new("rsh".to_owned(), "process 1: hands signals on, reaps, ends with the main process's status");
    if *replaces {
        root.inner.push(Branch::new(main.clone(), "the main process, in the shell's place"));
    } else {
        let mut shell = Branch::new("rsh".to_owned(), "the main process: the shell");
        if command.is_some() {
            shell.inner.push(Branch::new(main.clone(), "while it runs"));
        }
        root.inner.push(shell);
    }
    *out += "\nprocesses, when rsh is process 1\n";
    draw(out, &root, "", "");
    *out += "\nSIGTERM to process 1\n";
    if *replaces {
        *out += &format!("  to `{main}' and its process group, once to each process\n");
    } else if teller.facts.term_trap {
        *out += "  to the shell, which has a trap: it hands the signal on to the command it waits for,\n  runs the trap when that has \
                 ended, and goes on\n";
    } else {
        *out += "  to the shell, which has no trap: it hands the signal on to the command it waits for;\n  when that has ended, \
                 nothing further runs";
        *out += if teller.facts.exit_trap { " but the EXIT trap\n" } else { "\n" };
    }
    *out += "\nat the end\n";
    *out += "  status: the main process's own; 128+n when signal n ended it\n";
    for rule in &order.rules {
        *out += &format!("  {rule}\n");
    }
    match &order.grace {
        Some(grace) => *out += &format!("  what is left then gets SIGTERM, {grace} to end, and SIGKILL\n"),
        None => *out += "  what is left then gets SIGKILL\n",
    }
}

/// `branch` and what is in it, as a tree.
fn draw(out: &mut String, branch: &Branch, before: &str, below: &str) {
    let head = format!("{before}{}", branch.head);
    let width = head.chars().count();
    *out += &head;
    if !branch.note.is_empty() {
        *out += &format!("{:1$}  {2}", "", 30_usize.saturating_sub(width), branch.note);
    }
    out.push('\n');
    for (at, inner) in branch.inner.iter().enumerate() {
        let (here, next) = if at + 1 == branch.inner.len() { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        draw(out, inner, &format!("{below}{here}"), &format!("{below}{next}"));
    }
}

fn one_line(text: &[u8]) -> String {
    let text = text.to_str_lossy();
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().trim_end();
    let first = visible(first.as_bytes(), 200);
    if lines.next().is_some() { format!("{first} …") } else { first }
}
