//! The C library's way from the kernel to `main`, without asking the processor what it can do: each such question (CPUID) costs
//! microseconds in a virtual machine, some forty of them are asked, and they were three quarters of the time in which the
//! program starts. The library's makes of memcpy and strlen for any processor serve as well.
//!
//! Belongs to the program, not to the room (`main.rs` takes it in), where the library is one whose own way is known
//! (`src/build.rs`); elsewhere the library's own serves. It must do what that does, in its order: csu/libc-start.c.

use std::arch::asm;
use std::ffi::{c_char, c_int, c_void};

/// A constructor of the program, or `main`.
type Main = unsafe extern "C" fn(c_int, *mut *mut c_char, *mut *mut c_char) -> c_int;

/// An indirect function: asked once for the address of the make that serves.
type Choose = unsafe extern "C" fn() -> usize;

/// An entry of the linker's table of indirect functions (Elf64_Rela).
#[repr(C)]
struct Relocation {
    /// Where the address is to be written.
    offset: usize,
    _info: u64,
    choose: Choose,
}

unsafe extern "C" {
    static mut __environ: *mut *mut c_char;
    static mut __libc_stack_end: *mut c_void;
    static _dl_random: *const [usize; 2];
    static __libc_enable_secure: c_int;
    static __rela_iplt_start: [Relocation; 0];
    static __rela_iplt_end: [Relocation; 0];
    static __preinit_array_start: [Main; 0];
    static __preinit_array_end: [Main; 0];
    static __init_array_start: [Main; 0];
    static __init_array_end: [Main; 0];
    fn _dl_aux_init(vector: *const c_void);
    fn __libc_setup_tls();
    fn __libc_early_init(initial: bool);
    fn __libc_init_first(argc: c_int, argv: *mut *mut c_char, environment: *mut *mut c_char);
    fn __libc_check_standard_fds();
    fn _init();
}

/// Defines what the library measures caches for: from how many bytes on memcpy and memset take another way.
macro_rules! sizes {
    ($($name:ident $size:expr)*) => { $(
        #[unsafe(no_mangle)]
        static $name: u64 = $size;
    )* };
}

sizes! {
    __x86_data_cache_size_half (32 << 10) / 2
    __x86_data_cache_size 32 << 10
    __x86_shared_cache_size_half (1 << 20) / 2
    __x86_shared_cache_size 1 << 20
    __x86_shared_non_temporal_threshold (4 << 20) * 3 / 4
    __x86_rep_movsb_threshold 2 << 10
    __x86_rep_stosb_threshold 2 << 10
    __x86_rep_movsb_stop_threshold (4 << 20) * 3 / 4
    __x86_string_control 0
}

/// Where `_start` goes, with what the kernel has put on the stack.
#[unsafe(no_mangle)]
unsafe extern "C" fn __libc_start_main(
    main: Main,
    argc: c_int,
    argv: *mut *mut c_char,
    _: usize,
    _: usize,
    _: usize,
    stack: *mut c_void,
) -> ! {
    let environment = argv.wrapping_add(argc as usize + 1);
    let mut vector = environment;
    // SAFETY: the environment ends in a null pointer, and what the kernel tells besides stands behind it.
    while !unsafe { vector.read() }.is_null() {
        vector = vector.wrapping_add(1);
    }
    // SAFETY: nothing else runs yet.
    unsafe { __environ = environment };
    // SAFETY: as above.
    unsafe { __libc_stack_end = stack };
    // SAFETY: the kernel's vector, as the library wants it first.
    unsafe { _dl_aux_init(vector.wrapping_add(1).cast()) };
    choose_makes();
    // SAFETY: the program's headers are known since `_dl_aux_init`.
    unsafe { __libc_setup_tls() };
    guard();
    // SAFETY: there is thread-local storage now; these follow in the library's order.
    unsafe { __libc_early_init(true) };
    // SAFETY: as above.
    unsafe { __libc_init_first(argc, argv, environment) };
    // SAFETY: set by `_dl_aux_init`.
    if unsafe { __libc_enable_secure } != 0 {
        // SAFETY: opens what is closed of 0 to 2 in a program with other rights than its caller's.
        unsafe { __libc_check_standard_fds() };
    }
    let construct = |from: *const Main, to: *const Main| {
        let mut at = from;
        while at < to {
            // SAFETY: the linker's table of constructors, which take what `main` takes.
            unsafe { (at.read())(argc, argv, environment) };
            at = at.wrapping_add(1);
        }
    };
    construct((&raw const __preinit_array_start).cast(), (&raw const __preinit_array_end).cast());
    // SAFETY: the linker's first constructor.
    unsafe { _init() };
    construct((&raw const __init_array_start).cast(), (&raw const __init_array_end).cast());
    // SAFETY: everything is as `main` may expect it.
    let status = unsafe { main(argc, argv, environment) };
    // SAFETY: ends the program.
    unsafe { libc::exit(status) }
}

/// Has each indirect function choose its make: with nothing known of the processor, the one for any.
#[inline(always)]
fn choose_makes() {
    let mut at = (&raw const __rela_iplt_start).cast::<Relocation>();
    while at < (&raw const __rela_iplt_end).cast() {
        // SAFETY: the linker's table; each entry names a place in the program's data and a function of the library.
        let entry = unsafe { at.read() };
        // SAFETY: as above.
        let make = unsafe { (entry.choose)() };
        // SAFETY: as above.
        unsafe { std::ptr::with_exposed_provenance_mut::<usize>(entry.offset).write(make) };
        at = at.wrapping_add(1);
    }
}

/// Gives the library's guards of the stack and of pointers their secret values.
#[inline(always)]
fn guard() {
    // SAFETY: the kernel's sixteen random bytes, which `_dl_aux_init` has found.
    let [stack, pointer] = unsafe { _dl_random.read_unaligned() };
    // SAFETY: the places in the thread's own block that the processor's convention gives the two guards.
    unsafe {
        asm!("mov fs:[0x28], {stack}", "mov fs:[0x30], {pointer}", stack = in(reg) stack & !0xff, pointer = in(reg) pointer);
    }
}
