//! Parameter expansion (bash manual 3.5.3).

use super::buffer::{Buffer, Join, Mode};
use super::edit::Edit;
use super::subject::{self, Place, items, locate, spelling, with_value};
use super::{ExpandError, bind, character, slice, split, tilde, transform, word};
use crate::state::{Attrs, Opt, Shell, Value};
use crate::syntax::{DefaultKind, Field, Parameter, ParameterOp, Subject, Word};

/// How the elements of a list stand in a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct List {
    /// `*` rather than `@`.
    pub star: bool,
    /// In double quotes.
    pub quoted: bool,
    /// Each element went through an operator.
    pub edited: bool,
    /// bash joins even `@` with IFS where one string is wanted (`x=${a[@]#y}`).
    pub joined: bool,
    /// The positional parameters.
    pub arguments: bool,
}

/// Appends the expansion of `parameter`.
#[inline]
pub(super) fn add(shell: &mut Shell, parameter: &Parameter, out: &mut Buffer) -> Result<(), ExpandError> {
    if let Some(text) = plain_value(shell, parameter) {
        out.expansion(text, parameter.quoted);
        return Ok(());
    }
    add_slowly(shell, parameter, out)
}

/// The value of `$x`, `${x}`, `$1` that is set and needs no work.
#[inline]
pub(super) fn plain_value<'a>(shell: &'a Shell, parameter: &Parameter) -> Option<&'a [u8]> {
    if !matches!(parameter.op, ParameterOp::Plain) || parameter.indirect || parameter.subscript.is_some() {
        return None;
    }
    match parameter.subject {
        Subject::Variable(name) => {
            let variable = shell.vars.get(name);
            if variable.attrs.any(Attrs::NAMEREF.with(Attrs::DYNAMIC)) {
                return None;
            }
            variable.value.scalar()
        }
        Subject::Positional(number) => shell.frames.parameter(number as usize).map(|field| &field[..]),
        _ => None,
    }
}

fn add_slowly(shell: &mut Shell, parameter: &Parameter, out: &mut Buffer) -> Result<(), ExpandError> {
    let quoted = parameter.quoted;
    match (&parameter.op, parameter.subject) {
        (ParameterOp::Bad, _) => {
            let text = shell.frames.text.get(parameter.text);
            return Err(ExpandError::BadSubstitution(text.into()));
        }
        (ParameterOp::BadBody(error), _) => {
            let text = shell.frames.text.get(parameter.text);
            return Err(ExpandError::BadBody(text.into(), (**error).clone()));
        }
        (ParameterOp::Prefix { at }, subject) => {
            let prefix = subject::subject_spelling(shell, subject);
            let names = subject::names_with_prefix(shell, &prefix);
            add_list(shell, &names, List { star: !at, quoted, edited: false, joined: false, arguments: false }, out);
            return Ok(());
        }
        (ParameterOp::Keys { at }, Subject::Variable(name)) => {
            let mut keys = subject::keys(shell, name);
            if !at && !quoted && shell.ifs.join.is_empty() {
                keys = vec![keys.join(&b' ').into()]; // IFS=; a=(x y); printf '<%s>' ${!a[*]}
            }
            add_list(shell, &keys, List { star: !at, quoted, edited: false, joined: false, arguments: false }, out);
            return Ok(());
        }
        _ => {}
    }
    let place = locate(shell, parameter)?;
    match &parameter.op {
        ParameterOp::Plain => add_place(shell, parameter, &place, true, out),
        ParameterOp::Length => add_length(shell, parameter, &place, out),
        ParameterOp::Default { kind, colon, word } => add_default(shell, parameter, &place, *kind, *colon, word, out),
        ParameterOp::Slice(range) => slice::add(shell, parameter, &place, &range.0, range.1.as_ref(), out),
        ParameterOp::Transform(0) => transform::unknown(shell, parameter, &place),
        ParameterOp::Transform(letter) => transform::add(shell, parameter, &place, *letter, out),
        op => {
            check_set(shell, parameter, &place)?;
            if has_nothing_to_edit(shell, op, &place) {
                return add_place(shell, parameter, &place, false, out); // nor are the operands expanded
            }
            let edit = Edit::new(shell, op)?;
            add_edited(shell, parameter, &place, &edit, out);
            Ok(())
        }
    }
}

fn has_nothing_to_edit(shell: &mut Shell, op: &ParameterOp, place: &Place) -> bool {
    let strips = matches!(op, ParameterOp::Strip { .. });
    match list_of(shell, place) {
        Some(_) => match &items(shell, place)[..] {
            [] => true,
            [only] => strips && only.is_empty(),
            _ => false,
        },
        None => with_value(shell, place, |value| value.is_none_or(|value| strips && value.is_empty())),
    }
}

