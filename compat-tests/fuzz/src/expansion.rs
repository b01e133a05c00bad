//! Any words through every way of expansion: fields or an error. What is quoted comes back from expansion as it was.

use rsh::expand::{self, bind, quote};
use rsh::state::{Opt, Shell};
use rsh::syntax::{AssignValue, Assignment, Command, Field, Program, Simple, Source, parse_command};

/// Flags, the text that is in `$1`, NUL, the commands whose words are expanded.
pub fn run(input: &[u8]) {
    let Some((flags, parameter, text)) = super::flags_and_two(input) else { return };
    if parameter.len() > 32 || text.len() > 128 || grows(text) {
        return;
    }
    let mut shell = super::shell::new();
    shell.utf8 = flags & 1 != 0;
    shell.set_option(Opt::EXTGLOB, flags & 2 != 0);
    shell.set_option(Opt::NOUNSET, flags & 4 != 0);
    shell.set_option(Opt::POSIX, flags & 8 != 0);
    // a walk through the machine's folders has no bound
    shell.set_option(Opt::NOGLOB, flags & 16 != 0 || [text, parameter].iter().any(|text| text.contains(&b'/')));
    shell.set_positional(vec![parameter.into(), Field::from(&b""[..])]);
    quoted_comes_back(&mut shell, parameter);
    for_each_command(&mut shell, text, flags, |shell, simple| {
        let small = simple.assignments.iter().all(|assignment| assign(shell, assignment));
        small && words(shell, simple)
    });
}

/// Whether the fields of the braces or the digits may be more than the memory holds: in bash too.
fn grows(text: &[u8]) -> bool {
    let count = |wanted: u8| text.iter().filter(|&&byte| byte == wanted).count();
    let sequences = text.windows(2).filter(|two| two == b"..").count();
    let digits = text.split(|byte| !byte.is_ascii_digit()).map(<[u8]>::len).max().unwrap_or(0);
    let braces = count(b'{');
    let fields = (count(b',') / braces.max(1) + 2).pow(u32::try_from(braces).unwrap_or(99).min(9));
    sequences > 1 || sequences == 1 && (digits > 3 || braces > 4) || braces > 8 || fields > 20_000
}

/// Gives each simple command of `text` to `act` until that says no.
fn for_each_command(shell: &mut Shell, text: &[u8], flags: u8, mut act: impl FnMut(&mut Shell, &Simple) -> bool) {
    let origin = Field::from(&b"fuzz"[..]);
    let dialect = super::dialect(&origin, flags & 2 != 0, flags & 8 != 0);
    let mut source = Source::new(text, 1);
    while let Ok(Some(Program { command, text })) = parse_command(&mut source, &mut shell.names, &dialect) {
        shell.frames.text = text;
        let goes_on = match &command {
            Command::Simple(simple) => act(shell, simple),
            Command::List(list) => list.0.iter().all(|command| match command {
                Command::Simple(simple) => act(shell, simple),
                _ => true,
            }),
            _ => true,
        };
        if !goes_on {
            return;
        }
    }
}

/// Does the assignment; false when the value becomes large.
fn assign(shell: &mut Shell, assignment: &Assignment) -> bool {
    let _ = bind::run_assignment(shell, assignment, |_, _, _| {});
    if let AssignValue::Scalar(word) = &assignment.value {
        let _ = expand::assigned(shell, word);
    }
    shell.scalar(assignment.name).is_none_or(|value| value.len() < 4096)
}

fn words(shell: &mut Shell, simple: &Simple) -> bool {
    let fields = expand::fields(shell, &simple.words).unwrap_or_default();
    for word in &simple.words {
        let _ = expand::pattern(shell, word, b"abc").map(|pattern| pattern.matches(b"abc"));
        let _ = expand::regex(shell, word);
        let _ = expand::here_document(shell, word);
        let _ = expand::one(shell, word);
    }
    for field in fields.iter().take(4) {
        quoted_comes_back(shell, field);
        let _ = expand::prompt(shell, field);
    }
    fields.iter().map(|field| field.len()).sum::<usize>() < 65536
}

/// What `%q` makes of `text` is one word again, and expands to `text`.
fn quoted_comes_back(shell: &mut Shell, text: &[u8]) {
    if text.contains(&0) {
        return;
    }
    let quoted = [b": ", &quote::for_printf(text, shell.utf8)[..]].concat();
    let mut found = None;
    let outer = shell.frames.text.clone();
    for_each_command(shell, &quoted, 0, |shell, simple| {
        found = expand::fields(shell, &simple.words).ok();
        true
    });
    shell.frames.text = outer;
    let found = found.unwrap_or_else(|| panic!("{:?} is no word", String::from_utf8_lossy(&quoted)));
    assert!(
        matches!(&found[..], [_, only] if **only == *text),
        "{:?} became {:?} and then {:?}",
        String::from_utf8_lossy(text),
        String::from_utf8_lossy(&quoted),
        found.iter().map(|field| String::from_utf8_lossy(field)).collect::<Vec<_>>()
    );
}
