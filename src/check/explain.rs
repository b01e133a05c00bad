//! `--explain`: how a text is parsed, which processes there will be, and who gets SIGTERM.

use bstr::ByteSlice;

use super::app;
use super::facts::{self, Facts};
use super::finding::visible;
use super::unit::{self, Unit, literal};
use super::walk;
use super::{Given, Script};
use crate::builtins::TABLE;
use crate::syntax::{AndOrOp, Command, Compound, CompoundKind, List, Name, Simple, print_command, print_head};

/// What the command line says besides the text, and what is known of files.
pub struct Order {
    /// `--remap` or the like, in words; a line each.
    pub options: Vec<String>,
    /// How long what is left may take to end; `None`: it is killed at once.
    pub grace: Option<String>,
    /// What SIGTERM becomes by `--rewrite`; `None`: nothing.
    pub term: Option<String>,
    /// `--forward child`
    pub to_child: bool,
    /// What will not go well when a path is executed.
    pub foreseen: fn(&[u8]) -> Option<&'static str>,
}

/// A line of the tree: what is there, what is said about it, and what is in it.
struct Branch {
    head: String,
    note: String,
    inner: Vec<Branch>,
}

impl Branch {
    fn new(head: impl Into<String>, note: &str) -> Branch {
        Branch { head: head.into(), note: note.to_owned(), inner: Vec::new() }
    }
}

/// The program that the script is for, as far as can be seen.
#[derive(Default)]
struct Main {
    command: Option<String>,
    /// The shell becomes it.
    replaces: bool,
    /// What speaks for it: the end of the script 1, a server's name 2.
    rank: u8,
}

/// Where a command stands.
#[derive(Clone, Copy)]
struct Where {
    /// Nothing is run behind it.
    last: bool,
    background: bool,
}

const INSIDE: Where = Where { last: false, background: false };

/// Tells what will happen with `text`, which came from `name`. A syntax error is a finding of [`super::check`].
pub fn explain(name: &[u8], text: &[u8], given: Given, order: &Order) -> String {
    let script = unit::read(text, given);
    let facts = facts::collect(&script, text);
    let mut teller = Teller {
        script: &script,
        facts: &facts,
        foreseen: order.foreseen,
        main: Main::default(),
        jobs: Vec::new(),
        shown: Vec::new(),
        depth: 0,
    };
    let mut root = Branch::new(visible(name, 200), "");
    let units: Vec<&Unit> = script.units.iter().filter(|unit| !unit.is_inner()).collect();
    for (at, unit) in units.iter().enumerate() {
        let place = Where { last: at + 1 == units.len(), ..INSIDE };
        root.inner.push(teller.command(unit, &unit.program.command, place));
    }
    let mut out = String::new();
    draw(&mut out, &root, "", "");
    processes(&mut out, &teller, order);
    out
}

struct Teller<'a> {
    script: &'a Script,
    facts: &'a Facts<'a>,
    foreseen: fn(&[u8]) -> Option<&'static str>,
    main: Main,
    /// What was started in the background before.
    jobs: Vec<String>,
    /// The functions whose bodies were shown: each is once, however often it is called.
    shown: Vec<Name>,
    /// How many functions are around: their `"$@"` is not the container's command.
    depth: u32,
}

