//! Prompts: the escapes of PS1 and its kind, and of `${x@P}` (bash manual 6.9).

use super::{ExpandError, string};
use crate::state::{Opt, Shell, special};
use crate::sys;

/// `text` as a prompt: its escapes are decoded, then it is expanded as if in double quotes (`shopt promptvars`).
pub fn prompt(shell: &mut Shell, text: &[u8]) -> Result<Vec<u8>, ExpandError> {
    let expands = shell.options.get(Opt::PROMPTVARS);
    let mut decoder = Decoder { shell, out: Vec::new(), expands };
    decoder.decode(text);
    let text = decoder.out;
    if expands { string(shell, &text) } else { Ok(text) }
}

struct Decoder<'a> {
    shell: &'a mut Shell,
    out: Vec<u8>,
    /// The result is expanded: what is put in must survive that.
    expands: bool,
}

impl Decoder<'_> {
    fn decode(&mut self, text: &[u8]) {
        let mut rest = text;
        while let [byte, behind @ ..] = rest {
            rest = match (byte, behind) {
                (b'\\', [letter, behind @ ..]) => self.escape(*letter, behind),
                (b'!', [b'!', behind @ ..]) if self.shell.options.get(Opt::POSIX) => {
                    self.out.push(b'!');
                    behind
                }
                (b'!', behind) if self.shell.options.get(Opt::POSIX) => self.escape(b'!', behind),
                _ => {
                    self.out.push(*byte);
                    behind
                }
            };
        }
    }

    /// Decodes the escape of `letter`; gives what follows it.
    fn escape<'t>(&mut self, letter: u8, behind: &'t [u8]) -> &'t [u8] {
        match letter {
            b'a' => self.out.push(0x07),
            b'e' => self.out.push(0x1B),
            b'n' => self.out.push(b'\n'),
            b'r' => self.out.push(b'\r'),
            b'[' | b']' => {} // they are for a line editor
            b'$' if sys::user::euid() == 0 => self.out.push(b'#'),
            b'$' => self.insert(b"$"),
            b'\\' => self.insert(b"\\"),
            b'0'..=b'7' => return self.octal(letter, behind),
            b'D' => return self.date(behind),
            _ => match self.value(letter) {
                Some(value) => self.insert(&value),
                None => self.out.extend_from_slice(&[b'\\', letter]),
            },
        }
        behind
    }

    /// What the letter of an escape stands for.
    fn value(&mut self, letter: u8) -> Option<Vec<u8>> {
        let time = |decoder: &mut Self, format: &[u8]| Some(decoder.time(format));
        match letter {
            b'd' => time(self, b"%a %b %d"),
            b't' => time(self, b"%H:%M:%S"),
            b'T' => time(self, b"%I:%M:%S"),
            b'@' => time(self, b"%I:%M %p"),
            b'A' => time(self, b"%H:%M"),
            b'h' => Some(sys::user::host_name().split(|&byte| byte == b'.').next().unwrap_or_default().to_vec()),
            b'H' => Some(sys::user::host_name()),
            b'j' => Some(self.shell.jobs.list.len().to_string().into_bytes()),
            b'l' => {
                let terminal = sys::tty::name(sys::Fd::STDIN);
                Some(terminal.map_or_else(|| b"tty".to_vec(), |path| base_name(&path).to_vec()))
            }
            b's' => Some(base_name(&self.shell.invocation.name).to_vec()),
            b'u' => {
                let account = sys::user::account_by_uid(sys::user::euid());
                Some(account.map_or_else(|| b"I have no name!".to_vec(), |account| account.name))
            }
            b'v' => Some(self.version(2)),
            b'V' => Some(self.version(3)),
            b'w' => Some(self.directory(false)),
            b'W' => Some(self.directory(true)),
            b'#' => Some((self.shell.dynamic.commands + 1).to_string().into_bytes()),
            b'!' => Some(
                (self.shell.dynamic.history.base + self.shell.dynamic.history.lines.len()).to_string().into_bytes(),
            ),
            _ => None,
        }
    }

    /// Appends what must be as it is in the end.
    fn insert(&mut self, text: &[u8]) {
        for &byte in text {
            if self.expands && matches!(byte, b'$' | b'`' | b'\\') {
                self.out.push(b'\\');
            }
            self.out.push(byte);
        }
    }

    /// `\nnn`: up to three octal digits.
    fn octal<'t>(&mut self, first: u8, behind: &'t [u8]) -> &'t [u8] {
        let digits = behind.iter().take(2).take_while(|byte| (b'0'..=b'7').contains(byte)).count();
        let (digits, behind) = behind.split_at(digits);
        let value = digits.iter().fold(u32::from(first - b'0'), |value, digit| value * 8 + u32::from(digit - b'0'));
        self.insert(&[value as u8]);
        behind
    }

    /// `\D{format}`
    fn date<'t>(&mut self, behind: &'t [u8]) -> &'t [u8] {
        let Some(end) = behind.strip_prefix(b"{").and_then(|format| memchr::memchr(b'}', format)) else {
            self.out.extend_from_slice(b"\\D");
            return behind;
        };
        let format = behind.get(1..=end).unwrap_or_default();
        let text = self.time(if format.is_empty() { b"%X" } else { format });
        self.insert(&text);
        behind.get(end + 2..).unwrap_or_default()
    }

    fn time(&mut self, format: &[u8]) -> Vec<u8> {
        let zone = self.shell.time_zone();
        sys::clock::format_time(format, sys::clock::realtime_micros() / 1_000_000, zone.as_deref())
    }

    /// The first `numbers` of BASH_VERSION.
    fn version(&mut self, numbers: usize) -> Vec<u8> {
        let version = self.shell.scalar(special::BASH_VERSION).unwrap_or_default();
        let end = version.iter().position(|&byte| byte == b'(').unwrap_or(version.len());
        let version = version.get(..end).unwrap_or_default();
        version.split(|&byte| byte == b'.').take(numbers).collect::<Vec<_>>().join(&b'.')
    }

    /// The current directory, the home directory as `~`; its last component alone for `\W`.
    fn directory(&mut self, last: bool) -> Vec<u8> {
        let here = self.shell.scalar(special::PWD).unwrap_or_default().to_vec();
        let home = self.shell.scalar(special::HOME).unwrap_or_default();
        if last {
            return if here == home || here == b"/" {
                if here == b"/" { here } else { b"~".to_vec() }
            } else {
                base_name(&here).to_vec()
            };
        }
        let text = match here.strip_prefix(home) {
            Some(rest) if home.len() > 1 && (rest.is_empty() || rest.starts_with(b"/")) => [b"~", rest].concat(),
            _ => here,
        };
        self.trimmed(text)
    }

    /// PROMPT_DIRTRIM: that many components at the end are kept.
    fn trimmed(&mut self, text: Vec<u8>) -> Vec<u8> {
        let trim = self.shell.names.find(b"PROMPT_DIRTRIM").and_then(|name| {
            let value = self.shell.vars.get(name).value.scalar()?;
            std::str::from_utf8(value).ok()?.parse::<usize>().ok().filter(|&trim| trim > 0)
        });
        let Some(trim) = trim else { return text };
        let (root, path) = match text.as_slice() {
            [b'~', path @ ..] => (&b"~"[..], path),
            path => (&b""[..], path),
        };
        let components: Vec<&[u8]> = path.split(|&byte| byte == b'/').filter(|part| !part.is_empty()).collect();
        match components.len().checked_sub(trim) {
            Some(dropped) if dropped > 0 => {
                let kept = components.get(dropped..).unwrap_or_default().join(&b'/');
                [root, if root.is_empty() { b".../" } else { b"/.../" }, &kept].concat()
            }
            _ => text.clone(),
        }
    }
}

fn base_name(path: &[u8]) -> &[u8] {
    path.rsplit(|&byte| byte == b'/').next().unwrap_or_default()
}
