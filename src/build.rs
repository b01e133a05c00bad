//! Links the program without unwinding tables: it aborts on panic and never unwinds, and they would be a tenth of the file.
//! Only the program: tests unwind.

fn main() {
    println!("cargo:rerun-if-changed=src/link.ld");
    println!("cargo:rustc-link-arg-bins=-Wl,-T,{}/src/link.ld", env!("CARGO_MANIFEST_DIR"));
    println!("cargo:rustc-link-arg-bins=-Wl,--no-eh-frame-hdr");
    // what `sys/absent.rs` defines stands for the C library's own
    println!("cargo:rustc-link-arg-bins=-Wl,-z,muldefs");
}
