//! What `$` and the backquote begin: parameters, command and process substitutions, arithmetic (bash manual 3.5.3–3.5.6).

use std::rc::Rc;

use super::arithmetic::ArithmeticEnd;
use super::ast::{
    Arithmetic, ArithmeticPart, Body, Command, List, Parameter, ParameterOp, Part, RedirectFd, RedirectKind, Simple,
    Subject, Substitution, SubstitutionKind,
};
use super::error::Parse;
use super::lexer::Token;
use super::parser::Parser;
use super::pieces::Pieces;
use super::word::span;
use crate::names::{is_name_byte, is_name_start};

impl Parser<'_> {
    /// Reads the expansion that the `$` at the place reached begins; a `$` that begins none stands for itself.
    pub(super) fn dollar(&mut self, quoted: bool, out: &mut Pieces) -> Parse<()> {
        let start = self.src.pos;
        match self.src.byte(1) {
            Some(b'{') => {
                self.src.pos += 2;
                self.nested(|parser| parser.braced(start, quoted, out))?;
            }
            Some(b'(') => self.parenthesis(quoted, out)?,
            Some(b'[') => self.bracket(quoted, out)?,
            Some(byte) if is_name_start(byte) => {
                let length = self.name_length(1);
                let name = self.names.intern(self.src.slice(start + 1, start + 1 + length));
                self.plain_parameter(Subject::Variable(name), 1 + length, quoted, out);
            }
            Some(byte) => match special(byte) {
                Some(subject) => self.plain_parameter(subject, 2, quoted, out),
                None => self.plain_dollar(quoted, out),
            },
            None => self.plain_dollar(quoted, out),
        }
        Ok(())
    }

    /// Length of the name `ahead` of the place reached.
    pub(super) fn name_length(&mut self, ahead: usize) -> usize {
        let at_hand = self.src.rest().get(ahead..).unwrap_or_default();
        let mut length = at_hand.iter().position(|&byte| !is_name_byte(byte)).unwrap_or(at_hand.len());
        if matches!(at_hand.get(length), None | Some(b'\\')) {
            while self.src.byte(ahead + length).is_some_and(is_name_byte) {
                length += 1;
            }
        }
        length
    }

    fn plain_dollar(&mut self, quoted: bool, out: &mut Pieces) {
        if quoted {
            out.inside(b"$");
        } else {
            out.text(b"$");
        }
        self.src.pos += 1;
    }

    fn plain_parameter(&mut self, subject: Subject, length: usize, quoted: bool, out: &mut Pieces) {
        let start = self.src.pos;
        self.src.pos += length;
        let parameter = Parameter {
            quoted,
            subject,
            subscript: None,
            indirect: false,
            op: ParameterOp::Plain,
            text: span(start, start + length),
        };
        out.expansion(Part::Parameter(Box::new(parameter)), quoted);
    }

    /// `$((…))` or `$(…)`.
    fn parenthesis(&mut self, quoted: bool, out: &mut Pieces) -> Parse<()> {
        if self.src.byte(2) == Some(b'(') {
            return self.nested(|parser| parser.two_parentheses(quoted, out));
        }
        self.src.pos += 1;
        self.substitution(SubstitutionKind::Dollar, quoted, out)
    }

    /// `$((…))` if it is one. Else it is `$( (…)…)`, of which bash reads the text alone, up to its `)`: it is parsed when it
    /// runs.
    fn two_parentheses(&mut self, quoted: bool, out: &mut Pieces) -> Parse<()> {
        let line = self.src.line_at(self.src.pos);
        self.src.begin_attempt(self.src.pos);
        self.src.pos += 3;
        let expression = self.expression_or_text(line);
        if !matches!(expression, Ok(None)) {
            self.src.end_attempt();
        }
        if let Some(expr) = expression? {
            self.src.pos += 2;
            out.expansion(Part::Arithmetic(Box::new(ArithmeticPart { quoted, expr })), quoted);
            return Ok(());
        }
        let start = self.src.undo_changes();
        let body = Rc::new(Body::Text(self.src.slice(start + 2, self.src.pos).into()));
        self.src.pos += 1;
        let text = span(start, self.src.pos);
        let kind = SubstitutionKind::Dollar;
        out.expansion(Part::Command(Box::new(Substitution { quoted, kind, line, text, body })), quoted);
        Ok(())
    }

    /// The expression up to `))`, or nothing where one of the two stands alone: then the place reached is the `)` of `$(`.
    fn expression_or_text(&mut self, line: u32) -> Parse<Option<Arithmetic>> {
        let expr = self.arithmetic(ArithmeticEnd::Parentheses, line)?;
        if self.src.byte(1) == Some(b')') {
            return Ok(Some(expr));
        }
        self.src.pos += 1;
        self.arithmetic(ArithmeticEnd::Parentheses, line)?;
        Ok(None)
    }

    /// `$[…]`, the old form of `$((…))`.
    fn bracket(&mut self, quoted: bool, out: &mut Pieces) -> Parse<()> {
        let line = self.src.line_at(self.src.pos);
        self.src.pos += 2;
        let expr = self.nested(|parser| parser.arithmetic(ArithmeticEnd::Bracket, line))?;
        self.src.pos += 1;
        out.expansion(Part::Arithmetic(Box::new(ArithmeticPart { quoted, expr })), quoted);
        Ok(())
    }

    /// `<(…)` or `>(…)` at the place reached.
    pub(super) fn process_substitution(&mut self, out: &mut Pieces) -> Parse<()> {
        let kind =
            if self.src.peek() == Some(b'<') { SubstitutionKind::ProcessIn } else { SubstitutionKind::ProcessOut };
        self.src.pos += 1;
        self.substitution(kind, false, out)
    }

    /// Reads `(…)`, at the place reached, as a substitution.
    fn substitution(&mut self, kind: SubstitutionKind, quoted: bool, out: &mut Pieces) -> Parse<()> {
        let start = self.src.pos - 1;
        self.src.pos += 1;
        let (line, list) = self.nested(Parser::substituted_list)?;
        let text = span(start, self.src.pos);
        let body = Rc::new(match kind {
            SubstitutionKind::Dollar => file_or_list(list),
            _ => Body::Parsed(list),
        });
        // The name of a process substitution is neither split nor globbed.
        let fixed = quoted || kind != SubstitutionKind::Dollar;
        out.expansion(Part::Command(Box::new(Substitution { quoted, kind, line, text, body })), fixed);
        Ok(())
    }

    /// The commands up to `)`, which is taken, and the line of the first token. Here-documents of their own end with them.
    fn substituted_list(&mut self) -> Parse<(u32, List)> {
        let start = self.src.pos;
        let outer = self.heredocs.enter();
        let made = self.heredocs.count();
        self.substitutions += 1;
        let conditional = std::mem::replace(&mut self.conditional, false);
        let in_text = std::mem::replace(&mut self.in_text, false);
        self.newlines();
        let line = self.here();
        let list = self.substituted_commands();
        self.in_text = in_text;
        self.conditional = conditional;
        self.substitutions -= 1;
        let pending = self.heredocs.leave(outer);
        if list.is_err() {
            self.failed = Some(start);
        }
        let mut list = list?;
        self.read_late_heredocs(pending);
        if self.heredocs.count() > made {
            self.heredocs.fill(&mut list.0);
        }
        Ok((line, list))
    }

    pub(super) fn substituted_commands(&mut self) -> Parse<List> {
        let list = self.list_or_nothing()?;
        if !self.accept(Token::Close) {
            return Err(self.unexpected());
        }
        Ok(list)
    }

    /// `` `…` ``: the text after removal of its backslashes; it is parsed when it runs.
    pub(super) fn backquotes(&mut self, quoted: bool, out: &mut Pieces) -> Parse<()> {
        let start = self.src.pos;
        let line = self.src.line_at(start);
        self.src.pos += 1;
        let mut text = Vec::new();
        loop {
            match self.src.byte(0) {
                None => return Err(self.unclosed(b'`', line)),
                Some(b'`') => break,
                Some(b'\\') => {
                    let next = self.src.raw(1);
                    match next {
                        Some(byte @ (b'$' | b'`' | b'\\')) => text.push(byte),
                        Some(b'"') if quoted && !self.in_text => text.push(b'"'),
                        Some(byte) => text.extend([b'\\', byte]),
                        None => text.push(b'\\'),
                    }
                    self.src.pos += if next.is_some() { 2 } else { 1 };
                }
                Some(byte) => {
                    text.push(byte);
                    self.src.pos += 1;
                }
            }
        }
        self.src.pos += 1;
        let text_span = span(start, self.src.pos);
        let body = Rc::new(Body::Text(text.into()));
        let kind = SubstitutionKind::Backquote;
        out.expansion(Part::Command(Box::new(Substitution { quoted, kind, line, text: text_span, body })), quoted);
        Ok(())
    }
}

