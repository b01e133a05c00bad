//! Functions, by the number of their name (bash manual 3.3).

use std::rc::Rc;

use crate::syntax::{Function, Name};

/// All functions.
#[derive(Default)]
pub struct Functions {
    slots: Vec<Option<Rc<Function>>>,
    attrs: Vec<u8>,
    count: usize,
}

/// Function attribute: exported (`export -f`).
pub const EXPORTED: u8 = 1;
/// Function attribute: `readonly -f`.
pub const READONLY: u8 = 2;
/// Function attribute: `declare -ft`: traced.
pub const TRACED: u8 = 4;

impl Functions {
    /// The function of `name`.
    #[inline]
    pub fn get(&self, name: Name) -> Option<&Rc<Function>> {
        self.slots.get(name.0 as usize)?.as_ref()
    }

    /// Its attributes.
    pub fn attrs(&self, name: Name) -> u8 {
        self.attrs.get(name.0 as usize).copied().unwrap_or(0)
    }

    /// Sets or takes away, and gives what was.
    pub(super) fn set(&mut self, name: Name, function: Option<Rc<Function>>) -> Option<Rc<Function>> {
        self.grow(name);
        if function.is_none() {
            self.attrs[name.0 as usize] = 0;
        }
        self.count += usize::from(function.is_some());
        let before = std::mem::replace(&mut self.slots[name.0 as usize], function);
        self.count -= usize::from(before.is_some());
        before
    }

    /// Sets its attributes, and gives what they were.
    pub(super) fn set_attrs(&mut self, name: Name, attrs: u8) -> u8 {
        self.grow(name);
        std::mem::replace(&mut self.attrs[name.0 as usize], attrs)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All of them, in order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (Name, &Rc<Function>)> {
        let named = self.slots.iter().enumerate();
        named.filter_map(|(place, function)| Some((Name(place as u32), function.as_ref()?)))
    }

    fn grow(&mut self, name: Name) {
        let needed = name.0 as usize + 1;
        if self.slots.len() < needed {
            self.slots.resize(needed + 16, None);
        }
        if self.attrs.len() < needed {
            self.attrs.resize(needed + 16, 0);
        }
    }
}
