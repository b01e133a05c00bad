//! `select`: a menu on standard error, an answer from standard input (bash manual 3.2.5.2).

use super::compound::loop_words;
use super::run::run_list;
use super::{report, trace, traps};
use crate::expand::{self, bind};
use crate::state::{Ctx, Outcome, Shell, Status, special};
use crate::syntax::{Compound, Field, List, Name, Word};
use crate::sys::{self, Fd};

/// Runs `select name in words; do body; done`.
pub(super) fn run_select(
    shell: &mut Shell,
    compound: &Compound,
    name: Name,
    words: Option<&[Word]>,
    body: &List,
    ctx: Ctx,
) -> Outcome {
    let words = loop_words(shell, words)?;
    if !words.is_empty() {
        trace::head(shell, compound);
    }
    if words.is_empty() {
        return Ok(Status::SUCCESS);
    }
    let mut show_menu = true;
    loop {
        if !traps::run_debug_head(shell, compound)? {
            return Ok(Status::SUCCESS);
        }
        let Some(answer) = ask(shell, &words, show_menu) else { return Ok(Status::FAILURE) };
        let number = std::str::from_utf8(answer.trim_ascii()).ok().and_then(|text| text.parse::<usize>().ok());
        let chosen = number.and_then(|number| words.get(number.checked_sub(1)?));
        let chosen: &[u8] = chosen.map_or(b"", |word| word);
        if let Err(error) = bind::assign(shell, name, chosen, false) {
            return report::loop_variable(shell, error);
        }
        show_menu = false;
        if let Err(flow) = run_list(shell, body, ctx.inside())
            && let Some(status) = flow.ends_loop()?
        {
            return Ok(status);
        }
        show_menu |= shell.scalar(special::REPLY).is_none_or(<[u8]>::is_empty);
    }
}

/// Prompts until a line comes that is not empty; an empty one shows the menu again. `None` at end of file.
fn ask(shell: &mut Shell, words: &[Field], mut show_menu: bool) -> Option<Vec<u8>> {
    loop {
        let mut prompt = if show_menu { menu(shell, words) } else { Vec::new() };
        let text = shell.scalar(special::PS3).map_or_else(|| b"#? ".to_vec(), <[u8]>::to_vec);
        prompt.extend(expand::string(shell, &text).unwrap_or(text));
        let _ = sys::fd::write_all(Fd::STDERR, &prompt);
        let Some(line) = read_line() else {
            let _ = shell.assign(special::REPLY, b"");
            let _ = sys::fd::write_all(Fd::STDOUT, b"\n");
            return None;
        };
        let _ = shell.assign(special::REPLY, &line);
        if !line.trim_ascii().is_empty() {
            return Some(line);
        }
        show_menu = true;
    }
}

/// A line of standard input, byte by byte: what follows belongs to others.
fn read_line() -> Option<Vec<u8>> {
    let mut line = Vec::new();
    let mut byte = [0];
    loop {
        match sys::fd::read(Fd::STDIN, &mut byte) {
            Ok(1) if byte[0] == b'\n' => return Some(line),
            Ok(1) => line.push(byte[0]),
            Err(sys::Errno::EINTR) => {}
            _ => return (!line.is_empty()).then_some(line),
        }
    }
}

/// The numbered words in columns that fit COLUMNS, filled downwards, as bash lays them out.
fn menu(shell: &mut Shell, words: &[Field]) -> Vec<u8> {
    let width = |text: &[u8]| bstr::ByteSlice::chars(text).count();
    let columns = shell.scalar(special::COLUMNS).and_then(|text| std::str::from_utf8(text).ok()?.parse().ok());
    let screen: usize = columns.filter(|&columns| columns > 0).unwrap_or(80);
    let digits = words.len().to_string().len();
    let longest = words.iter().map(|word| width(word)).max().unwrap_or(0) + digits + 2;
    let cell = longest + 2;
    let per_row = (screen / cell).max(1);
    let mut rows = words.len().div_ceil(per_row);
    let mut per_row = words.len().div_ceil(rows.max(1));
    if rows == 1 {
        (rows, per_row) = (per_row, 1);
    }
    let mut text = Vec::new();
    for row in 0..rows {
        let mut position = 0;
        for column in 0..per_row {
            let place = column * rows + row;
            let Some(word) = words.get(place) else { break };
            let target = column * cell;
            while position < target {
                // bash moves with tabs where one fits
                if target / 8 > position / 8 {
                    text.push(b'\t');
                    position += 8 - position % 8;
                } else {
                    text.push(b' ');
                    position += 1;
                }
            }
            let digits = if column == 0 { rows.to_string().len() } else { digits };
            let label = format!("{:>digits$}) ", place + 1);
            text.extend_from_slice(label.as_bytes());
            text.extend_from_slice(word);
            position += label.len() + width(word);
        }
        text.push(b'\n');
    }
    text
}
