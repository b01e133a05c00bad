//! Compound commands and conditional expressions.

use super::super::ast::{BinaryTest, CaseClause, CaseEnd, Command, CompoundKind, Conditional, List, Redirect, Word};
use super::Printer;

impl<'a> Printer<'a> {
    pub(super) fn compound(&mut self, kind: &'a CompoundKind) {
        match kind {
            CompoundKind::Group(list) => self.group(list),
            CompoundKind::Subshell(list) => {
                self.put(b"( ");
                self.go_on();
                self.list(list);
                self.end_here_documents(b"");
                self.put(b" )");
            }
            CompoundKind::If { branches, otherwise } => self.branches(branches, otherwise.as_ref()),
            CompoundKind::Loop(node) => {
                self.put(if node.goal { b"while " } else { b"until " });
                self.test(&node.test);
                self.put(b" do\n");
                self.block(&node.body, b"done");
            }
            CompoundKind::For { name, words, body } => {
                self.head(b"for ", self.names.spelling(*name), words.as_deref());
                self.out.push(b';');
                self.do_done(body);
            }
            CompoundKind::Select { name, words, body } => {
                self.head(b"select ", self.names.spelling(*name), words.as_deref());
                self.out.push(b';');
                self.do_done(body);
            }
            CompoundKind::ArithFor { parts, body } => {
                self.put(b"for ((");
                for (index, (expr, span)) in parts.iter().enumerate() {
                    self.put(if index == 0 { b"" } else { b"; " });
                    match expr {
                        Some(expr) => self.arithmetic(*span, expr),
                        None => self.put(b"1"),
                    }
                }
                self.put(b"))");
                self.do_done(body);
            }
            CompoundKind::Case { word, clauses } => {
                self.case_head(word);
                self.indent += self.step;
                for clause in clauses {
                    self.clause(clause);
                }
                self.indent -= self.step;
                self.newline(b"esac");
            }
            CompoundKind::Conditional(conditional) => {
                self.put(b"[[ ");
                self.conditional(conditional);
                self.put(b" ]]");
            }
            CompoundKind::Arithmetic { expr, text } => {
                self.put(b"((");
                self.arithmetic(*text, expr);
                self.put(b"))");
            }
        }
    }

