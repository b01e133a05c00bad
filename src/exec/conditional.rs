//! `[[ ]]`, and the operators that `test` shares with it (bash manual 3.2.5.2, 6.4; POSIX `test`).

use super::{report, trace};
use crate::expand::{self, ExpandError, bind};
use crate::state::{Attrs, Flow, Nameref, Opt, Outcome, Shell, Status, Target, Value, special};
use crate::syntax::{BinaryTest, Conditional, Field, Word};
use crate::sys::file::{self, Access, Stat};
use crate::sys::{self, Errno, Fd};
use std::cmp::Ordering;

/// Why a test has no answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TestError {
    /// `x: integer expression expected` (`test` alone: in `[[` operands are expressions).
    Integer(Field),
    /// What an operand names could not be looked up.
    Expand(ExpandError),
}

impl From<ExpandError> for TestError {
    fn from(error: ExpandError) -> TestError {
        TestError::Expand(error)
    }
}

/// The letters of all unary operators.
pub const UNARY: &[u8] = b"abcdefghknoprstuvwxzGLNORS";

/// Whether `word` is a unary operator; its letter.
#[inline]
pub fn unary_operator(word: &[u8]) -> Option<u8> {
    match word {
        [b'-', letter] if UNARY.contains(letter) => Some(*letter),
        _ => None,
    }
}

/// Whether `word` is a binary operator of `test`.
#[inline]
pub fn binary_operator(word: &[u8]) -> Option<BinaryTest> {
    Some(match word {
        b"=" => BinaryTest::Equal(false),
        b"==" => BinaryTest::Equal(true),
        b"!=" => BinaryTest::NotEqual,
        b"<" => BinaryTest::Before,
        b">" => BinaryTest::After,
        b"-eq" => BinaryTest::Eq,
        b"-ne" => BinaryTest::Ne,
        b"-lt" => BinaryTest::Lt,
        b"-le" => BinaryTest::Le,
        b"-gt" => BinaryTest::Gt,
        b"-ge" => BinaryTest::Ge,
        b"-nt" => BinaryTest::Newer,
        b"-ot" => BinaryTest::Older,
        b"-ef" => BinaryTest::SameFile,
        _ => return None,
    })
}

/// `-op operand`
pub fn unary_test(shell: &mut Shell, op: u8, operand: &[u8]) -> Result<bool, TestError> {
    if operand.starts_with(b"/proc/") && !shell.jobs.list.is_empty() {
        super::signals::reap_ended(shell); // `while [ -d /proc/$pid ]`: a child that has ended is not there
    }
    let stat = || status_of(operand).ok();
    Ok(match op {
        b'n' => !operand.is_empty(),
        b'z' => operand.is_empty(),
        b'a' | b'e' => stat().is_some(),
        b'b' => stat().is_some_and(|stat| stat.is_block()),
        b'c' => stat().is_some_and(|stat| stat.is_character()),
        b'd' => stat().is_some_and(|stat| stat.is_directory()),
        b'f' => stat().is_some_and(|stat| stat.is_file()),
        b'g' => stat().is_some_and(|stat| stat.mode & 0o2000 != 0),
        b'h' | b'L' => file::link_stat(operand).is_ok_and(|stat| stat.is_link()),
        b'k' => stat().is_some_and(|stat| stat.mode & 0o1000 != 0),
        b'p' => stat().is_some_and(|stat| stat.is_fifo()),
        b's' => stat().is_some_and(|stat| stat.size > 0),
        b'u' => stat().is_some_and(|stat| stat.mode & 0o4000 != 0),
        b'S' => stat().is_some_and(|stat| stat.is_socket()),
        b'N' => stat().is_some_and(|stat| stat.modified > stat.accessed),
        b'O' => stat().is_some_and(|stat| stat.uid == sys::user::euid()),
        b'G' => stat().is_some_and(|stat| stat.gid == sys::user::egid()),
        b'r' => allows(operand, Access::Read),
        b'w' => allows(operand, Access::Write),
        b'x' => allows(operand, Access::Execute),
        b't' => {
            parse_integer(operand).is_some_and(|fd| i32::try_from(fd).is_ok_and(|fd| sys::tty::is_terminal(Fd(fd))))
        }
        b'o' => Opt::by_set_name(operand).is_some_and(|option| shell.options.get(option)),
        b'v' => return is_set(shell, operand),
        b'R' => is_bound_nameref(shell, operand),
        _ => false,
    })
}