/// `${x#p}` and its kind: each value through `edit`.
pub(super) fn add_edited(shell: &mut Shell, parameter: &Parameter, place: &Place, edit: &Edit, out: &mut Buffer) {
    let quoted = parameter.quoted;
    match list_of(shell, place) {
        Some(list) => {
            let edited = |item: Field| {
                let mut bytes = Vec::with_capacity(item.len());
                edit.apply(&item, &mut bytes);
                Field::from(bytes)
            };
            let edited: Vec<Field> = items(shell, place).into_iter().map(edited).collect();
            let joined_by_blank = !matches!(edit, Edit::Replace { .. } | Edit::Case { pattern_op: true, .. });
            let joined = quoted || joined_by_blank;
            if !joined_by_blank && out.mode == Mode::HereDocument && list.star {
                let ifs = &shell.ifs.join[..];
                let join = if out.beside_at && !ifs.is_empty() { b" " } else { ifs };
                return out.write(quoted, |bytes| join_into(&edited, join, bytes));
            }
            let is_strip = matches!(edit, Edit::Strip { .. } | Edit::StripText { .. });
            if is_strip && !quoted && !list.arguments && out.mode == Mode::Fields && shell.ifs.join.is_empty() {
                return out.split(&edited.join(&b' ')); // bash makes one string of an array's elements here
            }
            add_list(shell, &edited, List { quoted, edited: true, joined, ..list }, out);
        }
        None => {
            let write = |value: Option<&[u8]>| {
                out.write(quoted, |bytes| {
                    if let Some(value) = value {
                        edit.apply(value, bytes);
                    }
                });
            };
            with_value(shell, place, write);
        }
    }
}

/// How `place` is a list; `None` where it is one value. `${x[@]}` of a string is a list of one.
pub(super) fn list_of(_shell: &Shell, place: &Place) -> Option<List> {
    match place {
        Place::All(_, star) => {
            Some(List { star: *star, quoted: false, edited: false, joined: false, arguments: false })
        }
        Place::Arguments(star) => {
            Some(List { star: *star, quoted: false, edited: false, joined: false, arguments: true })
        }
        _ => None,
    }
}

/// Appends the value or values at `place`; unset ones are errors under `set -u` where `checked`.
fn add_place(
    shell: &mut Shell,
    parameter: &Parameter,
    place: &Place,
    checked: bool,
    out: &mut Buffer,
) -> Result<(), ExpandError> {
    if let Some(list) = list_of(shell, place) {
        let items = items(shell, place);
        add_list(shell, &items, List { quoted: parameter.quoted, ..list }, out);
        return Ok(());
    }
    let is_set = with_value(shell, place, |value| {
        out.expansion(value.unwrap_or_default(), parameter.quoted);
        value.is_some()
    });
    let by_nameref = matches!(place, Place::Element(..)) && parameter.subscript.is_none() && !parameter.indirect;
    if !is_set && checked && !by_nameref && shell.options.get(Opt::NOUNSET) {
        return Err(unset(shell, parameter));
    }
    Ok(())
}

/// Under `set -u` an error where `place` has no value; a list has always one.
pub(super) fn check_set(shell: &mut Shell, parameter: &Parameter, place: &Place) -> Result<(), ExpandError> {
    if shell.options.get(Opt::NOUNSET)
        && list_of(shell, place).is_none()
        && !with_value(shell, place, |value| value.is_some())
    {
        return Err(unset(shell, parameter));
    }
    Ok(())
}

/// `x: unbound variable`, `$1: unbound variable`; but `1: …` of `${1}`.
fn unset(shell: &Shell, parameter: &Parameter) -> ExpandError {
    let spelling = spelling(shell, parameter);
    let is_name = matches!(parameter.subject, Subject::Variable(_));
    let braced = shell.frames.text.get(parameter.text).get(1) == Some(&b'{');
    ExpandError::Unset(if is_name || braced { spelling } else { [b"$", &spelling[..]].concat().into() })
}

