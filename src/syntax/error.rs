//! What can be wrong with the text, as facts, and bash's words for it.

/// A syntax error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// The line that bash names, from 1.
    pub line: u32,
    /// What is wrong.
    pub kind: SyntaxErrorKind,
}

impl SyntaxError {
    /// bash's words for it, a message a line, without what stands before them; `show` gives a token as it can be printed.
    pub fn messages(&self, show: &dyn Fn(&[u8]) -> Vec<u8>) -> Vec<Vec<u8>> {
        match &self.kind {
            SyntaxErrorKind::Unexpected { token, near } => {
                let token = [b"syntax error near unexpected token `", &show(token)[..], b"'"].concat();
                vec![token, [b"`", &near[..], b"'"].concat()]
            }
            SyntaxErrorKind::EndOfFile => vec![b"syntax error: unexpected end of file".to_vec()],
            SyntaxErrorKind::Unclosed(quote) => {
                vec![[b"unexpected EOF while looking for matching `", &[*quote][..], b"'"].concat()]
            }
            SyntaxErrorKind::TooDeep => vec![b"syntax error: nested too deeply".to_vec()],
            SyntaxErrorKind::Message(text)
            | SyntaxErrorKind::Conditional(text, _)
            | SyntaxErrorKind::CompoundAssignment(text, _) => {
                text.split(|&byte| byte == b'\n').filter(|text| !text.is_empty()).map(<[u8]>::to_vec).collect()
            }
        }
    }
}

/// What is wrong with the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    /// `syntax error near unexpected token `X'` and, in a message of its own, the text of that line.
    Unexpected {
        /// The token as bash names it (`newline`, `;;`, a word).
        token: Box<[u8]>,
        /// The line.
        near: Box<[u8]>,
    },
    /// `syntax error: unexpected end of file`
    EndOfFile,
    /// `unexpected EOF while looking for matching `X'`
    Unclosed(/** the closing delimiter */ u8),
    /// Nested deeper than the parser goes.
    TooDeep,
    /// bash's words of the rest of the kind, such as `for ((…))` without its three expressions. Each line is a message of
    /// its own.
    Message(Box<[u8]>),
    /// The messages of `[[ ]]`, a line each; there may be none. bash then takes the text as ended, with the status it
    /// had (`eval` gives 2); a prompt goes on.
    Conditional(Box<[u8]>, /** it is about the end of a line or of the text */ bool),
    /// The messages about what stands in `a=(…)`. bash drops the command and the rest of the line, and goes on. With a
    /// line: an element lacks its closing quote there, and bash says that the text has ended too.
    CompoundAssignment(Box<[u8]>, Option<u32>),
}

/// Not an error, but bash says so on standard error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxWarning {
    /// The line that bash names, from 1.
    pub line: u32,
    /// What is odd.
    pub kind: SyntaxWarningKind,
}

/// What bash warns of while it reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxWarningKind {
    /// `here-document at line N delimited by end-of-file (wanted `X')`
    HereDocumentEnd {
        /// Line of the `<<`.
        start: u32,
        /// The delimiter that never came.
        delimiter: Box<[u8]>,
    },
    /// `command substitution: N unterminated here-document(s)`: `$(cat <<E)` with the body behind it.
    SubstitutionHereDocuments(/** how many */ u32),
}

/// Results inside the parser: an error is rare, so it is kept out of the way.
pub(super) type Parse<T> = Result<T, Box<SyntaxError>>;
