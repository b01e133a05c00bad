//! POSIX extended regular expressions by the C library (regex(3)), for `[[ x =~ y ]]`.
//!
//! A static program has no locale but C, where a character is a byte. Where the caller says UTF-8 and there is something
//! beyond ASCII, text and expression are spelled in an alphabet of single bytes made for the two: see `alphabet`.

mod alphabet;

use std::cell::RefCell;
use std::ffi::CString;
use std::mem::MaybeUninit;

use alphabet::Alphabet;

/// How an expression is read and matched.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Flags {
    /// Without regard to case (shopt nocasematch).
    pub nocase: bool,
    /// Characters are UTF-8 sequences.
    pub utf8: bool,
}

/// Where the whole match and each group begin and end; `None` for a group that took no part.
pub type Groups = Vec<Option<(usize, usize)>>;

/// A compiled expression.
#[derive(Debug)]
pub struct Regex {
    pattern: Vec<u8>,
    flags: Flags,
    /// The expression as it stands, where that is ASCII or characters are bytes.
    plain: Option<Compiled>,
    /// The expression in an alphabet, which grows with the texts.
    spelled: RefCell<Option<(Alphabet, Compiled)>>,
}

impl Regex {
    /// Compiles `pattern`; the error is regerror(3)'s text.
    pub fn compile(pattern: &[u8], flags: Flags) -> Result<Regex, String> {
        let mut regex = Regex { pattern: pattern.to_vec(), flags, plain: None, spelled: RefCell::new(None) };
        if !flags.utf8 || pattern.is_ascii() {
            regex.plain = Some(Compiled::new(pattern, flags.nocase)?);
        } else {
            regex.spelled = RefCell::new(Some(regex.spell(Alphabet::of_pattern(pattern, flags.nocase))?));
        }
        Ok(regex)
    }

    /// The leftmost, longest match in `text`: the whole and its groups.
    pub fn exec(&self, text: &[u8]) -> Option<Groups> {
        match &self.plain {
            Some(plain) if !self.flags.utf8 || text.is_ascii() => plain.exec(text),
            _ => self.exec_spelled(text),
        }
    }

    fn exec_spelled(&self, text: &[u8]) -> Option<Groups> {
        let mut spelled = self.spelled.try_borrow_mut().ok()?;
        let (mut alphabet, compiled) = match spelled.take() {
            Some((alphabet, compiled)) => (alphabet, Some(compiled)),
            None => (Alphabet::of_pattern(&self.pattern, self.flags.nocase), None),
        };
        let known = alphabet.len();
        let (bytes, offsets) = alphabet.spell_text(text);
        let compiled = match compiled {
            Some(compiled) if alphabet.len() == known => (alphabet, compiled),
            _ => self.spell(alphabet).ok()?,
        };
        let (_, expression) = &*spelled.insert(compiled);
        let mut groups = expression.exec(&bytes)?;
        for group in groups.iter_mut().flatten() {
            let offset = |at: usize| offsets.get(at).copied().unwrap_or(text.len());
            *group = (offset(group.0), offset(group.1));
        }
        Some(groups)
    }

    /// Compiles the expression as it is spelled in `alphabet`.
    fn spell(&self, alphabet: Alphabet) -> Result<(Alphabet, Compiled), String> {
        let spelled = alphabet.spell_pattern(&self.pattern)?;
        let compiled = Compiled::new(&spelled, self.flags.nocase)?;
        Ok((alphabet, compiled))
    }
}

/// The C library's own.
struct Compiled {
    /// In a box: it may hold pointers to itself, and must not move.
    regex: Box<libc::regex_t>,
    groups: usize,
}

impl std::fmt::Debug for Compiled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Compiled").field("groups", &self.groups).finish_non_exhaustive()
    }
}

impl Compiled {
    fn new(pattern: &[u8], nocase: bool) -> Result<Compiled, String> {
        let groups = count_groups(pattern) + 1;
        let pattern = c_string(pattern);
        let flags = libc::REG_EXTENDED | if nocase { libc::REG_ICASE } else { 0 };
        let mut regex = Box::new(MaybeUninit::<libc::regex_t>::zeroed());
        // SAFETY: both pointers are valid for the call; regcomp fills the zeroed structure in.
        let code = unsafe { libc::regcomp(regex.as_mut_ptr(), pattern.as_ptr(), flags) };
        // SAFETY: the structure consists of integers and pointers, for which zeroes are valid; regcomp has written the rest.
        let regex = unsafe { regex.assume_init() };
        if code != 0 {
            return Err(error_text(code, &regex)); // regcomp has freed what it had
        }
        Ok(Compiled { regex, groups })
    }

    fn exec(&self, text: &[u8]) -> Option<Groups> {
        let text = c_string(text);
        let mut matches = vec![libc::regmatch_t { rm_so: -1, rm_eo: -1 }; self.groups];
        // SAFETY: the expression is compiled; text ends in NUL; there is room for `groups` matches.
        let code =
            unsafe { libc::regexec(&raw const *self.regex, text.as_ptr(), self.groups, matches.as_mut_ptr(), 0) };
        if code != 0 {
            return None;
        }
        let span =
            |found: &libc::regmatch_t| Some((usize::try_from(found.rm_so).ok()?, usize::try_from(found.rm_eo).ok()?));
        Some(matches.iter().map(span).collect())
    }
}

impl Drop for Compiled {
    fn drop(&mut self) {
        // SAFETY: compiled once, freed once, not used afterwards.
        unsafe { libc::regfree(&raw mut *self.regex) }
    }
}

fn error_text(code: i32, regex: &libc::regex_t) -> String {
    let mut buffer = [0u8; 256];
    // SAFETY: regerror writes at most the given number of bytes, with a NUL.
    let length = unsafe { libc::regerror(code, regex, buffer.as_mut_ptr().cast(), buffer.len()) };
    let text = buffer.get(..length.saturating_sub(1)).unwrap_or_default();
    String::from_utf8_lossy(text).into_owned()
}

/// A shell's strings have no NUL; should there be one, the text ends there.
fn c_string(text: &[u8]) -> CString {
    let end = memchr::memchr(0, text).unwrap_or(text.len());
    CString::new(text.get(..end).unwrap_or_default()).unwrap_or_default()
}

/// How many groups an expression has: every `(` outside brackets that is not quoted. (The C library knows, but its
/// structure is not open to us on every system.)
fn count_groups(pattern: &[u8]) -> usize {
    let mut count = 0;
    let mut at = 0;
    while let Some(&byte) = pattern.get(at) {
        at += 1;
        match byte {
            b'\\' => at += 1,
            b'(' => count += 1,
            b'[' => at = bracket_end(pattern, at).unwrap_or(at),
            _ => {}
        }
    }
    count
}

/// The offset behind the `]` of the bracket expression whose inside starts at `at`.
fn bracket_end(pattern: &[u8], mut at: usize) -> Option<usize> {
    at += usize::from(pattern.get(at) == Some(&b'^'));
    at += usize::from(pattern.get(at) == Some(&b']'));
    loop {
        match pattern.get(at..)? {
            [] => return None,
            [b']', ..] => return Some(at + 1),
            [b'[', mark @ (b':' | b'.' | b'='), inner @ ..] => {
                at += 4 + inner.windows(2).position(|pair| pair == [*mark, b']'])?;
            }
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests;
