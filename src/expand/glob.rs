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
        skip_dots: option(Opt::GLOBSKIPDOTS) || ignore.is_some(),
        globstar: option(Opt::GLOBSTAR),
    };
    let mut names = rules.expand(pattern);
    if let Some(ignore) = ignore {
        let flags = Flags { period: false, ..rules.flags };
        let ignored: Vec<Ignored> = split_ignore(&ignore).iter().map(|text| Ignored::new(shell, text, flags)).collect();
        names.retain(|name| !ignored.iter().any(|pattern| pattern.matches(name)));
    }
    names.sort_unstable();
    names.iter().map(|name| Field::from(&name[..])).collect()
}

/// The patterns of GLOBIGNORE or HISTIGNORE: between colons that stand in no brackets.
pub fn split_ignore(text: &[u8]) -> Vec<&[u8]> {
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

/// A pattern of GLOBIGNORE: for each component of a path one, so that neither `*` nor `?` matches a slash.
struct Ignored {
    components: Vec<Rc<Pattern>>,
    /// The last one matches all of the rest: a star at the end does match slashes, as in bash, and a group may.
    open: bool,
}

impl Ignored {
    fn new(shell: &mut Shell, text: &[u8], flags: Flags) -> Ignored {
        let grouped = flags.extglob && text.contains(&b'(');
        let texts = if grouped { vec![text] } else { text.split(|&byte| byte == b'/').collect() };
        let open = grouped || (text.ends_with(b"*") && !text.ends_with(b"\\*"));
        let compile = |text: &[u8]| shell.compiled.pattern(text.strip_suffix(b"\\").unwrap_or(text), flags);
        Ignored { components: texts.into_iter().map(compile).collect(), open }
    }

    fn matches(&self, path: &[u8]) -> bool {
        let parts = if self.open { self.components.len() } else { usize::MAX };
        let mut names = path.splitn(parts, |&byte| byte == b'/');
        self.components.iter().all(|pattern| names.next().is_some_and(|name| pattern.matches(name)))
            && names.next().is_none()
    }
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
    Pattern {
        /// The pattern.
        pattern: Pattern,
        /// It begins with a literal dot: `.` and `..` need that, whatever the options.
        dotted: bool,
    },
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
                    Component::Pattern { pattern, dotted } => self.matching(base, pattern, *dotted, last, &mut next),
                    Component::Tree => {
                        let is_written = rest.len() == components.len();
                        match base.strip_suffix(b"/") {
                            Some(found) if last && !is_written => next.push(found.to_vec()),
                            _ if base.is_empty() && last => {}
                            _ => next.push(base.clone()),
                        }
                        let links = matches!(behind, [Component::Name(name)] if name.is_empty());
                        self.tree(base, Wanted { files: last, links }, &mut next, 0);
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
                let dotted = text.starts_with(b".") || text.starts_with(b"\\.");
                components.push(Component::Pattern { pattern: Pattern::compile(text, self.flags), dotted });
            } else if components.is_empty() {
                prefix.extend_from_slice(&unquoted(text, last));
                if !last {
                    prefix.push(b'/');
                }
            } else if !text.is_empty() || last {
                match components.last_mut() {
                    // names behind one another are one look at the disk
                    Some(Component::Name(name)) => {
                        name.push(b'/');
                        name.extend_from_slice(&unquoted(text, last));
                    }
                    _ => components.push(Component::Name(unquoted(text, last))),
                }
            }
        }
        (prefix, components)
    }

    /// Adds the entries of the directory `base` that `pattern` matches; directories alone, with a slash, unless `last`.
    fn matching(&self, base: &[u8], pattern: &Pattern, dotted: bool, last: bool, found: &mut Vec<Vec<u8>>) {
        let _ = file::for_each_entry(base, |name, is_directory| {
            if (matches!(name, b"." | b"..") && (self.skip_dots || !dotted)) || !pattern.matches(name) {
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

    /// Adds what is below `base`. Links are not followed.
    fn tree(&self, base: &[u8], wanted: Wanted, found: &mut Vec<Vec<u8>>, depth: u32) {
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
            if wanted.files {
                found.push(path.clone());
            }
            if is_directory {
                path.push(b'/');
                directories.push(path);
            } else if wanted.links && file::stat(&path).is_ok_and(|stat| stat.is_directory()) {
                path.push(b'/');
                found.push(path);
            }
        });
        for directory in directories {
            self.tree(&directory, wanted, found, depth + 1);
            if !wanted.files {
                found.push(directory);
            }
        }
    }
}

/// What of a tree is wanted.
#[derive(Clone, Copy)]
struct Wanted {
    /// Every file; else every directory, with a slash.
    files: bool,
    /// Links to directories too.
    links: bool,
}

/// `base` with `name` behind it, if that is there. An empty name at the end stands for the directory itself.
fn with_name(base: &[u8], name: &[u8], last: bool) -> Option<Vec<u8>> {
    let mut path = [base, name].concat();
    if name.is_empty() {
        return (!base.is_empty()).then_some(path); // `base` ends in a slash: it is a directory
    }
    if last {
        return file::link_stat(&path).is_ok().then_some(path);
    }
    let is_directory = file::stat(&path).is_ok_and(|stat| stat.is_directory());
    path.push(b'/');
    is_directory.then_some(path)
}

/// `text` without the backslashes that quote; one at its end quotes the slash behind it, unless it is the `last`.
fn unquoted(text: &[u8], last: bool) -> Vec<u8> {
    if text.find_byte(b'\\').is_none() {
        return text.to_vec();
    }
    let mut bytes = text.iter();
    let mut plain = Vec::with_capacity(text.len());
    while let Some(&byte) = bytes.next() {
        let quoted = if byte == b'\\' { bytes.next() } else { None };
        if byte != b'\\' || quoted.is_some() || last {
            plain.push(*quoted.unwrap_or(&byte));
        }
    }
    plain
}
