//! Foresight: whether a command string will make the shell become a command at once, told from its bytes.
//!
//! It is a guess that only saves time: where it is wrong `sys::attempt` gives up. What is told here is that until then nothing is
//! done that could not be done twice.

use super::{Commands, Opt, Plan, Setting};
use crate::builtins;

/// Builtins that change this process alone.
const PRIVATE: &[&[u8]] = &[b":", b"cd", b"exec", b"export", b"set", b"true", b"ulimit", b"umask"];

/// What the environment may hold that is run, or changes how something is.
const SAYS_MORE: &[&str] = &["BASH_ENV", "ENV", "SHELLOPTS", "BASHOPTS"];

impl Plan {
    /// Whether it is an and-or list of simple commands, the last of which is no builtin: `-c 'set -e && exec app "$@"'`.
    pub fn becomes_command(&self) -> bool {
        let Commands::String(text) = &self.commands else { return false };
        let harmless = |setting: &Setting| matches!(setting, Setting::Set(option, _) if *option != Opt::MONITOR);
        let plain = !self.interactive && !self.login && self.instead.is_none();
        plain
            && self.settings.iter().all(harmless)
            && is_plain(text)
            && !SAYS_MORE.iter().any(|name| std::env::var_os(name).is_some())
            && !has_functions()
    }
}

fn has_functions() -> bool {
    std::env::vars_os().any(|(name, _)| name.as_encoded_bytes().starts_with(b"BASH_FUNC_"))
}

fn is_plain(text: &[u8]) -> bool {
    if text.len() > 4096 || text.iter().any(|byte| b"<>()|;\n\\!#`".contains(byte)) {
        return false;
    }
    let mut parts = text.split(|&byte| byte == b'&').peekable();
    let mut between = true;
    while let Some(part) = parts.next() {
        between = !between;
        if between {
            if !part.is_empty() {
                return false; // one `&`
            }
            continue;
        }
        let words = part.split(|byte| b" \t".contains(byte));
        let mut words = words.filter(|word| !word.is_empty());
        let first = words.next().unwrap_or_default();
        let is_named = first.iter().all(|byte| byte.is_ascii_alphanumeric() || b"/._-+:".contains(byte));
        let is_private = PRIVATE.contains(&first);
        let is_builtin = || builtins::TABLE.iter().any(|builtin| builtin.name.as_bytes() == first);
        let mut sets_monitor = || first == b"set" && words.any(|word| word.contains(&b'm'));
        let becomes = first == b"exec" || !is_private && !is_builtin();
        let fits = if parts.peek().is_some() { is_private && !becomes } else { becomes };
        if first.is_empty() || !is_named || sets_monitor() || !fits {
            return false;
        }
    }
    !between
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn lists_of_simple_commands_are_seen() {
        for text in
            ["app", "set -e && /app", "set -euo pipefail&&exec app \"$@\"", " cd /srv && umask 022 && ./app ${X:-1} "]
        {
            assert!(is_plain(text.as_bytes()), "{text}");
        }
        for text in [
            "",
            "echo a",
            "set -e",
            "app && echo",
            "app &",
            "app & app",
            "app &&& app",
            "app; app",
            "$X a",
            "\"kill\" 1",
            "x=1 app",
            "set -m && app",
            "set -o monitor && app",
            "kill 1 && app",
            "exec app && app",
            "app &&",
            "x=$(app)",
            "a | b",
            "app >f",
        ] {
            assert!(!is_plain(text.as_bytes()), "{text}");
        }
    }
}
