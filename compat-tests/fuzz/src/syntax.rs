//! Any text is parsed to its end in bounded time; what is printed of it is the same program again: it prints the same.

use rsh::syntax::{Field, Names, Source, parse_command, print_command};

/// Flags, then the program.
pub fn run(input: &[u8]) {
    let Some((flags, text)) = input.split_first() else { return };
    if text.iter().rev().find(|&&byte| !matches!(byte, 0 | b'\n')) == Some(&b'\\') {
        return; // it stands for itself at the end of a text, and joins lines anywhere else; null bytes between are dropped
    }
    let (first, complete) = printed(text, *flags);
    let hides = hides_reserved_word(text) || is_negation_before(text, b"!") || quotes_in_braces(text);
    if complete && !hides && !is_printed_for_the_eye(&first) {
        let (second, _) = printed(&first, *flags);
        let (first, second) = (words(&first), words(&second));
        assert!(
            first == second,
            "{}\n--- prints as\n{first}\n--- and then as\n{second}",
            String::from_utf8_lossy(text)
        );
    }
}

/// The words of the text: the first printing of a list may have `;` where the second has newlines.
fn words(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let words: Vec<&str> = text.split(|letter: char| letter.is_ascii_whitespace() || letter == ';').collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Every command of `text`, printed; false where the text has an error or what has no spelling of its own.
fn printed(text: &[u8], flags: u8) -> (Vec<u8>, bool) {
    let source_name: Field = Field::from(&b"fuzz"[..]);
    let dialect = super::dialect(&source_name, flags & 1 != 0, flags & 2 != 0);
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

/// Whether `text` may hold what bash prints so that neither can read it again, and rsh prints as bash does.
fn is_printed_for_the_eye(text: &[u8]) -> bool {
    let has = |part: &str| text.windows(part.len()).any(|window| window == part.as_bytes());
    let lone_negation = is_negation_before(text, b"\n;)}&|");
    let document = text.windows(4).any(|bytes| &bytes[1..3] == b"<<" && bytes[0] != b'<' && bytes[3] != b'<');
    // what follows a here-document in a compound command loses its `;`, or `then` goes into the document; a coprocess gets the
    // name that it has when it has none; the pattern `(esac)` loses its parenthesis
    lone_negation || document || has("coproc ") || has("esac)")
}

/// Whether a reserved word may stand behind a redirection, where it is a plain word: what is printed has it in front.
fn hides_reserved_word(text: &[u8]) -> bool {
    const RESERVED: &str =
        "! [[ case coproc do done elif else esac fi for function if in select then time until while { }";
    let text: Vec<u8> = text.iter().copied().filter(|&byte| byte != 0).collect();
    let text = String::from_utf8_lossy(&text);
    let words: Vec<&str> =
        text.split(|letter: char| letter.is_ascii_whitespace() || ";&|()".contains(letter)).collect();
    let is_reserved = |word: &&str| RESERVED.split(' ').any(|reserved| reserved == *word);
    words.iter().enumerate().any(|(at, word)| {
        word.contains(['<', '>']) && words[at + 1..].iter().filter(|word| !word.is_empty()).take(3).any(is_reserved)
    })
}

/// Whether one of `what`, or the end, may stand behind a `!`.
fn is_negation_before(text: &[u8], what: &[u8]) -> bool {
    text.split(|&byte| byte == b'!').skip(1).any(|behind| {
        let next = behind.iter().find(|byte| !matches!(byte, b' ' | b'\t' | 0));
        next.is_none_or(|byte| what.contains(byte))
    })
}

/// Whether `"${x-$'…'}"` or `$(($'…'))` may be in it, of which what the inner quotes stand for is printed.
fn quotes_in_braces(text: &[u8]) -> bool {
    let has = |part: &[u8; 2]| text.windows(2).any(|two| two == part);
    has(b"$'") && [b"${", b"((", b"$["].into_iter().any(has)
}
