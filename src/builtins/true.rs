//! `:`, `true`, `false` (bash manual 4.1).

use crate::state::{Builtin, Kind, Outcome, Run, Shell, Status};
use crate::syntax::Field;

pub(super) const COLON: Builtin = Builtin {
    name: ":",
    run: Run::Plain(succeed),
    kind: Kind::Special,
    usage: ":",
    summary: "Expand the arguments and do nothing.",
};

pub(super) const TRUE: Builtin = Builtin {
    name: "true",
    run: Run::Plain(succeed),
    kind: Kind::Regular,
    usage: "true",
    summary: "Do nothing, and succeed.",
};

pub(super) const FALSE: Builtin = Builtin {
    name: "false",
    run: Run::Plain(fail),
    kind: Kind::Regular,
    usage: "false",
    summary: "Do nothing, and fail.",
};

fn succeed(_: &mut Shell, _: &[Field]) -> Outcome {
    Ok(Status::SUCCESS)
}

fn fail(_: &mut Shell, _: &[Field]) -> Outcome {
    Ok(Status::FAILURE)
}
