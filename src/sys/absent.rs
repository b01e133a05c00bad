//! What the program leaves out of the C library: functions of it that nothing here can come to use, but whose machinery would
//! be a quarter of the file. Each is answered in a line, so that the linker does not fetch the library's own.
//!
//! A static program gets, with `assert` alone, all of printf, message catalogues, character set conversion and the loader of
//! shared objects behind them. Belongs to the program, not to the room (`main.rs` takes it in): tests unwind and have threads.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr::null_mut;

/// Defines functions of the C library that end the program.
macro_rules! ends {
    ($($name:ident)*) => { $(
        #[unsafe(no_mangle)]
        extern "C" fn $name() -> ! {
            std::process::abort()
        }
    )* };
}

/// Defines functions of the C library that give this answer, whatever they are asked.
macro_rules! answers {
    ($answer:expr, $type:ty: $($name:ident)*) => { $(
        #[unsafe(no_mangle)]
        extern "C" fn $name() -> $type {
            $answer
        }
    )* };
}

// a failed assertion of the library's own ends the program, without its sentence
ends! { __assert_fail __assert_perror_fail }
// nothing unwinds: panics abort, and the tables are not in the file (src/build.rs)
ends! { _Unwind_Resume _Unwind_RaiseException }
answers! { 5, c_int: _Unwind_Backtrace } // the end of the stack
answers! { 8, c_int: __gcc_personality_v0 } // go on unwinding
answers! { 0, usize:
    _Unwind_GetIP _Unwind_GetIPInfo _Unwind_GetCFA _Unwind_GetRegionStart _Unwind_GetTextRelBase _Unwind_GetDataRelBase
    _Unwind_GetLanguageSpecificData _Unwind_FindEnclosingFunction
}
answers! { (), (): _Unwind_SetGR _Unwind_SetIP _Unwind_DeleteException }
// printf: the library has it for unknown errors and signals (`file::message` words those itself) and for malloc_stats
answers! { -1, c_int: fprintf snprintf __snprintf asprintf }
// threads: there is one
answers! { 38, c_int: pthread_getattr_np } // ENOSYS
answers! { 0, c_int: pthread_mutex_lock __pthread_mutex_lock pthread_mutex_unlock __pthread_mutex_unlock }
// shared objects: none
answers! { null_mut(), *mut c_void: dlsym __dlsym }
answers! { 0, c_int: dladdr dl_iterate_phdr }
answers! { (), (): _dl_init_paths }
answers! { usize::MAX, usize: _dl_get_origin } // unknown
// tuning by GLIBC_TUNABLES: as the library comes; looking for it costs a sixth of the start
answers! { (), (): __tunables_init }
// profiling
answers! { (), (): _dl_mcount_wrapper_check }
// what `setenv` keeps to use again: nothing
answers! { null_mut(), *mut c_void: tsearch __tsearch tfind __tfind }
// the locale is C: no eras, no digits of its own, no conversion
answers! { null_mut(), *mut c_void: _nl_get_era_entry _nl_select_era_entry _nl_get_alt_digit _nl_get_walt_digit }
answers! { -1, c_int: _nl_parse_alt_digit }
answers! { (), (): __wcsmbs_clone_conv _nl_cleanup_ctype __gconv_release_step }
answers! { 1, c_int: __wcsmbs_named_conv }
ends! { __wcsmbs_load_conv }

/// Conversions of the C locale: asked for beyond ASCII in a locale with wide characters alone.
#[unsafe(no_mangle)]
static __wcsmbs_gconv_fcts_c: [usize; 4] = [0; 4];

/// The lock of the table of conversions: there is no table.
#[unsafe(no_mangle)]
static __gconv_lock: [usize; 8] = [0; 8];

/// Makes what is written at the start alone read-only, as the file's header says. The library's own brings along what it would
/// relocate shared objects with.
#[unsafe(no_mangle)]
extern "C" fn _dl_protect_relro(_program: *const c_void) {
    // SAFETY: asks for what the kernel has told.
    let [first, count, page] =
        [libc::AT_PHDR, libc::AT_PHNUM, libc::AT_PAGESZ].map(|what| unsafe { libc::getauxval(what) });
    let first = std::ptr::with_exposed_provenance::<libc::Elf64_Phdr>(first as usize);
    for at in 0..count as usize {
        // SAFETY: the kernel has counted the headers.
        let header = unsafe { first.wrapping_add(at).read() };
        if header.p_type == libc::PT_GNU_RELRO {
            let [start, end] = [header.p_vaddr, header.p_vaddr + header.p_memsz].map(|address| address & !(page - 1));
            let start = std::ptr::with_exposed_provenance_mut(start as usize);
            // SAFETY: the linker has put nothing else there; the program is not moved (relocation-model=static).
            unsafe { libc::mprotect(start, end as usize - start.addr(), libc::PROT_READ) };
        }
    }
}

/// A message of the library in the user's language: in English.
#[unsafe(no_mangle)]
extern "C" fn __dcgettext(_domain: *const c_char, message: *const c_char, _category: c_int) -> *const c_char {
    message
}

/// The same by its public name.
#[unsafe(no_mangle)]
extern "C" fn dcgettext(_domain: *const c_char, message: *const c_char, _category: c_int) -> *const c_char {
    message
}

