//! Any arguments and any RSH_OPTIONS: an order or a status, never a panic.

/// Arguments are the lines of the input; the last line is RSH_OPTIONS.
pub fn run(input: &[u8]) {
    let mut lines: Vec<Vec<u8>> = input.split(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
    let variable = lines.pop().filter(|text| !text.is_empty());
    // those print pages on standard output, which is in the way here
    let prints = |line: &Vec<u8>| {
        [&b"--help"[..], b"--version", b"--check", b"--explain"].iter().any(|word| line.starts_with(word))
    };
    if !lines.iter().any(prints) {
        let _ = rsh::cli::order(lines, variable);
    }
}
