//! `declare name`, `declare name=value` and what the options make of them. The order of the checks is bash's.

use bstr::ByteSlice;

use super::operand::{Given, Operand};
use super::{LOCAL, Request, invalid_identifier, refuse};
use crate::exec::{report, subshell};
use crate::expand::{self, ExpandError, bind};
use crate::state::{Assoc, Attrs, Flow, Indexed, Nameref, Opt, Outcome, Shell, Status, Value, VarError};
use crate::syntax::{Field, Name, is_name, parse_array_text, parse_reference};

/// What a temporary variable has and a local that inherits from it has not.
const TEMPORARIES: Attrs =
    Attrs(Attrs::TEMPORARY.0 | Attrs::ADOPTED.0 | Attrs::PASSING.0 | Attrs::CHANGED.0 | Attrs::SPREADING.0);

const FAILED: Outcome = Ok(Status::FAILURE);

/// What an operand is about once namerefs were followed.
struct Subject {
    name: Name,
    /// The element that a nameref names.
    subscript: Option<Field>,
    /// It is local to the function and was there before.
    old_local: bool,
}

/// One operand that is no function.
pub(super) fn declare(shell: &mut Shell, request: &Request, operand: &Operand) -> Outcome {
    let builtin = request.builtin.name;
    if operand.word == b"-" && builtin == LOCAL.name {
        shell.keep_set_options();
        return Ok(Status::SUCCESS);
    }
    if request.on.any(Attrs::NAMEREF) && !check_nameref(shell, builtin, operand) {
        return FAILED;
    }
    if !is_name(operand.name) {
        return invalid_identifier(shell, builtin, operand.word);
    }
    let name = shell.names.intern(operand.name);
    let level = shell.frames.level;
    let local = level > 0 && (!request.global || request.check_local && shell.vars.get(name).level == level);
    if local {
        return match make_local(shell, request, operand, name)? {
            Some(subject) => change(shell, request, operand, &subject),
            None => FAILED,
        };
    }
    if level > 0 {
        if shell.vars.get(name).level > 0 {
            subshell::settle(shell)?; // the global variable is in the journal of the shell around
        }
        return shell.with_global(name, |shell| declare_here(shell, request, operand, name));
    }
    declare_here(shell, request, operand, name)
}

/// What is wrong with `declare -n name=value` before anything is looked up.
fn check_nameref(shell: &Shell, builtin: &str, operand: &Operand) -> bool {
    let left = operand.left();
    if operand.subscript.is_some() || matches!(operand.given, Some(Given::List(_))) {
        let _ = refuse(shell, builtin, left, "reference variable cannot be an array");
        return false;
    }
    let Some(value) = operand.text() else { return true };
    let refers_to = parse_reference(value);
    if refers_to.is_some_and(|(base, _)| base == operand.name) {
        if shell.frames.level == 0 {
            let _ = refuse(shell, builtin, left, "nameref variable self references not allowed");
            return false;
        }
        let name = operand.name.as_bstr();
        report::message(shell, format_args!("{builtin}: warning: {name}: circular name reference"));
        report::message(shell, format_args!("warning: {name}: circular name reference"));
    }
    if value.is_empty() && !operand.append {
        let _ = invalid_identifier(shell, builtin, value);
        return false;
    }
    if !value.is_empty() && !operand.append && refers_to.is_none() {
        invalid_reference(shell, builtin, value);
        return false;
    }
    true
}

fn invalid_reference(shell: &Shell, builtin: &str, value: &[u8]) {
    let text = [builtin.as_bytes(), b": `", value, b"': invalid variable name for name reference"].concat();
    report::message_bytes(shell, &text);
}

