//! Methods of [`Shell`]: reading, changing and putting back what is in it, with journal, attributes and hooks.

use std::cmp::Reverse;
use std::rc::Rc;

use super::journal::{Change, Scope, Undo};
use super::special;
use super::value::{Value, bucket_hash};
use super::vars::{Attrs, VarError, Variable};
use super::{Opt, Shell};
use crate::pattern::case;
use crate::syntax::{Field, Function, Name, is_name, print_function};

/// What a name stands for after namerefs were followed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    /// The variable.
    pub name: Name,
    /// The subscript of a nameref to an element (`declare -n r=a[1]`): the raw text.
    pub subscript: Option<Field>,
}

/// What following namerefs came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Nameref {
    /// A variable or element.
    Target(Target),
    /// A nameref without a value: `declare -n r`.
    Unbound(Name),
    /// A function's own, of its own name: the global variable is meant, and bash warns of it.
    Own(Name),
    /// It ends in itself: `circular name reference`.
    Circular(Name),
    /// Its value is no name: `invalid variable name for name reference`.
    Invalid(Name, Field),
}

impl Shell {
    /// Brings a dynamic variable up to date; nothing for others.
    #[inline]
    pub fn refresh(&mut self, name: Name) {
        if self.vars.get(name).attrs.any(Attrs::DYNAMIC) {
            special::refresh(self, name);
        }
    }

    /// The value of `name`, up to date, namerefs not followed.
    #[inline]
    pub fn value(&mut self, name: Name) -> &Value {
        self.refresh(name);
        &self.vars.get(name).value
    }

    /// `$name`: the string or element 0; `None` when unset. Namerefs not followed.
    #[inline]
    pub fn scalar(&mut self, name: Name) -> Option<&[u8]> {
        self.value(name).scalar()
    }

    /// The same of a variable that the shell knows by name, for one who keeps it.
    pub fn known(&mut self, name: &[u8]) -> Option<Vec<u8>> {
        let name = self.names.intern(name);
        self.scalar(name).map(<[u8]>::to_vec)
    }

    /// A function as `declare -f` prints it, without a newline at its end.
    pub fn function_text(&self, function: &Function) -> Vec<u8> {
        print_function(function, &self.names, self.options.get(Opt::POSIX))
    }

