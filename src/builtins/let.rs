//! `let arg [arg ...]`: each argument is an expression; the last decides (bash manual 4.2).

use crate::exec::report;
use crate::expand;
use crate::state::{Builtin, Kind, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) const LET: Builtin = Builtin {
    name: "let",
    run: Run::Plain(run),
    kind: Kind::Regular,
    usage: "let arg [arg ...]",
    summary: "Evaluate arithmetic expressions.",
};

fn run(shell: &mut Shell, args: &[Field]) -> Outcome {
    let expressions = match args {
        [first, rest @ ..] if &first[..] == b"--" => rest,
        args => args,
    };
    if expressions.is_empty() {
        return report::builtin(shell, LET.name, format_args!("expression expected"));
    }
    let mut value = 0;
    for expression in expressions {
        match expand::arithmetic_text(shell, expression) {
            Ok(result) => value = result,
            Err(error) => return report::builtin_expansion(shell, LET.name, error),
        }
    }
    Ok(Status::of(value != 0))
}