    /// The body of a function as lines, and the redirections that hold for all of it.
    pub(super) fn body_of_function(&mut self, body: &'a Command) -> &'a [Redirect] {
        if let Command::Compound(compound) = body
            && let CompoundKind::Group(list) = &compound.kind
        {
            self.list(list);
            return &compound.redirects;
        }
        self.command(body);
        &[]
    }

    /// `{ a; b; }` in a line; in a function a line for each command.
    fn group(&mut self, list: &'a List) {
        self.put(b"{ ");
        if self.functions == 0 {
            self.go_on();
            self.list(list);
            self.end_here_documents(b"");
            self.semicolon();
            self.put(b" }");
            return;
        }
        self.out.push(b'\n');
        self.indent += self.step;
        self.list(list);
        self.end_here_documents(b"");
        self.indent -= self.step;
        self.newline(b"}");
    }

    /// `if`; bash reads an `elif` as an `if` of its own in the `else`, and prints that.
    fn branches(&mut self, branches: &'a [(List, List)], otherwise: Option<&'a List>) {
        let Some(((test, body), rest)) = branches.split_first() else { return };
        self.put(b"if ");
        if let ([Command::Simple(_) | Command::Compound(_)], true) = (&*test.0, self.connections > 0) {
            self.go_on();
            self.list(test);
            self.semicolon(); // a here-document waits for the next command: so bash does it with `if` alone
        } else {
            self.test(test);
        }
        self.put(b" then\n");
        self.indent += self.step;
        self.list(body);
        self.end_here_documents(b"");
        self.indent -= self.step;
        if !rest.is_empty() || otherwise.is_some() {
            self.semicolon();
            self.newline(b"else\n");
            self.indent += self.step;
            if rest.is_empty() {
                otherwise.into_iter().for_each(|list| self.list(list));
            } else {
                self.start();
                self.branches(rest, otherwise);
            }
            self.end_here_documents(b"");
            self.indent -= self.step;
        }
        self.semicolon();
        self.newline(b"fi");
    }

    /// The list behind `if` or `while`, up to the `;`.
    fn test(&mut self, test: &'a List) {
        self.go_on();
        self.list(test);
        self.end_here_documents(b"");
        self.semicolon();
    }

    /// `for x in words`
    pub(super) fn head(&mut self, keyword: &[u8], name: &[u8], words: Option<&'a [Word]>) {
        self.put(keyword);
        self.put(name);
        self.put(b" in ");
        match words {
            Some(words) => self.words(words, b" "),
            None => self.put(b"\"$@\""),
        }
    }

    /// `case word in `
    pub(super) fn case_head(&mut self, word: &'a Word) {
        self.put(b"case ");
        self.word(word);
        self.put(b" in ");
    }

    fn do_done(&mut self, body: &'a List) {
        self.newline(b"do\n");
        self.block(body, b"done");
    }

    /// An indented list, and the word that ends it.
    fn block(&mut self, body: &'a List, end: &[u8]) {
        self.indent += self.step;
        self.list(body);
        self.end_here_documents(b"");
        self.indent -= self.step;
        self.semicolon();
        self.newline(end);
    }

    fn clause(&mut self, clause: &'a CaseClause) {
        self.newline(b"");
        self.words(&clause.patterns, b" | ");
        self.put(b")\n");
        self.indent += self.step;
        if !clause.body.0.is_empty() {
            self.list(&clause.body);
        }
        self.indent -= self.step;
        self.end_here_documents(b"");
        self.newline(match clause.end {
            CaseEnd::Break => b";;",
            CaseEnd::FallThrough => b";&",
            CaseEnd::TestNext => b";;&",
        });
    }

    fn conditional(&mut self, conditional: &'a Conditional) {
        match conditional {
            Conditional::Group(inner) => {
                self.put(b"( ");
                self.conditional(inner);
                self.put(b" )");
            }
            Conditional::Not(inner) => match &**inner {
                Conditional::Not(inner) => self.conditional(inner), // bash keeps the number of `!` modulo 2
                inner => {
                    self.put(b"! ");
                    self.conditional(inner);
                }
            },
            Conditional::And(left, right) => self.both(left, b" && ", right),
            Conditional::Or(left, right) => self.both(left, b" || ", right),
            Conditional::Unary(op, word) => {
                self.put(&[b'-', *op, b' ']);
                self.word(word);
            }
            Conditional::Word(word) => {
                self.put(b"-n ");
                self.word(word);
            }
            Conditional::Binary(op, left, right) => {
                self.word(left);
                self.put(binary(*op));
                self.word(right);
            }
        }
    }

    fn both(&mut self, left: &'a Conditional, op: &[u8], right: &'a Conditional) {
        self.conditional(left);
        self.put(op);
        self.conditional(right);
    }
}

/// The operator between its blanks.
pub(super) fn binary(op: BinaryTest) -> &'static [u8] {
    match op {
        BinaryTest::Equal(true) => b" == ",
        BinaryTest::Equal(false) => b" = ",
        BinaryTest::NotEqual => b" != ",
        BinaryTest::Regex => b" =~ ",
        BinaryTest::Before => b" < ",
        BinaryTest::After => b" > ",
        BinaryTest::Eq => b" -eq ",
        BinaryTest::Ne => b" -ne ",
        BinaryTest::Lt => b" -lt ",
        BinaryTest::Le => b" -le ",
        BinaryTest::Gt => b" -gt ",
        BinaryTest::Ge => b" -ge ",
        BinaryTest::Newer => b" -nt ",
        BinaryTest::Older => b" -ot ",
        BinaryTest::SameFile => b" -ef ",
    }
}
