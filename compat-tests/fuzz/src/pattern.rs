//! A pattern of `*`, `?`, `\` and plain letters agrees with a slow matcher written from POSIX 2.13; every other one only has
//! to come to an end, and its prefixes and suffixes have to match.

use rsh::pattern::{Flags, Pattern};

/// Flags, the pattern, NUL, the text.
pub fn run(input: &[u8]) {
    let Some((flags, pattern, text)) = super::flags_and_two(input) else { return };
    let (pattern, text) = (&pattern[..pattern.len().min(24)], &text[..text.len().min(24)]);
    let flags = Flags { extglob: flags & 1 != 0, nocase: flags & 2 != 0, utf8: flags & 4 != 0, period: flags & 8 != 0 };
    let compiled = Pattern::compile(pattern, flags);
    let matches = compiled.matches(text);
    if let Some(end) = compiled.prefix(text, flags.nocase) {
        assert!(end <= text.len());
    }
    if let Some(start) = compiled.suffix(text, flags.nocase) {
        assert!(start <= text.len());
    }
    let plain = pattern.iter().all(|byte| byte.is_ascii_alphanumeric() || b"*?\\".contains(byte)) && text.is_ascii();
    if plain && !flags.nocase && !flags.period && pattern.last() != Some(&b'\\') {
        assert_eq!(matches, slow(pattern, text), "{pattern:?} {text:?}");
    }
}

fn slow(pattern: &[u8], text: &[u8]) -> bool {
    match pattern {
        [] => text.is_empty(),
        [b'*', b'*', ..] => slow(&pattern[1..], text),
        [b'*', rest @ ..] => (0..=text.len()).any(|taken| slow(rest, &text[taken..])),
        [b'?', rest @ ..] => !text.is_empty() && slow(rest, &text[1..]),
        [b'\\', byte, rest @ ..] | [byte, rest @ ..] => text.first() == Some(byte) && slow(rest, &text[1..]),
    }
}
