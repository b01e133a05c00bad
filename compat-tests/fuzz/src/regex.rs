//! Any right side of `=~`: compiled or refused, and its groups lie in the text.

use rsh::sys::regex::{Flags, Regex};

/// Flags, the regular expression, NUL, the text.
pub fn run(input: &[u8]) {
    let Some((flags, pattern, text)) = super::flags_and_two(input) else { return };
    // the C library's engine takes memory by the bounds and repetitions: {999}{999} and x++++++++ are its own affair
    let repeated = pattern.iter().filter(|byte| b"*+?".contains(byte)).count();
    if pattern.contains(&b'{') || repeated > 6 || pattern.len() > 64 || text.contains(&0) {
        return;
    }
    let Ok(regex) = Regex::compile(pattern, Flags { nocase: flags & 1 != 0, utf8: flags & 2 != 0 }) else { return };
    for (start, end) in regex.exec(text).into_iter().flatten().flatten() {
        assert!(start <= end && end <= text.len());
    }
}
