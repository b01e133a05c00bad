//! Alias expansion (bash manual 6.6; POSIX 2.3.1): the value is put in place of the word, and read on.

use super::ast::Field;
use super::lexer::{META, QUOTE, is};
use super::parser::Parser;

/// An alias value in the buffer.
#[derive(Clone)]
pub(super) struct AliasRegion {
    /// Name of the alias: within its own value it is not expanded again.
    name: Box<[u8]>,
    /// Where the value starts, and ends.
    pub(super) start: usize,
    /// End of the value.
    pub(super) end: usize,
    /// The value ends with a blank: the word behind it is looked up too.
    continues: bool,
}

impl Parser<'_> {
    /// Expands the aliases that the word at the place reached begins with, where a command starts. In POSIX mode a
    /// reserved word is none.
    pub(super) fn expand_alias_before_reserved(&mut self) {
        if self.dialect.aliases.is_none() {
            return;
        }
        while self.token() == super::lexer::Token::Word
            && !(self.dialect.posix && self.reserved().is_some())
            && self.expand_alias()
        {}
    }

    /// Expands the word at the place reached if it is an alias that is not being expanded; true if it was one.
    pub(super) fn expand_alias(&mut self) -> bool {
        let Some(lookup) = self.dialect.aliases else { return false };
        let Some(length) = self.alias_word_length() else { return false };
        let start = self.src.pos;
        let word = self.src.slice(start, start + length);
        if self.src.regions.iter().any(|region| region.end > start && *region.name == *word) {
            return false;
        }
        let Some(value) = lookup(word) else { return false };
        let name = word.into();
        self.insert_alias(name, length, &value);
        true
    }

    fn insert_alias(&mut self, name: Box<[u8]>, length: usize, value: &Field) {
        let start = self.src.pos;
        let last = value.last().copied().unwrap_or(b' ');
        let mut text = value.to_vec();
        if !is(last, META) && !ends_quoted(value) {
            text.push(b' '); // what follows is a word of its own
        }
        self.src.replace(start, length, &text);
        // what lies behind concerns nobody any more, or a command of many aliases would take ever longer
        let regions = std::mem::take(&mut self.src.regions);
        let concerns = |region: &AliasRegion| {
            let behind = region.continues && only_quoted_words(self.src.slice(region.end, start));
            region.end > start || behind
        };
        self.src.regions = regions.into_iter().filter(concerns).collect();
        let continues = matches!(last, b' ' | b'\t');
        self.src.regions.push(AliasRegion { name, start, end: start + value.len(), continues });
    }

    /// Expands the word at the place reached, where no command starts, if an alias before it asks for that.
    pub(super) fn expand_alias_behind_alias(&mut self) {
        if self.dialect.aliases.is_none() {
            return;
        }
        while self.token() == super::lexer::Token::Word && self.follows_alias() && self.expand_alias() {}
    }

    /// The alias value that goes on behind what stands from `start` to `end`: bash's messages show it as the line.
    pub(super) fn alias_value_around(&self, start: usize, end: usize) -> Option<&[u8]> {
        let region = self.src.regions.iter().rev().find(|region| region.start <= start && end < region.end)?;
        Some(self.src.slice(region.start, region.end))
    }

    /// Whether the word at the place reached stands behind an alias value that ends with a blank, with nothing but quoted
    /// words between them.
    pub(super) fn follows_alias(&self) -> bool {
        let at = self.src.pos;
        self.src
            .regions
            .iter()
            .any(|region| region.continues && region.end <= at && only_quoted_words(self.src.slice(region.end, at)))
    }

    /// Length of the word at the place reached if nothing in it is quoted.
    fn alias_word_length(&mut self) -> Option<usize> {
        let mut length = 0;
        while let Some(byte) = self.src.byte(length) {
            if is(byte, META) {
                break;
            }
            if is(byte, QUOTE) {
                return None;
            }
            length += 1;
        }
        (length > 0).then_some(length)
    }
}

/// Whether each word of `text` has something quoted in it.
fn only_quoted_words(text: &[u8]) -> bool {
    let words = text.split(|byte| matches!(byte, b' ' | b'\t'));
    words.filter(|word| !word.is_empty()).all(|word| word.iter().any(|byte| matches!(byte, b'\\' | b'\'' | b'"')))
}

/// Whether an alias value ends within quotes or with a backslash, so that what follows goes on with it.
fn ends_quoted(value: &[u8]) -> bool {
    let mut quote = None;
    let mut bytes = value.iter();
    while let Some(&byte) = bytes.next() {
        match (quote, byte) {
            (None | Some(b'"'), b'\\') if bytes.next().is_none() => return true,
            (None | Some(b'"'), b'\\') => {} // the guard has taken what it quotes
            (None, b'\'' | b'"') => quote = Some(byte),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    quote.is_some()
}
