//! `rsh_fuzz::command_line` for cargo-fuzz.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| rsh_fuzz::command_line::run(input));
