//! `rsh_fuzz::printf` for cargo-fuzz.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| rsh_fuzz::printf::run(input));
