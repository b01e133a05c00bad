//! The command line: what is to be done, before anything is done (BEHAVIOUR, section 1; bash manual 6.1).
//!
//! So far bash's `-c`, script and standard-input forms with the letters of `set`, `-o`, `-O`, `--posix`, `--version`. The
//! supervisor's options are refused with a message until they are built.

use bstr::ByteSlice;

use crate::shell::{Commands, Plan};
use crate::sys::{self, Fd};

/// The plan of a command line; `Err`: the exit status after a message.
pub fn plan(arguments: Vec<Vec<u8>>) -> Result<Plan, i32> {
    let mut rest = arguments.into_iter().peekable();
    let name = rest.next().unwrap_or_else(|| b"rsh".to_vec());
    let mut plan = Plan {
        commands: Commands::StandardInput,
        zero: name.clone(),
        name,
        args: Vec::new(),
        letters: Vec::new(),
        set_options: Vec::new(),
        shopt_options: Vec::new(),
        supervised: false,
    };
    let (mut string, mut standard_input) = (false, false);
    while let Some(word) = rest.next_if(|word| word.len() > 1 && matches!(word[0], b'-' | b'+')) {
        if &word[..] == b"--" {
            break;
        }
        if word.starts_with(b"--") {
            long_option(&mut plan, &word)?;
            continue;
        }
        let on = word.starts_with(b"-");
        for &letter in word.iter().skip(1) {
            match letter {
                b'c' if on => string = true,
                b's' if on => standard_input = true,
                b'o' | b'O' => {
                    let Some(option) = rest.next() else {
                        return Err(refuse(&plan, &word, "option requires an argument"));
                    };
                    if letter == b'o' { &mut plan.set_options } else { &mut plan.shopt_options }.push((option, on));
                }
                letter => plan.letters.push((letter, on)),
            }
        }
    }
    if rest.peek().is_some_and(|word| &word[..] == b"-") && plan.letters.is_empty() {
        rest.next();
    }
    if string {
        let Some(text) = rest.next() else { return Err(refuse(&plan, b"-c", "option requires an argument")) };
        plan.commands = Commands::String(text);
        if let Some(zero) = rest.next() {
            plan.zero = zero;
        }
    } else if !standard_input && let Some(path) = rest.next() {
        plan.zero = path.clone();
        plan.commands = Commands::Script(path);
    }
    plan.args = rest.collect();
    Ok(plan)
}

fn long_option(plan: &mut Plan, word: &[u8]) -> Result<(), i32> {
    match word {
        b"--posix" => plan.set_options.push((b"posix".to_vec(), true)),
        b"--verbose" => plan.letters.push((b'v', true)),
        b"--norc" | b"--noprofile" | b"--noediting" => {} // nothing is read without a terminal anyway
        b"--version" => {
            let text = concat!("rsh ", env!("CARGO_PKG_VERSION"), ", the language of GNU bash 5.2\n");
            let _ = sys::fd::write_all(Fd::STDOUT, text.as_bytes());
            return Err(0);
        }
        _ => return Err(refuse(plan, word, "invalid option, or not supported yet")),
    }
    Ok(())
}

fn refuse(plan: &Plan, word: &[u8], text: &str) -> i32 {
    let message = format!("{}: {}: {text}\n", plan.name.as_bstr(), word.as_bstr());
    let _ = sys::fd::write_all(Fd::STDERR, message.as_bytes());
    2
}
