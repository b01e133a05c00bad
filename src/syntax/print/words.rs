//! Words as they were spelled, but for what bash has already read otherwise when it prints them: `$'…'` is what it stands
//! for, `$"…"` has lost its `$`, a newline behind a backslash is gone, `$(…)` and `<(…)` are printed anew from their
//! commands, `a=( … )` has a blank between its elements.

use super::super::ast::{
    Arithmetic, ArrayElement, AssignValue, Assignment, Body, Expansion, Parameter, ParameterOp, Part, Span, Subscript,
    Substitution, SubstitutionKind, Word, WordBody,
};
use super::super::escape::ansi_c;
use super::super::text::subscript_length;
use super::Printer;

impl<'a> Printer<'a> {
    pub(super) fn words(&mut self, words: &'a [Word], between: &[u8]) {
        for (index, word) in words.iter().enumerate() {
            if index > 0 {
                self.put(between);
            }
            self.word(word);
        }
    }

    pub(super) fn word(&mut self, word: &'a Word) {
        if let WordBody::Assign(assignment) = &word.body {
            return self.assignment(assignment);
        }
        let spelled = self.spelled_word(word);
        self.put(&spelled);
    }

    pub(super) fn spelled_word(&self, word: &'a Word) -> Vec<u8> {
        let mut found = Vec::new();
        in_word(word, &mut found);
        self.spelled(word.text, found)
    }

    pub(super) fn arithmetic(&mut self, text: Span, expr: &'a Arithmetic) {
        let mut found = Vec::new();
        in_arithmetic(expr, &mut found);
        let spelled = self.spelled(text, found);
        self.put(&spelled);
    }

    pub(super) fn assignment(&mut self, assignment: &'a Assignment) {
        let mut found = Vec::new();
        assignment.subscript.iter().for_each(|subscript| in_subscript(subscript, &mut found));
        match &assignment.value {
            AssignValue::Scalar(word) => {
                in_word(word, &mut found);
                let spelled = self.spelled(assignment.text, found);
                self.put(&spelled);
            }
            AssignValue::Array(elements) => {
                let head = Span { len: head_length(self.text.get(assignment.text)), ..assignment.text };
                let spelled = self.spelled(head, found);
                self.put(&spelled);
                self.out.push(b'(');
                for (index, element) in elements.iter().enumerate() {
                    if index > 0 {
                        self.out.push(b' ');
                    }
                    self.element(element);
                }
                self.out.push(b')');
            }
        }
    }

    fn element(&mut self, element: &'a ArrayElement) {
        match element {
            ArrayElement::Word(word) => self.word(word),
            ArrayElement::Keyed { subscript, value, text, .. } => {
                let mut found = Vec::new();
                in_subscript(subscript, &mut found);
                in_word(value, &mut found);
                let spelled = self.spelled(*text, found);
                self.put(&spelled);
            }
        }
    }

    /// The text of `span` with the `substitutions` in it printed anew.
    fn spelled(&self, span: Span, mut substitutions: Vec<&'a Substitution>) -> Vec<u8> {
        substitutions.sort_by_key(|substitution| substitution.text.start);
        substitutions.dedup_by_key(|substitution| substitution.text.start); // a subscript is parsed as two things
        let raw = self.text.get(span);
        let mut speller = Speller { raw, at: 0, out: Vec::with_capacity(raw.len()), around: Vec::new() };
        for substitution in substitutions {
            let start = substitution.text.start.checked_sub(span.start).map_or(0, |start| start as usize);
            let end = start + substitution.text.len as usize;
            if start >= speller.at && end <= raw.len() {
                speller.copy_up_to(start);
                self.substitution(substitution, &mut speller.out);
                speller.at = end;
            }
        }
        speller.copy_up_to(raw.len());
        speller.out
    }

