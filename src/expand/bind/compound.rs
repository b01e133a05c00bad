//! `a=(x y [5]=z)`, `m=([k]=v)`, `m=(k v k v)` (bash manual 6.7).

use super::{Attrs, Index, array_name, assign_index, converted, element, from_end, is_associative, key_of_text, store};
use crate::expand::buffer::Join;
use crate::expand::fields::{elements_of, has_braces};
use crate::expand::{ExpandError, fields_of, one, subject, value_of as value_with, warn};
use crate::state::{Assoc, Element, Indexed, Shell, Value};
use crate::syntax::{Arithmetic, ArrayElement, Field, Name, Subscript};

/// `name=(…)` as it stands in the tree.
pub(super) fn assign(shell: &mut Shell, name: Name, list: &[ArrayElement], append: bool) -> Result<(), ExpandError> {
    let target = array_name(shell, name)?;
    let by_key = matches!(list.first(), Some(ArrayElement::Keyed { .. }));
    let is_one_by_one = append && by_key && is_associative(shell, target);
    if !is_one_by_one || shell.check_writable(target).is_err() {
        let elements = elements(shell, target, list, false)?;
        return assign_compound(shell, target, &elements, append);
    }
    for element in list {
        // `m+=([a]=1 [b]=${m[a]})`: each sees those before it
        for item in elements(shell, target, std::slice::from_ref(element), true)? {
            put_by_key(shell, target, &item, None)?;
        }
    }
    shell.after_change(target);
    Ok(())
}

/// Expands the elements of a compound assignment to `name`: subscripts are keys, or expressions that are evaluated when the
/// element is assigned.
pub fn elements(
    shell: &mut Shell,
    name: Name,
    elements: &[ArrayElement],
    keys: bool,
) -> Result<Vec<Element>, ExpandError> {
    let name = array_name(shell, name)?;
    let keys = keys || is_associative(shell, name);
    let by_key = matches!(elements.first(), Some(ArrayElement::Keyed { .. }));
    let join = if keys { Join::Word } else { Join::Element };
    let mut expanded = Vec::with_capacity(elements.len());
    let mut fields = Vec::new();
    for element in elements {
        match element {
            // one key or value: declare -A m; m=({a,b} $(echo c d)) makes one element
            ArrayElement::Word(word) if keys => {
                let value =
                    if by_key { shell.frames.text.get(word.text).to_vec() } else { value_with(shell, word, join)? };
                expanded.push(Element { subscript: None, append: false, value: value.into() });
            }
            ArrayElement::Word(word) => {
                elements_of(shell, word, &mut fields)?;
                let plain = |value| Element { subscript: None, append: false, value };
                expanded.extend(fields.drain(..).map(plain));
            }
            ArrayElement::Keyed { braces: Some(word), .. } if !keys && has_braces(word) => {
                fields_of(shell, word, &mut fields)?;
                let plain = |value| Element { subscript: None, append: false, value };
                expanded.extend(fields.drain(..).map(plain));
            }
            ArrayElement::Keyed { subscript, append, value, .. } => {
                let subscript = subscript_text(shell, keys, subscript)?;
                let value = value_with(shell, value, join)?.into();
                expanded.push(Element { subscript: Some(subscript), append: *append, value });
            }
        }
    }
    Ok(expanded)
}

fn subscript_text(shell: &mut Shell, keys: bool, subscript: &Subscript) -> Result<Field, ExpandError> {
    Ok(match subscript {
        Subscript::At => Field::from(&b"@"[..]),
        Subscript::Star => Field::from(&b"*"[..]),
        Subscript::Index { word, .. } if keys => one(shell, word)?.into(),
        Subscript::Index { arith: Arithmetic::Compiled(_, text), .. } => Field::from(&text[..]),
        Subscript::Index { word, .. } => one(shell, word)?.into(),
    })
}

/// `name=(…)`, `name+=(…)`: elements one after the other; `-A` variables take keys (or key value pairs).
pub fn assign_compound(shell: &mut Shell, name: Name, elements: &[Element], append: bool) -> Result<(), ExpandError> {
    let name = array_name(shell, name)?;
    shell.check_writable(name)?;
    let attrs = shell.vars.get(name).attrs;
    if attrs.any(Attrs::DYNAMIC) {
        return assign_dynamic(shell, name, elements);
    }
    if is_associative(shell, name) {
        return assign_associative(shell, name, elements, append);
    }
    let plain = elements.iter().all(|element| element.subscript.is_none()) && !attrs.any(Attrs::SLOW);
    if plain && !append {
        let array: Indexed = elements.iter().map(|element| element.value.clone()).collect();
        return Ok(shell.set_value(name, Value::Indexed(Box::new(array)))?);
    }
    if plain {
        begin(shell, name, true);
        if let Value::Indexed(array) = &mut shell.touch(name).value {
            elements.iter().for_each(|element| array.push(element.value.clone()));
        }
        shell.after_change(name);
        return Ok(());
    }
    begin(shell, name, append);
    assign_indexed(shell, name, elements)
}

