//! `tests.txt` is bash 5.2's own answer in C.UTF-8 to `[[ TEXT == PATTERN ]]`: pattern, text, 1 or 0 (`i`: nocasematch),
//! with tabs between.

use super::*;

const FLAGS: Flags = Flags { extglob: true, nocase: false, utf8: true, period: false };

fn compile(text: &str) -> Pattern {
    Pattern::compile(text.as_bytes(), FLAGS)
}

#[test]
fn matches_as_bash_does() {
    for row in include_str!("tests.txt").lines() {
        let [pattern, text, expected] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let (expected, nocase) = (expected.trim_end_matches('i'), expected.ends_with('i'));
        let found = Pattern::compile(pattern.as_bytes(), Flags { nocase, ..FLAGS }).matches(text.as_bytes());
        assert_eq!(found, expected == "1", "{row}");
    }
}

#[test]
fn a_leading_period_is_matched_by_itself_alone() {
    let names: [&[u8]; 6] = [b".a", b".ab", b".abc", b"a", b"ab", b".x.a"];
    for (pattern, expected) in [
        ("*", "a ab"),
        (".*", ".a .ab .abc .x.a"),
        ("?a", ""),
        ("[.]a", ""),
        ("[!x]a", ""),
        ("@(.a)", ".a"),
        ("?(.)a", ".a a"),
        ("+(.)a", ".a"),
        ("!(a)", "ab"),
        ("!(.a)", "a ab"),
        ("@(*a)", "a"),
        ("?(x).a", ".a"),
        ("*.a", ""),
        ("!(x).a", ""),
        ("@(.a|*b)", ".a ab"),
        ("@(?)a", ""),
        ("?(x)*", "a ab"),
        (".!(a)", ".ab .abc .x.a"),
        (".?(a)", ".a"),
        ("@(!(x))", "a ab"),
        ("@(.*|*)", ".a .ab .abc a ab .x.a"),
        ("+(?|.)", ".a .ab .abc a ab .x.a"),
    ] {
        let pattern_ = Pattern::compile(pattern.as_bytes(), Flags { period: true, ..FLAGS });
        let found: Vec<&[u8]> = names.into_iter().filter(|name| pattern_.matches(name)).collect();
        let mut wanted: Vec<&[u8]> = expected.split_whitespace().map(str::as_bytes).collect();
        wanted.sort_by_key(|name| names.iter().position(|known| known == name));
        assert_eq!(found, wanted, "{pattern}");
    }
}

#[test]
fn literal_patterns_are_known() {
    assert_eq!(compile("a\\*b").literal(), Some(&b"a*b"[..]));
    assert_eq!(compile("").literal(), Some(&b""[..]));
    assert_eq!(compile("[a").literal(), Some(&b"[a"[..]));
    for pattern in ["*", "a?", "[a]", "@(a)"] {
        assert_eq!(compile(pattern).literal(), None, "{pattern}");
    }
}

#[test]
fn special_characters_are_seen() {
    for (text, extglob, expected) in [
        ("abc", true, false),
        ("a*", false, true),
        ("a\\*", false, false),
        ("a?", false, true),
        ("[a", false, false),
        ("a]", false, false),
        ("[a]", false, true),
        ("[a/]", false, false),
        ("\\[a]", false, false),
        ("@(a)", true, true),
        ("@(a)", false, false),
        ("\\@(a)", true, false),
    ] {
        assert_eq!(is_pattern(text.as_bytes(), extglob), expected, "{text}");
    }
}

#[test]
fn removes_the_shortest_and_the_longest() {
    // (pattern, text, ${x#p}, ${x##p}, ${x%p}, ${x%%p})
    for (pattern, text, expected) in [
        ("*/", "/usr/lib/x", ["usr/lib/x", "x", "/usr/lib/x", "/usr/lib/x"]),
        ("/*", "/usr/lib/x", ["usr/lib/x", "", "/usr/lib", ""]),
        (".*", "a.b.c", ["a.b.c", "a.b.c", "a.b", "a"]),
        ("*", "abc", ["abc", "", "abc", ""]),
        ("a*b", "aabab", ["ab", "", "aab", ""]),
        ("?", "äö", ["ö", "ö", "ä", "ä"]),
        ("[!a-z]*", "1x2y", ["x2y", "", "1x", ""]),
        ("+(a)", "aaba", ["aba", "ba", "aab", "aab"]),
        ("*(a)", "aab", ["aab", "b", "aab", "aab"]),
        ("+([0-9])", "x123", ["x123", "x123", "x12", "x"]),
        ("", "x", ["x", "x", "x", "x"]),
        ("*a*", "xaxax", ["xax", "", "xax", ""]),
    ] {
        let compiled = compile(pattern);
        let bytes = text.as_bytes();
        let found = [
            &text[compiled.prefix(bytes, false).unwrap_or(0)..],
            &text[compiled.prefix(bytes, true).unwrap_or(0)..],
            &text[..compiled.suffix(bytes, false).unwrap_or(text.len())],
            &text[..compiled.suffix(bytes, true).unwrap_or(text.len())],
        ];
        assert_eq!(found, expected, "{pattern} {text}");
    }
}

