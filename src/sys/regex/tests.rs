use super::*;

fn check(pattern: &str, nocase: bool, text: &str, expected: Option<&[&str]>) {
    let regex = Regex::compile(pattern.as_bytes(), Flags { nocase, utf8: true }).unwrap();
    for _ in 0..2 {
        let found = regex.exec(text.as_bytes()).map(|groups| {
            groups.iter().map(|group| group.map_or("", |(start, end)| &text[start..end])).collect::<Vec<_>>()
        });
        assert_eq!(found.as_deref(), expected, "{pattern} {text}");
    }
}

#[test]
fn finds_groups() {
    check("^([a-z]+)=(.*)$", false, "key=value", Some(&["key=value", "key", "value"]));
    check("(a)|(b)", false, "b", Some(&["b", "", "b"]));
    check("a|ab", false, "xab", Some(&["ab"]));
    check("ABC", true, "xabc", Some(&["abc"]));
    check("(.)\\1", false, "xaab", Some(&["aa", "a"]));
    check("b", false, "a", None);
    check("[(]\\((x)?[]()]", false, "(()", Some(&["(()", ""]));
}

#[test]
fn characters_are_utf8() {
    check("^.$", false, "é", Some(&["é"]));
    check("^(.)(.)$", false, "éa", Some(&["éa", "é", "a"]));
    check("é+", false, "aéé", Some(&["éé"]));
    check("^[à-ü]+", false, "éèx", Some(&["éè"]));
    check("^[à-ü]+", false, "ÿ", None);
    check("^[^é]$", false, "è", Some(&["è"]));
    check("^[^é]$", false, "é", None);
    check("^[^a]$", false, "é", Some(&["é"]));
    check("[[:alpha:]]+", false, "1äöü2", Some(&["äöü"]));
    check("[[:upper:]]", false, "äÖ", Some(&["Ö"]));
    check("\\w+", false, "-né_1-", Some(&["né_1"]));
    check("É", true, "xé", Some(&["é"]));
    check("[É]x", true, "éX", Some(&["éX"]));
    check("(.)\\1", false, "éèè", Some(&["èè", "è"]));
    check("[[=é=]]", false, "é", Some(&["é"]));
    check("é{2}", false, "ééé", Some(&["éé"]));
    check("\\é", false, "é", Some(&["é"]));
    check("x", false, "éx", Some(&["x"]));
    check("^[a-é]$", false, "z", Some(&["z"]));
}

#[test]
fn many_characters_fit() {
    let text: String = (0x400..0x600).filter_map(char::from_u32).collect();
    check("^[[:alpha:]]", false, &text, Some(&["Ѐ"]));
    let regex = Regex::compile("^.*ж".as_bytes(), Flags { nocase: false, utf8: true }).unwrap();
    assert!(regex.exec(text.as_bytes()).is_some());
}

#[test]
fn bytes_without_utf8() {
    let regex = Regex::compile(b"^.$", Flags::default()).unwrap();
    assert!(regex.exec("é".as_bytes()).is_none());
    assert!(regex.exec(b"\xff").is_some());
}

#[test]
fn errors_are_the_c_librarys() {
    for (pattern, expected) in [
        ("(", "Unmatched ( or \\("),
        ("[a", "Unmatched [, [^, [:, [., or [="),
        ("a{2,1}", "Invalid content of \\{\\}"),
        ("[[:foo:]]", "Invalid character class name"),
        ("é(", "Unmatched ( or \\("),
        ("é[a", "Unmatched [, [^, [:, [., or [="),
        ("[é-à]", "Invalid range end"),
    ] {
        let result = Regex::compile(pattern.as_bytes(), Flags { nocase: false, utf8: true });
        assert_eq!(result.err().as_deref(), Some(expected), "{pattern}");
    }
}