/// Makes `name` an array, an empty one but for `+=`.
fn begin(shell: &mut Shell, name: Name, append: bool) {
    let variable = shell.touch(name);
    variable.value = match std::mem::take(&mut variable.value) {
        value @ (Value::Indexed(_) | Value::Assoc(_)) if append => value,
        Value::Scalar(text) if append => Value::Indexed(Box::new([Field::from(text)].into_iter().collect())),
        _ => Value::Indexed(Box::default()),
    };
}

fn assign_indexed(shell: &mut Shell, name: Name, elements: &[Element]) -> Result<(), ExpandError> {
    let mut next = match shell.value(name) {
        Value::Indexed(array) => array.end(),
        _ => 0,
    };
    for item in elements {
        let index = match &item.subscript {
            None => Some(Index::Number(next)),
            Some(text) if matches!(&text[..], b"" | b"@" | b"*") => None,
            Some(text) => {
                let number = subject::number_of_text(shell, text)?;
                from_end(shell, name, number)
            }
        };
        let Some(Index::Number(number)) = index else {
            warn_bad(shell, item);
            continue;
        };
        put(shell, name, &Index::Number(number), item)?;
        next = number.saturating_add(1);
    }
    shell.after_change(name);
    Ok(())
}

/// `[-5]=x: bad array subscript`; bash goes on with the next.
fn warn_bad(shell: &Shell, item: &Element) {
    let subscript = item.subscript.as_deref().unwrap_or_default();
    warn(shell, &[b"[", subscript, b"]=", &item.value, b": bad array subscript"].concat());
}

/// Stores one element of the array that is being made.
fn put(shell: &mut Shell, name: Name, index: &Index, item: &Element) -> Result<(), ExpandError> {
    let value = value_of(shell, name, index, item)?;
    store(&mut shell.touch(name).value, index, value);
    Ok(())
}

/// What is stored for an element: behind the one that is there with `+=`, as the attributes have it.
fn value_of(shell: &mut Shell, name: Name, index: &Index, item: &Element) -> Result<Field, ExpandError> {
    if !item.append && !shell.vars.get(name).attrs.any(Attrs::SLOW) {
        return Ok(item.value.clone());
    }
    let before = element(&shell.vars.get(name).value, index).unwrap_or_default().to_vec();
    let value = converted(shell, name, item.append.then_some(&before[..]), &item.value)?;
    Ok(Field::from(shell.convert_case(name, &value)))
}

/// `m=(…)` makes a new array, so that `[k]+=` adds to what was in the old one; `m+=(…)` goes on with the one that is there.
fn assign_associative(shell: &mut Shell, name: Name, elements: &[Element], append: bool) -> Result<(), ExpandError> {
    let mut new = match shell.value(name) {
        _ if append => None,
        Value::Assoc(array) => {
            let mut new = array.clone();
            new.clear();
            Some(new)
        }
        _ => Some(Box::default()),
    };
    let is_list = elements.first().is_some_and(|element| element.subscript.is_none());
    if is_list {
        for pair in elements.chunks(2) {
            let [key, rest @ ..] = pair else { continue };
            let value = rest.first().map_or_else(|| Field::from(&b""[..]), Element::written);
            let key = key.written();
            if key.is_empty() {
                warn(shell, b"bad array subscript");
                continue;
            }
            let item = Element { subscript: Some(key), append: false, value };
            put_by_key(shell, name, &item, new.as_deref_mut())?;
        }
    } else {
        for item in elements {
            put_by_key(shell, name, item, new.as_deref_mut())?;
        }
    }
    match new {
        Some(new) => Ok(shell.set_value(name, Value::Assoc(new))?),
        None => {
            shell.after_change(name);
            Ok(())
        }
    }
}

/// Stores the element of an associative array, in `new` if that is made.
fn put_by_key(shell: &mut Shell, name: Name, item: &Element, new: Option<&mut Assoc>) -> Result<(), ExpandError> {
    match &item.subscript {
        None => {
            let name = shell.names.spelling(name);
            let text = b": must use subscript when assigning associative array";
            warn(shell, &[&name[..], b": ", &item.value, text].concat());
        }
        Some(key) if key.is_empty() => warn_bad(shell, item),
        Some(key) => {
            let value = value_of(shell, name, &Index::Key(key.to_vec()), item)?;
            match (new, &mut shell.touch(name).value) {
                (Some(array), _) => array.set(key, value),
                (None, Value::Assoc(array)) => array.set(key, value),
                _ => {}
            }
        }
    }
    Ok(())
}

/// The arrays that are made when they are read take each element for itself.
fn assign_dynamic(shell: &mut Shell, name: Name, elements: &[Element]) -> Result<(), ExpandError> {
    let associative = is_associative(shell, name);
    for (at, item) in elements.iter().enumerate() {
        let index = match &item.subscript {
            Some(key) if associative => Index::Key(key_of_text(shell, key)?),
            Some(text) => Index::Number(subject::number_of_text(shell, text)?),
            None => Index::Number(at as i64),
        };
        assign_index(shell, name, &index, &item.value, item.append)?;
    }
    Ok(())
}
