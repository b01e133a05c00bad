//! What is wrong with lines as such: their ends, and the `#!` line.

use bstr::ByteSlice;

use super::Given;
use super::finding::{Finding, Level};
use super::places::Place;

/// The rule that a script is for another kind of interpreter: nothing else is to be said about it.
pub(super) const FOREIGN: &str = "not-a-shell-script";

/// Looks at the lines of `text`.
pub(super) fn check(text: &[u8], given: Given) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut lines = text.split(|&byte| byte == b'\n').enumerate();
    if let Some((at, line)) = lines.find(|(_, line)| line.ends_with(b"\r")) {
        let place = Place { line: at as u32 + 1, column: line.len() as u32, length: 1 };
        let message =
            "the line ends with a carriage return, which the shell takes as a character of the last word".to_owned();
        findings.push(Finding::new(
            Level::Error,
            "carriage-return",
            place,
            message,
            "save the file with LF line ends (dos2unix)",
        ));
    }
    let first = text.split(|&byte| byte == b'\n').next().unwrap_or_default();
    if first.starts_with(b"\xef\xbb\xbf") {
        let place = Place { line: 1, column: 1, length: 3 };
        let message = "the file begins with a byte order mark: the kernel does not see `#!' behind it".to_owned();
        findings.push(Finding::new(
            Level::Error,
            "byte-order-mark",
            place,
            message,
            "save the file as UTF-8 without a mark",
        ));
    }
    if !given.string
        && let Some(interpreter) = first.strip_prefix(b"#!")
    {
        findings.extend(check_interpreter(interpreter));
    }
    findings
}

/// The kernel hands over everything behind the interpreter as one argument.
fn check_interpreter(line: &[u8]) -> Option<Finding> {
    let line = line.trim_ascii_end();
    let rest = line.trim_ascii_start();
    let length = rest.find_byteset(b" \t").unwrap_or(rest.len());
    let (program, argument) = rest.split_at(length);
    let argument = argument.trim_ascii();
    let interpreter = match argument.split(|byte| matches!(byte, b' ' | b'\t')).next() {
        Some(word) if program.ends_with(b"/env") && !word.starts_with(b"-") => word,
        _ => program,
    };
    let place = |part: &[u8]| {
        let column = 3 + line.len() - rest.len() + rest.find(part).unwrap_or(0);
        Place { line: 1, column: column as u32, length: part.len() as u32 }
    };
    if program.ends_with(b"/env") && !argument.starts_with(b"-") && argument.contains(&b' ') {
        let message = format!("env gets `{}' as one word and looks for a program of that name", argument.as_bstr());
        return Some(Finding::new(
            Level::Error,
            "shebang",
            place(argument),
            message,
            "name the program itself, or write env -S",
        ));
    }
    let options_of_env = program.ends_with(b"/env") && interpreter == program;
    if !interpreter.ends_with(b"sh") && !options_of_env {
        let message = format!("it is a script for `{}'", interpreter.as_bstr());
        return Some(Finding::new(
            Level::Error,
            FOREIGN,
            place(interpreter),
            message,
            "--check reads scripts for a shell",
        ));
    }
    if !program.starts_with(b"/") {
        let message = format!("the interpreter `{}' is not an absolute path", program.as_bstr());
        return Some(Finding::new(
            Level::Error,
            "shebang",
            place(program),
            message,
            "write #!/rsh, or where rsh is in the image",
        ));
    }
    if program.ends_with(b"/bash") && argument.contains(&b' ') {
        let message = format!("bash gets `{}' as one argument, blanks included", argument.as_bstr());
        return Some(Finding::new(
            Level::Warning,
            "shebang",
            place(argument),
            message,
            "use set in the script; rsh splits the words of a #! line",
        ));
    }
    None
}
