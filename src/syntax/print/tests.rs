//! `tests.txt` is bash 5.2's own answer: the definition of `f`, a line `=>`, what `declare -f f` prints, a line `====`.

use std::rc::Rc;

use super::super::{Dialect, Field, Source, parse_command};
use super::*;

fn with_dialect<T>(run: impl FnOnce(&Dialect) -> T) -> T {
    let source: Field = Rc::from(&b""[..]);
    run(&Dialect { extglob: false, posix: false, aliases: None, source: &source, deepest: 1000 })
}

fn parse(text: &str, names: &mut Names) -> super::super::Program {
    let mut source = Source::new(text.as_bytes(), 1);
    let program = with_dialect(|dialect| parse_command(&mut source, names, dialect));
    program.unwrap_or_else(|error| panic!("{text}: {error:?}")).unwrap()
}

fn printed(text: &str, names: &mut Names) -> String {
    let program = parse(text, names);
    let Command::Function(function) = &program.command else { panic!("{text}") };
    String::from_utf8(print_function(function, names, false)).unwrap()
}

#[test]
fn prints_as_bash_does() {
    let mut names = Names::new();
    let mut wrong = String::new();
    for case in include_str!("tests.txt").split_terminator("====\n") {
        let (text, expected) = case.split_once("=>\n").unwrap();
        let found = printed(text, &mut names) + "\n";
        if found != expected {
            wrong += &format!("--- {text}\nfound:\n{found}\nexpected:\n{expected}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_is_printed_is_the_same_program() {
    let mut names = Names::new();
    for case in include_str!("tests.txt").split_terminator("====\n") {
        let (text, expected) = case.split_once("=>\n").unwrap();
        if ["time -p \n", "time \n", "coproc COPROC", "\n && b"].iter().any(|&changes| expected.contains(changes)) {
            continue; // bash itself reads these as something else
        }
        let once = printed(text, &mut names);
        assert_eq!(printed(&(once.clone() + "\n"), &mut names), once, "{text}");
    }
}

#[test]
fn commands_in_a_line() {
    for (text, expected) in [
        ("a   b>c", "a b > c"),
        ("{ a; b; }", "{ a; b; }"),
        ("( a; b )", "( a; b )"),
        ("a | b && c || ! d", "a | b && c || ! d"),
        ("if a; then b; c; fi", "if a; then\n    b; c;\nfi"),
        ("while a; do b; done", "while a; do\n    b;\ndone"),
        ("a; b & c &", "a; b & c &"),
        ("coproc X { a; }", "coproc X { a; }"),
        ("[[ a ]]", "[[ -n a ]]"),
        ("((1+ 2))", "((1+ 2))"),
        ("f() { a; b; }", "function f () \n{ \n    a;\n    b\n}"),
    ] {
        let mut names = Names::new();
        let program = parse(text, &mut names);
        let found = print_command(&program.command, &program.text, &names);
        assert_eq!(String::from_utf8(found).unwrap(), expected);
    }
}

#[test]
fn exported_functions() {
    let mut names = Names::new();
    let program = parse("f() { a; if b; then c; fi; }", &mut names);
    let Command::Function(function) = &program.command else { panic!() };
    let found = print_exported_function(function, &names, false);
    assert_eq!(String::from_utf8(found).unwrap(), "() {  a;\n if b; then\n c;\n fi\n}");
}
