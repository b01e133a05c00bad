//! Here-documents (bash manual 3.6.6; POSIX 2.7.4).
//!
//! A body stands behind the line of its `<<`; when it is read the redirection is already part of the tree. It holds a
//! placeholder until the end of the command, when the bodies are put in their places.

use bstr::ByteSlice;

use super::ast::{
    Command, CompoundKind, Expansion, Function, HereDocument, Parameter, ParameterOp, Part, Redirect, RedirectKind,
    Span, Steps, Subject, Word, WordBody,
};
use super::error::{Parse, SyntaxError, SyntaxErrorKind, SyntaxWarning, SyntaxWarningKind};
use super::escape::ansi_c;
use super::parser::Parser;
use super::pieces::Use;
use super::source::Source;
use super::word::{QuotedEnd, span};

/// Length of the span in a placeholder.
const PLACEHOLDER: u32 = u32::MAX;

/// How many bodies may be waited for at once.
const MOST: usize = 16;

/// A body that is still to be read.
pub(super) struct Pending {
    index: usize,
    delimiter: Box<[u8]>,
    quoted: bool,
    strip_tabs: bool,
    line: u32,
}

/// The here-documents of a command.
#[derive(Default)]
pub(super) struct HereDocuments {
    pending: Vec<Pending>,
    bodies: Vec<Option<(Word, Box<[u8]>)>>,
}

impl HereDocuments {
    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.bodies.len()
    }

    /// How many are still to be read.
    pub(super) fn pending(&self) -> usize {
        self.pending.len()
    }

    /// Forgets those to be read behind the first `count`.
    pub(super) fn forget(&mut self, count: usize) {
        self.pending.truncate(count);
    }

    /// Begins a substitution, whose here-documents are its own.
    pub(super) fn enter(&mut self) -> Vec<Pending> {
        std::mem::take(&mut self.pending)
    }

    /// Ends it: gives what it has not read.
    pub(super) fn leave(&mut self, outer: Vec<Pending>) -> Vec<Pending> {
        std::mem::replace(&mut self.pending, outer)
    }

    /// Puts the bodies into `commands`.
    pub(super) fn fill(&mut self, commands: &mut [Command]) {
        for command in commands {
            self.fill_command(command);
        }
    }

    fn fill_command(&mut self, command: &mut Command) {
        match command {
            Command::Simple(simple) => self.fill_redirects(&mut simple.redirects),
            Command::Compound(compound) => {
                self.fill_compound(&mut compound.kind);
                self.fill_redirects(&mut compound.redirects);
            }
            Command::Pipeline(pipeline) => self.fill(&mut pipeline.stages),
            Command::AndOr(and_or) => {
                self.fill_command(&mut and_or.first);
                and_or.rest.iter_mut().for_each(|(_, command)| self.fill_command(command));
            }
            Command::Background(command) => self.fill_command(command),
            Command::Function(function) => {
                if let Some(Function { body, .. }) = std::rc::Rc::get_mut(function) {
                    self.fill_command(body);
                }
            }
            Command::List(list) => self.fill(&mut list.0),
            Command::Coprocess(coprocess) => self.fill_command(&mut coprocess.command),
        }
    }

    fn fill_compound(&mut self, kind: &mut CompoundKind) {
        match kind {
            CompoundKind::Group(list) | CompoundKind::Subshell(list) => self.fill(&mut list.0),
            CompoundKind::If { branches, otherwise } => {
                for (test, body) in branches {
                    self.fill(&mut test.0);
                    self.fill(&mut body.0);
                }
                if let Some(list) = otherwise {
                    self.fill(&mut list.0);
                }
            }
            CompoundKind::Loop(node) => {
                self.fill(&mut node.test.0);
                self.fill(&mut node.body.0);
            }
            CompoundKind::For { body, .. }
            | CompoundKind::Select { body, .. }
            | CompoundKind::ArithFor { body, .. } => self.fill(&mut body.0),
            CompoundKind::Case { clauses, .. } => {
                clauses.iter_mut().for_each(|clause| self.fill(&mut clause.body.0));
            }
            CompoundKind::Conditional(_) | CompoundKind::Arithmetic { .. } => {}
        }
    }

    fn fill_redirects(&mut self, redirects: &mut [Redirect]) {
        for redirect in redirects {
            if redirect.kind != RedirectKind::HereDocument || redirect.target.text.len != PLACEHOLDER {
                continue;
            }
            let body = self.bodies.get_mut(redirect.target.text.start as usize).and_then(Option::take);
            let (target, text) = body.unwrap_or_else(|| (literal(b""), Box::default()));
            redirect.target = target;
            if let Some(heredoc) = &mut redirect.heredoc {
                heredoc.body = text;
            }
        }
    }
}

