//! `rsh_fuzz::syntax` for cargo-fuzz.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| rsh_fuzz::syntax::run(input));
