//! The `#!` form: the kernel hands over everything behind the interpreter as ONE argument (execve(2)).

/// Splits the first argument where it starts with `-` and has a blank in it, as `#!/rsh -eu --remap 143:0` arrives.
/// `Err`: the program's name and what is wrong with the quoting.
pub(super) fn split(mut arguments: Vec<Vec<u8>>) -> Result<Vec<Vec<u8>>, (Vec<u8>, String)> {
    let Some(first) = arguments.get(1) else { return Ok(arguments) };
    let blank = first.iter().any(|byte| matches!(byte, b' ' | b'\t'));
    if !first.starts_with(b"-") || !blank {
        return Ok(arguments);
    }
    let name = arguments.first().cloned().unwrap_or_default();
    let Ok(text) = std::str::from_utf8(first) else { return Err((name, "the `#!' line is not UTF-8".to_owned())) };
    match shell_words::split(text) {
        Ok(words) => {
            arguments.splice(1..2, words.into_iter().map(String::into_bytes));
            Ok(arguments)
        }
        Err(_) => Err((name, format!("`{text}': a quote is not closed"))),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_an_option_with_a_blank_is_split() {
        let words = |words: &[&str]| words.iter().map(|word| word.as_bytes().to_vec()).collect::<Vec<_>>();
        let cases: &[(&[&str], &[&str])] = &[
            (&["rsh", "-eu --remap 143:0", "s"], &["rsh", "-eu", "--remap", "143:0", "s"]),
            (&["rsh", "-e", "a b"], &["rsh", "-e", "a b"]),
            (&["rsh", "a b"], &["rsh", "a b"]),
            (&["rsh", "-c 'a b'"], &["rsh", "-c", "a b"]),
            (&["rsh"], &["rsh"]),
        ];
        for (given, expected) in cases {
            assert_eq!(super::split(words(given)), Ok(words(expected)));
        }
        assert!(super::split(words(&["rsh", "-c 'a"])).is_err());
    }
}
