//! Any format and operands of `printf`: it comes to an end, and a number that it prints reads as the same number again.

use rsh::builtins::TABLE;
use rsh::state::{Run, Shell};
use rsh::syntax::Field;

/// Flags, the format and its operands, with a NUL between each two.
pub fn run(input: &[u8]) {
    let Some((&flags, rest)) = input.split_first() else { return };
    let mut shell = super::shell::new();
    shell.utf8 = flags & 1 != 0;
    let words: Vec<&[u8]> = rest.split(|&byte| byte == 0).take(8).collect();
    // a width of some digits is as much memory, here as in bash
    let digits = |text: &[u8]| text.split(|byte| !byte.is_ascii_alphanumeric()).map(<[u8]>::len).max().unwrap_or(0);
    let wide = |word: &&[u8]| digits(word) > 4;
    if rest.len() > 256 || words.iter().take(1).any(wide) || words[0].contains(&b'*') && words.iter().any(wide) {
        return;
    }
    printf(&mut shell, &words, flags & 4 != 0);
    for letter in [&b"%d"[..], b"%i", b"%.20e", b"%a"] {
        for operand in words.iter().skip(1) {
            let once = printed(&mut shell, letter, operand);
            let twice = printed(&mut shell, letter, &once);
            assert_eq!(String::from_utf8_lossy(&once), String::from_utf8_lossy(&twice), "{operand:?}");
        }
    }
}

fn printed(shell: &mut Shell, format: &[u8], operand: &[u8]) -> Vec<u8> {
    printf(shell, &[format, operand], true);
    let name = shell.names.intern(b"out");
    shell.scalar(name).unwrap_or_default().to_vec()
}

/// Runs it, into the variable `out` or into the shell's buffer.
fn printf(shell: &mut Shell, words: &[&[u8]], into_variable: bool) {
    let Some(builtin) = TABLE.iter().find(|builtin| builtin.name == "printf") else { return };
    let Run::Plain(run) = builtin.run else { return };
    let options: &[&[u8]] = if into_variable { &[b"-v", b"out", b"--"] } else { &[b"--"] };
    let args: Vec<Field> = options.iter().chain(words).map(|word| Field::from(*word)).collect();
    shell.fds.captured = true;
    let _ = run(shell, &args);
    shell.fds.out.clear();
}
