//! The lines that bash names: LINENO in commands that span several.

use super::*;

/// Lines of the simple commands, functions and substitutions of `text`, in the order of the text.
fn lines(text: &str) -> Vec<u32> {
    let mut names = Names::new();
    let mut source = Source::new(text.as_bytes(), 1);
    let file = Field::from(&b""[..]);
    let mut lines = Vec::new();
    while let Some(program) = parse_command(&mut source, &mut names, &dialect(&file)).unwrap() {
        collect(&program.command, &mut lines);
    }
    lines
}

fn collect(command: &Command, lines: &mut Vec<u32>) {
    match command {
        Command::Simple(simple) => lines.push(simple.line),
        Command::Compound(compound) => {
            lines.push(compound.line);
            if let CompoundKind::Group(list) = &compound.kind {
                list.0.iter().for_each(|command| collect(command, lines));
            }
        }
        Command::Function(function) => {
            lines.push(function.line);
            collect(&function.body, lines);
        }
        Command::List(list) => list.0.iter().for_each(|command| collect(command, lines)),
        _ => {}
    }
}

#[test]
fn lines_of_commands() {
    let table: &[(&str, &[u32])] = &[
        ("a\nb\n\nc", &[1, 2, 4]),
        ("a \\\n b", &[2]),
        ("a b \\\n c", &[1]),
        ("a \"\n\" \"\n\"", &[2]),
        ("\"a\n\" b", &[2]),
        ("x=1 \\\ny=2 a", &[1]),
        ("x=\"\n\" a", &[2]),
        (">f \\\na", &[1]),
        ("a \\\n; b", &[2, 2]),
        ("a \\\n>f", &[2]),
        ("cat <<E\nx\nE\na", &[1, 4]),
        ("((1\n))\n((\n2))", &[2, 4]),
        ("[[ a &&\nb ]]", &[2]),
        ("{\na\n}", &[1, 2]),
        ("f()\n\n{\na\n}\nfunction \\\ng { b; }", &[1, 3, 4, 7, 7, 7]),
        ("x=$(\na\n)\nb", &[3, 4]),
        ("case a in\n*) ;;\nesac\na", &[1, 4]),
    ];
    for (text, expected) in table {
        assert_eq!(lines(text), *expected, "{text}");
    }
}