/// Finds or makes the local variable; `None` when that was refused.
fn make_local(shell: &mut Shell, request: &Request, operand: &Operand, name: Name) -> Result<Option<Subject>, Flow> {
    let level = shell.frames.level;
    let mut name = name;
    let mut subscript = None;
    let variable = shell.vars.get(name);
    let about_nameref = request.on.with(request.off).any(Attrs::NAMEREF);
    if variable.level == level
        && variable.attrs.any(Attrs::NAMEREF)
        && !about_nameref
        && let Nameref::Target(target) = shell.deref(name)
    {
        name = target.name;
        subscript = target.subscript;
    }
    let before = shell.vars.get(name);
    if before.level == level {
        shell.make_local(name);
        return Ok(Some(Subject { name, subscript, old_local: true }));
    }
    let refusal = if before.attrs.any(Attrs::READONLY) && before.level == 0 {
        Some("readonly variable")
    } else if before.attrs.any(Attrs::DYNAMIC) && is_noassign(shell, name) {
        Some("variable may not be assigned value")
    } else {
        None
    };
    if let Some(text) = refusal {
        refuse(shell, request.builtin.name, operand.name, text)?;
        return Ok(None);
    }
    let before = shell.vars.get(name).clone();
    shell.make_local(name);
    let mut attrs = Attrs(before.attrs.0 & Attrs::EXPORT.0);
    if before.attrs.any(Attrs::TEMPORARY) {
        shell.touch(name).value = before.value.clone();
        shell.after_change(name);
    }
    if request.inherit || shell.options.get(Opt::LOCALVAR_INHERIT) {
        let dropped = Attrs::NAMEREF.with(TEMPORARIES).with(Attrs::DYNAMIC).with(Attrs::READONLY);
        attrs = before.attrs.without(dropped);
        shell.touch(name).value = before.value;
        shell.after_change(name);
    }
    shell.set_attrs(name, attrs);
    Ok(Some(Subject { name, subscript, old_local: false }))
}

/// Arrays that the shell makes itself and that take no value from scripts.
fn is_noassign(shell: &Shell, name: Name) -> bool {
    use crate::state::special::{BASH_ARGC, BASH_ARGV, BASH_LINENO, BASH_SOURCE, FUNCNAME, GROUPS};
    let _ = shell;
    [FUNCNAME, GROUPS, BASH_SOURCE, BASH_LINENO, BASH_ARGC, BASH_ARGV].contains(&name)
}

/// A global variable, or one that `name` refers to.
fn declare_here(shell: &mut Shell, request: &Request, operand: &Operand, name: Name) -> Outcome {
    let builtin = request.builtin.name;
    let is_nameref = shell.vars.get(name).attrs.any(Attrs::NAMEREF);
    let mut subject = Subject { name, subscript: None, old_local: false };
    if !is_nameref || request.on.any(Attrs::NAMEREF) {
        return change(shell, request, operand, &subject);
    }
    let variable = shell.vars.get(name);
    if request.off.any(Attrs::NAMEREF) {
        if variable.attrs.any(Attrs::READONLY) && variable.value.scalar().is_some() {
            return refuse(shell, builtin, operand.name, "readonly variable");
        }
        let attrs = variable.attrs;
        let rest = Request { off: request.off.without(Attrs::NAMEREF), ..copy(request) };
        let only_this = request.is_bare() && rest.off == Attrs(0) && operand.given.is_none();
        let target = shell.deref(name);
        shell.set_attrs(name, attrs.without(Attrs::NAMEREF));
        if only_this {
            return Ok(Status::SUCCESS);
        }
        if let Nameref::Target(target) = target {
            subject = Subject { name: target.name, subscript: target.subscript, old_local: false };
        }
        return change(shell, &rest, operand, &subject);
    }
    match shell.deref(name) {
        Nameref::Target(target) => {
            subject = Subject { name: target.name, subscript: target.subscript, old_local: false };
            change(shell, request, operand, &subject)
        }
        Nameref::Unbound(_) => match operand.text() {
            Some(value) if !is_name(value) => invalid_identifier(shell, builtin, value),
            _ => change(shell, request, operand, &subject),
        },
        Nameref::Circular(_) | Nameref::Own(_) => {
            report::message(shell, format_args!("warning: {}: circular name reference", operand.name.as_bstr()));
            change(shell, request, operand, &subject)
        }
        Nameref::Invalid(_, text) => invalid_identifier(shell, builtin, &text),
    }
}

fn copy(request: &Request) -> Request {
    Request { ..*request }
}

