//! `let arg [arg ...]`: each argument is an expression; the last decides (bash manual 4.2).

use super::args;
use crate::exec::report;
use crate::expand::{self, ExpandError};
use crate::state::{Builtin, Kind, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) const LET: Builtin = Builtin {
    name: "let",
    run: Run::Plain(run),
    kind: Kind::Regular,
    usage: "let arg [arg ...]",
    summary: "Calculate.",
};

fn run(shell: &mut Shell, args: &[Field]) -> Outcome {
    let expressions = match args::only_help(shell, &LET, args) {
        Ok(expressions) => expressions,
        Err(outcome) => return outcome,
    };
    if expressions.is_empty() {
        return report::builtin(shell, LET.name, format_args!("expression expected"));
    }
    let mut value = 0;
    for expression in expressions {
        match expand::arithmetic_text(shell, expression) {
            Ok(result) => value = result,
            // without the builtin's name: bash -c 'readonly q; let q=2'
            Err(ExpandError::Variable(error)) => {
                report::expansion(shell, ExpandError::Variable(error));
                return Ok(Status::FAILURE);
            }
            Err(error @ ExpandError::Unset(_)) => return Err(report::arithmetic_command(shell, error)),
            Err(error) => return report::builtin_expansion(shell, LET.name, error),
        }
    }
    Ok(Status::of(value != 0))
}
