//! The thin binary: the C entry point.
#![no_main]

use std::ffi::{c_char, c_int};

#[cfg(all(target_env = "gnu", target_feature = "crt-static", panic = "abort"))]
#[allow(unsafe_code, reason = "it is of the room `sys`, where unsafe code is allowed")]
#[path = "sys/absent.rs"]
mod absent;

#[cfg(all(own_entry, panic = "abort"))]
#[allow(unsafe_code, reason = "it is of the room `sys`, where unsafe code is allowed")]
#[path = "sys/entry.rs"]
mod entry;

/// The program has one thread; tests, which have several, use the library with the allocator of their own.
#[global_allocator]
static HEAP: rsh::sys::heap::Heap = rsh::sys::heap::Heap::new();

/// Where the C library starts us. Rust's own start-up would ignore SIGPIPE and reopen closed 0–2; a shell hands on exactly
/// what it was given.
#[allow(unsafe_code, reason = "the C entry point needs its unmangled name; nothing unsafe is done in it")]
#[unsafe(no_mangle)]
extern "C" fn main(_argc: c_int, _argv: *const *const c_char) -> c_int {
    rsh::start()
}