    fn substitution(&self, substitution: &'a Substitution, out: &mut Vec<u8>) {
        let raw = self.text.get(substitution.text);
        let mut inner = Printer::new(self.text, self.names);
        inner.depth = self.depth + 1;
        match &*substitution.body {
            Body::Text(_) => return out.extend_from_slice(raw),
            _ if inner.depth > MAX_DEPTH => return out.extend_from_slice(raw),
            Body::Parsed(list) => {
                inner.list(list);
                inner.end_here_documents(b"");
            }
            Body::File(redirect) => inner.redirect(redirect),
        }
        out.extend_from_slice(match substitution.kind {
            SubstitutionKind::ProcessIn => b"<(",
            SubstitutionKind::ProcessOut => b">(",
            _ => b"$(",
        });
        if inner.out.first() == Some(&b'(') {
            out.push(b' ');
        }
        out.append(&mut inner.out);
        out.push(b')');
    }
}

/// How deep substitutions are printed anew; what is deeper stays as it was written.
const MAX_DEPTH: u32 = 200;

/// Length of `name[subscript]=` or `name+=` in the spelling of an array's assignment.
fn head_length(raw: &[u8]) -> u32 {
    let name = raw.iter().position(|byte| matches!(byte, b'[' | b'+' | b'=')).unwrap_or(raw.len());
    let subscript = bracket_length(raw.get(name..).unwrap_or_default());
    let rest = raw.get(name + subscript..).unwrap_or_default();
    let operator = rest.iter().position(|&byte| byte == b'(').unwrap_or(0);
    (name + subscript + operator) as u32
}

/// Length of the `[…]` that `text` starts with; 0 where it does not.
fn bracket_length(text: &[u8]) -> usize {
    if text.first() == Some(&b'[') { subscript_length(text).unwrap_or(0) } else { 0 }
}

/// `'…'`, a quote in it as `'\''`.
pub(in crate::syntax) fn single_quoted(text: &[u8]) -> Vec<u8> {
    let mut out = vec![b'\''];
    for &byte in text {
        match byte {
            b'\'' => out.extend_from_slice(b"'\\''"),
            _ => out.push(byte),
        }
    }
    out.push(b'\'');
    out
}

/// Copies a spelling and keeps track of its quotes.
struct Speller<'t> {
    raw: &'t [u8],
    at: usize,
    out: Vec<u8>,
    /// What is open, outermost first.
    around: Vec<Around>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    /// `"`
    Double,
    /// `${`: whether in double quotes, and whether single quotes quote in it even so (`"${x#'a'}"`).
    Brace { quoted: bool, pattern: bool },
}