/// `asprintf`, as far as the library makes the path of a time zone's file with it: literal bytes and `%s`.
#[unsafe(no_mangle)]
extern "C" fn __asprintf(
    to: *mut *mut c_char,
    format: *const c_char,
    a: *const c_char,
    b: *const c_char,
    c: *const c_char,
    d: *const c_char,
) -> c_int {
    let mut strings = [a, b, c, d].into_iter();
    let mut text = Vec::new();
    let mut at = 0;
    loop {
        match byte(format, at) {
            0 => break,
            b'%' if byte(format, at + 1) == b's' => {
                let Some(string) = strings.next() else { return -1 };
                // SAFETY: the caller gives a string for `%s`.
                text.extend_from_slice(unsafe { CStr::from_ptr(string) }.to_bytes());
                at += 2;
            }
            b'%' => return -1,
            literal => {
                text.push(literal);
                at += 1;
            }
        }
    }
    text.push(0);
    // SAFETY: malloc takes any size.
    let block = unsafe { libc::malloc(text.len()) }.cast::<u8>();
    if block.is_null() {
        return -1;
    }
    // SAFETY: the block is as large as the text, and new.
    unsafe { std::ptr::copy_nonoverlapping(text.as_ptr(), block, text.len()) };
    // SAFETY: the caller gives a place for the string, which it frees.
    unsafe { to.write(block.cast()) };
    text.len() as c_int - 1
}

/// `sscanf`, as far as the library reads TZ with it: literal bytes, `%hu` and `%n`. It is called with up to six places, which
/// both machines' conventions pass like arguments that are not variable.
#[unsafe(no_mangle)]
extern "C" fn __isoc99_sscanf(
    text: *const c_char,
    format: *const c_char,
    a: *mut c_void,
    b: *mut c_void,
    c: *mut c_void,
    d: *mut c_void,
    e: *mut c_void,
    f: *mut c_void,
) -> c_int {
    let mut places = [a, b, c, d, e, f].into_iter();
    let (mut at, mut done, mut filled) = (0, 0, 0);
    loop {
        match byte(format, at) {
            0 => return filled,
            b'%' if byte(format, at + 1) == b'h' && byte(format, at + 2) == b'u' => {
                at += 3;
                let Some((value, length)) = number(text, done) else { return filled };
                let Some(place) = places.next() else { return filled };
                // SAFETY: the caller gives a place for an unsigned short for `%hu`.
                unsafe { place.cast::<u16>().write(value) };
                (done, filled) = (done + length, filled + 1);
            }
            b'%' if byte(format, at + 1) == b'n' => {
                at += 2;
                let Some(place) = places.next() else { return filled };
                // SAFETY: the caller gives a place for an int for `%n`.
                unsafe { place.cast::<c_int>().write(done as c_int) };
            }
            b'%' => return filled,
            literal if byte(text, done) == literal => (at, done) = (at + 1, done + 1),
            _ => return filled,
        }
    }
}

/// Defines a function of the C library under its names. Strings are short here, and the library has each of these in half a
/// dozen makes for as many processors.
macro_rules! strings {
    ($([$($name:ident)+] $arguments:tt -> $result:ty $body:block)*) => { $($(
        #[unsafe(no_mangle)]
        extern "C" fn $name $arguments -> $result $body
    )+)* };
}

strings! {
    [strcmp] (a: *const c_char, b: *const c_char) -> c_int { compare(a, b, usize::MAX) }
    [strncmp] (a: *const c_char, b: *const c_char, most: usize) -> c_int { compare(a, b, most) }
    [strnlen __strnlen] (text: *const c_char, most: usize) -> usize {
        (0..most).find(|&at| byte(text, at) == 0).unwrap_or(most)
    }
    [strchrnul __strchrnul] (text: *const c_char, wanted: c_int) -> *const c_char { text.wrapping_add(find(text, wanted as u8)) }
    [strchr index] (text: *const c_char, wanted: c_int) -> *const c_char {
        let at = find(text, wanted as u8);
        if byte(text, at) == wanted as u8 { text.wrapping_add(at) } else { std::ptr::null() }
    }
    [strrchr rindex] (text: *const c_char, wanted: c_int) -> *const c_char {
        let places = 0..=find(text, 0);
        places.rev().find(|&at| byte(text, at) == wanted as u8).map_or(std::ptr::null(), |at| text.wrapping_add(at))
    }
    [strstr] (text: *const c_char, wanted: *const c_char) -> *const c_char {
        let length = find(wanted, 0);
        let mut places = 0..=find(text, 0);
        let found = places.find(|&at| compare(text.wrapping_add(at), wanted, length) == 0);
        found.map_or(std::ptr::null(), |at| text.wrapping_add(at))
    }
    [stpcpy __stpcpy] (to: *mut c_char, text: *const c_char) -> *mut c_char {
        let length = find(text, 0);
        // SAFETY: the caller gives room for the string and its NUL, elsewhere.
        unsafe { std::ptr::copy_nonoverlapping(text, to, length + 1) };
        to.wrapping_add(length)
    }
}

/// Compares at most so many bytes of two strings.
fn compare(a: *const c_char, b: *const c_char, most: usize) -> c_int {
    let differ = |&at: &usize| byte(a, at) != byte(b, at) || byte(a, at) == 0;
    (0..most).find(differ).map_or(0, |at| c_int::from(byte(a, at)) - c_int::from(byte(b, at)))
}

/// Where the byte is first, or the string's end.
fn find(text: *const c_char, wanted: u8) -> usize {
    let mut at = 0;
    while byte(text, at) != 0 && byte(text, at) != wanted {
        at += 1;
    }
    at
}

fn byte(text: *const c_char, at: usize) -> u8 {
    // SAFETY: both strings end in NUL, and nobody asks for a byte behind it.
    unsafe { text.wrapping_add(at).read() as u8 }
}

/// A number without a sign, and how many bytes it takes.
fn number(text: *const c_char, from: usize) -> Option<(u16, usize)> {
    let (mut value, mut at) = (0u16, from);
    while let digit @ b'0'..=b'9' = byte(text, at) {
        value = value.wrapping_mul(10).wrapping_add(u16::from(digit - b'0'));
        at += 1;
    }
    (at > from).then_some((value, at - from))
}
