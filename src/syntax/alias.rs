//! Alias expansion (bash manual 6.6; POSIX 2.3.1): the value is put in place of the word, and read on.

use super::ast::Field;
use super::lexer::{META, QUOTE, is};
use super::parser::Parser;

/// An alias value in the buffer.
pub(super) struct AliasRegion {
    /// Name of the alias: within its own value it is not expanded again.
    name: Box<[u8]>,
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
        if !is(last, META) {
            text.push(b' '); // what follows is a word of its own
        }
        self.src.replace(start, length, &text);
        let continues = matches!(last, b' ' | b'\t');
        self.src.regions.push(AliasRegion { name, end: start + value.len(), continues });
    }

    /// Whether the word at the place reached stands right behind an alias value that ends with a blank.
    pub(super) fn follows_alias(&self) -> bool {
        let at = self.src.pos;
        self.src.regions.iter().any(|region| {
            region.continues
                && region.end <= at
                && self.src.slice(region.end, at).iter().all(|byte| matches!(byte, b' ' | b'\t'))
        })
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
