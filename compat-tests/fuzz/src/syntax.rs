//! Any text is parsed to its end in bounded time; what is printed of it is the same program again: it prints the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rsh::syntax::{Dialect, Field, Names, Source, parse_command, print_command};

fuzz_target!(|input: &[u8]| {
    let Some((flags, text)) = input.split_first() else { return };
    if text.last() == Some(&b'\\') {
        return; // it stands for itself at the end of a text, and joins lines anywhere else
    }
    let (first, complete) = printed(text, *flags);
    if complete {
        let (second, _) = printed(&first, *flags);
        assert_eq!(first, second, "{}", String::from_utf8_lossy(text));
    }
});

/// Every command of `text`, printed; false where the text has an error or what has no spelling of its own.
fn printed(text: &[u8], flags: u8) -> (Vec<u8>, bool) {
    let source_name: Field = Field::from(&b"fuzz"[..]);
    let dialect = Dialect { extglob: flags & 1 != 0, posix: flags & 2 != 0, aliases: None, source: &source_name };
    let (mut names, mut source, mut out) = (Names::new(), Source::new(text, 1), Vec::new());
    loop {
        match parse_command(&mut source, &mut names, &dialect) {
            Ok(Some(program)) => {
                out.extend(print_command(&program.command, &program.text, &names));
                out.push(b'\n');
            }
            Ok(None) => return (out, source.take_warnings().is_empty()),
            Err(_) => return (out, false),
        }
    }
}
