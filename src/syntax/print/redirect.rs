//! Redirections, and the bodies of here-documents behind them.

use super::super::ast::{HereDocument, Redirect, RedirectFd, RedirectKind};
use super::Printer;
use super::words::single_quoted;

impl<'a> Printer<'a> {
    /// Redirections with a blank between; the bodies of their here-documents come at once, or wait for the operator
    /// that follows the command.
    pub(super) fn redirects(&mut self, redirects: &'a [Redirect], stderr_too: bool) {
        self.after_here_document = false;
        let mut is_first = true;
        for redirect in redirects {
            self.blank_unless(&mut is_first);
            self.redirect(redirect);
        }
        if stderr_too {
            self.blank_unless(&mut is_first);
            self.put(b"2>&1");
        }
        self.waiting.extend(redirects.iter().filter(|redirect| redirect.heredoc.is_some()));
        if self.connections == 0 {
            self.put_bodies();
        }
    }

    /// The operator behind a command, and then the bodies that wait for it.
    pub(super) fn end_here_documents(&mut self, operator: &[u8]) {
        self.put(operator);
        if !self.waiting.is_empty() {
            self.put_bodies();
            if !operator.is_empty() {
                self.out.push(b' ');
            }
        }
    }

    fn put_bodies(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return;
        }
        self.out.push(b'\n');
        for document in waiting.iter().filter_map(|redirect| redirect.heredoc.as_deref()) {
            self.put(&document.body);
            self.put(&document.delimiter);
            self.out.push(b'\n');
        }
        self.after_here_document = true;
    }

    pub(super) fn redirect(&mut self, redirect: &'a Redirect) {
        let target = self.spelled_word(&redirect.target);
        let (operator, default): (&[u8], i32) = match redirect.kind {
            RedirectKind::Read => (b"< ", 0),
            RedirectKind::Write => (b"> ", 1),
            RedirectKind::Append => (b">> ", 1),
            RedirectKind::Clobber => (b">| ", 1),
            RedirectKind::ReadWrite => (b"<> ", ALWAYS), // `<>x` is printed as `0<> x`
            RedirectKind::Both => (b"&> ", 1),
            RedirectKind::BothAppend => (b"&>> ", 1),
            RedirectKind::HereString => (b"<<< ", 0),
            RedirectKind::HereDocument => {
                self.descriptor(redirect.fd, 0, 0);
                return redirect.heredoc.iter().for_each(|document| self.here_document_operator(document));
            }
            RedirectKind::DupIn | RedirectKind::DupOut => return self.duplicate(redirect, &target),
        };
        self.descriptor(redirect.fd, default, 0);
        self.put(operator);
        self.put(&target);
    }

    fn here_document_operator(&mut self, document: &HereDocument) {
        self.put(if document.strip_tabs { b"<<-" } else { b"<<" });
        if document.quoted {
            let delimiter = single_quoted(&document.delimiter);
            self.put(&delimiter);
        } else {
            self.put(&document.delimiter);
        }
    }

    /// `1>&2`, `0<&3-`, `0>&-` with the descriptor that is meant; `>&$x` as written.
    fn duplicate(&mut self, redirect: &Redirect, target: &[u8]) {
        let (own, operator): (i32, &[u8]) = if redirect.kind == RedirectKind::DupIn { (0, b"<&") } else { (1, b">&") };
        let digits = target.strip_suffix(b"-").unwrap_or(target);
        let is_number = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
        let closes = target == b"-";
        self.descriptor(redirect.fd, if is_number || closes { ALWAYS } else { own }, own);
        self.put(if closes { b">&" } else { operator });
        self.put(target);
    }

    /// The descriptor on the left, unless it is `hidden`; `own` is what the operator has when none was written.
    fn descriptor(&mut self, fd: RedirectFd, hidden: i32, own: i32) {
        let number = match fd {
            RedirectFd::Variable(name) => {
                self.out.push(b'{');
                self.put(self.names.spelling(name));
                return self.out.push(b'}');
            }
            RedirectFd::Number(number) => number,
            RedirectFd::Default if hidden == ALWAYS => own,
            RedirectFd::Default => hidden,
        };
        if number != hidden {
            self.put(number.to_string().as_bytes());
        }
    }
}

/// For [`Printer::descriptor`]: no descriptor is hidden.
const ALWAYS: i32 = -1;
