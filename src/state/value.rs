//! What a variable holds: nothing, a string, an indexed or an associative array (bash manual 6.7).

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::syntax::Field;

/// A variable's value.
#[derive(Clone, Default, Debug)]
pub enum Value {
    /// Declared or not, but never assigned.
    #[default]
    Unset,
    /// A string, grown in place by `+=`.
    Scalar(Vec<u8>),
    /// `a=(…)`
    Indexed(Box<Indexed>),
    /// `declare -A a`
    Assoc(Box<Assoc>),
}

impl Value {
    /// What `$x` means: the string, or the element 0 of an array. `None` when unset.
    pub fn scalar(&self) -> Option<&[u8]> {
        match self {
            Value::Unset => None,
            Value::Scalar(text) => Some(text),
            Value::Indexed(array) => array.get(0).map(|field| &field[..]),
            Value::Assoc(array) => array.get(b"0").map(|field| &field[..]),
        }
    }

    /// Whether it is an array of either kind.
    pub fn is_array(&self) -> bool {
        matches!(self, Value::Indexed(_) | Value::Assoc(_))
    }
}

/// An indexed array: dense while its indices are, else a tree.
#[derive(Clone, Debug)]
pub struct Indexed {
    store: Store,
}

#[derive(Clone, Debug)]
enum Store {
    /// Elements by index; `live` of them are there.
    Dense {
        slots: Vec<Option<Field>>,
        live: usize,
    },
    Sparse(BTreeMap<i64, Field>),
}

impl Default for Indexed {
    fn default() -> Indexed {
        Indexed { store: Store::Dense { slots: Vec::new(), live: 0 } }
    }
}

impl FromIterator<Field> for Indexed {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Indexed {
        let slots: Vec<_> = fields.into_iter().map(Some).collect();
        let live = slots.len();
        Indexed { store: Store::Dense { slots, live } }
    }
}

impl Indexed {
    /// The element at `index` (not negative).
    pub fn get(&self, index: i64) -> Option<&Field> {
        match &self.store {
            Store::Dense { slots, .. } => slots.get(usize::try_from(index).ok()?)?.as_ref(),
            Store::Sparse(tree) => tree.get(&index),
        }
    }

    /// Sets the element at `index` (not negative).
    pub fn set(&mut self, index: i64, value: Field) {
        self.make_room(index);
        match &mut self.store {
            Store::Dense { slots, live } => {
                let index = index as usize;
                if index >= slots.len() {
                    slots.resize(index + 1, None);
                }
                let slot = &mut slots[index];
                *live += usize::from(slot.is_none());
                *slot = Some(value);
            }
            Store::Sparse(tree) => {
                tree.insert(index, value);
            }
        }
    }

    /// Goes over to the tree when `index` would leave more holes than elements.
    fn make_room(&mut self, index: i64) {
        let Store::Dense { slots, .. } = &mut self.store else { return };
        if index < 1024 || (index as u64) < 4 * slots.len() as u64 + 1024 {
            return;
        }
        let tree = std::mem::take(slots).into_iter().enumerate().filter_map(|(at, slot)| Some((at as i64, slot?)));
        self.store = Store::Sparse(tree.collect());
    }

    /// Takes the element at `index` out.
    pub fn remove(&mut self, index: i64) -> Option<Field> {
        match &mut self.store {
            Store::Dense { slots, live } => {
                let removed = slots.get_mut(usize::try_from(index).ok()?)?.take();
                *live -= usize::from(removed.is_some());
                while matches!(slots.last(), Some(None)) {
                    slots.pop();
                }
                removed
            }
            Store::Sparse(tree) => tree.remove(&index),
        }
    }

    /// Adds `value` behind the last element.
    pub fn push(&mut self, value: Field) {
        self.set(self.end(), value);
    }

    /// One more than the highest index in use; 0 when empty. Negative subscripts count from here.
    pub fn end(&self) -> i64 {
        match &self.store {
            Store::Dense { slots, .. } => slots.len() as i64,
            Store::Sparse(tree) => tree.last_key_value().map_or(0, |(&index, _)| index.saturating_add(1)),
        }
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        match &self.store {
            Store::Dense { live, .. } => *live,
            Store::Sparse(tree) => tree.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Index and element, in order of the indices.
    pub fn iter(&self) -> Box<dyn Iterator<Item = (i64, &Field)> + '_> {
        self.iter_from(0)
    }

    /// The same from `start` on.
    pub fn iter_from(&self, start: i64) -> Box<dyn Iterator<Item = (i64, &Field)> + '_> {
        match &self.store {
            Store::Dense { slots, .. } => {
                let start = usize::try_from(start).unwrap_or(0).min(slots.len());
                let rest = slots[start..].iter().enumerate();
                Box::new(rest.filter_map(move |(at, slot)| Some(((start + at) as i64, slot.as_ref()?))))
            }
            Store::Sparse(tree) => Box::new(tree.range(start..).map(|(&index, value)| (index, value))),
        }
    }
}