/// `left op right`, as `test` has it: strings and decimal integers.
pub fn binary_test(op: BinaryTest, left: &[u8], right: &[u8]) -> Result<bool, TestError> {
    Ok(match op {
        BinaryTest::Equal(_) => left == right,
        BinaryTest::NotEqual => left != right,
        BinaryTest::Before => left < right,
        BinaryTest::After => left > right,
        BinaryTest::Newer | BinaryTest::Older | BinaryTest::SameFile => compare_files(op, left, right),
        BinaryTest::Regex => false, // no operator of `test`
        BinaryTest::Eq | BinaryTest::Ne | BinaryTest::Lt | BinaryTest::Le | BinaryTest::Gt | BinaryTest::Ge => {
            let integer = |text: &[u8]| parse_integer(text).ok_or_else(|| TestError::Integer(text.into()));
            compare(op, integer(left)?, integer(right)?)
        }
    })
}

fn compare(op: BinaryTest, left: i64, right: i64) -> bool {
    let order = left.cmp(&right);
    match op {
        BinaryTest::Eq => order == Ordering::Equal,
        BinaryTest::Ne => order != Ordering::Equal,
        BinaryTest::Lt => order == Ordering::Less,
        BinaryTest::Le => order != Ordering::Greater,
        BinaryTest::Gt => order == Ordering::Greater,
        _ => order != Ordering::Less,
    }
}

/// A file that is not there is older than any other; two that are not there are nothing to one another.
fn compare_files(op: BinaryTest, left: &[u8], right: &[u8]) -> bool {
    let (left, right) = (status_of(left).ok(), status_of(right).ok());
    match (op, left, right) {
        (BinaryTest::SameFile, Some(left), Some(right)) => left.same_file(&right),
        (BinaryTest::Newer, Some(left), Some(right)) => left.modified > right.modified,
        (BinaryTest::Older, Some(left), Some(right)) => left.modified < right.modified,
        (BinaryTest::Newer, Some(_), None) | (BinaryTest::Older, None, Some(_)) => true,
        _ => false,
    }
}

/// A decimal integer with a sign and blanks around it; `None` for anything else, also out of range.
#[inline]
pub fn parse_integer(text: &[u8]) -> Option<i64> {
    let blank = |byte: &u8| matches!(byte, b' ' | 9..=13);
    let mut rest = text;
    while let Some((_, behind)) = rest.split_first().filter(|(first, _)| blank(first)) {
        rest = behind;
    }
    while let Some((_, before)) = rest.split_last().filter(|(last, _)| matches!(last, b' ' | b'\t')) {
        rest = before;
    }
    let (negative, digits) = match rest {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] | digits => (false, digits),
    };
    if digits.is_empty() {
        return None;
    }
    let mut value = 0i64;
    for &byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        let digit = i64::from(digit);
        value = value
            .checked_mul(10)
            .and_then(|value| if negative { value.checked_sub(digit) } else { value.checked_add(digit) })?;
    }
    Some(value)
}

/// stat(2) of `path`; the descriptors' own names are asked of the descriptor, so that they need no `/dev`.
fn status_of(path: &[u8]) -> Result<Stat, Errno> {
    match descriptor_of(path) {
        Some(fd) => file::stat_fd(fd),
        None => file::stat(path),
    }
}

fn allows(path: &[u8], access: Access) -> bool {
    file::may(path, access).is_ok()
}

fn descriptor_of(path: &[u8]) -> Option<Fd> {
    match path.strip_prefix(b"/dev/")? {
        b"stdin" => Some(Fd::STDIN),
        b"stdout" => Some(Fd::STDOUT),
        b"stderr" => Some(Fd::STDERR),
        rest => std::str::from_utf8(rest.strip_prefix(b"fd/")?).ok()?.parse().ok().map(Fd),
    }
}

