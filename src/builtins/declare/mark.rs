//! `export` and `readonly`: special builtins that give attributes where the variable is, without making locals (POSIX 2.14).

use super::operand::{Given, Operand};
use super::show::{self, Listing};
use super::variable::{self, list_in_text};
use super::{failed_specially, functions, invalid_identifier, leading_fields};
use crate::builtins::args::{self, Options};
use crate::exec::{report, trace};
use crate::expand::{ExpandError, bind};
use crate::state::{Argument, Assoc, Attrs, Builtin, Kind, Outcome, Run, Shell, Status, Value, VarError};
use crate::syntax::{Name, is_name};

pub(in crate::builtins) const EXPORT: Builtin = Builtin {
    name: "export",
    run: Run::Declaration(export),
    kind: Kind::Special,
    usage: "export [-fn] [name[=value] ...] or export -p",
    summary: "Hand variables and functions on to programs.",
};

pub(in crate::builtins) const READONLY: Builtin = Builtin {
    name: "readonly",
    run: Run::Declaration(readonly),
    kind: Kind::Special,
    usage: "readonly [-aAf] [name[=value] ...] or readonly -p",
    summary: "Make variables that cannot be changed.",
};

struct Mark {
    builtin: &'static Builtin,
    attribute: Attrs,
    array: bool,
    assoc: bool,
    functions: bool,
    undo: bool,
}

fn export(shell: &mut Shell, args: &[Argument]) -> Outcome {
    run(shell, &EXPORT, Attrs::EXPORT, args)
}

fn readonly(shell: &mut Shell, args: &[Argument]) -> Outcome {
    run(shell, &READONLY, Attrs::READONLY, args)
}

fn run(shell: &mut Shell, builtin: &'static Builtin, attribute: Attrs, args: &[Argument]) -> Outcome {
    let fields = leading_fields(args);
    let mut mark = Mark { builtin, attribute, array: false, assoc: false, functions: false, undo: false };
    let mut options = Options::new(&fields, "aAfnp"); // both take all of them
    loop {
        match options.next() {
            Ok(Some(letter)) => match letter.letter {
                b'a' => mark.array = true,
                b'A' => mark.assoc = true,
                b'f' => mark.functions = true,
                b'n' => mark.undo = true,
                _ => {}
            },
            Ok(None) => break,
            Err(wrong) => return args::refuse(shell, builtin.name, builtin.usage, wrong),
        }
    }
    let operands = args.get(fields.len() - options.operands().len()..).unwrap_or_default();
    if operands.is_empty() {
        if mark.functions {
            show::functions(shell, attribute, false);
        } else {
            let listing = Listing { builtin: builtin.name };
            show::variables(shell, attribute, mark.array, mark.assoc, Some(listing));
        }
        return Ok(Status::SUCCESS);
    }
    let mut status = Status::SUCCESS;
    for argument in operands {
        let operand = Operand::new(argument);
        let done = if mark.functions {
            functions::mark(shell, builtin.name, operand.word, attribute, mark.undo)?
        } else {
            mark_variable(shell, &mark, &operand)?
        };
        if !done.is_success() {
            status = done;
        }
    }
    Ok(status)
}

/// `export name`, `readonly name=value`.
fn mark_variable(shell: &mut Shell, mark: &Mark, operand: &Operand) -> Outcome {
    if operand.subscript.is_some() || !is_name(operand.name) {
        return invalid_identifier(shell, mark.builtin.name, operand.left());
    }
    let name = shell.names.intern(operand.name);
    let name = match bind::resolve(shell, name) {
        Ok(target) => target.name,
        Err(error) => return report::builtin_expansion(shell, mark.builtin.name, error),
    };
    if let Some(given) = &operand.given
        && let Err(error) = assign(shell, mark, operand, name, given)
    {
        return failed(shell, mark, error);
    }
    let attrs = shell.vars.get(name).attrs;
    if mark.undo && mark.attribute == Attrs::EXPORT {
        if shell.vars.get(name).exists() {
            shell.set_attrs(name, attrs.without(mark.attribute));
        }
        return Ok(Status::SUCCESS);
    }
    if mark.undo {
        return Ok(Status::SUCCESS); // readonly -n: what is readonly stays so
    }
    shell.set_attrs(name, attrs.with(mark.attribute));
    shell.keep_temporary(name);
    Ok(Status::SUCCESS)
}

fn assign(shell: &mut Shell, mark: &Mark, operand: &Operand, name: Name, given: &Given) -> Result<(), ExpandError> {
    shell.check_writable(name)?;
    let wants_array = mark.array || mark.assoc || matches!(given, Given::List(_));
    if wants_array && !shell.vars.get(name).value.is_array() {
        make_array(shell, name, mark.assoc);
    }
    match given {
        Given::List(elements) => bind::assign_compound(shell, name, elements, operand.append),
        Given::Text(text) => {
            trace::marked(shell, operand.name, operand.append, text);
            let list = if wants_array { list_in_text(shell, name, text)? } else { None };
            match list {
                Some(elements) => bind::assign_compound(shell, name, &elements, operand.append),
                None => bind::assign(shell, name, text, operand.append),
            }
        }
    }
}

fn make_array(shell: &mut Shell, name: Name, assoc: bool) {
    let before = match shell.value(name) {
        Value::Scalar(text) => Some(crate::syntax::Field::from(&text[..])),
        _ => None,
    };
    let value = if assoc {
        let mut array = Assoc::default();
        before.into_iter().for_each(|text| array.set(b"0", text));
        Value::Assoc(Box::new(array))
    } else {
        Value::Indexed(Box::new(before.into_iter().collect()))
    };
    shell.touch(name).value = value;
    shell.after_change(name);
}

/// An assignment that failed: a readonly variable is told without the builtin's name, and ends the shell in POSIX mode.
fn failed(shell: &mut Shell, mark: &Mark, error: ExpandError) -> Outcome {
    match error {
        ExpandError::Flow(flow) => Err(flow),
        ExpandError::Variable(VarError::Readonly(_)) => {
            report::expansion(shell, error);
            failed_specially(shell)
        }
        error => variable::failed(shell, mark.builtin.name, error),
    }
}
