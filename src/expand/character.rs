//! Characters of a string: UTF-8 sequences where the locale says so, else bytes. A byte that is no UTF-8 is one character.

/// How many characters `text` has.
pub(super) fn count(text: &[u8], utf8: bool) -> usize {
    if !utf8 || text.is_ascii() { text.len() } else { characters(text).count() }
}

/// Offset of the character number `number`; the end where there are fewer.
pub(super) fn offset(text: &[u8], number: usize, utf8: bool) -> usize {
    if !utf8 || text.is_ascii() {
        return number.min(text.len());
    }
    characters(text).take(number).map(<[u8]>::len).sum()
}

/// The characters of UTF-8 `text`.
pub(super) fn characters(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (character, behind) = rest.split_at_checked(length(rest))?;
        if character.is_empty() {
            return None;
        }
        rest = behind;
        Some(character)
    })
}

/// Length of the first character; 0 at the end.
pub(super) fn length(text: &[u8]) -> usize {
    match text.first() {
        None => 0,
        Some(0..0x80) => 1,
        Some(_) => match bstr::decode_utf8(text) {
            (Some(_), length) => length,
            (None, _) => 1,
        },
    }
}
