//! Assigning with everything that hangs on it: namerefs, subscripts, `-i`, `+=`, array kinds (bash manual 3.4, 6.7).

mod compound;
mod dynamic;

use super::buffer::{Buffer, Mode};
use super::subject::{
    self, Index, Place, element, is_associative, key_of_text, locate_text, number_of_text, with_value,
};
use super::{ExpandError, arithmetic_text, assigned, word};
use crate::state::{Attrs, Nameref, Opt, Shell, Target, Value, special, split_reference};
use crate::syntax::{
    Arithmetic, AssignValue, Assignment, Expansion, Field, Name, Parameter, ParameterOp, Part, Steps, Subject,
    Subscript, Word, WordBody, is_name, parse_reference,
};

pub use compound::{assign_compound, elements};

/// What traces an assignment before it is made: with its value if that is a string.
pub type Trace = fn(&mut Shell, &Assignment, Option<&[u8]>);

/// Runs an assignment of the tree: `a=b`, `a+=b`, `a[i]=b`, `a=(…)`.
pub fn run_assignment(shell: &mut Shell, assignment: &Assignment, trace: Trace) -> Result<(), ExpandError> {
    let Assignment { name, subscript, append, value, .. } = assignment;
    if let AssignValue::Array(_) = value {
        trace(shell, assignment, None);
    }
    match (value, subscript) {
        (AssignValue::Scalar(word), None) if !shell.options.get(Opt::XTRACE) => {
            assign_word(shell, *name, word, *append)
        }
        (AssignValue::Scalar(word), None) => {
            let value = assigned(shell, word)?;
            trace(shell, assignment, Some(&value));
            assign(shell, *name, &value, *append)
        }
        (AssignValue::Scalar(word), Some(subscript)) => {
            let value = assigned(shell, word)?;
            trace(shell, assignment, Some(&value));
            let (name, index) = locate_element(shell, *name, subscript)?;
            assign_index(shell, name, &index, &value, *append)
        }
        (AssignValue::Array(elements), None) => compound::assign(shell, *name, elements, *append),
        (AssignValue::Array(_), Some(subscript)) => {
            let text = spelling(shell, *name, subscript);
            Err(ExpandError::Named(text, "cannot assign list to array member"))
        }
    }
}

/// `name=word`: the common ways without a copy on the way.
fn assign_word(shell: &mut Shell, name: Name, word: &Word, append: bool) -> Result<(), ExpandError> {
    match &word.body {
        WordBody::Literal(text) => return assign(shell, name, text, append),
        WordBody::Expand(expansion) => {
            if let [Part::Arithmetic(part)] = &*expansion.parts {
                let value = super::arithmetic(shell, &part.expr)?;
                return assign(shell, name, itoa::Buffer::new().format(value).as_bytes(), append);
            }
            if !append
                && let [Part::Parameter(first), rest @ ..] = &*expansion.parts
                && is_plain(first, name)
                && grows(shell, name, expansion, rest)
            {
                let mut buffer = Buffer::new(Mode::Plain);
                for part in rest {
                    word::add_part(shell, part, &mut buffer)?;
                }
                return append_to(shell, name, &buffer.bytes);
            }
        }
        WordBody::Assign(_) => {}
    }
    let value = assigned(shell, word)?;
    assign(shell, name, &value, append)
}

/// Whether the parameter is `$name` and nothing more.
fn is_plain(parameter: &Parameter, name: Name) -> bool {
    let bare = parameter.subscript.is_none() && !parameter.indirect && parameter.op == ParameterOp::Plain;
    bare && parameter.subject == Subject::Variable(name)
}

/// Whether `name=$name…` can be done as `name+=…`: a string without attributes, and the `rest` changes nothing.
fn grows(shell: &Shell, name: Name, expansion: &Expansion, rest: &[Part]) -> bool {
    let variable = shell.vars.get(name);
    let still = |part: &Part| match part {
        Part::Text(_) | Part::Quoted(_) => true,
        Part::Parameter(parameter) => match parameter.subject {
            Subject::Variable(other) => {
                is_plain(parameter, other) && !shell.vars.get(other).attrs.any(Attrs::DYNAMIC.with(Attrs::NAMEREF))
            }
            _ => false,
        },
        _ => false,
    };
    matches!(variable.value, Value::Scalar(_))
        && !variable.attrs.any(Attrs::SLOW.with(Attrs::DYNAMIC))
        && !expansion.steps.has(Steps::TILDE)
        && rest.iter().all(still)
}

