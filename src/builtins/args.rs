//! Options of builtins, scanned as bash does (its `internal_getopt`): clusters, `--`, arguments joined or next.

use crate::exec::{output, report};
use crate::state::{Builtin, Outcome, Shell};
use crate::syntax::Field;

/// A scan over a builtin's arguments.
pub struct Options<'a> {
    args: &'a [Field],
    /// Letters that are allowed; one with `:` behind it takes an argument, with `;` an optional one (joined only).
    spec: &'static str,
    next: usize,
    offset: usize,
    plus: bool,
}

/// One option.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    /// The letter.
    pub letter: u8,
    /// Its argument.
    pub value: Option<Field>,
    /// Given with `+` (declare, set).
    pub plus: bool,
}

/// What is wrong with the options.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wrong {
    /// `-Z: invalid option`
    Invalid(String),
    /// `-d: option requires an argument`
    NeedsArgument(String),
    /// `--help`
    Help,
}

impl<'a> Options<'a> {
    /// A scan of `args` (without the builtin's name).
    pub fn new(args: &'a [Field], spec: &'static str) -> Options<'a> {
        Options { args, spec, next: 0, offset: 0, plus: false }
    }

    /// The same where options may begin with `+` too.
    pub fn with_plus(args: &'a [Field], spec: &'static str) -> Options<'a> {
        Options { plus: true, ..Options::new(args, spec) }
    }

    /// The operands: what stands behind the options, once `next` has given `None`.
    pub fn operands(&self) -> &'a [Field] {
        self.args.get(self.next..).unwrap_or_default()
    }

    /// The next option; `None` at the operands.
    #[allow(clippy::should_implement_trait, reason = "an iterator could not tell what is wrong")]
    pub fn next(&mut self) -> Result<Option<Letter>, Wrong> {
        let Some(word) = self.args.get(self.next) else { return Ok(None) };
        if self.offset == 0 {
            let signed = word.first() == Some(&b'-') || self.plus && word.first() == Some(&b'+');
            if !signed || word.len() == 1 {
                return Ok(None);
            }
            if &word[..] == b"--" {
                self.next += 1;
                return Ok(None);
            }
            if &word[..] == b"--help" {
                return Err(Wrong::Help);
            }
            self.offset = 1;
        }
        let plus = word.first() == Some(&b'+');
        let letter = word.get(self.offset).copied().unwrap_or(0);
        let shown = format!("{}{}", if plus { '+' } else { '-' }, bstr::BStr::new(&[letter]));
        self.offset += 1;
        let rest = word.get(self.offset..).unwrap_or_default();
        let at = self.spec.bytes().position(|known| known == letter && !matches!(letter, b':' | b';'));
        let Some(at) = at else { return Err(Wrong::Invalid(shown)) };
        let value = match self.spec.as_bytes().get(at + 1) {
            Some(b':') if !rest.is_empty() => Some(Field::from(rest)),
            Some(b':') => {
                self.next += 1;
                let value = self.args.get(self.next).cloned();
                Some(value.ok_or(Wrong::NeedsArgument(shown))?)
            }
            Some(b';') if !rest.is_empty() => Some(Field::from(rest)),
            _ => None,
        };
        if value.is_some() || rest.is_empty() {
            self.next += 1;
            self.offset = 0;
        }
        Ok(Some(Letter { letter, value, plus }))
    }
}

/// The operands of a builtin that has no options; what was said of an option is its outcome.
pub fn none<'a>(shell: &mut Shell, builtin: &Builtin, args: &'a [Field]) -> Result<&'a [Field], Outcome> {
    let mut options = Options::new(args, "");
    match options.next() {
        Err(wrong) => Err(refuse(shell, builtin.name, builtin.usage, wrong)),
        Ok(_) => Ok(options.operands()),
    }
}

/// The operands of a builtin that knows only `--help` and `--`: its other words may begin with `-`.
pub fn only_help<'a>(shell: &mut Shell, builtin: &Builtin, args: &'a [Field]) -> Result<&'a [Field], Outcome> {
    match args {
        [first, ..] if &first[..] == b"--help" => Err(refuse(shell, builtin.name, builtin.usage, Wrong::Help)),
        [first, rest @ ..] if &first[..] == b"--" => Ok(rest),
        args => Ok(args),
    }
}

/// Says what is wrong with a builtin's options, as bash does: status 2.
pub fn refuse(shell: &mut Shell, name: &str, usage: &str, wrong: Wrong) -> Outcome {
    match wrong {
        Wrong::Invalid(option) => report::builtin_option(shell, name, &option, usage),
        Wrong::NeedsArgument(option) => {
            report::message(shell, format_args!("{name}: {option}: option requires an argument"));
            report::builtin_usage(shell, name, usage)
        }
        Wrong::Help => {
            shell.fds.out.extend_from_slice(format!("{name}: {usage}\n").as_bytes());
            output::flush_unchecked(shell);
            Ok(crate::state::Status::USAGE)
        }
    }
}
