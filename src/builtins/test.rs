//! `test` and `[` (POSIX `test`; bash manual 4.1): up to four arguments by their number, more by precedence.

use bstr::ByteSlice;

use crate::exec::conditional::{self, TestError, binary_operator, binary_test, unary_operator, unary_test};
use crate::exec::report;
use crate::state::{Builtin, Kind, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) const TEST: Builtin = Builtin {
    name: "test",
    run: Run::Plain(test),
    kind: Kind::Regular,
    usage: "test [expr]",
    summary: "Test files, strings and numbers.",
};

pub(super) const BRACKET: Builtin = Builtin {
    name: "[",
    run: Run::Plain(bracket),
    kind: Kind::Regular,
    usage: "[ arg... ]",
    summary: "The same as test, with a ] at the end.",
};

fn test(shell: &mut Shell, args: &[Field]) -> Outcome {
    run(shell, "test", args, false)
}

fn bracket(shell: &mut Shell, args: &[Field]) -> Outcome {
    match args.split_last() {
        Some((last, args)) if &last[..] == b"]" => run(shell, "[", args, true),
        _ => {
            report::message(shell, format_args!("[: missing `]'"));
            Ok(Status::USAGE)
        }
    }
}

/// What is wrong with an expression.
enum Wrong {
    /// `NAME: text`
    Text(String),
    Test(TestError),
}

type Answer = Result<bool, Wrong>;

fn run(shell: &mut Shell, name: &str, args: &[Field], bracket: bool) -> Outcome {
    let text = match by_count(shell, args, bracket) {
        Ok(truth) => return Ok(Status::of(truth)),
        Err(Wrong::Text(text)) => text,
        Err(Wrong::Test(TestError::Integer(operand))) => format!("{}: integer expression expected", operand.as_bstr()),
        Err(Wrong::Test(TestError::Expand(error))) => return Err(report::expansion(shell, error)),
    };
    report::message(shell, format_args!("{name}: {text}"));
    Ok(Status::USAGE)
}

fn wrong<T>(text: impl Into<String>) -> Result<T, Wrong> {
    Err(Wrong::Text(text.into()))
}

fn by_count(shell: &mut Shell, args: &[Field], bracket: bool) -> Answer {
    match args {
        [] => Ok(false),
        [one] => Ok(!one.is_empty()),
        [first, second] => two(shell, first, second),
        [first, second, third] => three(shell, first, second, third),
        [not, first, second, third] if &not[..] == b"!" => three(shell, first, second, third).map(|truth| !truth),
        [open, first, second, close] if &open[..] == b"(" && &close[..] == b")" => two(shell, first, second),
        args => Expression { shell, args, next: 0, bracket, depth: 0 }.whole(),
    }
}

fn two(shell: &mut Shell, first: &Field, second: &Field) -> Answer {
    if &first[..] == b"!" {
        return Ok(second.is_empty());
    }
    match unary_operator(first) {
        Some(op) => unary(shell, op, second),
        None => wrong(format!("{}: unary operator expected", first.as_bstr())),
    }
}

fn three(shell: &mut Shell, first: &Field, second: &Field, third: &Field) -> Answer {
    if let Some(op) = binary_operator(second) {
        return binary_test(op, first, third).map_err(Wrong::Test);
    }
    match (&first[..], &second[..], &third[..]) {
        (first, b"-a", third) => Ok(!first.is_empty() && !third.is_empty()),
        (first, b"-o", third) => Ok(!first.is_empty() || !third.is_empty()),
        (b"!", _, _) => two(shell, second, third).map(|truth| !truth),
        (b"(", one, b")") => Ok(!one.is_empty()),
        _ => wrong(format!("{}: binary operator expected", second.as_bstr())),
    }
}

fn unary(shell: &mut Shell, op: u8, operand: &Field) -> Answer {
    unary_test(shell, op, operand).map_err(Wrong::Test)
}

/// How deep parentheses and `!` may go.
const DEEPEST: u32 = 1000;

/// An expression of any length: `-o` binds less than `-a`, and that less than `!`.
struct Expression<'a> {
    shell: &'a mut Shell,
    args: &'a [Field],
    next: usize,
    bracket: bool,
    depth: u32,
}

impl Expression<'_> {
    fn whole(&mut self) -> Answer {
        let truth = self.or()?;
        match self.args.get(self.next) {
            None => Ok(truth),
            Some(word) if word.first() == Some(&b'-') => {
                wrong(format!("syntax error: `{}' unexpected", word.as_bstr()))
            }
            Some(_) => wrong("too many arguments"),
        }
    }

    fn or(&mut self) -> Answer {
        let mut truth = self.and()?;
        while self.at(0) == Some(b"-o") {
            self.next += 1;
            truth |= self.and()?;
        }
        Ok(truth)
    }

    fn and(&mut self) -> Answer {
        let mut truth = self.term()?;
        while self.at(0) == Some(b"-a") {
            self.next += 1;
            truth &= self.term()?;
        }
        Ok(truth)
    }

    fn term(&mut self) -> Answer {
        let Some(word) = self.args.get(self.next) else { return wrong("argument expected") };
        if self.depth > DEEPEST {
            return wrong("too many arguments");
        }
        match &word[..] {
            b"!" => {
                self.next += 1;
                self.depth += 1;
                let truth = self.term()?;
                self.depth -= 1;
                Ok(!truth)
            }
            b"(" => self.group(),
            _ => self.primary(word.clone()),
        }
    }

    fn group(&mut self) -> Answer {
        self.next += 1;
        self.depth += 1;
        let truth = self.or()?;
        self.depth -= 1;
        match self.at(0) {
            Some(b")") => {
                self.next += 1;
                Ok(truth)
            }
            Some(word) => wrong(format!("`)' expected, found {}", word.as_bstr())),
            None if self.bracket => wrong("`)' expected, found ]"),
            None => wrong("`)' expected"),
        }
    }

    fn primary(&mut self, word: Field) -> Answer {
        if let Some(op) = self.at(1).and_then(binary_operator)
            && let Some(right) = self.args.get(self.next + 2)
        {
            self.next += 3;
            return binary_test(op, &word, right).map_err(Wrong::Test);
        }
        self.next += 1;
        match (unary_operator(&word), self.args.get(self.next)) {
            // -t alone asks of standard output: only a number belongs to it here
            (Some(b't'), Some(operand)) if conditional::parse_integer(operand).is_none() => {
                unary(self.shell, b't', &Field::from(&b"1"[..]))
            }
            (Some(op), Some(operand)) => {
                self.next += 1;
                unary(self.shell, op, operand)
            }
            // an operator with nothing behind it is a string: bash -c '[ -n a -a -z ]; echo $?'
            _ => Ok(!word.is_empty()),
        }
    }

    fn at(&self, ahead: usize) -> Option<&[u8]> {
        self.args.get(self.next + ahead).map(|word| &word[..])
    }
}
