//! Any text as a rule: taken or refused with a reason, and what was taken answers every status and signal.

use rsh::rules::{Delays, Rewrite, parse_remap, parse_time, remap};
use rsh::sys::Signal;

/// `text` is the rule.
pub fn run(text: &[u8]) {
    if let Ok(rules) = parse_remap(text) {
        for code in 0..=255 {
            let stopped = remap(&rules, code, true);
            if let Some((rule, _)) = remap(&rules, code, false) {
                assert!(stopped.is_some_and(|(first, _)| first <= rule));
            }
        }
    }
    let mut rewrite = Rewrite::default();
    if rewrite.add(text).is_ok() {
        for number in 1..=64 {
            let _ = rewrite.apply(Signal(number));
        }
    }
    let _ = Delays::default().add(text);
    if let Ok(nanos) = parse_time(text) {
        assert!(nanos >= 0);
    }
}
