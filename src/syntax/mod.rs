//! Text in, tree out: lexer, parser, names, printer (bash manual 3.1–3.5; POSIX 2.2–2.4, 2.9, 2.10).
//!
//! Pure: no file, no process, no clock. A [`Source`] is the text and the place reached in it; [`parse_command`]
//! takes one complete command from it. Nothing here looks at variables or options but through [`Dialect`].

mod alias;
mod arithmetic;
pub mod ast;
mod braced;
mod compound;
mod conditional;
mod dollar;
mod error;
mod escape;
mod heredoc;
mod lexer;
mod parser;
mod pieces;
mod pool;
mod print;
mod simple;
mod source;
mod subscript;
#[cfg(test)]
mod tests;
mod text;
mod word;

pub use crate::names::{Names, is_name, is_name_byte, is_name_start};
pub use ast::*;
pub use error::{SyntaxError, SyntaxErrorKind, SyntaxWarning, SyntaxWarningKind};
pub use escape::{ansi_c, letter_escape, push_utf8};
pub use print::{
    print_assignment, print_command, print_exported_function, print_function, print_head, print_simple, spelling_of,
};
pub use source::{Places, Source};
pub use text::{
    Parsed, TextKind, parse_arithmetic_text, parse_array_text, parse_reference, parse_subscript, parse_word_text,
    subscript_length,
};

/// Gives the value of the alias that a word is, if it is one.
pub type FindAlias<'a> = dyn Fn(&[u8]) -> Option<Field> + 'a;

/// What the grammar depends on besides the text.
#[derive(Clone, Copy)]
pub struct Dialect<'a> {
    /// `shopt extglob`
    pub extglob: bool,
    /// `set -o posix`
    pub posix: bool,
    /// Alias expansion (`shopt expand_aliases`): the value of an alias, if the word is one. `None`: off.
    pub aliases: Option<&'a FindAlias<'a>>,
    /// BASH_SOURCE of functions defined in this text.
    pub source: &'a Field,
    /// How deep commands, substitutions and words may stand in each other. [`levels`](crate::sys::stack::levels) is what the stack holds.
    pub deepest: u32,
}

/// Takes the next complete command from `source`; `None` at its end. Here-documents of the command are read too.
/// After an error the source stands behind the line of the error (an interactive shell goes on there).
pub fn parse_command(
    source: &mut Source,
    names: &mut Names,
    dialect: &Dialect,
) -> Result<Option<Program>, SyntaxError> {
    source.begin_command();
    let result = parser::Parser::new(source, names, dialect).program();
    result.map_err(|error| {
        match error.kind {
            SyntaxErrorKind::CompoundAssignment(..) => source.drop_to_newline(),
            _ => source.drop_line(),
        }
        *error
    })
}