/// `-v`: a variable, an element, a positional parameter.
fn is_set(shell: &mut Shell, operand: &[u8]) -> Result<bool, TestError> {
    if !operand.is_empty() && operand.iter().all(u8::is_ascii_digit) {
        let number = parse_integer(operand).and_then(|number| usize::try_from(number).ok());
        return Ok(number.is_some_and(|number| number == 0 || shell.frames.parameter(number).is_some()));
    }
    if crate::syntax::parse_reference(operand).is_none() {
        return Ok(false);
    }
    if let Some(name) = shell.names.find(operand)
        && let Nameref::Target(Target { subscript: Some(_), .. }) = shell.deref(name)
    {
        return Ok(false); // bash looks for a variable called `a[1]`
    }
    match bind::lookup_reference(shell, operand) {
        Ok(value) => Ok(value.is_some()),
        Err(error @ ExpandError::BadSubscript(_)) => {
            // told, but no more than false: bash -c 'a=(1); test -v "a[-5]"; echo $?'
            report::expansion(shell, error);
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

/// `-R`: a nameref that has a value.
fn is_bound_nameref(shell: &Shell, operand: &[u8]) -> bool {
    shell.names.find(operand).is_some_and(|name| {
        let variable = shell.vars.get(name);
        variable.attrs.any(Attrs::NAMEREF) && variable.value.scalar().is_some()
    })
}

/// Runs `[[ … ]]`: 0, 1, or 2 for a regular expression that is none.
pub fn run_conditional(shell: &mut Shell, conditional: &Conditional) -> Outcome {
    match evaluate(shell, conditional, false) {
        Ok(truth) => Ok(Status::of(truth)),
        Err(Failure::Status(status)) => Ok(status),
        Err(Failure::Flow(flow)) => Err(flow),
    }
}

/// How an evaluation ends without an answer.
enum Failure {
    /// The whole `[[ ]]` has this status.
    Status(Status),
    Flow(Flow),
}

impl From<Flow> for Failure {
    fn from(flow: Flow) -> Failure {
        Failure::Flow(flow)
    }
}

/// The truth of `conditional`; `negated`: an odd number of `!` stands right before it, which `set -x` shows.
fn evaluate(shell: &mut Shell, conditional: &Conditional, negated: bool) -> Result<bool, Failure> {
    let traced = shell.options.get(Opt::XTRACE);
    match conditional {
        Conditional::Group(inner) => evaluate(shell, inner, false),
        Conditional::Not(inner) => evaluate(shell, inner, !negated).map(|truth| !truth),
        Conditional::And(left, right) => Ok(evaluate(shell, left, false)? && evaluate(shell, right, false)?),
        Conditional::Or(left, right) => Ok(evaluate(shell, left, false)? || evaluate(shell, right, false)?),
        Conditional::Word(word) => {
            let text = one(shell, word)?;
            if traced {
                trace::test(shell, negated, &[b"-n", &text]);
            }
            Ok(!text.is_empty())
        }
        Conditional::Unary(op, word) => {
            let text = if *op == b'v' { operand(shell, word)? } else { one(shell, word)? };
            if traced {
                trace::test(shell, negated, &[&[b'-', *op], &text]);
            }
            unary_test(shell, *op, &text).map_err(|error| fail(shell, error))
        }
        Conditional::Binary(op, left, right) if traced => {
            let left = one(shell, left)?;
            let shown = match op {
                BinaryTest::Equal(_) | BinaryTest::NotEqual => expand::pattern_shown(shell, right),
                BinaryTest::Regex => expand::regex(shell, right),
                _ => expand::one(shell, right),
            };
            let shown = shown.map_err(|error| report::expansion(shell, error))?;
            trace::test(shell, negated, &[&left, crate::syntax::spelling_of(*op), &shown]);
            binary_shown(shell, *op, &left, &shown)
        }
        Conditional::Binary(op, left, right) => binary(shell, *op, left, right),
    }
}

/// A binary test whose right side was expanded for `set -x`.
fn binary_shown(shell: &mut Shell, op: BinaryTest, left: &[u8], right: &[u8]) -> Result<bool, Failure> {
    match op {
        BinaryTest::Equal(_) | BinaryTest::NotEqual => {
            let pattern = expand::pattern_of_text(shell, right, left);
            Ok(pattern.matches(left) == (op != BinaryTest::NotEqual))
        }
        BinaryTest::Regex => match_regex(shell, left, right),
        _ => plain_binary(shell, op, left, right),
    }
}

fn binary(shell: &mut Shell, op: BinaryTest, left: &Word, right: &Word) -> Result<bool, Failure> {
    if is_arithmetic(op) {
        let (left, right) = (operand(shell, left)?, operand(shell, right)?);
        return plain_binary(shell, op, &left, &right);
    }
    let left = one(shell, left)?;
    match op {
        BinaryTest::Equal(_) | BinaryTest::NotEqual => {
            if let crate::syntax::WordBody::Literal(text) = &right.body
                && !shell.options.get(Opt::NOCASEMATCH)
                && !text.iter().any(|byte| matches!(byte, b'*' | b'?' | b'[' | b'\\' | b'('))
            {
                return Ok((left == text[..]) == (op != BinaryTest::NotEqual));
            }
            let pattern = expand::pattern(shell, right, &left).map_err(|error| report::expansion(shell, error))?;
            Ok(pattern.matches(&left) == (op != BinaryTest::NotEqual))
        }
        BinaryTest::Regex => {
            let pattern = expand::regex(shell, right).map_err(|error| report::expansion(shell, error))?;
            match_regex(shell, &left, &pattern)
        }
        _ => {
            let right = one(shell, right)?;
            plain_binary(shell, op, &left, &right)
        }
    }
}

/// An operand with an expression or a subscript in it, in which nothing is expanded again.
fn operand(shell: &mut Shell, word: &Word) -> Result<Vec<u8>, Failure> {
    expand::arithmetic_operand(shell, word).map_err(|error| Failure::Flow(report::expansion(shell, error)))
}

fn is_arithmetic(op: BinaryTest) -> bool {
    use BinaryTest::{Eq, Ge, Gt, Le, Lt, Ne};
    matches!(op, Eq | Ne | Lt | Le | Gt | Ge)
}

fn plain_binary(shell: &mut Shell, op: BinaryTest, left: &[u8], right: &[u8]) -> Result<bool, Failure> {
    match op {
        op if is_arithmetic(op) => {
            // one that cannot be evaluated is told, and the test is false: [[ ! 1+ -eq 1 ]] is true
            let Some(left) = integer(shell, left)? else { return Ok(false) };
            let Some(right) = integer(shell, right)? else { return Ok(false) };
            Ok(compare(op, left, right))
        }
        _ => binary_test(op, left, right).map_err(|error| fail(shell, error)),
    }
}

/// The value of an operand of `-eq` and its kind; an error is told behind `[[: `.
fn integer(shell: &mut Shell, text: &[u8]) -> Result<Option<i64>, Failure> {
    if let Some(value) = parse_integer(text).filter(|_| !matches!(text, [b'0', _, ..] | [b'+' | b'-', ..])) {
        return Ok(Some(value)); // what is decimal in an expression too
    }
    match expand::arithmetic_text(shell, text) {
        Ok(value) => Ok(Some(value)),
        Err(error @ ExpandError::Unset(_)) => Err(Failure::Flow(report::expansion(shell, error))),
        Err(error) => report::builtin_expansion(shell, "[[", error).map(|_| None).map_err(Failure::Flow),
    }
}

fn one(shell: &mut Shell, word: &Word) -> Result<Vec<u8>, Failure> {
    expand::one(shell, word).map_err(|error| Failure::Flow(report::expansion(shell, error)))
}

fn fail(shell: &mut Shell, error: TestError) -> Failure {
    match error {
        TestError::Integer(_) => Failure::Status(Status::USAGE),
        TestError::Expand(error) => Failure::Flow(report::expansion(shell, error)),
    }
}

/// `=~`: BASH_REMATCH has the match and its groups, or is empty.
fn match_regex(shell: &mut Shell, text: &[u8], pattern: &[u8]) -> Result<bool, Failure> {
    let nocase = shell.options.get(Opt::NOCASEMATCH);
    let Ok(regex) = shell.compiled.regex(pattern, sys::regex::Flags { nocase, utf8: shell.utf8 }) else {
        return Err(Failure::Status(Status::USAGE));
    };
    let places = regex.exec(text);
    let group = |place: &Option<(usize, usize)>| {
        Field::from(place.and_then(|(start, end)| text.get(start..end)).unwrap_or_default())
    };
    let groups = places.iter().flatten().map(group).collect();
    let name = special::BASH_REMATCH;
    shell.with_global(name, |shell| {
        shell.touch(name).value = Value::Indexed(Box::new(groups)); // a readonly one too
        shell.after_change(name);
    });
    Ok(places.is_some())
}