    /// What bash calls the file of a function that was read from no file.
    pub fn unnamed_source(&self) -> &'static [u8] {
        if self.invocation.standard_input { b"main" } else { b"environment" }
    }

    /// Follows namerefs from `name` to what it stands for.
    pub fn deref(&mut self, name: Name) -> Nameref {
        let mut target = Target { name, subscript: None };
        for _ in 0..16 {
            let variable = self.vars.get(target.name);
            if !variable.attrs.any(Attrs::NAMEREF) {
                return Nameref::Target(target);
            }
            let Some(text) = variable.value.scalar().filter(|text| !text.is_empty()) else {
                return Nameref::Unbound(target.name);
            };
            let text = Field::from(text);
            if variable.level > 0 && text == *self.names.spelling(target.name) {
                return Nameref::Own(target.name);
            }
            match split_reference(&text) {
                (base, None) if is_name(base) => target.name = self.names.intern(base),
                (base, Some(subscript)) if is_name(base) => {
                    return Nameref::Target(Target {
                        name: self.names.intern(base),
                        subscript: Some(subscript.into()),
                    });
                }
                _ => return Nameref::Invalid(target.name, text),
            }
        }
        Nameref::Circular(name)
    }

    /// The slot of `name` to change it: saved for the inline subshell first, if there is one. Whoever changes a value through
    /// it calls [`Shell::after_change`].
    #[inline]
    pub fn touch(&mut self, name: Name) -> &mut Variable {
        let serial = self.journal.serial;
        if self.journal.inline > 0 && self.vars.get(name).saved != serial {
            let before = self.vars.get(name).clone();
            self.journal.changes.push(Change { scope: Scope::Subshell, undo: Undo::Variable(name, before) });
            self.vars.slot(name).saved = serial;
        }
        self.vars.slot(name)
    }

    /// To be called after a change of `name` through [`Shell::touch`]: what hangs on special variables, allexport.
    #[inline]
    pub fn after_change(&mut self, name: Name) {
        if self.vars.get(name).attrs.any(Attrs::VALUELESS) {
            let variable = self.vars.slot(name);
            variable.attrs = variable.attrs.without(Attrs::VALUELESS);
        }
        self.after_exchange(name);
    }

    /// The same where the variable was exchanged for another, as it is.
    #[inline]
    pub(super) fn after_exchange(&mut self, name: Name) {
        if self.vars.get(name).attrs.any(Attrs::EXPORT) {
            self.vars.environment_changed();
        }
        if name.0 < special::COUNT {
            special::changed(self, name);
        }
    }

    /// Whether `name` may be assigned to.
    pub fn check_writable(&self, name: Name) -> Result<(), VarError> {
        if self.vars.get(name).attrs.any(Attrs::READONLY) { Err(VarError::Readonly(name)) } else { Ok(()) }
    }

    /// Assigns a string to `name` (element 0 of an array): readonly, `-l`, `-u`, `-c`, allexport and special variables
    /// are kept; namerefs and `-i` are the caller's (`expand::bind`).
    #[inline]
    pub fn assign(&mut self, name: Name, text: &[u8]) -> Result<(), VarError> {
        let variable = self.vars.get(name);
        let plain = !variable.attrs.any(Attrs::SLOW.with(Attrs::DYNAMIC)) && name.0 >= special::COUNT;
        if plain && !self.options.get(Opt::ALLEXPORT) {
            let variable = self.touch(name);
            if let Value::Scalar(value) = &mut variable.value {
                value.clear();
                value.extend_from_slice(text);
                return Ok(());
            }
        }
        self.assign_slowly(name, text)
    }

    fn assign_slowly(&mut self, name: Name, text: &[u8]) -> Result<(), VarError> {
        self.check_writable(name)?;
        let text = self.convert_case(name, text);
        if self.vars.get(name).attrs.any(Attrs::DYNAMIC) {
            special::assign_dynamic(self, name, &text);
        }
        let exported = self.options.get(Opt::ALLEXPORT);
        let variable = self.touch(name);
        match &mut variable.value {
            Value::Indexed(array) => array.set(0, Rc::from(text)),
            Value::Assoc(array) => array.set(b"0", Rc::from(text)),
            value => *value = Value::Scalar(text),
        }
        if exported {
            variable.attrs = variable.attrs.with(Attrs::EXPORT);
        }
        self.after_change(name);
        Ok(())
    }

    /// `text` as the attributes `-l`, `-u` and `-c` of `name` would have it.
    pub fn convert_case(&self, name: Name, text: &[u8]) -> Vec<u8> {
        let attrs = self.vars.get(name).attrs;
        if attrs.any(Attrs::LOWER) {
            return case::lower(text, self.utf8);
        }
        if attrs.any(Attrs::UPPER) {
            return case::upper(text, self.utf8);
        }
        if attrs.any(Attrs::CAPITAL) {
            let first = bstr::ByteSlice::char_indices(text).next().map_or(0, |(_, end, _)| end);
            let (first, rest) = text.split_at(first);
            return [case::upper(first, self.utf8), case::lower(rest, self.utf8)].concat();
        }
        text.to_vec()
    }

    /// Replaces the whole value of `name` (arrays included); the attributes stay. Readonly is checked.
    pub fn set_value(&mut self, name: Name, value: Value) -> Result<(), VarError> {
        self.check_writable(name)?;
        let exported = self.options.get(Opt::ALLEXPORT) && !value.is_array(); // set -a; a=(1); declare -p a
        let variable = self.touch(name);
        variable.value = value;
        if exported {
            variable.attrs = variable.attrs.with(Attrs::EXPORT);
        }
        self.after_change(name);
        Ok(())
    }

    /// Sets the attributes of `name`, which then exists; readonly is not checked.
    pub fn set_attrs(&mut self, name: Name, attrs: Attrs) {
        let attrs = attrs.with(Attrs::DECLARED);
        if self.vars.get(name).attrs == attrs {
            return;
        }
        self.touch(name).attrs = attrs;
        self.vars.environment_changed();
    }

    /// Defines a function, or takes it away with `None`.
    pub fn set_function(&mut self, name: Name, function: Option<Rc<Function>>) {
        if self.functions.attrs(name) & super::functions::EXPORTED != 0 {
            self.vars.environment_changed();
        }
        let before = self.functions.set(name, function);
        self.journal.subshell(|| Undo::Function(name, before));
    }

    /// Sets the attributes of a function (`functions::EXPORTED` …).
    pub fn set_function_attrs(&mut self, name: Name, attrs: u8) {
        let before = self.functions.set_attrs(name, attrs);
        self.journal.subshell(|| Undo::FunctionAttrs(name, before));
        self.vars.environment_changed();
    }

    /// Defines an alias, or takes it away with `None`; gives what it was.
    pub fn set_alias(&mut self, name: Field, text: Option<Field>) -> Option<Field> {
        let before = match text {
            Some(text) => self.aliases.0.insert(name.clone(), text),
            None => self.aliases.0.remove(&name),
        };
        self.journal.subshell(|| Undo::Alias(name, before.clone()));
        before
    }

    /// Turns an option on or off, with what hangs on it.
    pub fn set_option(&mut self, option: Opt, on: bool) {
        let before = self.options;
        self.options.set(option, on);
        match option {
            Opt::POSIX => {
                // without options to go back to, set +o posix leaves interactive defaults
                let kept = if on { None } else { self.before_posix.take() };
                let all = [
                    (Opt::EXPAND_ALIASES, on || self.invocation.interactive),
                    (Opt::SHIFT_VERBOSE, on),
                    (Opt::INTERACTIVE_COMMENTS, on || before.get(Opt::INTERACTIVE_COMMENTS)),
                    (Opt::SHOPT_INTERACTIVE_COMMENTS, on || before.get(Opt::SHOPT_INTERACTIVE_COMMENTS)),
                    (Opt::SOURCEPATH, on || before.get(Opt::SOURCEPATH)),
                    (Opt::INHERIT_ERREXIT, on || before.get(Opt::INHERIT_ERREXIT)),
                ];
                for (option, value) in all {
                    self.options.set(option, kept.map_or(value, |kept| kept.get(option)));
                }
            }
            Opt::INTERACTIVE_COMMENTS => self.options.set(Opt::SHOPT_INTERACTIVE_COMMENTS, on),
            Opt::SHOPT_INTERACTIVE_COMMENTS => self.options.set(Opt::INTERACTIVE_COMMENTS, on),
            Opt::VI if on => self.options.set(Opt::EMACS, false),
            Opt::EMACS if on => self.options.set(Opt::VI, false),
            Opt::EXTDEBUG => {
                if on && self.frames.arguments.is_none() {
                    self.frames.arguments = Some(self.frames.positional.clone());
                }
                self.options.set(Opt::FUNCTRACE, on);
                self.options.set(Opt::ERRTRACE, on);
            }
            _ => {}
        }
        if before != self.options {
            self.journal.subshell(|| Undo::Options(before));
            let shown = self.vars.get(special::SHELLOPTS).attrs.any(Attrs::EXPORT)
                || self.vars.get(special::BASHOPTS).attrs.any(Attrs::EXPORT);
            if shown {
                self.vars.environment_changed();
            }
        }
    }

    /// TZ, if it is exported: another one is no concern of the clock's.
    pub fn time_zone(&self) -> Option<Vec<u8>> {
        let zone = self.vars.get(special::TZ);
        zone.value.scalar().filter(|_| zone.attrs.any(Attrs::EXPORT)).map(<[u8]>::to_vec)
    }

    /// Replaces `$1` …
    pub fn set_positional(&mut self, fields: impl Into<super::Positional>) {
        let before = std::mem::replace(&mut self.frames.positional, fields.into());
        self.journal.subshell(|| Undo::Positional(before));
    }

    /// The strings `NAME=value` for children, without a NUL; made anew only when something exported has changed.
    pub fn environment(&mut self) -> Rc<[Field]> {
        if let Some(strings) = self.vars.environment() {
            return strings;
        }
        for name in [special::SHELLOPTS, special::BASHOPTS] {
            self.refresh(name);
        }
        let mut exported: Vec<_> = Vec::new();
        for (name, variable) in self.vars.iter() {
            let is_exported = variable.attrs.any(Attrs::EXPORT) && !matches!(variable.value, Value::Unset);
            let is_hiding = variable.level > 0 && !is_exported;
            let variable = if is_hiding { self.hidden_export(name).unwrap_or(variable) } else { variable };
            if name != special::_UNDERSCORE
                && let Some(text) = exported_text(variable)
            {
                let spelling = self.names.spelling(name);
                let string: Field = [spelling, &b"="[..], text].concat().into();
                exported.push((environment_place(spelling, variable.level), Reverse(name), string));
            }
        }
        exported.sort_unstable_by_key(|(place, name, _)| (*place, *name));
        let mut strings: Vec<Field> = exported.into_iter().map(|(_, _, string)| string).collect();
        strings.extend(self.vars.passthrough.iter().cloned());
        strings.extend((self.wiring.exported_functions)(self));
        let strings: Rc<[Field]> = strings.into();
        self.vars.keep_environment(strings.clone());
        strings
    }
}

/// The string that children get of a variable.
pub(super) fn exported_text(variable: &Variable) -> Option<&[u8]> {
    match &variable.value {
        Value::Scalar(text) if variable.attrs.any(Attrs::EXPORT) => Some(text),
        _ => None,
    }
}

/// Where a variable stands in the environment: innermost scopes first, then by bucket of bash's hash tables (1024 for
/// global variables, 4 for those of a call), the newest first. `env` shows that order, and outputs are compared with it.
fn environment_place(spelling: &[u8], level: u16) -> (Reverse<u16>, u32) {
    (Reverse(level), bucket_hash(spelling) & if level == 0 { 1023 } else { 3 })
}

/// `a[sub]` → `a` and `sub`; anything else as it is.
pub fn split_reference(text: &[u8]) -> (&[u8], Option<&[u8]>) {
    match (memchr::memchr(b'[', text), text) {
        (Some(open), [.., b']']) => (&text[..open], Some(&text[open + 1..text.len() - 1])),
        _ => (text, None),
    }
}