/// An associative array. Its elements come in the order in which bash's hash table has them, since scripts and their
/// outputs have come to depend on it: by bucket, the last one put into a bucket first.
#[derive(Clone, Debug)]
pub struct Assoc {
    places: FxHashMap<Field, u32>,
    entries: Vec<Option<Entry>>,
    /// 1024 of them; four times as many when there are twice as many elements. They never become fewer.
    buckets: u32,
}

#[derive(Clone, Debug)]
struct Entry {
    key: Field,
    value: Field,
    hash: u32,
}

impl Default for Assoc {
    fn default() -> Assoc {
        Assoc::with_buckets(1024)
    }
}

impl Assoc {
    /// An empty one with so many buckets, a power of two.
    pub fn with_buckets(buckets: u32) -> Assoc {
        Assoc { places: FxHashMap::default(), entries: Vec::new(), buckets }
    }

    /// The element of `key`.
    pub fn get(&self, key: &[u8]) -> Option<&Field> {
        let place = *self.places.get(key)?;
        self.entries.get(place as usize)?.as_ref().map(|entry| &entry.value)
    }

    /// Sets the element of `key`.
    pub fn set(&mut self, key: &[u8], value: Field) {
        if let Some(&place) = self.places.get(key) {
            if let Some(Some(entry)) = self.entries.get_mut(place as usize) {
                entry.value = value;
            }
            return;
        }
        if self.places.len() as u64 >= 2 * u64::from(self.buckets) {
            // each is put into its new bucket in the order of the old ones
            let order = self.order();
            let mut entries: Vec<_> = order.into_iter().map(|place| self.entries[place].take()).collect();
            std::mem::swap(&mut self.entries, &mut entries);
            self.buckets *= 4;
            self.number();
        } else if self.entries.len() > 64 && self.entries.len() > 2 * self.places.len() {
            self.entries.retain(Option::is_some);
            self.number();
        }
        let key: Field = Rc::from(key);
        self.places.insert(key.clone(), self.entries.len() as u32);
        self.entries.push(Some(Entry { hash: bucket_hash(&key), key, value }));
    }

    /// Notes anew where the elements are.
    fn number(&mut self) {
        for (place, entry) in self.entries.iter().enumerate() {
            if let Some(entry) = entry {
                self.places.insert(entry.key.clone(), place as u32);
            }
        }
    }

    /// Takes the element of `key` out.
    pub fn remove(&mut self, key: &[u8]) -> Option<Field> {
        let place = self.places.remove(key)?;
        self.entries.get_mut(place as usize)?.take().map(|entry| entry.value)
    }

    /// Takes all elements out.
    pub fn clear(&mut self) {
        self.places.clear();
        self.entries.clear();
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The places of the elements in bash's order.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<(u32, Reverse<usize>)> = Vec::with_capacity(self.places.len());
        for (place, entry) in self.entries.iter().enumerate() {
            if let Some(entry) = entry {
                order.push((entry.hash & (self.buckets - 1), Reverse(place)));
            }
        }
        order.sort_unstable();
        order.into_iter().map(|(_, place)| place.0).collect()
    }

    /// Key and element, in bash's order.
    pub fn iter(&self) -> impl Iterator<Item = (&Field, &Field)> {
        let entries = self.order().into_iter().filter_map(|place| self.entries[place].as_ref());
        entries.map(|entry| (&entry.key, &entry.value))
    }
}

/// The 32-bit FNV-1 hash of signed characters, which is what orders bash's tables.
pub fn bucket_hash(key: &[u8]) -> u32 {
    let signed = |byte: u8| i32::from(byte as i8) as u32;
    key.iter().fold(2_166_136_261, |hash: u32, &byte| hash.wrapping_mul(16_777_619) ^ signed(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indexed_arrays_turn_sparse_and_stay_right() {
        let mut array = Indexed::default();
        array.push(b"a"[..].into());
        array.set(1 << 40, b"b"[..].into());
        array.set(5, b"c"[..].into());
        let all: Vec<_> = array.iter().map(|(index, field)| (index, field[0])).collect();
        assert_eq!(all, [(0, b'a'), (5, b'c'), (1 << 40, b'b')]);
        assert_eq!((array.len(), array.end()), (3, (1 << 40) + 1));
        array.remove(1 << 40);
        assert_eq!((array.len(), array.end()), (2, 6));
    }

    #[test]
    fn associative_arrays_have_bashs_order() {
        let mut array = Assoc::default();
        for key in ["one", "two", "three", "four", "five"] {
            array.set(key.as_bytes(), b""[..].into());
        }
        let keys: Vec<_> = array.iter().map(|(key, _)| String::from_utf8_lossy(key).into_owned()).collect();
        // bash -c 'declare -A a=([one]= [two]= [three]= [four]= [five]=); echo ${!a[@]}'
        assert_eq!(keys.join(" "), "four two three one five");
    }
}