/// Gives the variable its kind, its attributes and its value.
fn change(shell: &mut Shell, request: &Request, operand: &Operand, subject: &Subject) -> Outcome {
    let builtin = request.builtin.name;
    let name = subject.name;
    shell.refresh(name);
    if let Some(text) = refusal(shell, request, operand, subject) {
        if text == READONLY && matches!(operand.given, Some(Given::List(_))) {
            report::message_bytes(shell, &[operand.name, b": ", text.as_bytes()].concat());
            return Err(Flow::Abandon(Status::FAILURE)); // bash -c 'readonly a; declare a=(1); echo no'
        }
        return refuse(shell, builtin, operand.name, text);
    }
    let variable = shell.vars.get(name);
    if request.on.any(Attrs::NAMEREF)
        && operand.given.is_none()
        && let Some(value) = variable.value.scalar()
        && !value.is_empty()
        && parse_reference(value).is_none()
    {
        let value = value.to_vec();
        invalid_reference(shell, builtin, &value);
        return FAILED;
    }
    if request.on.any(Attrs::NAMEREF)
        && operand.append
        && let Some(text) = operand.text()
        && parse_reference(&[variable.value.scalar().unwrap_or_default(), text].concat()).is_none()
    {
        return invalid_identifier(shell, builtin, text);
    }
    let subscript = operand.subscript.or(subject.subscript.as_deref());
    convert(shell, request, subject, operand.subscript.is_some() || subject.subscript.is_some(), operand);
    let attrs = shell.vars.get(name).attrs;
    if subscript.is_some() && operand.given.is_some() && request.on.any(Attrs::READONLY) {
        shell.set_attrs(name, attrs.with(request.on)); // bash -c 'declare -r a[2]=x; echo $?; declare -p a'
        report::expansion(shell, ExpandError::Variable(VarError::Readonly(name)));
        return Ok(Status::SUCCESS);
    }
    let last = Attrs::READONLY;
    shell.set_attrs(name, attrs.with(request.on.without(last)).without(request.off));
    let status = match &operand.given {
        None => Status::SUCCESS,
        Some(given) => assign(shell, request, operand, name, subscript, given)?,
    };
    let attrs = shell.vars.get(name).attrs;
    if request.on.any(last) && !request.off.any(last) && status.is_success() {
        shell.set_attrs(name, attrs.with(last));
    }
    if request.on.any(Attrs::EXPORT.with(Attrs::READONLY)) && builtin != LOCAL.name {
        shell.keep_temporary(name);
    } else if attrs.any(Attrs::PASSING) {
        shell.forget_change(name);
    }
    Ok(status)
}

const READONLY: &str = "readonly variable";

/// Why the variable cannot become what is asked for.
fn refusal(shell: &Shell, request: &Request, operand: &Operand, subject: &Subject) -> Option<&'static str> {
    let variable = shell.vars.get(subject.name);
    let (indexed, assoc) = match variable.value {
        Value::Indexed(_) => (true, false),
        Value::Assoc(_) => (false, true),
        _ => (false, false),
    };
    let readonly = variable.attrs.any(Attrs::READONLY);
    if (indexed || assoc) && request.on.any(Attrs::NAMEREF) {
        Some("reference variable cannot be an array")
    } else if readonly && (request.off.any(Attrs::READONLY) || operand.given.is_some()) {
        Some(READONLY)
    } else if request.array_off && indexed || request.assoc_off && assoc {
        Some("cannot destroy array variables in this way")
    } else if request.array && assoc {
        Some("cannot convert associative to indexed array")
    } else if request.assoc && indexed {
        Some("cannot convert indexed to associative array")
    } else {
        None
    }
}

