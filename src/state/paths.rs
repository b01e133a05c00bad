//! Where commands were found: the table of `hash` (bash manual 4.1, `hash`).

use rustc_hash::FxHashMap;

use crate::syntax::{Field, Name};

/// Command name to path and how often it was used.
#[derive(Default)]
pub struct Paths {
    table: FxHashMap<Name, (Field, u32)>,
}

impl Paths {
    /// The path of `name`, counted as a use.
    pub fn hit(&mut self, name: Name) -> Option<Field> {
        let (path, hits) = self.table.get_mut(&name)?;
        *hits += 1;
        Some(path.clone())
    }

    /// The path of `name`, not counted.
    pub fn get(&self, name: Name) -> Option<&Field> {
        self.table.get(&name).map(|(path, _)| path)
    }

    /// Keeps the path of `name` with `hits` uses so far.
    pub fn set(&mut self, name: Name, path: Field, hits: u32) {
        self.table.insert(name, (path, hits));
    }

    /// Forgets `name`; false when it was not there.
    pub fn remove(&mut self, name: Name) -> bool {
        self.table.remove(&name).is_some()
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.table.clear();
    }

    /// Name, path, uses.
    pub fn iter(&self) -> impl Iterator<Item = (Name, &Field, u32)> {
        self.table.iter().map(|(&name, (path, hits))| (name, path, *hits))
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }
}
