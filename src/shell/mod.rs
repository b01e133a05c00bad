//! Process two, the shell: wiring, environment, the plan run, the end (bash manual 6.1, 6.2).

mod foresight;
mod instead;
mod interactive;
mod script;
mod start;

use crate::exec::{output, report, signals, subshell, substitute, text, traps};
pub use crate::state::Opt;
use crate::state::{Builtin, Invocation, Outcome, Shell, Value, Wiring, special};
use crate::syntax::{Field, Name, Source, print_exported_function};
use crate::sys;
pub use script::is_binary;

/// What is run.
#[derive(Clone)]
pub enum Commands {
    /// `-c`
    String(Vec<u8>),
    /// A script's path.
    Script(Vec<u8>),
    /// Commands from standard input.
    StandardInput,
}

/// An option of the command line that the shell itself has, or a list of them that is to be shown.
#[derive(Clone)]
pub enum Setting {
    /// `-e`, `+e`, `-o name`, `+o name`
    Set(Opt, bool),
    /// `-O name`, `+O name`
    Shopt(Vec<u8>, bool),
    /// `-o` or `+o` (as commands) without a name
    ListSet {
        /// As commands that set the same again.
        reusable: bool,
    },
    /// `-O` or `+O` without a name
    ListShopt {
        /// As commands that set the same again.
        reusable: bool,
    },
}

/// What is done with the commands instead of running them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// `-D`: their translatable strings are shown.
    DumpStrings,
    /// `--dump-po-strings`: the same as a file of gettext.
    DumpPoStrings,
    /// `--pretty-print`: they are shown in bash's layout.
    PrettyPrint,
}

/// How the shell is to be set up: what the command line said.
#[derive(Clone)]
pub struct Plan {
    /// What is run.
    pub commands: Commands,
    /// `$0`
    pub zero: Vec<u8>,
    /// The name it was called by, for messages.
    pub name: Vec<u8>,
    /// `$1` …
    pub args: Vec<Vec<u8>>,
    /// Options and lists of options, in the order given.
    pub settings: Vec<Setting>,
    /// `-s`, which `$-` shows.
    pub flag_s: bool,
    /// `-i`
    pub interactive: bool,
    /// `-l`, `--login`, or a name that starts with `-`.
    pub login: bool,
    /// Called as `sh`: POSIX mode once the start-up files have run.
    pub as_sh: bool,
    /// `-r`, or called as `rbash`: restricted once the start-up files have run.
    pub restricted: bool,
    /// No `--noediting`.
    pub editing: bool,
    /// `-p`
    pub privileged: bool,
    /// `--debugger`
    pub debugger: bool,
    /// `--noprofile`
    pub no_profile: bool,
    /// `--norc`
    pub no_rc: bool,
    /// `--rcfile`
    pub rc_file: Option<Vec<u8>>,
    /// What is done with the commands instead of running them.
    pub instead: Option<Instead>,
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
        let text = print_exported_function(function, &shell.names, shell.options.get(Opt::POSIX));
        Field::from([b"BASH_FUNC_", &shell.names.spelling(name)[..], b"%%=", &text].concat())
    };
    functions.map(string).collect()
}

/// Runs the plan in this process; never comes back.
pub fn run(mut plan: Plan) -> ! {
    if matches!(plan.commands, Commands::StandardInput) && plan.instead.is_none() && interactive::is_at_terminal() {
        plan.interactive = true;
    }
    let Plan { commands, zero, name, args, .. } = &plan;
    let invocation = Invocation {
        name: Field::from(&name[..]),
        interactive: plan.interactive,
        login: plan.login,
        command_string: matches!(commands, Commands::String(_)),
        standard_input: plan.flag_s,
        pid: sys::child::id(),
        restricted: false,
        supervised: plan.supervised,
    };
    let mut shell = Shell::new(invocation, Field::from(&zero[..]), crate::builtins::TABLE, &WIRING);
    shell.frames.unnamed = Field::from(match commands {
        Commands::String(_) => &b"environment"[..],
        _ => b"main",
    });
    for setting in &plan.settings {
        if let Setting::Set(option @ (Opt::PRIVILEGED | Opt::POSIX), on) = setting {
            shell.options.set(*option, *on); // they decide what is taken from the environment
        }
    }
    let imports = !plan.restricted && !plan.privileged;
    start::environment(&mut shell, imports);
    let args: Vec<Field> = args.iter().map(|arg| Field::from(&arg[..])).collect();
    shell.frames.positional = args.into();
    if let Err(status) = start::options(&mut shell, &plan, imports) {
        sys::child::exit(status.0);
    }
    let outcome = start::files(&mut shell, &plan).and_then(|()| {
        shell.invocation.standard_input |= matches!(plan.commands, Commands::StandardInput);
        if shell.options.get(Opt::HISTORY) {
            crate::builtins::start_history(&mut shell);
        }
        run_commands(&mut shell, plan)
    });
    let outcome = outcome.and_then(|status| signals::between_commands(&mut shell).map(|()| status));
    let status = subshell::status_of(outcome);
    let status = traps::run_exit(&mut shell, status);
    if shell.options.get(Opt::HISTORY) && shell.stop.is_none() {
        crate::builtins::save_history(&mut shell);
    }
    let _ = output::flush(&mut shell);
    signals::end(&mut shell, status)
}

fn run_commands(shell: &mut Shell, plan: Plan) -> Outcome {
    let mut source = match plan.commands {
        Commands::String(string) => {
            let _ = shell.set_value(special::BASH_EXECUTION_STRING, Value::Scalar(string.clone()));
            let mut source = Source::new(string, 1);
            return match plan.instead {
                Some(instead) => instead::show(shell, &mut source, instead, Some("-c")),
                None => text::run(shell, &mut source, Some("-c"), true),
            };
        }
        Commands::Script(path) => match script::open(shell, &path) {
            Ok(script) => Source::new(script, 1).streamed(),
            Err(status) => return Ok(status),
        },
        Commands::StandardInput => match plan.instead {
            Some(_) => text::standard_input(),
            None if plan.interactive => return interactive::run(shell),
            None => return text::run_standard_input(shell),
        },
    };
    match plan.instead {
        Some(instead) => instead::show(shell, &mut source, instead, None),
        None => text::run(shell, &mut source, None, true),
    }
}
