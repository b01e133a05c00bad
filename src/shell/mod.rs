//! Process two, the shell: wiring, environment, the plan run, the end (bash manual 6.1, 6.2).

mod start;

use bstr::ByteSlice;

use crate::exec::{output, report, run, signals, subshell, substitute, text, traps};
use crate::state::{Builtin, Invocation, Outcome, Shell, Status, Wiring, special};
use crate::syntax::{Field, Name, Source, print_exported_function};
use crate::sys;

/// What is run.
pub enum Commands {
    /// `-c`
    String(Vec<u8>),
    /// A script's path.
    Script(Vec<u8>),
    /// Commands from standard input.
    StandardInput,
}

/// How the shell is to be set up: what the command line said.
pub struct Plan {
    /// What is run.
    pub commands: Commands,
    /// `$0`
    pub zero: Vec<u8>,
    /// The name it was called by, for messages.
    pub name: Vec<u8>,
    /// `$1` …
    pub args: Vec<Vec<u8>>,
    /// `set` letters, on or off, in the order given.
    pub letters: Vec<(u8, bool)>,
    /// `-o name`, `+o name`
    pub set_options: Vec<(Vec<u8>, bool)>,
    /// `-O name`, `+O name`
    pub shopt_options: Vec<(Vec<u8>, bool)>,
    /// `-i`
    pub interactive: bool,
    /// `-l`, `--login`, or a name that starts with `-`.
    pub login: bool,
    /// `--noprofile`
    pub no_profile: bool,
    /// `--norc`
    pub no_rc: bool,
    /// `--rcfile`
    pub rc_file: Option<Vec<u8>>,
    /// A supervisor of ours stands above: the pipe that tells it while this is a shell.
    pub supervised: Option<sys::Fd>,
}

const WIRING: Wiring = Wiring {
    builtin,
    substitute: substitute::substitute,
    process_substitution: substitute::process_substitution,
    exported_functions,
    warn: report::message_bytes,
};

fn builtin(name: Name) -> Option<&'static Builtin> {
    crate::builtins::TABLE.get(name.0.checked_sub(special::COUNT)? as usize)
}

fn exported_functions(shell: &Shell) -> Vec<Field> {
    let exported = |name: &Name| shell.functions.attrs(*name) & crate::state::functions::EXPORTED != 0;
    let functions = shell.functions.iter().filter(|(name, _)| exported(name));
    let string = |(name, function): (Name, &std::rc::Rc<crate::syntax::Function>)| {
        let text = print_exported_function(function, &shell.names);
        Field::from([b"BASH_FUNC_", &shell.names.spelling(name)[..], b"%%=", &text].concat())
    };
    functions.map(string).collect()
}

/// Runs the plan in this process; never comes back.
pub fn run(plan: Plan) -> ! {
    let Plan { commands, zero, name, args, .. } = &plan;
    let invocation = Invocation {
        name: Field::from(&name[..]),
        interactive: plan.interactive,
        login: plan.login,
        command_string: matches!(commands, Commands::String(_)),
        standard_input: matches!(commands, Commands::StandardInput),
        pid: sys::child::id(),
        restricted: false,
        supervised: plan.supervised,
    };
    let mut shell = Shell::new(invocation, Field::from(&zero[..]), crate::builtins::TABLE, &WIRING);
    start::environment(&mut shell);
    let args: Vec<Field> = args.iter().map(|arg| Field::from(&arg[..])).collect();
    shell.frames.positional = args.into();
    if let Err(status) = start::options(&mut shell, &plan) {
        sys::child::exit(status.0);
    }
    let outcome = start::files(&mut shell, &plan).and_then(|()| run_commands(&mut shell, plan.commands));
    let status = subshell::status_of(outcome);
    run::set_status(&mut shell, status);
    let status = traps::run_exit(&mut shell, status);
    let _ = output::flush(&mut shell);
    signals::end(&mut shell, status)
}

fn run_commands(shell: &mut Shell, commands: Commands) -> Outcome {
    match commands {
        Commands::String(string) => {
            let mut source = Source::new(string, 1);
            text::run(shell, &mut source, Some("-c"), true)
        }
        Commands::Script(path) => run_script(shell, &path),
        Commands::StandardInput => text::run_standard_input(shell),
    }
}

/// Runs a script: the file itself, or the one of that name in PATH.
fn run_script(shell: &mut Shell, path: &[u8]) -> Outcome {
    let found = match sys::file::read_file(path) {
        Err(sys::Errno::ENOENT) if !path.contains(&b'/') => match crate::exec::find::search(shell, path) {
            Some((found, _)) => sys::file::read_file(&found),
            None => Err(sys::Errno::ENOENT),
        },
        found => found,
    };
    let script = match found {
        Ok(script) => script,
        Err(error) => {
            let text = sys::file::message(error);
            report::message_without_line(shell, format_args!("{}: {text}", path.as_bstr()));
            return Ok(if error == sys::Errno::ENOENT { Status::NOT_FOUND } else { Status::NOT_EXECUTABLE });
        }
    };
    let first_line = script.split(|&byte| byte == b'\n').next().unwrap_or_default();
    if first_line.contains(&0) {
        report::message_without_line(shell, format_args!("{0}: {0}: cannot execute binary file", path.as_bstr()));
        return Ok(Status::NOT_EXECUTABLE);
    }
    shell.frames.script = Field::from(path);
    let mut source = Source::new(script, 1);
    text::run(shell, &mut source, None, true)
}