/// The parameter that the character `byte` behind `$` names.
pub(super) fn special(byte: u8) -> Option<Subject> {
    Some(match byte {
        b'0' => Subject::Zero,
        b'1'..=b'9' => Subject::Positional((byte - b'0').into()),
        b'@' => Subject::At,
        b'*' => Subject::Star,
        b'#' => Subject::Count,
        b'?' => Subject::Status,
        b'-' => Subject::Flags,
        b'$' => Subject::Pid,
        b'!' => Subject::LastBackground,
        _ => return None,
    })
}

/// `$(< file)` reads the file; anything else is run.
fn file_or_list(list: List) -> Body {
    let mut list = list;
    if let [Command::Simple(simple)] = &mut *list.0
        && simple.is_only_input()
    {
        let mut redirects = std::mem::take(&mut simple.redirects).into_vec();
        if let Some(redirect) = redirects.pop() {
            return Body::File(redirect);
        }
    }
    Body::Parsed(list)
}

impl Simple {
    /// Whether it is `< file` and nothing else, which a substitution reads.
    pub fn is_only_input(&self) -> bool {
        self.words.is_empty()
            && self.assignments.is_empty()
            && matches!(&*self.redirects, [redirect] if redirect.kind == RedirectKind::Read
                && matches!(redirect.fd, RedirectFd::Default | RedirectFd::Number(0)))
    }
}
