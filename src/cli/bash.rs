//! bash's invocation options (bash manual 6.1), with rsh's own among them.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::own::Own;
use super::{help, refuse, shown};
use crate::check::Given;
use crate::shell::{Commands, Plan};

/// What bash's options say; the operands are not looked at yet.
#[derive(Default)]
pub(super) struct Parsed {
    string: bool,
    standard_input: bool,
    interactive: bool,
    login: bool,
    restricted: bool,
    no_profile: bool,
    no_rc: bool,
    rc_file: Option<Vec<u8>>,
    dump_strings: bool,
    letters: Vec<(u8, bool)>,
    set_options: Vec<(Vec<u8>, bool)>,
    shopt_options: Vec<(Vec<u8>, bool)>,
}

/// Reads options up to the operands, or to `--run`.
pub(super) fn parse(name: &[u8], rest: &mut Peekable<IntoIter<Vec<u8>>>, own: &mut Own) -> Result<Parsed, i32> {
    let mut parsed = Parsed::default();
    let variable = own.command_line_follows();
    while let Some(word) = rest.next_if(|word| word.len() > 1 && matches!(word[0], b'-' | b'+')) {
        if &word[..] == b"--" {
            break;
        }
        if word.starts_with(b"--") {
            if !own.take(&word, || rest.next()).map_err(|text| refuse(name, &text))? {
                parsed.long(name, &word, rest)?;
            }
            if own.run {
                if rest.peek().is_some_and(|word| &word[..] == b"--") {
                    rest.next();
                }
                break;
            }
            continue;
        }
        parsed.letters(name, &word, rest)?;
    }
    own.command_line_ended(variable);
    Ok(parsed)
}

impl Parsed {
    /// A cluster of letters.
    fn letters(&mut self, name: &[u8], word: &[u8], rest: &mut Peekable<IntoIter<Vec<u8>>>) -> Result<(), i32> {
        let on = word.starts_with(b"-");
        for &letter in word.iter().skip(1) {
            match letter {
                b'c' => self.string = true,
                b's' if on => self.standard_input = true,
                b'i' if on => self.interactive = true,
                b'l' if on => self.login = true,
                b'D' if on => self.dump_strings = true,
                b'r' if on => self.restricted = true,
                b'o' | b'O' => {
                    let Some(option) = rest.next() else {
                        return Err(refuse(name, &format!("{}: option requires an argument", shown(word))));
                    };
                    let list = if letter == b'o' { &mut self.set_options } else { &mut self.shopt_options };
                    list.push((option, on));
                }
                letter => self.letters.push((letter, on)),
            }
        }
        Ok(())
    }

    /// A long option of bash's.
    fn long(&mut self, name: &[u8], word: &[u8], rest: &mut Peekable<IntoIter<Vec<u8>>>) -> Result<(), i32> {
        match word {
            b"--posix" => self.set_options.push((b"posix".to_vec(), true)),
            b"--verbose" => self.letters.push((b'v', true)),
            b"--login" => self.login = true,
            b"--restricted" => self.restricted = true,
            b"--norc" => self.no_rc = true,
            b"--noprofile" => self.no_profile = true,
            b"--noediting" => {} // there is no line editing
            b"--dump-strings" => self.dump_strings = true,
            b"--rcfile" | b"--init-file" => match rest.next() {
                Some(file) => self.rc_file = Some(file),
                None => return Err(refuse(name, &format!("{}: option requires an argument", shown(word)))),
            },
            b"--version" => {
                help::version();
                return Err(0);
            }
            b"--help" => {
                help::help(name);
                return Err(0);
            }
            b"--help=man" => {
                help::manual();
                return Err(0);
            }
            _ => {
                return Err(refuse(name, &format!("{}: invalid option (see --help)", shown(word))));
            }
        }
        Ok(())
    }

    /// What `--check` and `--explain` are to know.
    pub(super) fn given(&self) -> Given {
        let posix = self.set_options.iter().any(|(name, on)| *on && &name[..] == b"posix");
        let extglob = self.shopt_options.iter().any(|(name, on)| *on && &name[..] == b"extglob");
        Given { string: self.string, extglob, posix }
    }

    /// The plan of a shell with these options and the operands that follow.
    pub(super) fn plan(self, name: Vec<u8>, mut rest: Peekable<IntoIter<Vec<u8>>>) -> Result<Plan, i32> {
        if rest.peek().is_some_and(|word| &word[..] == b"-") {
            rest.next();
        }
        let mut zero = name.clone();
        let mut commands = Commands::StandardInput;
        if self.string {
            let Some(text) = rest.next() else { return Err(refuse(&name, "-c: option requires an argument")) };
            commands = Commands::String(text);
            if let Some(word) = rest.next() {
                zero = word;
            }
        } else if !self.standard_input
            && let Some(path) = rest.next()
        {
            zero = path.clone();
            commands = Commands::Script(path);
        }
        if self.dump_strings || self.restricted {
            let option = if self.restricted { "-r" } else { "--dump-strings" };
            return Err(refuse(&name, &format!("{option}: not supported yet")));
        }
        Ok(Plan {
            commands,
            zero,
            login: self.login || name.starts_with(b"-"),
            name,
            args: rest.collect(),
            letters: self.letters,
            set_options: self.set_options,
            shopt_options: self.shopt_options,
            interactive: self.interactive,
            no_profile: self.no_profile,
            no_rc: self.no_rc,
            rc_file: self.rc_file,
            supervised: None,
        })
    }
}
