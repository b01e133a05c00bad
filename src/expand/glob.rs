//! Pathname expansion (bash manual 3.5.8): dotglob, nullglob, failglob, nocaseglob, globstar, globskipdots, GLOBIGNORE.
//!
//! Each directory is read once, and a file is looked at only where the directory does not say what it is.

use std::ops::Range;
use std::rc::Rc;

use bstr::ByteSlice;

use super::ExpandError;
use super::buffer::Buffer;
use crate::pattern::{self, Flags, Pattern};
use crate::state::{Opt, Shell, special};
use crate::syntax::Field;
use crate::sys::file;

/// Adds the field at `range` of `buffer`, or the files it matches.
pub(super) fn add_field(
    shell: &mut Shell,
    buffer: &Buffer,
    range: Range<usize>,
    fields: &mut Vec<Field>,
) -> Result<(), ExpandError> {
    let extglob = shell.options.get(Opt::EXTGLOB);
    if !shell.options.get(Opt::NOGLOB)
        && let Some(pattern) = buffer.pattern_of(range.clone(), extglob)
        && pattern::is_pattern(&pattern, extglob)
    {
        let files = files(shell, &pattern);
        if !files.is_empty() {
            fields.extend(files);
            return Ok(());
        }
        if shell.options.get(Opt::FAILGLOB) {
            return Err(ExpandError::NoMatch(buffer.slice(range).into()));
        }
        if shell.options.get(Opt::NULLGLOB) {
            return Ok(());
        }
    }
    fields.push(buffer.slice(range).into());
    Ok(())
}

/// The files that `pattern`, the text of one, matches, sorted; GLOBIGNORE is kept.
pub(super) fn files(shell: &mut Shell, pattern: &[u8]) -> Vec<Field> {
    let option = |option| shell.options.get(option);
    let ignore = shell.vars.get(special::GLOBIGNORE).value.scalar().filter(|text| !text.is_empty());
    let ignore = ignore.map(<[u8]>::to_vec);
    let rules = Rules {
        flags: Flags {
            extglob: option(Opt::EXTGLOB),
            nocase: option(Opt::NOCASEGLOB),
            utf8: shell.utf8,
            period: !option(Opt::DOTGLOB),
        },
        skip_dots: option(Opt::GLOBSKIPDOTS) || option(Opt::DOTGLOB) || ignore.is_some(),
        globstar: option(Opt::GLOBSTAR),
    };
    let mut names = rules.expand(pattern);
    if let Some(ignore) = ignore {
        let flags = Flags { period: false, ..rules.flags };
        let ignored: Vec<Rc<Pattern>> =
            split_ignore(&ignore).iter().map(|text| shell.compiled.pattern(text, flags)).collect();
        names.retain(|name| !ignored.iter().any(|pattern| pattern.matches(name)));
    }
    names.sort_unstable();
    names.iter().map(|name| Field::from(&name[..])).collect()
}

