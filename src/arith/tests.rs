//! `tests.txt` is bash 5.2's own answer, with `x=7 y=3 z=0 n=1+ a=(5 6 7)`: `EXPRESSION ⇒ VALUE X Y`, or the message
//! behind `let: `.

use std::collections::HashMap;

use bstr::ByteSlice;

use crate::names::{Name, Names};

use super::*;

#[derive(Default)]
struct Memory {
    names: Names,
    scalars: HashMap<Name, String>,
    array: HashMap<i64, i64>,
}

impl Memory {
    fn new() -> Memory {
        let mut memory = Memory::default();
        for (name, value) in [("x", "7"), ("y", "3"), ("z", "0"), ("n", "1+")] {
            let name = memory.names.intern(name.as_bytes());
            memory.scalars.insert(name, value.to_owned());
        }
        memory.array = [(0, 5), (1, 6), (2, 7)].into();
        memory
    }

    fn value(&mut self, text: &[u8]) -> Result<i64, ArithError> {
        let expr = parse(text, &mut self.names)?;
        eval(&expr, self)
    }

    fn scalar(&self, name: &str) -> &str {
        self.names.find(name.as_bytes()).and_then(|name| self.scalars.get(&name)).map_or("", String::as_str)
    }
}

impl Variables for Memory {
    fn get(&mut self, place: &Place) -> Result<i64, ArithError> {
        Ok(self.get_located(place)?.0)
    }

    fn set(&mut self, place: &Place, value: i64) -> Result<(), ArithError> {
        let index = match &place.subscript {
            Some(subscript) => Some(self.value(subscript)?),
            None => None,
        };
        self.set_located(place, index, value)
    }

    fn get_located(&mut self, place: &Place) -> Result<(i64, Option<i64>), ArithError> {
        if let Some(subscript) = &place.subscript {
            let index = self.value(subscript)?;
            let is_a = self.names.spelling(place.name)[..] == *b"a";
            return Ok((if is_a { self.array.get(&index).copied().unwrap_or(0) } else { 0 }, Some(index)));
        }
        let text = self.scalars.get(&place.name).cloned().unwrap_or_default();
        Ok((self.value(text.as_bytes())?, None))
    }

    fn set_located(&mut self, place: &Place, index: Option<i64>, value: i64) -> Result<(), ArithError> {
        match index {
            Some(index) => self.array.insert(index, value).map_or((), |_| ()),
            None => self.scalars.insert(place.name, value.to_string()).map_or((), |_| ()),
        }
        Ok(())
    }
}

#[test]
fn evaluates_as_bash_does() {
    for row in include_str!("tests.txt").lines() {
        let (text, expected) = row.split_once(" ⇒ ").unwrap();
        let mut memory = Memory::new();
        let found = match memory.value(text.as_bytes()) {
            Ok(value) => format!("{value} {} {}", memory.scalar("x"), memory.scalar("y")),
            Err(ArithError::At(failure)) => {
                let Failure { text, message, token } = &*failure;
                format!("{}: {message} (error token is \"{}\")", text.as_bstr(), token.as_bstr())
            }
            Err(ArithError::Variable) => "variable".to_owned(),
        };
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn effects_before_an_error_stay() {
    let mut memory = Memory::new();
    assert!(memory.value(b"x=1, y=2, (").is_err());
    assert_eq!((memory.scalar("x"), memory.scalar("y")), ("1", "2"));
    assert!(memory.value(b"x=5 08").is_err());
    assert_eq!(memory.scalar("x"), "1");
}

#[test]
fn subscripts_are_evaluated_once() {
    for (text, x, element, value) in [
        ("a[x++] += 10", "1", 0, 15),
        ("a[x++]++", "1", 0, 6),
        ("++a[x++]", "1", 0, 6),
        ("a[x++] = 10", "1", 0, 10),
        ("a[x++] += a[x++]", "2", 0, 11),
    ] {
        let mut memory = Memory::new();
        memory.value(b"x=0").unwrap();
        memory.value(text.as_bytes()).unwrap();
        assert_eq!((memory.scalar("x"), memory.array[&element]), (x, value), "{text}");
    }
}

#[test]
fn depth_is_bounded() {
    let mut memory = Memory::new();
    for (before, after) in [("(", ")"), ("-", ""), ("! ", ""), ("x=", ""), ("1?", ":1"), ("1?1:", ""), ("2**", "")] {
        let text = format!("{}1{}", before.repeat(100_000), after.repeat(100_000));
        let Err(ArithError::At(failure)) = memory.value(text.as_bytes()) else { panic!("{before}") };
        assert_eq!(failure.message, "expression recursion level exceeded", "{before}");
    }
    let long = format!("{}1", "1+x-x+".repeat(100_000));
    assert_eq!(memory.value(long.as_bytes()), Ok(100_001));
}

#[test]
fn constants_are_folded() {
    let mut names = Names::new();
    for (text, value) in [("", 0), ("1024*1024", 1 << 20), ("-(3+4)*2", -14), ("!0<<3", 8), ("7/2", 3), ("2**10", 1024)]
    {
        assert_eq!(parse(text.as_bytes(), &mut names).unwrap().constant(), Some(value), "{text}");
    }
}
