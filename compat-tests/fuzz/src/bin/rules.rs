//! `rsh_fuzz::rules` for cargo-fuzz.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| rsh_fuzz::rules::run(input));
