//! Builtins: ONE table, one file a builtin or family (bash manual 4; POSIX 2.14).

mod alias;
pub mod args;
mod caller;
mod cd;
mod command;
mod completion;
mod declare;
mod dirs;
mod echo;
mod enable;
mod escape;
mod eval;
mod exec;
mod exit;
mod fc;
mod getopts;
mod hash;
mod help;
mod history;
mod input;
mod jobs;
mod kill;
mod r#let;
mod loops;
mod mapfile;
mod printf;
mod read;
mod set;
mod shift;
mod shopt;
mod startup;
mod terminal;
mod test;
mod times;
mod topics;
mod trap;
mod r#true;
mod r#type;
mod ulimit;
mod umask;
mod unset;
mod wait;

pub use history::{save as save_history, start as start_history};
pub use jobs::{stays_for_stopped, tell_ended_jobs};
pub use set::{list_options as list_set_options, restrict, set_option};
pub use shopt::list_all as list_shopt_options;
pub use startup::{run_if_there, run_logout_files};

use crate::state::Builtin;

/// Every builtin, in the order of its names.
pub const TABLE: &[Builtin] = &[
    eval::DOT,
    r#true::COLON,
    test::BRACKET,
    alias::ALIAS,
    jobs::BG,
    terminal::BIND,
    loops::BREAK,
    command::BUILTIN,
    caller::CALLER,
    cd::CD,
    command::COMMAND,
    completion::COMPGEN,
    completion::COMPLETE,
    completion::COMPOPT,
    loops::CONTINUE,
    declare::DECLARE,
    dirs::DIRS,
    jobs::DISOWN,
    echo::ECHO,
    enable::ENABLE,
    eval::EVAL,
    exec::EXEC,
    exit::EXIT,
    declare::EXPORT,
    r#true::FALSE,
    fc::FC,
    jobs::FG,
    getopts::GETOPTS,
    hash::HASH,
    help::HELP,
    history::HISTORY,
    jobs::JOBS,
    kill::KILL,
    r#let::LET,
    declare::LOCAL,
    terminal::LOGOUT,
    mapfile::MAPFILE,
    dirs::POPD,
    printf::PRINTF,
    dirs::PUSHD,
    cd::PWD,
    read::READ,
    mapfile::READARRAY,
    declare::READONLY,
    exit::RETURN,
    set::SET,
    shift::SHIFT,
    shopt::SHOPT,
    eval::SOURCE,
    terminal::SUSPEND,
    test::TEST,
    times::TIMES,
    trap::TRAP,
    r#true::TRUE,
    r#type::TYPE,
    declare::TYPESET,
    ulimit::ULIMIT,
    umask::UMASK,
    alias::UNALIAS,
    unset::UNSET,
    wait::WAIT,
];
