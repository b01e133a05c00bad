//! Just enough of a shell to run assignments and a few builtins around the words that are tested.

use std::cell::RefCell;
use std::rc::Rc;

use bstr::ByteSlice;

use crate::expand::{ExpandError, assigned, bind, fields};
use crate::state::{Attrs, Invocation, Opt, Shell, Value, Wiring};
use crate::syntax::{AssignValue, Command, Dialect, Field, Program, Simple, Source, WordBody, parse_command};
use crate::sys::Pid;

thread_local! {
    static WARNINGS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

fn warn(_: &Shell, text: &[u8]) {
    WARNINGS.with_borrow_mut(|warnings| warnings.push(format!("warning {}", text.as_bstr())));
}

static WIRING: Wiring = Wiring {
    builtin: |_| None,
    substitute: |_, _| Ok(b"substituted".to_vec()),
    process_substitution: |_, _| Ok(Field::from(&b"/dev/fd/63"[..])),
    exported_functions: |_| Vec::new(),
    warn,
};

/// Runs each script and compares what it shows, its lines joined by `|`.
pub(super) fn check(table: &[(&str, &str)]) {
    let mut failures = String::new();
    for (script, expected) in table {
        let found = run(script);
        if found != *expected {
            failures += &format!("\n{script}\n  expected: {expected}\n  found:    {found}");
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

fn shell() -> Shell {
    let invocation = Invocation {
        name: Field::from(&b"rsh"[..]),
        interactive: false,
        login: false,
        command_string: true,
        standard_input: false,
        pid: Pid(42),
        restricted: false,
        supervised: None,
    };
    let mut shell = Shell::new(invocation, Field::from(&b"rsh"[..]), &[], &WIRING);
    shell.utf8 = true;
    for (name, value) in [("HOME", "/root"), ("PWD", "/here")] {
        let name = shell.names.intern(name.as_bytes());
        shell.assign(name, value.as_bytes()).unwrap();
    }
    shell
}

fn run(script: &str) -> String {
    let mut shell = shell();
    let origin = Field::from(&b""[..]);
    let dialect = Dialect { extglob: false, posix: false, aliases: None, source: &origin, deepest: 1000 };
    let mut source = Source::new(script.as_bytes(), 1);
    let mut lines = Vec::new();
    while let Some(program) = parse_command(&mut source, &mut shell.names, &dialect).unwrap() {
        let Program { command, text } = program;
        shell.frames.text = text;
        let result = run_command(&mut shell, &command, &mut lines);
        WARNINGS.with_borrow_mut(|warnings| lines.append(warnings));
        if let Err(error) = result {
            lines.push(show(&error));
            break;
        }
    }
    lines.join("|")
}

/// An error as its variant, fields as text.
fn show(error: &ExpandError) -> String {
    let text = |field: &Field| format!("[{}]", field.as_bstr());
    match error {
        ExpandError::Required(name, word, colon) => {
            let word = word.as_ref().map_or("None".into(), |word| format!("Some({})", text(word)));
            format!("Required({}, {word}, {colon})", text(name))
        }
        ExpandError::Unset(name) => format!("Unset({})", text(name)),
        ExpandError::BadSubstitution(name) => format!("BadSubstitution({})", text(name)),
        ExpandError::BadSubscript(name) => format!("BadSubscript({})", text(name)),
        ExpandError::NegativeLength(name) => format!("NegativeLength({})", text(name)),
        ExpandError::CannotAssign(name) => format!("CannotAssign({})", text(name)),
        ExpandError::InvalidIndirect(name) => format!("InvalidIndirect({})", text(name)),
        ExpandError::InvalidName(name) => format!("InvalidName({})", text(name)),
        error => format!("{error:?}"),
    }
}

fn run_command(shell: &mut Shell, command: &Command, lines: &mut Vec<String>) -> Result<(), ExpandError> {
    match command {
        Command::List(list) => list.0.iter().try_for_each(|command| run_command(shell, command, lines)),
        Command::Simple(simple) => {
            let result = run_simple(shell, simple, lines);
            WARNINGS.with_borrow_mut(|warnings| {
                let place = lines.len() - usize::from(result.is_ok() && !simple.words.is_empty() && !lines.is_empty());
                lines.splice(place..place, warnings.drain(..));
            });
            result
        }
        other => panic!("{other:?}"),
    }
}

fn run_simple(shell: &mut Shell, simple: &Simple, lines: &mut Vec<String>) -> Result<(), ExpandError> {
    for assignment in &simple.assignments {
        bind::run_assignment(shell, assignment, |_, _, _| {})?;
    }
    let Some((name, words)) = simple.words.split_first() else { return Ok(()) };
    let WordBody::Literal(name) = &name.body else { panic!("{name:?}") };
    if &name[..] == b"declare" {
        return declare(shell, simple);
    }
    let args = fields(shell, words)?;
    match &name[..] {
        b"n" => {
            let shown: String = args.iter().map(|arg| format!("<{}>", arg.as_bstr())).collect();
            lines.push(format!("{}{shown}", args.len()));
        }
        b"set" if args.first().is_some_and(|arg| &arg[..] == b"-u") => shell.set_option(Opt::NOUNSET, true),
        b"set" => {
            let skipped = usize::from(args.first().is_some_and(|arg| &arg[..] == b"--"));
            shell.set_positional(args[skipped..].to_vec());
        }
        b"unset" => {
            for arg in args {
                let name = shell.names.intern(&arg);
                shell.unset(name)?;
            }
        }
        other => panic!("{}", other.as_bstr()),
    }
    Ok(())
}

fn declare(shell: &mut Shell, simple: &Simple) -> Result<(), ExpandError> {
    for word in &simple.words[1..] {
        match &word.body {
            WordBody::Literal(text) if !text.starts_with(b"-") => {
                let name = shell.names.intern(text);
                let attrs = shell.vars.get(name).attrs.with(attrs_of(simple));
                shell.set_attrs(name, attrs);
            }
            WordBody::Assign(assignment) => {
                let attrs = attrs_of(simple);
                let name = assignment.name;
                if let (true, AssignValue::Scalar(word)) = (attrs.any(Attrs::NAMEREF), &assignment.value) {
                    let value = assigned(shell, word)?;
                    shell.assign(name, &value)?;
                    shell.set_attrs(name, attrs);
                    continue;
                }
                if option_of(simple).contains(&b'A') {
                    shell.set_value(name, Value::Assoc(Box::default()))?;
                }
                shell.set_attrs(name, attrs);
                bind::run_assignment(shell, assignment, |_, _, _| {})?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn option_of(simple: &Simple) -> Rc<[u8]> {
    match &simple.words[1].body {
        WordBody::Literal(text) => text.clone(),
        body => panic!("{body:?}"),
    }
}

fn attrs_of(simple: &Simple) -> Attrs {
    option_of(simple).iter().fold(Attrs::DECLARED, |attrs, letter| match letter {
        b'i' => attrs.with(Attrs::INTEGER),
        b'n' => attrs.with(Attrs::NAMEREF),
        b'u' => attrs.with(Attrs::UPPER),
        b'l' => attrs.with(Attrs::LOWER),
        _ => attrs,
    })
}
