//! Variables: slots by number, attributes, the environment of children (bash manual 3.4, 3.7.4).

use std::rc::Rc;

use super::value::Value;
use crate::syntax::{Field, Name};

/// Attributes of a variable (bash manual 4.2, `declare`): a set of bits.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Attrs(pub u16);

impl Attrs {
    /// `-x`
    pub const EXPORT: Attrs = Attrs(1);
    /// `-r`
    pub const READONLY: Attrs = Attrs(2);
    /// `-i`
    pub const INTEGER: Attrs = Attrs(4);
    /// `-l`
    pub const LOWER: Attrs = Attrs(8);
    /// `-u`
    pub const UPPER: Attrs = Attrs(16);
    /// `-c`, which bash has without telling
    pub const CAPITAL: Attrs = Attrs(32);
    /// `-n`
    pub const NAMEREF: Attrs = Attrs(64);
    /// `-t`
    pub const TRACE: Attrs = Attrs(128);
    /// It exists though it has no value (`declare x`, `local x`).
    pub const DECLARED: Attrs = Attrs(256);
    /// Its value is made when it is read (`RANDOM`): `special::refresh`.
    pub const DYNAMIC: Attrs = Attrs(512);
    /// It came with the temporary environment of a command (`x=1 f`).
    pub const TEMPORARY: Attrs = Attrs(1024);
    /// Besides: the command is a builtin that runs no other commands. What it assigns reaches the variable below as well.
    pub const PASSING: Attrs = Attrs(4096);
    /// Such a builtin has assigned to it.
    pub const CHANGED: Attrs = Attrs(8192);
    /// A temporary variable that `local` has made the function's own.
    pub const ADOPTED: Attrs = Attrs(16384);
    /// A temporary variable in a function that was exported or made readonly: it takes the place of all it hides.
    pub const SPREADING: Attrs = Attrs(32768);
    /// An array that was declared and never assigned: `declare -a a` and `a=()` are listed differently.
    pub const VALUELESS: Attrs = Attrs(2048);
    /// What changes a value on assignment or redirects it: the slow way of assigning.
    pub const SLOW: Attrs = Attrs(4 | 8 | 16 | 32 | 64 | 2);

    /// Whether any of `other` is in the set.
    #[inline]
    pub fn any(self, other: Attrs) -> bool {
        self.0 & other.0 != 0
    }

    /// The set with `other` added.
    #[must_use]
    pub fn with(self, other: Attrs) -> Attrs {
        Attrs(self.0 | other.0)
    }

    /// The set without `other`.
    #[must_use]
    pub fn without(self, other: Attrs) -> Attrs {
        Attrs(self.0 & !other.0)
    }
}

/// A variable. The default is one that does not exist.
#[derive(Clone, Default, Debug)]
pub struct Variable {
    /// What it holds.
    pub value: Value,
    /// How it behaves.
    pub attrs: Attrs,
    /// Depth of the function it is local to; 0: global.
    pub level: u16,
    /// Number of the inline subshell that has saved it in the journal last; see [`super::journal`].
    pub saved: u32,
}

impl Variable {
    /// Whether it is there at all: set, or declared.
    pub fn exists(&self) -> bool {
        self.attrs.any(Attrs::DECLARED) || !matches!(self.value, Value::Unset)
    }
}

/// Why a variable could not be changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum VarError {
    /// `x: readonly variable`
    Readonly(Name),
}

/// All variables, by the number of their name. What shadows what is in the journal, so a look-up is an index.
#[derive(Default)]
pub struct Vars {
    slots: Vec<Variable>,
    absent: Variable,
    /// Strings of the environment that are no valid assignments of a name: handed on to children as they came.
    pub passthrough: Vec<Field>,
    environment: Option<Rc<[Field]>>,
}

impl Vars {
    /// None yet, with room for those of `count` names.
    pub fn with_room(count: usize) -> Vars {
        Vars { slots: Vec::with_capacity(count), ..Vars::default() }
    }

    /// The variable of `name`, which may not exist. Dynamic values are those of the last `Shell::refresh`.
    #[inline]
    pub fn get(&self, name: Name) -> &Variable {
        self.slots.get(name.0 as usize).unwrap_or(&self.absent)
    }

    /// The slot of `name`, without journal and attributes: for `state` alone; others go through `Shell`.
    #[inline]
    pub(super) fn slot(&mut self, name: Name) -> &mut Variable {
        let place = name.0 as usize;
        if place >= self.slots.len() {
            self.slots.resize_with(place + 16, Variable::default);
        }
        let slot = &mut self.slots[place];
        if slot.attrs.any(Attrs::EXPORT) {
            self.environment = None;
            if slot.attrs.any(Attrs::PASSING) {
                slot.attrs = slot.attrs.with(Attrs::CHANGED);
            }
        }
        slot
    }

    /// Puts `other` in the place of the variable of `name`, and that into `other`: no change of either.
    pub(super) fn exchange(&mut self, name: Name, other: &mut Variable) {
        let place = name.0 as usize;
        if place >= self.slots.len() {
            self.slots.resize_with(place + 16, Variable::default);
        }
        let slot = &mut self.slots[place];
        if slot.attrs.any(Attrs::EXPORT) || other.attrs.any(Attrs::EXPORT) {
            self.environment = None;
        }
        std::mem::swap(slot, other);
    }

    /// Names of all that exist, in order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (Name, &Variable)> {
        let named = self.slots.iter().enumerate().map(|(place, variable)| (Name(place as u32), variable));
        named.filter(|(_, variable)| variable.exists())
    }

    /// Forgets the strings made for children: something exported has changed.
    pub fn environment_changed(&mut self) {
        self.environment = None;
    }

    /// The strings for children if nothing exported has changed since they were made.
    pub(super) fn environment(&self) -> Option<Rc<[Field]>> {
        self.environment.clone()
    }

    /// Keeps the strings for children.
    pub(super) fn keep_environment(&mut self, strings: Rc<[Field]>) {
        self.environment = Some(strings);
    }
}
