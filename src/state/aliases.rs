//! Aliases (bash manual 6.6).

use std::collections::BTreeMap;

use crate::syntax::Field;

/// Name to text, in the order in which `alias` prints them.
#[derive(Default)]
pub struct Aliases(pub BTreeMap<Field, Field>);

impl Aliases {
    /// The text of an alias.
    pub fn get(&self, name: &[u8]) -> Option<&Field> {
        self.0.get(name)
    }
}