/// Makes an array of what is none, where options, brackets or a list ask for it. A local's string is lost then (bash -c 'f() {
/// local a=1; local -a a; declare -p a; }; f'), elsewhere it becomes the element 0.
fn convert(shell: &mut Shell, request: &Request, subject: &Subject, element: bool, operand: &Operand) {
    let name = subject.name;
    let wanted = request.array || request.assoc || element || matches!(operand.given, Some(Given::List(_)));
    let variable = shell.vars.get(name);
    if !wanted || variable.value.is_array() || request.on.any(Attrs::NAMEREF) {
        return;
    }
    let attrs = variable.attrs;
    let string = match &variable.value {
        Value::Scalar(text) => Some(Field::from(&text[..])),
        _ => None,
    };
    let valueless = string.is_none();
    let kept = string.filter(|_| !subject.old_local);
    let value = if request.assoc {
        let mut array = Assoc::default();
        if let Some(text) = kept {
            array.set(b"0", text);
        }
        Value::Assoc(Box::new(array))
    } else {
        let array: Indexed = kept.into_iter().collect();
        Value::Indexed(Box::new(array))
    };
    shell.touch(name).value = value;
    shell.after_change(name);
    shell.set_attrs(name, if valueless { attrs.with(Attrs::VALUELESS) } else { attrs });
}

/// Assigns what was given: to an element, as a list, or to the variable.
fn assign(
    shell: &mut Shell,
    request: &Request,
    operand: &Operand,
    name: Name,
    subscript: Option<&[u8]>,
    given: &Given,
) -> Outcome {
    let result = match (given, subscript) {
        (Given::List(_), Some(_)) => {
            let text = [operand.word, b": cannot assign list to array member"].concat();
            report::message_bytes(shell, &text);
            return Err(Flow::Abandon(Status::FAILURE));
        }
        (Given::List(elements), None) => bind::assign_compound(shell, name, elements, operand.append),
        (Given::Text(text), Some(subscript)) => bind::assign_element(shell, name, subscript, text, operand.append),
        (Given::Text(text), None) if request.on.any(Attrs::NAMEREF) => {
            let before = if operand.append { shell.vars.get(name).value.scalar().unwrap_or_default() } else { b"" };
            let value = [before, text].concat();
            shell.assign(name, &value).map_err(ExpandError::from)
        }
        (Given::Text(text), None) => {
            let array = shell.vars.get(name).value.is_array();
            match if array { list_in_text(shell, name, text) } else { Ok(None) } {
                Ok(Some(elements)) => bind::assign_compound(shell, name, &elements, operand.append),
                Ok(None) => bind::assign(shell, name, text, operand.append),
                Err(error) => Err(error),
            }
        }
    };
    match result {
        Ok(()) => Ok(Status::SUCCESS),
        Err(error) => failed(shell, request.builtin.name, error),
    }
}

/// `(1 2)` as the value of an array is read as a list: `declare -a "a=(1 2)"`.
pub(super) fn list_in_text(
    shell: &mut Shell,
    name: Name,
    text: &[u8],
) -> Result<Option<Vec<crate::state::Element>>, ExpandError> {
    if !(text.starts_with(b"(") && text.ends_with(b")")) {
        return Ok(None);
    }
    let source = Field::from(&b""[..]);
    let dialect = expand::dialect_of(shell.options, &source);
    let parsed = parse_array_text(text, shell.frames.line, &mut shell.names, &dialect).map_err(ExpandError::Syntax)?;
    let Some(parsed) = parsed else { return Ok(None) };
    let outer = std::mem::replace(&mut shell.frames.text, parsed.text.clone());
    let elements = bind::elements(shell, name, &parsed.value, false);
    shell.frames.text = outer;
    elements.map(Some)
}

/// What becomes of an assignment that failed, in bash's words: expressions end the whole command.
pub(super) fn failed(shell: &mut Shell, builtin: &str, error: ExpandError) -> Outcome {
    match error {
        ExpandError::Variable(VarError::Readonly(name)) => {
            let name = shell.names.spelling(name).clone();
            refuse(shell, builtin, &name, READONLY)
        }
        ExpandError::BadSubscript(_) => {
            report::expansion(shell, error);
            FAILED
        }
        ExpandError::Arithmetic(..) | ExpandError::TooDeep(_) => {
            report::builtin_expansion(shell, builtin, error)?;
            Err(Flow::Abandon(Status::FAILURE))
        }
        error => report::builtin_expansion(shell, builtin, error),
    }
}
