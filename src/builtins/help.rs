//! `help [-dms] [pattern ...]`: what the table says of each builtin (bash manual 4.2).

use bstr::ByteSlice;

use super::TABLE;
use super::args::{self, Options};
use crate::exec::report;
use crate::pattern::{Flags, Pattern};
use crate::state::{Builtin, Kind, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) const HELP: Builtin = Builtin {
    name: "help",
    run: Run::Plain(help),
    kind: Kind::Regular,
    usage: "help [-dms] [pattern ...]",
    summary: "Display information about builtin commands.",
};

/// How much is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Usage and what it does.
    Long,
    /// `-d`
    Summary,
    /// `-s`
    Usage,
    /// `-m`
    Manual,
}

fn help(shell: &mut Shell, args: &[Field]) -> Outcome {
    let mut style = Style::Long;
    let mut options = Options::new(args, "dms");
    loop {
        match options.next() {
            Ok(Some(letter)) => {
                style = match letter.letter {
                    b'd' => Style::Summary,
                    b'm' => Style::Manual,
                    _ => Style::Usage,
                };
            }
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, HELP.name, HELP.usage, wrong),
        }
    }
    let topics = options.operands();
    let mut text = String::new();
    if topics.is_empty() {
        text.push_str(
            "These commands are part of the shell. `help name' says more of one; a star: it is turned off.\n\n",
        );
        for builtin in TABLE {
            let off = shell.names.find(builtin.name.as_bytes()).is_some_and(|name| shell.disabled.contains(&name));
            text.push_str(&format!("{}{}\n", if off { '*' } else { ' ' }, builtin.usage));
        }
    }
    let mut missing = None;
    for topic in topics {
        let found = matching(topic);
        if found.is_empty() {
            missing = Some(topic);
        }
        for builtin in found {
            describe(builtin, style, &mut text);
        }
    }
    shell.fds.out.extend_from_slice(text.as_bytes());
    match missing {
        Some(topic) => {
            let topic = topic.as_bstr();
            let try_this =
                format_args!("no help topics match `{topic}'.  Try `help help' or `man -k {topic}' or `info {topic}'.");
            report::builtin(shell, HELP.name, try_this)
        }
        None => Ok(Status::SUCCESS),
    }
}

/// The builtin of that name, or else all whose name the pattern matches or that begin with it.
fn matching(topic: &[u8]) -> Vec<&'static Builtin> {
    let exact: Vec<_> = TABLE.iter().filter(|builtin| builtin.name.as_bytes() == topic).collect();
    if !exact.is_empty() {
        return exact;
    }
    let pattern = Pattern::compile(topic, Flags::default());
    let named = |builtin: &&Builtin| {
        let name = builtin.name.as_bytes();
        pattern.matches(name) || name.starts_with(topic)
    };
    TABLE.iter().filter(named).collect()
}

fn describe(builtin: &Builtin, style: Style, text: &mut String) {
    let Builtin { name, usage, summary, .. } = builtin;
    text.push_str(&match style {
        Style::Long => format!("{name}: {usage}\n    {summary}\n"),
        Style::Summary => format!("{name} - {summary}\n"),
        Style::Usage => format!("{name}: {usage}\n"),
        Style::Manual => format!("NAME\n    {name} - {summary}\n\nSYNOPSIS\n    {usage}\n\n"),
    });
}