/// Assigns `value` to `name`, following namerefs and keeping its attributes (`-i`: the value is an expression).
#[inline]
pub fn assign(shell: &mut Shell, name: Name, value: &[u8], append: bool) -> Result<(), ExpandError> {
    if !append && !shell.vars.get(name).attrs.any(Attrs::NAMEREF.with(Attrs::INTEGER)) {
        return Ok(shell.assign(name, value)?);
    }
    let target = match resolve(shell, name) {
        Err(ExpandError::OwnName(name)) => return assign_global(shell, name, value, append),
        target => target?,
    };
    if let Some(subscript) = target.subscript {
        return assign_to_element(shell, target.name, &subscript, value, append);
    }
    let name = target.name;
    if shell.vars.get(name).attrs.any(Attrs::NAMEREF) {
        return bind_nameref(shell, name, value);
    }
    if append {
        return append_to(shell, name, value);
    }
    let value = converted(shell, name, None, value)?;
    Ok(shell.assign(name, &value)?)
}

/// `local -n x=x; x=value`
fn assign_global(shell: &mut Shell, name: Name, value: &[u8], append: bool) -> Result<(), ExpandError> {
    let spelling = shell.names.spelling(name).clone();
    super::warn(shell, &[b"warning: ", &spelling[..], b": circular name reference"].concat());
    shell.with_global(name, |shell| assign(shell, name, value, append))
}

/// `name+=value`: grown in place where nothing else is to be done.
fn append_to(shell: &mut Shell, name: Name, value: &[u8]) -> Result<(), ExpandError> {
    let variable = shell.vars.get(name);
    let slow = Attrs::SLOW.with(Attrs::DYNAMIC).with(Attrs::EXPORT);
    if !variable.attrs.any(slow)
        && name.0 >= special::COUNT
        && !shell.options.get(Opt::ALLEXPORT)
        && let Value::Scalar(text) = &mut shell.touch(name).value
    {
        text.extend_from_slice(value);
        return Ok(());
    }
    shell.check_writable(name)?;
    let value = appended(shell, name, value)?;
    Ok(shell.assign(name, &value)?)
}

/// What `name+=value` would store.
pub fn appended(shell: &mut Shell, name: Name, value: &[u8]) -> Result<Vec<u8>, ExpandError> {
    let before = shell.scalar(name).map(<[u8]>::to_vec);
    converted(shell, name, Some(before.as_deref().unwrap_or_default()), value)
}

/// What is to be stored for `value`, added to `before` with `+=`: a number's digits under `-i`.
fn converted(shell: &mut Shell, name: Name, before: Option<&[u8]>, value: &[u8]) -> Result<Vec<u8>, ExpandError> {
    if !shell.vars.get(name).attrs.any(Attrs::INTEGER) {
        return Ok(match before {
            Some(before) => [before, value].concat(),
            None => value.to_vec(),
        });
    }
    // the old value comes first: set -u; v=unset; declare -i v+=unset2
    let before = before.map_or(Ok(0), |before| arithmetic_text(shell, before))?;
    let number = before.wrapping_add(arithmetic_text(shell, value)?);
    Ok(itoa::Buffer::new().format(number).as_bytes().to_vec())
}

/// Gives a nameref its name: `declare -n r; r=x`.
fn bind_nameref(shell: &mut Shell, name: Name, value: &[u8]) -> Result<(), ExpandError> {
    if !is_name(split_reference(value).0) {
        return Err(ExpandError::NotIdentifier(value.into()));
    }
    if value == &shell.names.spelling(name)[..] {
        let name = shell.names.spelling(name).clone();
        return Err(ExpandError::Named(name, "nameref variable self references not allowed"));
    }
    Ok(shell.assign(name, value)?)
}

/// Assigns the next word to the variable of a `for` or `select`; a nameref is bound to it instead.
pub fn assign_loop_variable(shell: &mut Shell, name: Name, value: &[u8]) -> Result<(), ExpandError> {
    if shell.vars.get(name).attrs.any(Attrs::NAMEREF) {
        shell.check_writable(name)?;
        return bind_nameref(shell, name, value);
    }
    assign(shell, name, value, false)
}

/// Assigns to what a text names: `x`, `a[3]`, `m[key]` (`read`, `printf -v`, `getopts`, `${x:=…}`, declare's `a[1]=x`). Namerefs are followed.
pub fn assign_reference(shell: &mut Shell, reference: &[u8], value: &[u8], append: bool) -> Result<(), ExpandError> {
    match parse_reference(reference) {
        Some((name, None)) => {
            let name = shell.names.intern(name);
            assign(shell, name, value, append)
        }
        Some((name, Some(subscript))) => {
            let name = shell.names.intern(name);
            assign_element(shell, name, subscript, value, append)
        }
        None => Err(ExpandError::NotIdentifier(reference.into())),
    }
}

