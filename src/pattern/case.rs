//! Upper and lower case, character by character: one character stays one character, as with towupper(3).

use bstr::ByteSlice;

/// `text` in upper case: ASCII alone, or all of UTF-8.
pub fn upper(text: &[u8], utf8: bool) -> Vec<u8> {
    if utf8 && !text.is_ascii() { map(text, |ch| single(ch.to_uppercase(), ch)) } else { text.to_ascii_uppercase() }
}

/// `text` in lower case: ASCII alone, or all of UTF-8.
pub fn lower(text: &[u8], utf8: bool) -> Vec<u8> {
    if utf8 && !text.is_ascii() { map(text, |ch| single(ch.to_lowercase(), ch)) } else { text.to_ascii_lowercase() }
}

fn map(text: &[u8], change: impl Fn(char) -> char) -> Vec<u8> {
    let mut changed = Vec::with_capacity(text.len());
    for (start, end, ch) in text.char_indices() {
        match text.get(start..end) {
            // an invalid byte is shown as the replacement character; it stays what it is
            Some(bytes) if ch == char::REPLACEMENT_CHARACTER => changed.extend_from_slice(bytes),
            _ => changed.extend_from_slice(change(ch).encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    changed
}

/// The one character of a case mapping; `ch` itself where it has several (`ß`).
fn single(mut mapped: impl Iterator<Item = char>, ch: char) -> char {
    match (mapped.next(), mapped.next()) {
        (Some(one), None) => one,
        _ if ch == 'İ' => 'i', // as towlower(3)
        _ => ch,
    }
}
