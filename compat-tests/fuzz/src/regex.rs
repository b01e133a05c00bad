//! Any right side of `=~`: compiled or refused, and its groups lie in the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rsh::sys::regex::{Flags, Regex};

fuzz_target!(|input: (u8, Vec<u8>, Vec<u8>)| {
    let (flags, pattern, text) = input;
    // the C library's engine takes memory by the bounds and repetitions: {999}{999} and x++++++++ are its own affair
    let repeated = pattern.iter().filter(|byte| b"*+?".contains(byte)).count();
    if pattern.contains(&b'{') || repeated > 6 || pattern.len() > 64 || pattern.contains(&0) || text.contains(&0) {
        return;
    }
    let Ok(regex) = Regex::compile(&pattern, Flags { nocase: flags & 1 != 0, utf8: flags & 2 != 0 }) else { return };
    for (start, end) in regex.exec(&text).into_iter().flatten().flatten() {
        assert!(start <= end && end <= text.len());
    }
});
