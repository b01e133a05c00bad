//! Links the program without unwinding tables: it aborts on panic and never unwinds, and they would be a tenth of the file.
//! Only the program: tests unwind. And finds out whether `sys/entry.rs` may stand for the C library's own start.

#![allow(clippy::disallowed_methods, reason = "they are kept from the shell; this runs in cargo")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// Versions of glibc whose start `sys/entry.rs` does: each was compared with the library's own.
const KNOWN: [&str; 1] = ["2.36"];

fn main() {
    println!("cargo:rerun-if-changed=src/link.ld");
    println!("cargo:rustc-link-arg-bins=-Wl,-T,{}/src/link.ld", env!("CARGO_MANIFEST_DIR"));
    println!("cargo:rustc-link-arg-bins=-Wl,--no-eh-frame-hdr");
    // what `sys/absent.rs` defines stands for the C library's own
    println!("cargo:rustc-link-arg-bins=-Wl,-z,muldefs");
    println!("cargo:rustc-check-cfg=cfg(own_entry)");
    let is =
        |name: &str, wanted: &str| std::env::var(name).is_ok_and(|value| value.split(',').any(|word| word == wanted));
    let static_glibc = is("CARGO_CFG_TARGET_ENV", "gnu") && is("CARGO_CFG_TARGET_FEATURE", "crt-static");
    // a program that the start moves needs the library's own start, which relocates it
    let flags = std::env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let is_fixed = flags.split('\x1f').any(|flag| flag.ends_with("relocation-model=static"));
    if static_glibc
        && is_fixed
        && is("CARGO_CFG_TARGET_ARCH", "x86_64")
        && library().is_some_and(|path| is_known(&path))
    {
        println!("cargo:rustc-cfg=own_entry");
    }
}

/// The static C library that the linker will take.
fn library() -> Option<PathBuf> {
    let found = Command::new("cc").arg("-print-file-name=libc.a").output().ok()?;
    let path = PathBuf::from(String::from_utf8(found.stdout).ok()?.trim_end());
    path.is_absolute().then_some(path)
}

/// Whether it is of a version that is known: its banner says so.
fn is_known(path: &Path) -> bool {
    println!("cargo:rerun-if-changed={}", path.display());
    let library = std::fs::read(path).unwrap_or_default();
    KNOWN.iter().any(|version| {
        let banner = format!("stable release version {version}.\n");
        library.windows(banner.len()).any(|window| window == banner.as_bytes())
    })
}