impl Parser<'_> {
    /// Reads the delimiter behind `<<`; the word that stands for the body, and what is known of it.
    pub(super) fn heredoc_start(&mut self, strip_tabs: bool, line: u32) -> Parse<(Word, HereDocument)> {
        let start = self.src.pos;
        self.skip_word()?;
        let (delimiter, quoted) = remove_quotes(self.src.slice(start, self.src.pos));
        if self.heredocs.pending.len() == MOST {
            let kind = SyntaxErrorKind::Message(b"maximum here-document count exceeded"[..].into());
            return Err(Box::new(SyntaxError { line, kind }));
        }
        let index = self.heredocs.bodies.len();
        self.heredocs.bodies.push(None);
        let delimiter: Box<[u8]> = delimiter.into();
        self.heredocs.pending.push(Pending { index, delimiter: delimiter.clone(), quoted, strip_tabs, line });
        let mut target = literal(b"");
        target.text = Span { start: u32::try_from(index).unwrap_or(u32::MAX), len: PLACEHOLDER };
        Ok((target, HereDocument { delimiter, quoted, strip_tabs, body: Box::default() }))
    }

    /// Reads the bodies that begin at the place reached.
    pub(super) fn read_heredocs(&mut self) {
        if self.heredocs.pending.is_empty() {
            return;
        }
        for pending in std::mem::take(&mut self.heredocs.pending) {
            let body = self.read_body(&pending);
            let word = self.body_word(&pending, &body);
            self.set_body(pending.index, word, body);
        }
    }

    fn set_body(&mut self, index: usize, word: Word, body: Vec<u8>) {
        if let Some(place) = self.heredocs.bodies.get_mut(index) {
            *place = Some((word, body.into()));
        }
    }

    /// Reads the bodies of a substitution that was closed on the line of its `<<`: they stand behind that line, as
    /// bash has it, with a warning.
    pub(super) fn read_late_heredocs(&mut self, pending: Vec<Pending>) {
        let Ok(count @ 1..) = u32::try_from(pending.len()) else { return };
        let line = self.src.line();
        self.src.warnings.push(SyntaxWarning { line, kind: SyntaxWarningKind::SubstitutionHereDocuments(count) });
        let here = self.src.pos;
        let rest = self.src.rest();
        self.src.pos += memchr::memchr(b'\n', rest).map_or(rest.len(), |newline| newline + 1);
        for pending in pending {
            let body = self.read_body(&pending);
            let mut source = Source::new(body.as_slice(), pending.line);
            let mut parser = Parser::new(&mut source, self.names, &self.dialect);
            let word = parser.text_word(pending.quoted || self.only_errors, &body);
            self.set_body(pending.index, word, body);
        }
        self.src.pos = here;
    }

    /// The lines up to the delimiter.
    fn read_body(&mut self, pending: &Pending) -> Vec<u8> {
        let mut body = Vec::new();
        let mut line = Vec::new();
        loop {
            line.clear();
            if !self.read_body_line(pending.quoted, &mut line) {
                self.warn_of_end(pending);
                return body;
            }
            if pending.delimiter.starts_with(b"\t") && line.trim_end_with(|ch| ch == '\n') == &*pending.delimiter {
                return body; // `<<-'	END'` means the line as it stands
            }
            let tabs = if pending.strip_tabs { line.iter().take_while(|&&byte| byte == b'\t').count() } else { 0 };
            let text = line.get(tabs..).unwrap_or_default();
            if let Some(rest) = text.strip_prefix(&*pending.delimiter) {
                if matches!(rest, b"\n" | b"") {
                    return body;
                }
                if self.substitutions > 0 && rest.contains(&b')') {
                    self.warn_of_end(pending); // `E)`: bash takes it as the end
                    let at = self.src.pos;
                    self.src.replace(at, 0, rest);
                    return body;
                }
            }
            body.extend_from_slice(text);
        }
    }

    /// Reads one line of a body; one that ends with a backslash goes on in the next, unless the delimiter was quoted.
    fn read_body_line(&mut self, quoted: bool, line: &mut Vec<u8>) -> bool {
        if !self.src.take_line(line, false) {
            return false;
        }
        while !quoted && continues(line) {
            line.truncate(line.len() - 2);
            if !self.src.take_line(line, true) {
                break;
            }
        }
        true
    }

    fn warn_of_end(&mut self, pending: &Pending) {
        let kind = SyntaxWarningKind::HereDocumentEnd { start: pending.line, delimiter: pending.delimiter.clone() };
        let line = self.src.line();
        self.src.warnings.push(SyntaxWarning { line, kind });
    }

    /// The word that a body is. One with expansions is put (back) into the buffer, where their spelling stays.
    fn body_word(&mut self, pending: &Pending, body: &[u8]) -> Word {
        if pending.quoted || self.only_errors || !has_expansion(body) {
            return literal(body);
        }
        let start = self.src.pos;
        self.src.replace(start, 0, body);
        let limit = self.src.restrict(start + body.len());
        let word = self.text_word(false, body);
        self.src.lift(limit);
        word
    }

    /// The text from the place reached to its end, `body`, read as a here-document's body. One that is not well-formed
    /// is an error when it is expanded, as in bash.
    pub(super) fn text_word(&mut self, quoted: bool, body: &[u8]) -> Word {
        if quoted || !has_expansion(body) {
            return literal(body);
        }
        let start = self.src.pos;
        let line = self.src.line_at(start);
        let mut pieces = self.pieces();
        let outer = std::mem::replace(&mut self.in_text, true);
        self.failed = None;
        let result = self.quoted(QuotedEnd::Text, line, &mut pieces);
        self.in_text = outer;
        let mut text = span(start, start + body.len());
        let op = match result {
            Ok(()) => return self.make_word(pieces, Use::Value, text),
            Err(error) => self.bad_body(error.kind, start, body),
        };
        if let ParameterOp::BadBody(error) = &op
            && error.kind == SyntaxErrorKind::Unclosed(b'`')
        {
            text = span(start + body.iter().rposition(|&byte| byte == b'`').unwrap_or(0), start + body.len());
        }
        self.src.pos += self.src.rest().len(); // bodies in it have come into the text
        let parameter = Parameter { quoted: true, subject: Subject::Zero, subscript: None, indirect: false, op, text };
        let parts = [Part::Parameter(Box::new(parameter))].into();
        Word { text, body: WordBody::Expand(Box::new(Expansion { steps: Steps::default(), parts })) }
    }
}

