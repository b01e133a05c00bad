//! A stack of the shell's own, because deep recursion of a script is deep recursion of the shell (mmap(2)).
//!
//! It is address space only: memory comes page by page as it is used. Where it cannot be had, the stack that the kernel has
//! given serves.

use std::ffi::c_void;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::limits::{self, Resource};

/// Size of the stack: calls of functions some 10,000 deep, whatever is in them.
const SIZE: usize = 272 << 20;

/// What is kept free for what does not look: the parser or a tree of commands at its deepest, and a message.
const RESERVE: usize = 32 << 20;

/// The same on a stack that the kernel has given.
const SMALL_RESERVE: usize = 6 << 20;

/// What a level of the grammar may take.
const LEVEL: usize = 6 << 10;

/// Below this address there is too little left.
static LOWEST: AtomicUsize = AtomicUsize::new(0);

/// How much is kept free.
static KEPT: AtomicUsize = AtomicUsize::new(SMALL_RESERVE);

/// Whether the stack has come near its end: no further call should begin.
#[inline]
pub fn is_low() -> bool {
    let here = 0_u8;
    (&raw const here).addr() < LOWEST.load(Ordering::Relaxed)
}

/// How deep commands may stand in each other, so that what is kept free is enough to parse and to run them.
pub fn levels() -> u32 {
    u32::try_from(KEPT.load(Ordering::Relaxed) / LEVEL).unwrap_or(u32::MAX)
}

/// Runs `run` on a large stack, and gives what it gives.
pub fn on_large<F: FnOnce() -> i32>(run: F) -> i32 {
    let mut size = SIZE;
    let mut top = map(size);
    if top.is_none() {
        // a part of the address space that there may be: the kernel's stack may not grow as far as it should either
        size = limit(Resource::AddressSpace).map_or(8 << 20, |bytes| (bytes / 4) & !4095);
        top = map(size);
    }
    let Some(top) = top else {
        guard(limit(Resource::Stack).unwrap_or(8 << 20));
        return run();
    };
    let kept = RESERVE.min(size / 4 * 3);
    LOWEST.store(top - size + kept, Ordering::Relaxed);
    KEPT.store(kept, Ordering::Relaxed);
    let mut call = Call { run: Some(run), status: 0 };
    switch(top, enter::<F>, (&raw mut call).cast());
    call.status
}

/// From here on the stack in use counts as `size` bytes long.
pub fn guard(size: usize) {
    let here = 0_u8;
    let size = size.clamp(SMALL_RESERVE + (1 << 20), 8 << 20);
    LOWEST.store((&raw const here).addr().saturating_sub(size - SMALL_RESERVE), Ordering::Relaxed);
}

/// A limit, where there is one.
fn limit(resource: Resource) -> Option<usize> {
    let soft = limits::get(resource).ok().and_then(|(soft, _)| soft);
    soft.and_then(|bytes| usize::try_from(bytes).ok())
}

/// The top of what is left of the stack, for a child that has our memory while we sleep: `bytes` below us, behind the frames of
/// our callers that sleep meanwhile. What `is_low` keeps free is enough for it.
#[inline(always)]
pub(super) fn below(bytes: usize) -> *mut c_void {
    let here = 0_u8;
    std::ptr::without_provenance_mut(((&raw const here).addr() - bytes) & !15)
}

struct Call<F> {
    run: Option<F>,
    status: i32,
}

extern "C" fn enter<F: FnOnce() -> i32>(data: *mut c_void) {
    // SAFETY: the pointer is the one that `on_large` gave to `switch`, and nobody else uses what it points to.
    let call = unsafe { &mut *data.cast::<Call<F>>() };
    if let Some(run) = call.run.take() {
        call.status = run();
    }
}

/// Maps a stack of `size` bytes, its lowest page forbidden; gives its top.
fn map(size: usize) -> Option<usize> {
    if cfg!(not(any(target_arch = "x86_64", target_arch = "aarch64"))) {
        return None;
    }
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE | libc::MAP_STACK;
    let protection = libc::PROT_READ | libc::PROT_WRITE;
    // SAFETY: a new mapping, which touches nothing.
    let bottom = unsafe { libc::mmap(std::ptr::null_mut(), size, protection, flags, -1, 0) };
    if bottom == libc::MAP_FAILED {
        return None;
    }
    // SAFETY: the first page is the mapping's own, and nothing is in it.
    unsafe { libc::mprotect(bottom, 4096, libc::PROT_NONE) };
    // SAFETY: an advice about the mapping; small pages, or a call would take 2 MiB.
    unsafe { libc::madvise(bottom, size, libc::MADV_NOHUGEPAGE) };
    Some(bottom.addr() + size)
}

/// Calls `call` with `data` on the stack whose top is `top`: that of a mapping that stays. `data` outlives the call.
#[cfg(target_arch = "x86_64")]
fn switch(top: usize, call: extern "C" fn(*mut c_void), data: *mut c_void) {
    // SAFETY: r12 is the callee's to keep, so the old stack comes back from it; the only caller
    // gives the top of a mapping that stays, aligned to a page, and data that outlives the call.
    unsafe {
        std::arch::asm!(
            "xchg rsp, r12",
            "call {call}",
            "mov rsp, r12",
            call = in(reg) call,
            inout("r12") top => _,
            inout("rdi") data => _,
            clobber_abi("C"),
        );
    }
}

/// Calls `call` with `data` on the stack whose top is `top`: that of a mapping that stays. `data` outlives the call.
#[cfg(target_arch = "aarch64")]
fn switch(top: usize, call: extern "C" fn(*mut c_void), data: *mut c_void) {
    // SAFETY: x20 is the callee's to keep, so the old stack comes back from it; the only caller
    // gives the top of a mapping that stays, aligned to a page, and data that outlives the call.
    unsafe {
        std::arch::asm!(
            "mov x20, sp",
            "mov sp, {top}",
            "blr {call}",
            "mov sp, x20",
            top = in(reg) top,
            call = in(reg) call,
            out("x20") _,
            inout("x0") data => _,
            clobber_abi("C"),
        );
    }
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
fn switch(_top: usize, call: extern "C" fn(*mut c_void), data: *mut c_void) {
    call(data);
}
