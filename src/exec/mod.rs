//! Execution: the tree in, statuses out (bash manual 3.7; POSIX 2.8, 2.9, 2.11, 2.12).

mod background;
mod compound;
pub mod conditional;
mod coprocess;
pub mod find;
pub mod function;
pub mod history;
pub mod job_text;
mod keyword;
pub mod output;
mod pipeline;
pub mod recall;
pub mod redirect;
pub mod report;
pub mod run;
mod select;
pub mod signals;
pub mod simple;
pub mod spawn;
mod stage;
pub mod subshell;
pub mod substitute;
mod temporary;
pub mod terminal;
pub mod text;
pub mod trace;
pub mod traps;