impl Teller<'_> {
    fn command(&mut self, unit: &Unit, command: &Command, place: Where) -> Branch {
        let inside = Where { last: false, ..place };
        match command {
            Command::Simple(simple) => self.simple(unit, simple, command, place),
            Command::AndOr(and_or) => {
                let mut branch = Branch::new("and-or list", "");
                branch.inner.push(self.command(unit, &and_or.first, inside));
                for (at, (op, command)) in and_or.rest.iter().enumerate() {
                    let last = place.last && at + 1 == and_or.rest.len();
                    let mut inner = self.command(unit, command, Where { last, ..place });
                    inner.head = format!("{} {}", if *op == AndOrOp::And { "&&" } else { "||" }, inner.head);
                    branch.inner.push(inner);
                }
                branch
            }
            Command::Pipeline(pipeline) => {
                let note = if pipeline.stages.len() > 1 { "side by side; stopped from left to right" } else { "" };
                let mut branch = Branch::new("pipeline", note);
                branch.inner = pipeline.stages.iter().map(|stage| self.command(unit, stage, inside)).collect();
                branch
            }
            Command::Background(inner) => self.background(unit, inner, "in the background"),
            Command::Coprocess(coprocess) => self.background(unit, &coprocess.command, "coprocess"),
            Command::List(list) => {
                let mut branch = Branch::new("list", "");
                branch.inner = self.list(unit, list, place);
                branch
            }
            Command::Function(function) => {
                let name = self.script.names.spelling(function.name);
                Branch::new(format!("{} ()", name.as_bstr()), "defines a function")
            }
            Command::Compound(compound) => self.compound(unit, compound, place),
        }
    }

    fn background(&mut self, unit: &Unit, command: &Command, head: &str) -> Branch {
        let note = match self.facts.waits {
            true => "the shell goes on, and waits for it where `wait' says so",
            false => "the shell goes on; nobody waits for it",
        };
        let mut branch = Branch::new(head, note);
        branch.inner.push(self.command(unit, command, Where { last: false, background: true }));
        self.jobs.push(one_line(&print_command(command, unit.text(), &self.script.names)));
        branch
    }

    fn list(&mut self, unit: &Unit, list: &List, place: Where) -> Vec<Branch> {
        let last = list.0.len();
        let of = |at: usize| Where { last: place.last && at == last, ..place };
        list.0.iter().enumerate().map(|(at, command)| self.command(unit, command, of(at + 1))).collect()
    }

    fn compound(&mut self, unit: &Unit, compound: &Compound, place: Where) -> Branch {
        let kind = &compound.kind;
        let (head, tests) = match kind {
            CompoundKind::Group(_) => ("{ }".to_owned(), 0),
            CompoundKind::Subshell(_) => ("( )".to_owned(), 0),
            CompoundKind::If { branches, .. } => ("if".to_owned(), branches.len()),
            CompoundKind::Loop(turns) => (if turns.goal { "while" } else { "until" }.to_owned(), 1),
            kind => (one_line(&print_head(kind, unit.text(), &self.script.names)), 0),
        };
        let mut branch = Branch::new(head, if matches!(kind, CompoundKind::Subshell(_)) { "a subshell" } else { "" });
        // a loop, a test, or what is to be redirected back has something behind it
        let may_be_last = matches!(kind, CompoundKind::Group(_) | CompoundKind::If { .. } | CompoundKind::Case { .. });
        let last = place.last && may_be_last && compound.redirects.is_empty();
        let mut at = 0;
        walk::lists(compound, &mut |list| {
            let is_test = at % 2 == 0 && at / 2 < tests;
            at += 1;
            branch.inner.extend(self.list(unit, list, Where { last: last && !is_test, ..place }));
        });
        branch
    }

    fn simple(&mut self, unit: &Unit, simple: &Simple, command: &Command, place: Where) -> Branch {
        let head = one_line(&print_command(command, unit.text(), &self.script.names));
        let first = simple.words.first();
        let name = first.map(|word| literal(word).unwrap_or_else(|| unit.text().get(word.text)));
        let function = simple.name.and_then(|name| Some((name, *self.facts.functions.get(&name)?)));
        let note = match name {
            None => "assignment, in the shell",
            Some(b"exec") if simple.words.len() > 1 => {
                self.end(head.split_once("exec ").map_or(&head, |(_, behind)| behind), 3, true, place);
                if place.background { "the subshell becomes the command" } else { "the shell becomes the command" }
            }
            Some(b"exec") => "redirects the shell itself",
            Some(_) if let Some((name, (function, home))) = function => {
                if self.shown.contains(&name) {
                    return Branch::new(head, "a function, in the shell; as above");
                }
                let mut branch = Branch::new(head, "a function, in the shell");
                self.shown.push(name);
                self.depth += 1;
                branch.inner.push(self.command(home, &function.body, Where { last: false, ..place }));
                self.depth -= 1;
                return branch;
            }
            Some(name) if TABLE.iter().any(|builtin| builtin.name.as_bytes() == name) => "builtin, in the shell",
            Some(_) => {
                let is_app = app::find(unit, simple).is_some_and(|app| !app.arguments || self.depth == 0);
                let becomes = place.last && !self.facts.any_trap && self.jobs.is_empty();
                self.end(&head, 2 * u8::from(is_app) + u8::from(place.last), becomes, place);
                match (place.background, becomes) {
                    (true, _) => "a program",
                    (_, true) => "a program; nothing follows: the shell becomes it",
                    _ => "a program; the shell waits for it",
                }
            }
        };
        let words = simple.words.get(usize::from(name == Some(b"exec"))..).unwrap_or_default();
        let path = app::behind_starters(words).first().and_then(literal).filter(|path| path.contains(&b'/'));
        let foreseen = path.and_then(self.foreseen).map_or_else(String::new, |text| format!("; {text}"));
        Branch::new(head, &format!("{note}{foreseen}"))
    }

    /// It may be the program that the script is for.
    fn end(&mut self, head: &str, rank: u8, replaces: bool, place: Where) {
        let better = rank >= self.main.rank && rank > 0 || self.main.command.is_none();
        if better && !place.background {
            self.main = Main { command: Some(head.to_owned()), replaces, rank };
        }
    }
}

