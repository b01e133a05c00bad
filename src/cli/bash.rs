//! bash's invocation options (bash manual 6.1), with rsh's own among them.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::own::Own;
use super::{help, refuse, shown};
use crate::check::Given;
use crate::shell::{Commands, Instead, Opt, Plan, Setting};

/// What bash's options say; the operands are not looked at yet.
#[derive(Default)]
pub(super) struct Parsed {
    string: bool,
    standard_input: bool,
    interactive: bool,
    login: bool,
    no_profile: bool,
    no_rc: bool,
    restricted: bool,
    privileged: bool,
    debugger: bool,
    no_editing: bool,
    errexit: bool,
    rc_file: Option<Vec<u8>>,
    instead: Option<Instead>,
    settings: Vec<Setting>,
}

/// Reads options up to the operands, or to `--run`. As in bash the long ones of bash come first, with one dash or two;
/// rsh's own may stand anywhere.
pub(super) fn parse(name: &[u8], rest: &mut Peekable<IntoIter<Vec<u8>>>, own: &mut Own) -> Result<Parsed, i32> {
    let mut parsed = Parsed::default();
    let mut long = true;
    let variable = own.command_line_follows();
    while let Some(word) = rest.next_if(|word| matches!(word.first(), Some(b'-' | b'+'))) {
        if matches!(&word[..], b"-" | b"--") {
            break;
        }
        if word.starts_with(b"--") && own.take(&word, &mut || rest.next()).map_err(|text| refuse(name, &text))? {
            if own.run {
                rest.next_if(|word| &word[..] == b"--");
                break;
            }
            continue;
        }
        long = long && word.starts_with(b"-") && parsed.long(name, &word, rest)?;
        if !long && word.starts_with(b"--") && !super::options::is_bash(&word) {
            refuse(name, &super::options::invalid(&word));
            help::usage(name);
            return Err(2);
        }
        if !long && super::options::is_own(&[b"-", &word[..]].concat()) {
            let word = shown(&word);
            refuse(
                name,
                &format!("warning: {word} is taken as letters, each an option of its own; did you mean -{word}?"),
            );
        }
        if !long {
            parsed.letters(name, &word, rest)?;
        }
    }
    own.command_line_ended(variable);
    Ok(parsed)
}

impl Parsed {
    /// A cluster of letters.
    fn letters(&mut self, name: &[u8], word: &[u8], rest: &mut Peekable<IntoIter<Vec<u8>>>) -> Result<(), i32> {
        let (sign, letters) = word.split_at(1);
        let on = sign == b"-";
        for &letter in letters {
            match letter {
                b'c' => self.string = true,
                b's' => self.standard_input = true,
                b'l' => self.login = true,
                b'D' => self.instead = Some(Instead::DumpStrings),
                b'i' => self.interactive = on,
                b'r' => self.restricted = on,
                b'o' => match rest.next() {
                    Some(option) => self.set_option(name, option, on)?,
                    None => self.settings.push(Setting::ListSet { reusable: !on }),
                },
                b'O' => self.settings.push(match rest.next() {
                    Some(option) => Setting::Shopt(option, on),
                    None => Setting::ListShopt { reusable: !on },
                }),
                letter => match Opt::by_letter(letter) {
                    Some(option) => self.set(option, on),
                    None => {
                        let shown = [sign, &[letter]].concat();
                        return Err(self.refuse_with_usage(name, &format!("{}: invalid option", self::shown(&shown))));
                    }
                },
            }
        }
        Ok(())
    }

    fn set(&mut self, option: Opt, on: bool) {
        match option {
            Opt::ERREXIT => self.errexit = on,
            Opt::PRIVILEGED => self.privileged = on,
            _ => {}
        }
        self.settings.push(Setting::Set(option, on));
    }

    /// `-o name`, `+o name`
    fn set_option(&mut self, name: &[u8], option: Vec<u8>, on: bool) -> Result<(), i32> {
        let Some(known) = Opt::by_set_name(&option) else {
            let text = format!("line 0: {}: {}: invalid option name", shown(name), shown(&option));
            return Err(self.refuse(name, &text));
        };
        self.set(known, on);
        Ok(())
    }

