//! `help [-dms] [pattern ...]`: what the table says of each builtin (bash manual 4.2).

use bstr::ByteSlice;

use super::args::{self, Options};
use super::topics::{self, Topic};
use crate::exec::{output, report};
use crate::pattern::{Flags, Pattern, is_pattern};
use crate::state::{Builtin, Kind, Outcome, Run, Shell, Status, special};
use crate::syntax::Field;

pub(super) const HELP: Builtin = Builtin {
    name: "help",
    run: Run::Plain(help),
    kind: Kind::Regular,
    usage: "help [-dms] [pattern ...]",
    summary: "Tell how builtins are used.",
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
    let patterns = options.operands();
    let Some((first, rest)) = patterns.split_first() else {
        let text = list(shell);
        shell.fds.out.extend_from_slice(text.as_bytes());
        output::flush_unchecked(shell);
        return Ok(Status::SUCCESS);
    };
    let mut text = String::new();
    if is_pattern(first, false) {
        let plural = if rest.is_empty() { "" } else { "s" };
        let shown = patterns.iter().map(|pattern| pattern.to_str_lossy()).collect::<Vec<_>>().join(", ");
        text.push_str(&format!("Shell commands matching keyword{plural} `{shown}'\n\n"));
    }
    let topics = topics::all();
    let mut any = false;
    for pattern in patterns {
        for topic in matching(&topics, pattern) {
            any = true;
            describe(topic, style, &mut text);
        }
    }
    if let Some(last) = patterns.last().filter(|_| !any) {
        let last = last.as_bstr();
        let try_this =
            format_args!("no help topics match `{last}'.  Try `help help' or `man -k {last}' or `info {last}'.");
        return report::builtin(shell, HELP.name, try_this);
    }
    shell.fds.out.extend_from_slice(text.as_bytes());
    Ok(Status::SUCCESS)
}

/// All usages in two columns; what is too long for its column is cut, which a `>` shows.
fn list(shell: &mut Shell) -> String {
    let columns = shell.scalar(special::COLUMNS).and_then(|text| std::str::from_utf8(text).ok()?.parse().ok());
    let width = match columns.filter(|&columns: &usize| columns > 0).unwrap_or(80) / 2 {
        0..=3 => 40,
        width => width.min(128),
    };
    let topics = topics::all();
    let entry = |topic: &Topic| {
        let name = shell.names.find(topic.name.as_bytes());
        let off = topic.is_builtin && name.is_some_and(|name| shell.disabled.contains(&name));
        let star = if off { '*' } else { ' ' };
        match topic.usage.get(..width - 3) {
            Some(start) => format!("{star}{start}>"),
            None => format!("{star}{}", topic.usage),
        }
    };
    let mut text = String::from(
        "These commands are part of the shell. `help name' says more of one; a star: it is turned off.\n\n",
    );
    let height = topics.len().div_ceil(2);
    for (row, left) in topics.iter().take(height).enumerate() {
        match topics.get(row + height) {
            Some(right) => text.push_str(&format!("{:<width$}{}\n", entry(left), entry(right))),
            None => text.push_str(&format!("{}\n", entry(left))),
        }
    }
    text
}

/// The topics of that name or that the pattern matches, or else all that begin with it.
fn matching<'a>(topics: &'a [Topic], wanted: &[u8]) -> Vec<&'a Topic> {
    let pattern = Pattern::compile(wanted, Flags::default());
    let named = |topic: &&Topic| topic.name.as_bytes() == wanted || pattern.matches(topic.name.as_bytes());
    let found: Vec<_> = topics.iter().filter(named).collect();
    if !found.is_empty() {
        return found;
    }
    topics.iter().filter(|topic| topic.name.as_bytes().starts_with(wanted)).collect()
}

fn describe(topic: &Topic, style: Style, text: &mut String) {
    let Topic { name, usage, summary, .. } = topic;
    text.push_str(&match style {
        Style::Long => format!("{name}: {usage}\n    {summary}\n"),
        Style::Summary => format!("{name} - {summary}\n"),
        Style::Usage => format!("{name}: {usage}\n"),
        Style::Manual => format!("NAME\n    {name} - {summary}\n\nSYNOPSIS\n    {usage}\n\n"),
    });
}