/// The processes when rsh is process 1, and the way of SIGTERM.
fn processes(out: &mut String, teller: &Teller, order: &Order) {
    let Main { command, replaces, .. } = &teller.main;
    let main = command.as_deref().unwrap_or("the script");
    let mut root = Branch::new("rsh", "process 1: hands signals on, reaps, ends with the main process's status");
    let mut second = if *replaces {
        Branch::new(main, "the main process, in the shell's place")
    } else {
        let mut shell = Branch::new("rsh", "the main process: the shell");
        shell.inner.extend(command.iter().map(|main| Branch::new(main.as_str(), "while it runs")));
        shell
    };
    second.inner.extend(teller.jobs.iter().map(|job| Branch::new(job.as_str(), "in the background")));
    root.inner.push(second);
    *out += "\nprocesses, when rsh is process 1\n";
    draw(out, &root, "", "");
    *out += "\nSIGTERM to process 1";
    match &order.term {
        Some(term) if term != "TERM" => *out += &format!(", sent on as SIG{term}\n"),
        _ => out.push('\n'),
    }
    let facts = teller.facts;
    if order.term.is_none() {
        *out += "  to nobody: --rewrite swallows it\n";
    } else if facts.term_ignored && !facts.term_trap {
        *out += "  to nobody: the script ignores it, and what it starts inherits that: it goes on until it is killed\n";
    } else if *replaces {
        let group = if order.to_child { "" } else { " and its process group, once to each process" };
        *out += &format!("  to `{main}'{group}\n");
    } else if facts.term_trap {
        *out += "  to the shell, which has a trap: it hands the signal on to the command it waits for,\n  runs the trap when that has \
                 ended, and goes on; in `wait' and between commands the trap runs at once\n";
    } else if command.is_none() && teller.jobs.is_empty() {
        *out += "  to the shell, which has no trap and runs builtins alone: it ends at once, with 143\n";
    } else {
        *out += "  to the shell, which has no trap: it hands the signal on to the command it waits for;\n  when that has ended, \
                 nothing further runs";
        *out += if facts.exit_trap { " but the EXIT trap\n" } else { "\n" };
    }
    *out += "\nat the end\n";
    *out += "  status: the main process's own; 128+n when signal n ended it\n";
    match &order.grace {
        Some(grace) => *out += &format!("  what is left then gets SIGTERM, {grace} to end, and SIGKILL\n"),
        None => *out += "  what is left then gets SIGKILL\n",
    }
    if !order.options.is_empty() {
        *out += &format!("\nwith\n  {}\n", order.options.join("\n  "));
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
