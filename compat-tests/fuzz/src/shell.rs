//! A shell that runs no command: substitutions give a fixed text.

use rsh::state::{Invocation, Shell, Wiring};
use rsh::syntax::Field;
use rsh::sys::Pid;

static WIRING: Wiring = Wiring {
    builtin: |_| None,
    substitute: |_, _| Ok(b"a b".to_vec()),
    process_substitution: |_, _| Ok(Field::from(&b"/dev/fd/63"[..])),
    exported_functions: |_| Vec::new(),
    warn: |_, _| (),
};

/// A fresh one.
pub(crate) fn new() -> Shell {
    rsh::sys::stack::guard(0);
    let name = Field::from(&b"rsh"[..]);
    let invocation = Invocation {
        name: name.clone(),
        interactive: false,
        login: false,
        command_string: true,
        standard_input: false,
        pid: Pid(42),
        restricted: false,
        supervised: None,
    };
    let mut shell = Shell::new(invocation, name, rsh::builtins::TABLE, &WIRING);
    for (name, value) in [("HOME", "/root"), ("PWD", "/here"), ("x", "a:b c"), ("n", "7")] {
        let name = shell.names.intern(name.as_bytes());
        let _ = shell.assign(name, value.as_bytes());
    }
    shell
}
