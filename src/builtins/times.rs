//! `times`: processor time of the shell and of its children (POSIX `times`).

use super::args::{self, Options};
use crate::state::{Builtin, Kind, Outcome, Run, Shell, Status};
use crate::syntax::Field;
use crate::sys::clock;

pub(super) const TIMES: Builtin = Builtin {
    name: "times",
    run: Run::Plain(times),
    kind: Kind::Special,
    usage: "times",
    summary: "Print the processor time used so far.",
};

fn times(shell: &mut Shell, args: &[Field]) -> Outcome {
    if let Err(wrong) = Options::new(args, "").next() {
        return args::refuse(shell, TIMES.name, TIMES.usage, wrong);
    }
    let used = clock::times();
    let shown = |micros: i64| {
        let millis = micros / 1000;
        format!("{}m{}.{:03}s", millis / 60_000, millis / 1000 % 60, millis % 1000)
    };
    let text = format!(
        "{} {}\n{} {}\n",
        shown(used.user),
        shown(used.system),
        shown(used.children_user),
        shown(used.children_system)
    );
    shell.fds.out.extend_from_slice(text.as_bytes());
    Ok(Status::SUCCESS)
}