#[test]
fn no_pattern_is_slow() {
    let text = "a".repeat(10_000);
    for pattern in ["*a*a*a*a*b", "*a*?*[a]*a*b", "+(a)b"] {
        assert!(!compile(pattern).matches(text.as_bytes()), "{pattern}");
        assert_eq!(compile(pattern).prefix(text.as_bytes(), true), None, "{pattern}");
        assert_eq!(compile(pattern).suffix(&text.as_bytes()[..2000], true), None, "{pattern}");
        assert_eq!(compile(pattern).find(&text.as_bytes()[..500], 0), None, "{pattern}");
    }
    for pattern in ["+(+(+(a)))b", "*(a|aa|aaa)b", "!(*(a))", "*!(*a*)b", "+(*(*(a)*(b))c)"] {
        assert!(!compile(pattern).matches(&text.as_bytes()[..300]), "{pattern}");
    }
    let deep = format!("{}a{}", "@(".repeat(50_000), ")".repeat(50_000));
    assert!(!compile(&deep).matches(b"a"));
}

/// A slow oracle: all matches by trying everything, over the same nodes.
mod oracle {
    use super::super::compile::{GroupKind, Node, nodes};
    use super::FLAGS;
    use std::collections::BTreeSet;

    pub(super) fn ends(pattern: &str, text: &[u8], start: usize) -> BTreeSet<usize> {
        row(&nodes(pattern.as_bytes(), FLAGS), text, start)
    }

    fn row(row_: &[Node], text: &[u8], at: usize) -> BTreeSet<usize> {
        let Some((node, rest)) = row_.split_first() else { return [at].into() };
        one(node, text, at).into_iter().flat_map(|end| row(rest, text, end)).collect()
    }

    fn one(node: &Node, text: &[u8], at: usize) -> BTreeSet<usize> {
        let (kind, alternatives) = match node {
            Node::Atom(atom) => return atom.match_at(text, at, FLAGS).into_iter().collect(),
            Node::Star => return (at..=text.len()).collect(),
            Node::Group(kind, alternatives) => (kind, alternatives),
        };
        let any = |at| alternatives.iter().flat_map(|nodes| row(nodes, text, at)).collect::<BTreeSet<_>>();
        match kind {
            GroupKind::One => any(at),
            GroupKind::Optional => any(at).into_iter().chain([at]).collect(),
            GroupKind::Not => (at..=text.len()).filter(|end| !any(at).contains(end)).collect(),
            GroupKind::Any | GroupKind::Some => {
                let mut seen: BTreeSet<usize> = if *kind == GroupKind::Any { [at].into() } else { BTreeSet::new() };
                let mut todo = vec![at];
                while let Some(at) = todo.pop() {
                    todo.extend(any(at).into_iter().filter(|&end| seen.insert(end)));
                }
                seen
            }
        }
    }
}

#[test]
fn agrees_with_a_slow_oracle() {
    let mut seed = 12345u32;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as usize % below
    };
    let pieces = ["a", "b", "*", "?", "[ab]", "[!a]", "*", "@(a|b)", "*(a)", "+(ab|b)", "?(a)", "!(a)", "!(*b)"];
    for round in 0..6_000 {
        let simple = round % 2 == 0;
        let mut pattern = String::new();
        for _ in 0..random(6) {
            let piece = pieces[random(if simple { 7 } else { pieces.len() })];
            // a group behind a star is bash's own business
            if !(pattern.trim_end_matches('?').ends_with('*') && matches!(piece.as_bytes(), [_, b'(', ..])) {
                pattern.push_str(piece);
            }
        }
        let text: Vec<u8> = (0..random(7)).map(|_| b"ab"[random(2)]).collect();
        let compiled = compile(&pattern);
        let at_end = |start: &usize| oracle::ends(&pattern, &text, *start).contains(&text.len());
        let ends = oracle::ends(&pattern, &text, 0);
        let starts: Vec<usize> = (0..=text.len()).filter(at_end).collect();
        let found = (0..=text.len()).find_map(|start| Some((start, *oracle::ends(&pattern, &text, start).last()?)));
        let about = format!("{pattern} {}", String::from_utf8_lossy(&text));
        assert_eq!(compiled.matches(&text), ends.contains(&text.len()), "{about}");
        assert_eq!(compiled.prefix(&text, false), ends.first().copied(), "{about}");
        assert_eq!(compiled.prefix(&text, true), ends.last().copied(), "{about}");
        assert_eq!(compiled.suffix(&text, true), starts.first().copied(), "{about}");
        assert_eq!(compiled.suffix(&text, false), starts.last().copied(), "{about}");
        assert_eq!(compiled.find(&text, 0), found, "{about}");
    }
}
