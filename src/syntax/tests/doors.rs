//! The other doors: aliases, dialects, lines one by one, texts that are no programs, depth.

use super::*;

const ALIASES: &[(&str, &str)] = &[
    ("ll", "ls -l"),
    ("ls", "ls --color"),
    ("a", "b"),
    ("b", "a"),
    ("sudo", "sudo "),
    ("begin", "{"),
    ("end", "}"),
    ("if", "echo if"),
    ("two", "x\ny"),
    ("again", "x\nagain"),
    ("open", "cat <"),
    ("empty", ""),
    ("hash", "x #"),
    ("fun", "g"),
    ("assign", "v=1 "),
];

fn find_alias(name: &[u8]) -> Option<Field> {
    let (_, value) = ALIASES.iter().find(|(alias, _)| alias.as_bytes() == name)?;
    Some(value.as_bytes().into())
}

#[test]
fn aliases() {
    let source = Field::from(&b""[..]);
    let dialect = Dialect { aliases: Some(&find_alias), ..dialect(&source) };
    check_in(
        &[
            ("ll x; \\ll; 'll'; echo ll", "(list [ls --color -l x] ; [ll] ; [ll] ; [echo ll])"),
            ("a; b", "(list [a] ; [b])"),
            ("sudo ll; sudo x ll", "(list [sudo ls --color -l] ; [sudo x ll])"),
            ("begin x; end", "{[x]}"),
            ("if x", "[echo if x]"),
            ("two", "[x]\n[y]"),
            ("again; y", "[x]\n(list [again] ; [y])"),
            ("open f", "[cat] <f"),
            ("empty ll", "[ls --color -l]"),
            ("x; hash y", "(list [x] ; [x])"),
            ("fun() { :; }", "(def g {[:]})"),
            ("v=1 ll", "[v:=1 ls --color -l]"),
            (">f ll", "[ls --color -l] >f"),
            ("assign ll", "[v:=1 ls --color -l]"),
            ("x | ll && ll & ! ll", "(list (bg (([x] | [ls --color -l]) && [ls --color -l])) ; (! [ls --color -l]))"),
            ("echo $(ll)", "[echo <SG:$([ls --color -l])>]"),
            ("case ll in ll) ll;; esac", "(case ll (ll) [ls --color -l] ;;)"),
            ("for ll in ll; do ll; done", "(for ll in ll do [ls --color -l])"),
        ],
        &dialect,
    );
    check_in(&[("if a; then b; fi", "(if [a] then [b])")], &Dialect { posix: true, ..dialect });
}

#[test]
fn extended_patterns() {
    let source = Field::from(&b""[..]);
    let dialect = Dialect { extglob: true, ..dialect(&source) };
    check_in(
        &[
            ("echo @(a|b c)d !(*) ?(x \"y)\" $z)", "[echo <G:@(a|b c)d> <G:!(*)> <SG:?(x ,'y)', ,$z,)>]"),
            ("case a in +(b)) c;; esac", "(case a (<G:+(b)>) [c] ;;)"),
            ("echo ${x#+([0-9])}", "[echo <SG:${x # <G:+([0-9])>}>]"),
            ("x=@(a|b); f() { a; }", "(list [x:=@(a|b)] ; (def f {[a]}))"),
            ("echo @(a|@(b))", "[echo <G:@(a|@(b))>]"),
            ("echo @(a", "1: unclosed )"),
            ("!(a) && ! (a)", "([<G:!(a)>] && (! (sub [a])))"),
        ],
        &dialect,
    );
    check(&[("echo @(a)", "1: unexpected ( in echo @(a)"), ("[[ a == +(b) ]]", "[[a Equal(true) <G:+(b)>]]")]);
}

#[test]
fn posix_mode() {
    let source = Field::from(&b""[..]);
    let dialect = Dialect { posix: true, ..dialect(&source) };
    check_in(
        &[("echo \"${x:-it's}\"", "[echo <:\"${x :- it's}\">]"), ("time -x", "[time -x]"), ("time x", "(time [x])")],
        &dialect,
    );
}