impl Parser<'_> {
    /// What is wrong with `body`, which was read from `start` on.
    fn bad_body(&mut self, kind: SyntaxErrorKind, start: usize, body: &[u8]) -> ParameterOp {
        if let Some(behind) = self.failed.and_then(|place| body.get(place.checked_sub(start)?..)) {
            let mut source = Source::new(behind, 1);
            source.begin();
            let mut parser = Parser::new(&mut source, self.names, &self.dialect);
            parser.substitutions = 1;
            parser.only_errors = true; // or each body in it would be read twice, and so on
            return parser.substituted_commands().map_or_else(ParameterOp::BadBody, |_| ParameterOp::Bad);
        }
        let closer = match kind {
            SyntaxErrorKind::Unclosed(b'"' | b'\'' | b'}') if body.contains_str("${") => b'}',
            SyntaxErrorKind::Unclosed(closer) => closer,
            _ => return ParameterOp::Bad,
        };
        let head = body.rfind("${").and_then(|at| body.get(at..)).unwrap_or_default();
        if closer == b'}' && head.find_byteset(":-+=?#%/^,@").is_none() {
            return ParameterOp::Bad; // `${x`
        }
        ParameterOp::BadBody(Box::new(SyntaxError { line: 0, kind: SyntaxErrorKind::Unclosed(closer) }))
    }
}

/// Whether a body has something to expand.
fn has_expansion(body: &[u8]) -> bool {
    memchr::memchr3(b'$', b'`', b'\\', body).is_some()
}

fn literal(bytes: &[u8]) -> Word {
    Word { text: Span::default(), body: WordBody::Literal(bytes.into()) }
}

/// Whether `line` ends with a newline that a backslash quotes.
fn continues(line: &[u8]) -> bool {
    let Some(text) = line.strip_suffix(b"\n") else { return false };
    text.iter().rev().take_while(|&&byte| byte == b'\\').count() % 2 == 1
}

/// The delimiter `word` without its quotes, and whether it had any. A `$` means nothing in it.
fn remove_quotes(word: &[u8]) -> (Vec<u8>, bool) {
    let mut out = Vec::with_capacity(word.len());
    let mut quoted = false;
    let mut inside = None;
    let mut bytes = word.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match (inside, byte) {
            (None, b'\\') => {
                quoted = true;
                out.extend(bytes.next());
            }
            (Some(b'"'), b'\\') => match bytes.peek() {
                Some(b'$' | b'`' | b'"' | b'\\') => out.extend(bytes.next()),
                _ => out.push(b'\\'),
            },
            (None, b'$') if bytes.peek() == Some(&b'"') => {}
            (None, b'$') if bytes.peek() == Some(&b'\'') => {
                quoted = true;
                bytes.next();
                out.extend(ansi_c(&ansi_quoted(&mut bytes)));
            }
            (None, b'\'' | b'"') => {
                quoted = true;
                inside = Some(byte);
            }
            (Some(open), _) if open == byte => inside = None,
            _ => out.push(byte),
        }
    }
    (out, quoted)
}

/// What stands up to the `'` that ends `$'…'`, which is taken.
fn ansi_quoted(bytes: &mut impl Iterator<Item = u8>) -> Vec<u8> {
    let mut text = Vec::new();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\'' => break,
            b'\\' => text.extend([Some(byte), bytes.next()].into_iter().flatten()),
            _ => text.push(byte),
        }
    }
    text
}