/// Appends the elements of a list as the word has them: fields of their own, or joined.
pub(super) fn add_list(shell: &Shell, items: &[Field], list: List, out: &mut Buffer) {
    let ifs = &shell.ifs.join[..];
    if out.mode != Mode::Fields {
        let blank = &b" "[..];
        if out.mode == Mode::HereDocument && list.star && list.arguments {
            if out.beside_at && !list.edited {
                let text = beside_at(shell, items);
                return out.write(list.quoted, |bytes| bytes.extend_from_slice(&text));
            }
            return out.write(list.quoted, |bytes| join_into(items, blank, bytes));
        }
        let join = match list {
            List { edited: true, .. } if out.mode == Mode::HereDocument => blank,
            List { star: true, quoted: true, .. } => ifs,
            List { star: true, .. } if !ifs.is_empty() => ifs,
            List { star: true, .. } if out.join == Join::Element => blank,
            List { star: true, joined, arguments, .. } => {
                let is_operand = out.join == Join::Argument || out.join == Join::Value && out.operand;
                if is_operand && (joined || arguments) { blank } else { ifs }
            }
            _ if ifs.is_empty() || out.join == Join::Word => blank,
            _ if list.joined || out.join == Join::Element => ifs,
            _ => blank,
        };
        return out.write(list.quoted, |bytes| join_into(items, join, bytes));
    }
    if list.quoted && list.star {
        return out.write(true, |bytes| join_into(items, ifs, bytes));
    }
    if list.quoted {
        out.null_list |= items.is_empty();
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                out.end_field();
            }
            out.quoted(item);
        }
        return;
    }
    let join = if out.operand && !list.star && !ifs.is_empty() { &b" "[..] } else { ifs };
    for (at, item) in items.iter().enumerate() {
        if at > 0 && join.is_empty() {
            out.end_field();
        } else if at > 0 {
            out.split(join);
        }
        out.split(item);
    }
}

/// `$*` in a here-document where `$@` stands too: bash splits what it joined, so that IFS's white space becomes one blank.
fn beside_at(shell: &Shell, items: &[Field]) -> Vec<u8> {
    if shell.ifs.join.is_empty() {
        let items: Vec<&[u8]> = items.iter().map(|item| &item[..]).filter(|item| !item.is_empty()).collect();
        return items.join(&b' ');
    }
    let mut joined = Buffer::new(Mode::Fields);
    joined.split(&items.join(&b' '));
    let mut fields = Vec::new();
    split::split_fields(&joined, &shell.ifs, shell.utf8, &mut |range| fields.push(joined.slice(range)));
    fields.join(&b' ')
}

fn join_into(items: &[Field], join: &[u8], bytes: &mut Vec<u8>) {
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            bytes.extend_from_slice(join);
        }
        bytes.extend_from_slice(item);
    }
}

/// `${#x}`: characters of a value, elements of a list.
fn add_length(shell: &mut Shell, parameter: &Parameter, place: &Place, out: &mut Buffer) -> Result<(), ExpandError> {
    let utf8 = shell.utf8;
    let length = match place {
        Place::Arguments(_) => Some(shell.frames.positional.len()),
        Place::All(name, _) => match shell.value(*name) {
            Value::Unset => None,
            Value::Scalar(_) => Some(1),
            Value::Indexed(array) => Some(array.len()),
            Value::Assoc(array) => Some(array.len()),
        },
        Place::Element(..) if parameter.subscript.is_none() && !parameter.indirect => Some(0), // of a nameref to it
        place => with_value(shell, place, |value| value.map(|value| character::count(value, utf8))),
    };
    if length.is_none() && shell.options.get(Opt::NOUNSET) {
        return Err(ExpandError::Unset(subject::subject_spelling(shell, parameter.subject)));
    }
    out.expansion(itoa::Buffer::new().format(length.unwrap_or(0)).as_bytes(), parameter.quoted);
    Ok(())
}

/// `${x:-w}`, `${x:=w}`, `${x:?w}`, `${x:+w}`.
fn add_default(
    shell: &mut Shell,
    parameter: &Parameter,
    place: &Place,
    kind: DefaultKind,
    colon: bool,
    word: &Word,
    out: &mut Buffer,
) -> Result<(), ExpandError> {
    let has_value = has_value(shell, parameter, place, colon, out.join);
    match kind {
        DefaultKind::Alternate if has_value => add_operand(shell, parameter, word, out),
        DefaultKind::Alternate => {
            match list_of(shell, place) {
                Some(list) if !list.star && parameter.quoted && items(shell, place).is_empty() => out.null_list = true,
                _ => out.expansion(b"", parameter.quoted),
            }
            Ok(())
        }
        _ if has_value => add_place(shell, parameter, place, false, out),
        DefaultKind::Use => add_operand(shell, parameter, word, out),
        DefaultKind::Assign => {
            let value = operand_text(shell, parameter, word)?;
            assign_default(shell, parameter, place, &value)?;
            match place {
                Place::Variable(_) | Place::Element(..) => add_place(shell, parameter, place, false, out),
                _ => {
                    out.expansion(&value, parameter.quoted);
                    Ok(())
                }
            }
        }
        DefaultKind::Error => {
            let message = operand_text(shell, parameter, word)?;
            let message = if shell.frames.text.get(word.text).is_empty() && message.is_empty() {
                None
            } else {
                Some(Field::from(message))
            };
            Err(ExpandError::Required(spelling(shell, parameter), message, colon))
        }
    }
}