/// Assigns to an element: `subscript` is expanded text, a key or an expression as the variable is associative or not.
/// A scalar becomes an indexed array.
pub fn assign_element(
    shell: &mut Shell,
    name: Name,
    subscript: &[u8],
    value: &[u8],
    append: bool,
) -> Result<(), ExpandError> {
    let name = array_name(shell, name)?;
    assign_to_element(shell, name, subscript, value, append)
}

fn assign_to_element(
    shell: &mut Shell,
    name: Name,
    subscript: &[u8],
    value: &[u8],
    append: bool,
) -> Result<(), ExpandError> {
    let index = index_for_writing(shell, name, subscript)?;
    assign_index(shell, name, &index, value, append)
}

/// The element to write that a text means.
fn index_for_writing(shell: &mut Shell, name: Name, subscript: &[u8]) -> Result<Index, ExpandError> {
    let bad = |shell: &Shell| {
        ExpandError::BadSubscript([&shell.names.spelling(name)[..], b"[", subscript, b"]"].concat().into())
    };
    if is_associative(shell, name) {
        let key = key_of_text(shell, subscript)?;
        return if key.is_empty() { Err(bad(shell)) } else { Ok(Index::Key(key)) };
    }
    if matches!(subscript, b"" | b"@" | b"*") {
        return Err(bad(shell));
    }
    let number = number_of_text(shell, subscript)?;
    from_end(shell, name, number).ok_or_else(|| bad(shell))
}

/// The variable that `name` stands for, whose element is to be written.
fn array_name(shell: &mut Shell, name: Name) -> Result<Name, ExpandError> {
    if !shell.vars.get(name).attrs.any(Attrs::NAMEREF) {
        return Ok(name);
    }
    let target = resolve(shell, name)?;
    match target.subscript {
        None => Ok(target.name),
        Some(subscript) => {
            let base = shell.names.spelling(target.name);
            Err(ExpandError::NotIdentifier([&base[..], b"[", &subscript, b"]"].concat().into()))
        }
    }
}

/// The element of the tree that is to be written.
fn locate_element(shell: &mut Shell, name: Name, subscript: &Subscript) -> Result<(Name, Index), ExpandError> {
    let variable = array_name(shell, name)?;
    let associative = is_associative(shell, variable);
    let index = match subscript {
        Subscript::At if associative => Some(Index::Key(b"@".to_vec())),
        Subscript::Star if associative => Some(Index::Key(b"*".to_vec())),
        Subscript::At | Subscript::Star => None,
        Subscript::Index { word, .. } if associative => {
            let key = super::one(shell, word)?;
            (!key.is_empty()).then_some(Index::Key(key))
        }
        Subscript::Index { arith: Arithmetic::Compiled(_, text), .. } if text.is_empty() => None,
        Subscript::Index { arith, .. } => {
            let number = super::arithmetic(shell, arith)?;
            from_end(shell, variable, number)
        }
    };
    match index {
        Some(index) => Ok((variable, index)),
        None => Err(ExpandError::BadSubscript(spelling(shell, name, subscript))),
    }
}

/// `a[…]` as it was written.
pub fn spelling(shell: &Shell, name: Name, subscript: &Subscript) -> Field {
    let inner = match subscript {
        Subscript::At => b"@",
        Subscript::Star => b"*",
        Subscript::Index { word, .. } => shell.frames.text.get(word.text),
    };
    [&shell.names.spelling(name)[..], b"[", inner, b"]"].concat().into()
}

/// A number to write to; a negative one counts from the end.
fn from_end(shell: &mut Shell, name: Name, number: i64) -> Option<Index> {
    if number >= 0 {
        return Some(Index::Number(number));
    }
    let end = match shell.value(name) {
        Value::Indexed(array) => array.end(),
        Value::Scalar(_) => 1,
        _ => 0,
    };
    let number = end.checked_add(number)?;
    (number >= 0).then_some(Index::Number(number))
}

/// Assigns to a known element of the variable `name` itself.
pub(super) fn assign_index(
    shell: &mut Shell,
    name: Name,
    index: &Index,
    value: &[u8],
    append: bool,
) -> Result<(), ExpandError> {
    shell.check_writable(name)?;
    let before = if append { Some(element(shell.value(name), index).unwrap_or_default().to_vec()) } else { None };
    if shell.vars.get(name).attrs.any(Attrs::DYNAMIC) {
        let value = converted(shell, name, before.as_deref(), value)?;
        return dynamic::assign(shell, name, index, &value);
    }
    let attrs = shell.vars.get(name).attrs;
    let value = if append || attrs.any(Attrs::SLOW) {
        let value = converted(shell, name, before.as_deref(), value)?;
        Field::from(shell.convert_case(name, &value))
    } else {
        Field::from(value)
    };
    store(&mut shell.touch(name).value, index, value);
    shell.after_change(name);
    Ok(())
}

