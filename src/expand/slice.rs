//! `${x:offset:length}` of strings, positional parameters and arrays (bash manual 3.5.3).

use super::buffer::Buffer;
use super::parameter::{List, add_list, check_set, list_of};
use super::subject::{Place, items, spelling, with_value};
use super::{ExpandError, arithmetic, character};
use crate::state::{Shell, Value};
use crate::syntax::{Arithmetic, Field, Parameter};

/// Appends the part of the value at `place`.
pub(super) fn add(
    shell: &mut Shell,
    parameter: &Parameter,
    place: &Place,
    offset: &Arithmetic,
    length: Option<&Arithmetic>,
    out: &mut Buffer,
) -> Result<(), ExpandError> {
    check_set(shell, parameter, place)?;
    let mut slice = Slice { shell, parameter, offset, length };
    let (items, list) = match place {
        Place::Arguments(_) => (slice.arguments()?, list_of(slice.shell, place)),
        Place::All(name, star) => match slice.shell.value(*name) {
            Value::Indexed(_) | Value::Assoc(_) => (slice.elements(place)?, list_of(slice.shell, place)),
            Value::Unset => return Ok(()),
            // `${x[@]:1}` of a string is `${x:1}`
            _ => return slice.string(&Place::Variable(*name), !star, out),
        },
        place => return slice.string(place, false, out),
    };
    if let Some(list) = list {
        add_list(
            shell,
            &items,
            List { quoted: parameter.quoted, edited: true, joined: parameter.quoted || list.star, ..list },
            out,
        );
    }
    Ok(())
}

struct Slice<'a> {
    shell: &'a mut Shell,
    parameter: &'a Parameter,
    offset: &'a Arithmetic,
    length: Option<&'a Arithmetic>,
}

impl Slice<'_> {
    /// An expression's value; bash begins a message about it with the parameter.
    fn number(&mut self, expression: &Arithmetic) -> Result<i64, ExpandError> {
        arithmetic(self.shell, expression).map_err(|error| match error {
            ExpandError::Arithmetic(..) | ExpandError::TooDeep(_) => {
                ExpandError::In(spelling(self.shell, self.parameter), Box::new(error))
            }
            error => error,
        })
    }

    /// Where the slice starts, of `count` of whatever it is; `None` where that is outside.
    fn start(&mut self, count: i64) -> Result<Option<i64>, ExpandError> {
        let offset = self.number(self.offset)?;
        let offset = if offset < 0 { offset.saturating_add(count) } else { offset };
        Ok((0..=count).contains(&offset).then_some(offset))
    }

    /// How many elements of a list are wanted at most.
    fn count(&mut self) -> Result<usize, ExpandError> {
        let Some(length) = self.length else { return Ok(usize::MAX) };
        let count = self.number(length)?;
        usize::try_from(count).map_err(|_| negative(length, count))
    }

    /// Of a string; `is_list`: spelled `x[@]`, no field where it starts outside.
    fn string(mut self, place: &Place, is_list: bool, out: &mut Buffer) -> Result<(), ExpandError> {
        let utf8 = self.shell.utf8;
        let quoted = self.parameter.quoted;
        let count = with_value(self.shell, place, |value| value.map(|value| character::count(value, utf8)));
        let start = match count {
            Some(count) => self.start(count as i64)?,
            None => None,
        };
        let (Some(start), Some(count)) = (start, count) else {
            out.expansion(b"", quoted);
            out.null_list |= is_list && quoted;
            return Ok(());
        };
        let count = count as i64;
        let end = match self.length {
            None => count,
            Some(length) => {
                let number = self.number(length)?;
                let end = if number < 0 { count.saturating_add(number) } else { start.saturating_add(number) };
                if end < start {
                    return Err(negative(length, number));
                }
                end.min(count)
            }
        };
        with_value(self.shell, place, |value| {
            let value = value.unwrap_or_default();
            let from = character::offset(value, start as usize, utf8);
            let rest = value.get(from..).unwrap_or_default();
            let length = character::offset(rest, (end - start) as usize, utf8);
            out.expansion(rest.get(..length).unwrap_or_default(), quoted);
        });
        Ok(())
    }

    /// `${@:1:2}`: `$0` is number 0.
    fn arguments(&mut self) -> Result<Vec<Field>, ExpandError> {
        let positional = self.shell.frames.positional.clone();
        let Some(start) = self.start(positional.len() as i64 + 1)? else { return Ok(Vec::new()) };
        let count = self.count()?;
        let zero = std::iter::once(&self.shell.frames.zero);
        Ok(zero.chain(positional.iter()).skip(start as usize).take(count).cloned().collect())
    }

    /// `${a[@]:1:2}`: the offset is an index; of an associative array, a place from 1 on.
    fn elements(&mut self, place: &Place) -> Result<Vec<Field>, ExpandError> {
        let Place::All(name, _) = *place else { return Ok(Vec::new()) };
        let end = match self.shell.value(name) {
            Value::Indexed(array) => array.end(),
            Value::Assoc(array) => array.len() as i64 + 1,
            _ => 0,
        };
        let empty = matches!(self.shell.value(name), Value::Indexed(array) if array.is_empty())
            || matches!(self.shell.value(name), Value::Assoc(array) if array.is_empty());
        if empty {
            return Ok(Vec::new());
        }
        let Some(start) = self.start(end)? else { return Ok(Vec::new()) };
        let count = self.count()?;
        Ok(match self.shell.value(name) {
            Value::Indexed(array) => array.iter_from(start).take(count).map(|(_, field)| field.clone()).collect(),
            _ => {
                let skipped = usize::try_from(start - 1).unwrap_or(0);
                // bash gives one where none is wanted: declare -A h=([k]=v); echo ${h[@]:0:0}
                items(self.shell, place).into_iter().skip(skipped).take(count.max(1)).collect()
            }
        })
    }
}

/// `-5: substring expression < 0`: the length as it was written, if nothing was expanded in it.
fn negative(expression: &Arithmetic, value: i64) -> ExpandError {
    ExpandError::NegativeLength(match expression {
        Arithmetic::Compiled(_, text) => Field::from(&text[..]),
        Arithmetic::Expanded { .. } => value.to_string().into_bytes().into(),
    })
}
