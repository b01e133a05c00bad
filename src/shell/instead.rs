//! What is done with commands instead of running them: `-D`, `--dump-po-strings`, `--pretty-print` (bash manual 6.1).

use super::Instead;
use crate::exec::{report, text};
use crate::state::{Outcome, Shell, Status};
use crate::syntax::{Command, Source, print_command};

/// Shows all of `source`; a syntax error ends it. `origin`: what messages name before the line.
pub(super) fn show(shell: &mut Shell, source: &mut Source, instead: Instead, origin: Option<&str>) -> Outcome {
    if instead != Instead::PrettyPrint {
        source.collect_messages();
    }
    loop {
        let program = text::parse(shell, source);
        let shown = match (instead, &program) {
            (Instead::PrettyPrint, Ok(None)) => b"\n".to_vec(),
            (Instead::PrettyPrint, Ok(Some(program))) => {
                let blank: &[u8] = if starts_blank(source.last_text()) { b"\n" } else { b"" };
                let shown = match &program.command {
                    Command::Function(function) => shell.function_text(function),
                    command => print_command(command, &program.text, &shell.names),
                };
                [blank, &shown, b"\n"].concat()
            }
            (Instead::PrettyPrint, Err(_)) => Vec::new(),
            (Instead::DumpStrings, _) => {
                source.take_messages().iter().flat_map(|(_, text)| [b"\"", &text[..], b"\"\n"].concat()).collect()
            }
            (Instead::DumpPoStrings, _) => {
                let name = origin.map_or_else(|| shell.frames.zero.to_vec(), |origin| origin.as_bytes().to_vec());
                source.take_messages().iter().flat_map(|(line, text)| entry(&name, *line, text)).collect()
            }
        };
        shell.fds.out.extend_from_slice(&shown);
        match program {
            Ok(Some(_)) => {}
            Ok(None) => return Ok(Status::SUCCESS),
            Err(error) => {
                let status = report::syntax(shell, &error, origin);
                return Ok(if instead == Instead::PrettyPrint { Status::FAILURE } else { status });
            }
        }
    }
}

/// Whether lines with nothing in them but a comment stand before a command: they become one empty line.
fn starts_blank(text: &[u8]) -> bool {
    let first = text.split(|&byte| byte == b'\n').next().unwrap_or_default();
    matches!(first.trim_ascii().first(), None | Some(b'#'))
}

/// A string as an entry of a file of gettext.
fn entry(name: &[u8], line: u32, text: &[u8]) -> Vec<u8> {
    let mut out = [b"#: ", name, format!(":{line}\nmsgid ").as_bytes()].concat();
    if text.contains(&b'\n') {
        out.extend_from_slice(b"\"\"\n");
    }
    for (place, part) in text.split(|&byte| byte == b'\n').enumerate() {
        if place > 0 {
            out.extend_from_slice(b"\\n\"\n");
        }
        out.push(b'"');
        for &byte in part {
            if matches!(byte, b'"' | b'\\') {
                out.push(b'\\');
            }
            out.push(byte);
        }
    }
    out.extend_from_slice(b"\"\nmsgstr \"\"\n");
    out
}