/// Puts `element` into `value`, which becomes an array if it is none.
fn store(value: &mut Value, index: &Index, element: Field) {
    if !value.is_array() {
        let mut array = Box::<crate::state::Indexed>::default();
        if let Value::Scalar(text) = &value {
            array.set(0, Field::from(&text[..]));
        }
        *value = Value::Indexed(array);
    }
    match (value, index) {
        (Value::Indexed(array), Index::Number(number)) => array.set(*number, element),
        (Value::Assoc(array), Index::Key(key)) => array.set(key, element),
        (Value::Assoc(array), Index::Number(number)) => array.set(number.to_string().as_bytes(), element),
        _ => {}
    }
}

/// The value that a reference names (`x`, `a[3]`, `a[@]` joined), for `test -v`, `printf`, namerefs; `None`: unset.
pub fn lookup_reference(shell: &mut Shell, reference: &[u8]) -> Result<Option<Vec<u8>>, ExpandError> {
    let Some((base, subscript)) = parse_reference(reference) else { return Ok(None) };
    let name = shell.names.intern(base);
    let (name, element) = match shell.deref(name) {
        Nameref::Target(Target { name, subscript }) => (name, subscript),
        _ => return Ok(None),
    };
    let place = match (subscript.map(<[u8]>::to_vec), element) {
        (None, None) => Place::Variable(name),
        (None, Some(element)) => locate_text(shell, name, &element)?,
        (Some(key), None) if is_associative(shell, name) && matches!(&key[..], b"@" | b"*") => {
            Place::Element(name, Index::Key(key))
        }
        (Some(subscript), None) => locate_text(shell, name, &subscript)?,
        (Some(_), Some(_)) => return Ok(None),
    };
    if let Place::All(..) = place {
        let items = subject::items(shell, &place);
        return Ok((!items.is_empty()).then(|| items.join(&b' ')));
    }
    Ok(with_value(shell, &place, |value| value.map(<[u8]>::to_vec)))
}

/// `unset a[3]`, `unset m[key]`, `unset a[@]`.
pub fn unset_element(shell: &mut Shell, name: Name, subscript: &[u8]) -> Result<(), ExpandError> {
    let name = array_name(shell, name)?;
    shell.check_writable(name)?;
    if shell.vars.get(name).attrs.any(Attrs::DYNAMIC) {
        return Ok(());
    }
    let bad = || ExpandError::BadSubscript([b"[", subscript, b"]"].concat().into());
    match shell.value(name) {
        Value::Unset => Ok(()),
        Value::Assoc(_) => {
            let key = key_of_text(shell, subscript)?;
            if let Value::Assoc(array) = &mut shell.touch(name).value {
                array.remove(&key);
            }
            shell.after_change(name);
            Ok(())
        }
        Value::Indexed(_) if matches!(subscript, b"@" | b"*") => {
            shell.touch(name).value = Value::Indexed(Box::default());
            shell.after_change(name);
            Ok(())
        }
        Value::Indexed(_) => {
            let number = number_of_text(shell, subscript)?;
            let Some(Index::Number(number)) = from_end(shell, name, number) else { return Err(bad()) };
            if let Value::Indexed(array) = &mut shell.touch(name).value {
                array.remove(number);
            }
            shell.after_change(name);
            Ok(())
        }
        Value::Scalar(_) => {
            if !matches!(subscript, b"@" | b"*") && number_of_text(shell, subscript)? == 0 {
                return Ok(shell.unset(name)?);
            }
            Err(ExpandError::Named(shell.names.spelling(name).clone(), "not an array variable"))
        }
    }
}

/// Follows namerefs from `name`; their errors as bash has them. One that refers to nothing yet is its own target.
pub fn resolve(shell: &mut Shell, name: Name) -> Result<Target, ExpandError> {
    if !shell.vars.get(name).attrs.any(Attrs::NAMEREF) {
        return Ok(Target { name, subscript: None });
    }
    match shell.deref(name) {
        Nameref::Target(target) => Ok(target),
        Nameref::Unbound(name) => Ok(Target { name, subscript: None }),
        Nameref::Own(name) => Err(ExpandError::OwnName(name)),
        Nameref::Circular(name) => Err(ExpandError::Circular(shell.names.spelling(name).clone())),
        Nameref::Invalid(_, text) => Err(ExpandError::NotIdentifier(text)),
    }
}
