//! `rsh_fuzz::expansion` for cargo-fuzz.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| rsh_fuzz::expansion::run(input));