    /// A long option of bash's, with one dash or two; false when one dash begins letters.
    fn long(&mut self, name: &[u8], word: &[u8], rest: &mut Peekable<IntoIter<Vec<u8>>>) -> Result<bool, i32> {
        let option = word.strip_prefix(b"--").or_else(|| word.strip_prefix(b"-")).unwrap_or(word);
        match option {
            b"posix" => self.set(Opt::POSIX, true),
            b"verbose" => self.set(Opt::VERBOSE, true),
            b"login" => self.login = true,
            b"restricted" => self.restricted = true,
            b"norc" => self.no_rc = true,
            b"noprofile" => self.no_profile = true,
            b"noediting" => self.no_editing = true,
            b"debug" => {} // there is nothing of bash's own to debug
            b"debugger" => self.debugger = true,
            b"dump-strings" => self.instead = Some(Instead::DumpStrings),
            b"dump-po-strings" => self.instead = Some(Instead::DumpPoStrings),
            b"pretty-print" => self.instead = Some(Instead::PrettyPrint),
            b"rcfile" | b"init-file" => match rest.next() {
                Some(file) => self.rc_file = Some(file),
                None => return Err(refuse(name, &format!("{}: option requires an argument", shown(option)))),
            },
            b"version" => {
                help::version();
                return Err(0);
            }
            b"help" => {
                help::help(name);
                return Err(0);
            }
            b"help=man" => {
                help::manual();
                return Err(0);
            }
            _ if word.starts_with(b"--") => {
                return Err(self.refuse_with_usage(name, &super::options::invalid(word)));
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Says what is wrong: 2; after `-e` bash has 1.
    fn refuse(&self, name: &[u8], text: &str) -> i32 {
        let status = refuse(name, text);
        if self.errexit { 1 } else { status }
    }

    /// The same, and what is allowed.
    fn refuse_with_usage(&self, name: &[u8], text: &str) -> i32 {
        let status = self.refuse(name, text);
        if !self.errexit {
            help::usage(name);
        }
        status
    }

    /// What `--check` and `--explain` are to know.
    pub(super) fn given(&self) -> Given {
        let is_posix = |setting: &Setting| matches!(setting, Setting::Set(Opt::POSIX, true));
        let is_extglob = |setting: &Setting| matches!(setting, Setting::Shopt(name, true) if &name[..] == b"extglob");
        let posix = self.settings.iter().any(is_posix);
        let extglob = self.settings.iter().any(is_extglob);
        Given { string: self.string, extglob, posix }
    }

    /// The plan of a shell with these options and the operands that follow.
    pub(super) fn plan(self, name: Vec<u8>, mut rest: Peekable<IntoIter<Vec<u8>>>) -> Result<Plan, i32> {
        let mut zero = name.clone();
        let mut commands = Commands::StandardInput;
        if self.string {
            let Some(text) = rest.next() else {
                return Err(self.refuse(&name, "-c: option requires an argument"));
            };
            commands = Commands::String(text);
            if let Some(word) = rest.next() {
                if super::options::is_own(&word) {
                    refuse(&name, &format!("warning: {}: behind the string it is $0, no option", shown(&word)));
                }
                zero = word;
            }
        } else if !self.standard_input
            && let Some(path) = rest.next()
        {
            zero = path.clone();
            commands = Commands::Script(path);
        }
        let called = name.rsplit(|&byte| byte == b'/').next().unwrap_or_default();
        let called = called.strip_prefix(b"-").unwrap_or(called);
        Ok(Plan {
            commands,
            zero,
            login: self.login || name.starts_with(b"-"),
            as_sh: called == b"sh",
            restricted: self.restricted || called == b"rbash",
            name,
            args: rest.collect(),
            settings: self.settings,
            flag_s: self.standard_input,
            interactive: self.interactive,
            privileged: self.privileged,
            debugger: self.debugger,
            editing: !self.no_editing,
            no_profile: self.no_profile,
            no_rc: self.no_rc,
            rc_file: self.rc_file,
            instead: self.instead,
            supervised: None,
        })
    }
}