/// Whether `place` is set, and with `colon` not empty.
fn has_value(shell: &mut Shell, parameter: &Parameter, place: &Place, colon: bool, join: Join) -> bool {
    match list_of(shell, place) {
        None => with_value(shell, place, |value| value.is_some_and(|value| !colon || !value.is_empty())),
        Some(_) if parameter.indirect && matches!(place, Place::All(..)) => !items(shell, place).is_empty(),
        Some(list) => {
            let items = items(shell, place);
            let joined = !list.star || !parameter.quoted || !shell.ifs.join.is_empty();
            // one empty element is something where bash wants a single string: set -- ""; x=${@:-w}
            let is_value = matches!(join, Join::Value | Join::Argument);
            let single = is_value && !parameter.quoted && !is_string(shell, place);
            let empty = items.iter().all(|item| item.is_empty()) && (items.len() < 2 || !joined) && !single;
            !items.is_empty() && (!colon || !empty)
        }
    }
}

/// Whether `place` is all of a variable that is a string.
pub(super) fn is_string(shell: &Shell, place: &Place) -> bool {
    matches!(*place, Place::All(name, _) if !shell.vars.get(name).value.is_array())
}

/// Appends the right side of `${x:-w}`: where the whole is not quoted its text is split too.
fn add_operand(shell: &mut Shell, parameter: &Parameter, word: &Word, out: &mut Buffer) -> Result<(), ExpandError> {
    if parameter.quoted {
        let before = (out.bytes.len(), out.runs().len());
        let outer = std::mem::take(&mut out.null_list);
        word::add(shell, word, tilde::Tilde::Start, true, out)?;
        let is_list = std::mem::replace(&mut out.null_list, outer);
        if (out.bytes.len(), out.runs().len()) == before {
            if is_list { out.quoted(b"") } else { out.expansion(b"", true) } // a list makes a field of `"${x:-$@}"`
        }
        return Ok(());
    }
    let outer = std::mem::replace(&mut out.operand, true);
    let tilde = if out.join == Join::Word { tilde::Tilde::Start } else { tilde::Tilde::Value };
    let result = word::add(shell, word, tilde, false, out);
    out.operand = outer;
    result
}

/// The right side of `${x:=w}` or `${x:?w}` as one string.
fn operand_text(shell: &mut Shell, parameter: &Parameter, word: &Word) -> Result<Vec<u8>, ExpandError> {
    let mut text = Buffer::new(Mode::Plain);
    word::add(shell, word, tilde::Tilde::Start, parameter.quoted, &mut text)?;
    Ok(text.bytes)
}

fn assign_default(shell: &mut Shell, parameter: &Parameter, place: &Place, value: &[u8]) -> Result<(), ExpandError> {
    match place {
        Place::Variable(name) => bind::assign(shell, *name, value, false),
        Place::Element(name, index) => bind::assign_index(shell, *name, index, value, false),
        Place::Nothing if matches!(parameter.subject, Subject::Variable(_)) && parameter.subscript.is_none() => {
            let Subject::Variable(name) = parameter.subject else { return Ok(()) };
            bind::assign(shell, name, value, false)
        }
        Place::All(..) | Place::Nothing if matches!(parameter.subject, Subject::Variable(_)) => {
            Err(ExpandError::CannotAssignAll(spelling(shell, parameter)))
        }
        Place::Positional(_) | Place::Special(_) | Place::Arguments(_) if parameter.indirect => {
            let reference = subject::reference(shell, parameter);
            Err(ExpandError::InvalidName(reference))
        }
        _ => Err(ExpandError::CannotAssign([b"$", &spelling(shell, parameter)[..]].concat().into())),
    }
}

/// Adds the elements of `"${a[@]}"` or `"$@"`, the whole of a word, to `fields`; false where it is something else.
pub(super) fn add_all(shell: &mut Shell, parameter: &Parameter, fields: &mut Vec<Field>) -> bool {
    use crate::syntax::Subscript;
    if !matches!(parameter.op, ParameterOp::Plain) || parameter.indirect || !parameter.quoted {
        return false;
    }
    match (parameter.subject, parameter.subscript.as_deref()) {
        (Subject::At, None) => {
            fields.extend_from_slice(&shell.frames.positional);
            true
        }
        (Subject::Variable(name), Some(Subscript::At)) if !subject::is_nameref(shell, name) => {
            match shell.value(name) {
                Value::Indexed(array) => fields.extend(array.iter().map(|(_, field)| field.clone())),
                _ => fields.extend(items(shell, &Place::All(name, false))),
            }
            true
        }
        _ => false,
    }
}