impl Speller<'_> {
    fn peek(&self, ahead: usize) -> Option<u8> {
        self.raw.get(self.at + ahead).copied()
    }

    fn copy(&mut self, count: usize) {
        let end = self.raw.len().min(self.at + count);
        self.out.extend_from_slice(self.raw.get(self.at..end).unwrap_or_default());
        self.at = end;
    }

    fn copy_up_to(&mut self, end: usize) {
        while self.at < end {
            self.step();
        }
    }

    /// Copies a character or a quoted string.
    fn step(&mut self) {
        let around = self.around.last().copied();
        let quotes = match around {
            None => true,
            Some(Around::Double) => false,
            Some(Around::Brace { quoted, pattern }) => !quoted || pattern,
        };
        match (self.peek(0), self.peek(1)) {
            (Some(b'\\'), Some(b'\n')) => self.at += 2,
            (Some(b'\\'), _) => self.copy(2),
            (Some(b'\''), _) if quotes => self.copy(self.closing(1, b'\'', false)),
            (Some(b'`'), _) => self.copy(self.closing(1, b'`', true)),
            (Some(b'$'), Some(b'$')) => self.copy(2), // the process number, whatever follows it
            (Some(b'$'), Some(b'\'')) if around != Some(Around::Double) => self.ansi_c(quotes),
            (Some(b'$'), Some(b'"')) if quotes => self.at += 1,
            (Some(b'$'), Some(b'{')) => {
                let quoted = matches!(around, Some(Around::Double | Around::Brace { quoted: true, .. }));
                self.around.push(Around::Brace { quoted, pattern: self.is_pattern_operator() });
                self.copy(2);
            }
            (Some(b'}'), _) if matches!(around, Some(Around::Brace { .. })) => {
                self.around.pop();
                self.copy(1);
            }
            (Some(b'"'), _) => {
                if around == Some(Around::Double) {
                    self.around.pop();
                } else {
                    self.around.push(Around::Double);
                }
                self.copy(1);
            }
            _ => self.copy(1),
        }
    }

    /// `$'…'`: what it stands for, in single quotes where these quote.
    fn ansi_c(&mut self, quotes: bool) {
        let length = self.closing(2, b'\'', true);
        let inside = self.raw.get(self.at + 2..self.at + length - 1).unwrap_or_default();
        let value = ansi_c(inside);
        self.out.extend_from_slice(&if quotes { single_quoted(&value) } else { value });
        self.at += length;
    }

    /// Length of what starts here up to and with the next `close` behind `from`.
    fn closing(&self, from: usize, close: u8, escapes: bool) -> usize {
        let mut ahead = from;
        while let Some(byte) = self.peek(ahead) {
            ahead += 1;
            match byte {
                b'\\' if escapes => ahead += 1,
                _ if byte == close => break,
                _ => {}
            }
        }
        ahead.min(self.raw.len() - self.at)
    }

    /// Whether the `${` here has an operator with a pattern.
    fn is_pattern_operator(&self) -> bool {
        let rest = self.raw.get(self.at + 2..).unwrap_or_default();
        let name = |&byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'!' | b'@' | b'*');
        let length = rest.iter().position(|byte| !name(byte)).unwrap_or(rest.len());
        let behind = rest.get(length..).unwrap_or_default();
        matches!(behind.get(bracket_length(behind)), Some(b'#' | b'%' | b'/' | b'^' | b',' | b'~'))
    }
}

fn in_word<'a>(word: &'a Word, found: &mut Vec<&'a Substitution>) {
    match &word.body {
        WordBody::Literal(_) => {}
        WordBody::Expand(expansion) => in_expansion(expansion, found),
        WordBody::Assign(assignment) => {
            assignment.subscript.iter().for_each(|subscript| in_subscript(subscript, found));
            if let AssignValue::Scalar(word) = &assignment.value {
                in_word(word, found);
            }
        }
    }
}

fn in_expansion<'a>(expansion: &'a Expansion, found: &mut Vec<&'a Substitution>) {
    for part in &expansion.parts {
        match part {
            Part::Text(_) | Part::Quoted(_) => {}
            Part::Parameter(parameter) => in_parameter(parameter, found),
            Part::Command(substitution) => found.push(substitution),
            Part::Arithmetic(part) => in_arithmetic(&part.expr, found),
        }
    }
}

fn in_parameter<'a>(parameter: &'a Parameter, found: &mut Vec<&'a Substitution>) {
    parameter.subscript.iter().for_each(|subscript| in_subscript(subscript, found));
    match &parameter.op {
        ParameterOp::Default { word, .. } => in_word(word, found),
        ParameterOp::Slice(range) => {
            in_arithmetic(&range.0, found);
            range.1.iter().for_each(|length| in_arithmetic(length, found));
        }
        ParameterOp::Strip { pattern, .. } => in_word(pattern, found),
        ParameterOp::Replace { operands, .. } => {
            in_word(&operands.0, found);
            operands.1.iter().for_each(|word| in_word(word, found));
        }
        ParameterOp::Case { pattern, .. } => pattern.iter().for_each(|word| in_word(word, found)),
        _ => {}
    }
}

fn in_subscript<'a>(subscript: &'a Subscript, found: &mut Vec<&'a Substitution>) {
    if let Subscript::Index { word, arith } = subscript {
        in_word(word, found);
        in_arithmetic(arith, found);
    }
}

fn in_arithmetic<'a>(arithmetic: &'a Arithmetic, found: &mut Vec<&'a Substitution>) {
    if let Arithmetic::Expanded { text, .. } = arithmetic {
        in_expansion(text, found);
    }
}
