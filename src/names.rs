//! Interned names: a name is a number from the first time it is read, so that looking one up is an index.

use std::rc::Rc;

use rustc_hash::FxHashMap;

/// One word of a running command: what is left after all expansions.
pub type Field = Rc<[u8]>;

/// An interned name: an index into [`Names`] and into the slots of `state::Vars`, `Functions`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Name(pub u32);

/// All names met so far: variables, functions, commands. It only grows.
#[derive(Default)]
pub struct Names {
    numbers: FxHashMap<Field, Name>,
    spellings: Vec<Field>,
}

impl Names {
    /// An empty table.
    pub fn new() -> Names {
        Names::default()
    }

    /// An empty table with room for `count` names. Whoever makes it interns the builtins first, in table order, so that "a
    /// builtin?" is a comparison.
    pub fn with_room(count: usize) -> Names {
        let numbers = FxHashMap::with_capacity_and_hasher(count, Default::default());
        Names { numbers, spellings: Vec::with_capacity(count) }
    }

    /// The number of `spelling`, given now if it has none.
    pub fn intern(&mut self, spelling: &[u8]) -> Name {
        if let Some(&name) = self.numbers.get(spelling) {
            return name;
        }
        let name = Name(self.spellings.len() as u32);
        let spelling: Field = Rc::from(spelling);
        self.spellings.push(spelling.clone());
        self.numbers.insert(spelling, name);
        name
    }

    /// The number of `spelling` if it was ever interned.
    pub fn find(&self, spelling: &[u8]) -> Option<Name> {
        self.numbers.get(spelling).copied()
    }

    /// The spelling of `name`.
    pub fn spelling(&self, name: Name) -> &Field {
        &self.spellings[name.0 as usize] // a `Name` is made by `intern` alone, and nothing is ever taken out
    }

    /// How many there are: every `Name` is below it.
    pub fn len(&self) -> usize {
        self.spellings.len()
    }

    /// Whether there are none yet.
    pub fn is_empty(&self) -> bool {
        self.spellings.is_empty()
    }
}

/// Whether `text` is a name in the sense of the shell: letters, digits and underscores, no digit first (POSIX 3.216).
pub fn is_name(text: &[u8]) -> bool {
    match text {
        [first, rest @ ..] => is_name_start(*first) && rest.iter().all(|&byte| is_name_byte(byte)),
        [] => false,
    }
}

/// What a byte can be in a name: nothing, any but the first, any.
static IN_NAME: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        let letter = (byte as u8).is_ascii_alphabetic() || byte as u8 == b'_';
        table[byte] = letter as u8 * 2 + (byte as u8).is_ascii_digit() as u8;
        byte += 1;
    }
    table
};

/// Whether a name can start with `byte`.
#[inline(always)]
pub fn is_name_start(byte: u8) -> bool {
    IN_NAME[byte as usize] > 1
}

/// Whether `byte` can stand in a name.
#[inline(always)]
pub fn is_name_byte(byte: u8) -> bool {
    IN_NAME[byte as usize] > 0
}