#[test]
fn lines_are_read_when_they_are_needed() {
    let mut lines = ["a\n", "b; cat <<E\n", "c\n", "E\n", "if d\n", "then e; fi\n", "f"].into_iter();
    let asked = std::rc::Rc::new(std::cell::Cell::new(0));
    let counter = asked.clone();
    let mut source = Source::from_lines(
        move || {
            counter.set(counter.get() + 1);
            lines.next().map(|line| line.as_bytes().to_vec())
        },
        1,
    );
    let mut names = Names::new();
    let file = Field::from(&b""[..]);
    let mut seen = Vec::new();
    while let Ok(Some(program)) = parse_command(&mut source, &mut names, &dialect(&file)) {
        let tree = dump::command(&program.command, &names);
        let text = String::from_utf8_lossy(source.last_text()).into_owned();
        seen.push((asked.get(), source.line(), tree, text));
    }
    let expected = [
        (1, 1, "[a]", "a\n"),
        (4, 4, "(list [b] ; [cat] <<c\\n@E)", "b; cat <<E\nc\nE\n"),
        (6, 6, "(if [d] then [e])", "if d\nthen e; fi\n"),
        (7, 7, "[f]", "f"),
    ];
    let expected: Vec<_> = expected.map(|(asked, line, tree, text)| (asked, line, tree.into(), text.into())).into();
    assert_eq!(seen, expected);
}

#[test]
fn an_error_drops_its_line() {
    let mut source = Source::new(&b"a; )\nb\n"[..], 1);
    let mut names = Names::new();
    let file = Field::from(&b""[..]);
    assert!(parse_command(&mut source, &mut names, &dialect(&file)).is_err());
    assert_eq!(source.offset(), 5);
    let program = parse_command(&mut source, &mut names, &dialect(&file)).unwrap().unwrap();
    assert_eq!(dump::command(&program.command, &names), "[b]");
}

#[test]
fn texts_that_are_no_programs() {
    let mut names = Names::new();
    let file = Field::from(&b""[..]);
    let dialect = dialect(&file);
    let table = [
        (TextKind::Quoted, "+ $x \"a\" 'b' \\$ \\\" $(c)", "<:'+ ',\"$x\",' \"a\" 'b' $ \\\" ',\"$([c])\">"),
        (TextKind::Quoted, "a\\", "a\\"),
        (TextKind::Unquoted, "~/x $y 'a b' (c)", "<TS:~/x ,$y, ,'a b', (c)>"),
    ];
    for (kind, text, expected) in table {
        let parsed = parse_word_text(text.as_bytes(), kind, 1, &mut names, &dialect).unwrap();
        assert_eq!(dump::word(&parsed.value, &names), expected);
    }
    let array = parse_array_text(b"(a [1]=b\n$c)", 1, &mut names, &dialect).unwrap().unwrap();
    assert_eq!(array.value.len(), 3);
    assert!(parse_array_text(b"a", 1, &mut names, &dialect).unwrap().is_none());
    assert!(parse_array_text(b"(a) (b)", 1, &mut names, &dialect).is_err());
    assert_eq!(parse_subscript(b"@", 1, &mut names, &dialect).unwrap().value, Subscript::At);
}

#[test]
fn references() {
    type Reference = Option<(&'static [u8], Option<&'static [u8]>)>;
    let table: &[(&[u8], Reference)] = &[
        (b"a", Some((b"a", None))),
        (b"a_1[x y]", Some((b"a_1", Some(b"x y")))),
        (b"a[b[1]]", Some((b"a", Some(b"b[1]")))),
        (b"a[\"]\"]", Some((b"a", Some(b"\"]\"")))),
        (b"a[]", None),
        (b"a[1]b", None),
        (b"a[1][2]", None),
        (b"1a", None),
        (b"", None),
        (b"a-b", None),
    ];
    for (text, expected) in table {
        assert_eq!(parse_reference(text), *expected);
    }
}

/// Runs `test` on a stack that holds unoptimized frames too.
fn on_a_large_stack(test: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(64 << 20).spawn(test).unwrap().join().unwrap();
}

#[test]
fn depth_is_counted() {
    on_a_large_stack(|| {
        let forms = [
            ("echo $(", ")"),
            ("(a; ", ")"),
            ("{ ", ";}"),
            ("\"${x:-", "}\""),
            ("echo $((1+", "))"),
            ("if ", "; then a; fi"),
            ("cat <(", ")"),
            ("f() { ", ";}"),
            ("case a in a) ", ";; esac"),
        ];
        let file = Field::from(&b""[..]);
        for (open, close) in forms {
            let nest = |depth: usize| [open.repeat(depth), "1".into(), close.repeat(depth)].concat();
            let result = parse(&nest(1000), &dialect(&file));
            assert!(!result.contains("deep"), "{open}");
            assert_eq!(parse(&nest(50_000), &dialect(&file)), "too deep", "{open}");
        }
    });
}
