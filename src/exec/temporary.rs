//! `x=1 command`: the temporary environment of a command (bash manual 3.7.4).

use bstr::ByteSlice;

use super::{report, trace};
use crate::expand::{ExpandError, assigned, bind};
use crate::state::{Attrs, Element, Flow, Opt, Scope, Shell, Status, Value, VarError};
use crate::syntax::{AssignValue, Assignment, Field, Name};

/// Who sees the assignments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reach {
    /// A function: variables of its own.
    Function,
    /// A builtin: what it assigns itself is meant for the variable below too (`x=1 read x`).
    Builtin,
    /// A builtin that runs commands, `unset` or `read`: a scope of its own.
    Commands,
    /// A program.
    File,
}

impl Reach {
    /// As far as the environment of a builtin reaches; `args`: its name and the words behind it.
    pub(super) fn of_builtin(args: &[Field]) -> Reach {
        let is_command = args.first().is_some_and(|name| &name[..] == b"command");
        let option = |word: &&Field| is_command && (word.starts_with(b"-") || &word[..] == b"command");
        let name = args.iter().find(|word| !option(word)).map_or(&b""[..], |name| name);
        match name {
            b"eval" | b"." | b"source" | b"unset" | b"mapfile" | b"readarray" | b"read" => Reach::Commands,
            _ => Reach::Builtin,
        }
    }
}

/// Makes the assignments in front of a command: exported variables, until the journal is rolled back. Each sees those before
/// it. One that cannot be made is told, and the command runs without it; POSIX mode drops the line.
pub(super) fn assign_temporary(shell: &mut Shell, assignments: &[Assignment], reach: Reach) -> Result<(), Flow> {
    if assignments.is_empty() {
        return Ok(());
    }
    let start = shell.journal.mark().0;
    for assignment in assignments {
        if let Some(subscript) = &assignment.subscript {
            let target = bind::spelling(shell, assignment.name, subscript);
            report::message(shell, format_args!("`{}': not a valid identifier", target.as_bstr()));
            continue;
        }
        let name = match bind::resolve(shell, assignment.name) {
            Ok(target) if target.subscript.is_none() => target.name,
            _ => assignment.name,
        };
        if shell.vars.get(name).attrs.any(Attrs::READONLY) {
            let flow = report::assignment(shell, ExpandError::Variable(VarError::Readonly(name)));
            if shell.options.get(Opt::POSIX) {
                return Err(if shell.options.get(Opt::ERREXIT) { flow } else { Flow::Abandon(Status::FAILURE) });
            }
            continue;
        }
        let value = value(shell, assignment, name).map_err(|error| report::expansion(shell, error))?;
        let value = if assignment.append {
            bind::appended(shell, name, &value).map_err(|error| report::expansion(shell, error))?
        } else {
            value
        };
        trace::temporary(shell, assignment.name, &value);
        shadow(shell, name, value, reach)?;
    }
    shell.journal.ahead = start..shell.journal.mark().0;
    Ok(())
}

fn shadow(shell: &mut Shell, name: Name, value: Vec<u8>, reach: Reach) -> Result<(), Flow> {
    let level = shell.frames.level + u16::from(matches!(reach, Reach::Function | Reach::File));
    let attrs = Attrs::EXPORT.with(Attrs::TEMPORARY).with(Attrs::DECLARED);
    shell.shadow(name, level, attrs, Scope::Command);
    shell.set_value(name, Value::Scalar(value)).map_err(|error| report::assignment(shell, error.into()))?;
    if reach == Reach::File {
        shell.before_posix = None; // bash keeps no options for a program
    }
    if reach == Reach::Builtin {
        shell.set_attrs(name, attrs.with(Attrs::PASSING));
    }
    Ok(())
}

/// The string of `name=value`; of a list, its elements between parentheses.
fn value(shell: &mut Shell, assignment: &Assignment, name: Name) -> Result<Vec<u8>, ExpandError> {
    match &assignment.value {
        AssignValue::Scalar(word) => assigned(shell, word),
        AssignValue::Array(elements) => {
            let elements = bind::elements(shell, name, elements, true)?;
            let words: Vec<Field> = elements.iter().map(Element::written).collect();
            Ok([b"(", &words.join(&b' ')[..], b")"].concat())
        }
    }
}