/// The patterns of GLOBIGNORE: between colons that stand in no brackets.
fn split_ignore(text: &[u8]) -> Vec<&[u8]> {
    let mut patterns = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(&byte) = text.get(at) {
        match byte {
            b'\\' => at += 1,
            b'[' => {
                let rest = text.get(at + 2..).unwrap_or_default();
                at += memchr::memchr(b']', rest).map_or(0, |close| close + 2);
            }
            b':' => {
                patterns.push(text.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    patterns.push(text.get(start..).unwrap_or_default());
    patterns.retain(|pattern| !pattern.is_empty());
    patterns
}

/// How names are matched.
struct Rules {
    flags: Flags,
    skip_dots: bool,
    globstar: bool,
}

/// A component of the pattern.
enum Component {
    /// No pattern: the name, quotes removed.
    Name(Vec<u8>),
    Pattern(Pattern),
    /// `**` under globstar.
    Tree,
}

impl Rules {
    /// The names that `pattern` matches, in no order.
    fn expand(&self, pattern: &[u8]) -> Vec<Vec<u8>> {
        let (prefix, components) = self.components(pattern);
        let mut found = vec![prefix];
        let mut rest = &components[..];
        while let Some((component, behind)) = rest.split_first() {
            let last = behind.is_empty();
            let mut next = Vec::new();
            for base in &found {
                match component {
                    Component::Name(name) => next.extend(with_name(base, name, last)),
                    Component::Pattern(pattern) => self.matching(base, pattern, last, &mut next),
                    Component::Tree => {
                        if !base.is_empty() || !last {
                            next.push(base.clone());
                        }
                        self.tree(base, last, &mut next, 0);
                    }
                }
            }
            found = next;
            rest = behind;
        }
        found
    }

    /// The components of `pattern`, and the slashes and names before the first that is a pattern. A slash at its end makes
    /// an empty name, which matches directories alone.
    fn components(&self, pattern: &[u8]) -> (Vec<u8>, Vec<Component>) {
        let mut prefix = Vec::new();
        let mut components: Vec<Component> = Vec::new();
        let mut texts = pattern.split(|&byte| byte == b'/').peekable();
        while let Some(text) = texts.next() {
            let last = texts.peek().is_none();
            if self.globstar && text == b"**" {
                if !matches!(components.last(), Some(Component::Tree)) {
                    components.push(Component::Tree);
                }
            } else if pattern::is_pattern(text, self.flags.extglob) {
                components.push(Component::Pattern(Pattern::compile(text, self.flags)));
            } else if components.is_empty() {
                prefix.extend_from_slice(&unquoted(text));
                if !last {
                    prefix.push(b'/');
                }
            } else {
                match components.last_mut() {
                    // names behind one another are one look at the disk
                    Some(Component::Name(name)) => {
                        name.push(b'/');
                        name.extend_from_slice(&unquoted(text));
                    }
                    _ => components.push(Component::Name(unquoted(text))),
                }
            }
        }
        (prefix, components)
    }

    /// Adds the entries of the directory `base` that `pattern` matches; directories alone, with a slash, unless `last`.
    fn matching(&self, base: &[u8], pattern: &Pattern, last: bool, found: &mut Vec<Vec<u8>>) {
        let _ = file::for_each_entry(base, |name, is_directory| {
            if (self.skip_dots && matches!(name, b"." | b"..")) || !pattern.matches(name) {
                return;
            }
            let mut path = Vec::with_capacity(base.len() + name.len() + 1);
            path.extend_from_slice(base);
            path.extend_from_slice(name);
            if !last {
                if !is_directory.unwrap_or_else(|| file::stat(&path).is_ok_and(|stat| stat.is_directory())) {
                    return;
                }
                path.push(b'/');
            }
            found.push(path);
        });
    }

    /// Adds what is below `base`: every file, or (not `last`) every directory with a slash. Links are not followed.
    fn tree(&self, base: &[u8], last: bool, found: &mut Vec<Vec<u8>>, depth: u32) {
        const DEEPEST: u32 = 1024;
        if depth > DEEPEST {
            return;
        }
        let mut directories = Vec::new();
        let _ = file::for_each_entry(base, |name, is_directory| {
            if matches!(name, b"." | b"..") || (self.flags.period && name.starts_with(b".")) {
                return;
            }
            let mut path = [base, name].concat();
            let is_directory =
                is_directory.unwrap_or_else(|| file::link_stat(&path).is_ok_and(|stat| stat.is_directory()));
            if last {
                found.push(path.clone());
            }
            if is_directory {
                path.push(b'/');
                directories.push(path);
            }
        });
        for directory in directories {
            self.tree(&directory, last, found, depth + 1);
            if !last {
                found.push(directory);
            }
        }
    }
}

/// `base` with `name` behind it, if that is there. An empty name at the end stands for the directory itself.
fn with_name(base: &[u8], name: &[u8], last: bool) -> Option<Vec<u8>> {
    let mut path = [base, name].concat();
    if name.is_empty() {
        return Some(path); // `base` ends in a slash: it is a directory
    }
    if last {
        return file::link_stat(&path).is_ok().then_some(path);
    }
    let is_directory = file::stat(&path).is_ok_and(|stat| stat.is_directory());
    path.push(b'/');
    is_directory.then_some(path)
}

/// `text` without the backslashes that quote.
fn unquoted(text: &[u8]) -> Vec<u8> {
    if text.find_byte(b'\\').is_none() {
        return text.to_vec();
    }
    let mut bytes = text.iter();
    let mut plain = Vec::with_capacity(text.len());
    while let Some(&byte) = bytes.next() {
        let quoted = if byte == b'\\' { bytes.next() } else { None };
        plain.push(*quoted.unwrap_or(&byte));
    }
    plain
}
