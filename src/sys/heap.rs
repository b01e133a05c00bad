//! The allocator: small blocks from free lists by size, the rest from the C library.
//!
//! A shell has one thread, so a block is a list's head taken off or put back: a few instructions, no header, no lock. It
//! matters twice: a turn of a loop allocates and frees its words, and at the start all that is allocated lies side by side in
//! pages that were made present by one system call (a page fault costs as much as a thousand instructions).

use std::alloc::{GlobalAlloc, Layout};
use std::cell::UnsafeCell;
use std::ptr::null_mut;

/// Blocks are multiples of it; so is every address.
const UNIT: usize = 16;
/// The largest size that has a list.
const LARGEST: usize = 1024;
/// What is asked of the C library at the start, and afterwards at least.
const FIRST: usize = 24 * 1024;
/// And at most.
const MOST: usize = 1024 * 1024;
/// How much the C library has behind the first piece, for larger blocks, that a small script fills too.
const BEHIND: usize = 32 * 1024;

/// The allocator of the program. Not for a program with threads.
pub struct Heap(UnsafeCell<Lists>);

// SAFETY: there is one thread (`.clippy.toml` forbids others), and signal handlers do not allocate.
unsafe impl Sync for Heap {}

struct Lists {
    /// Free blocks by size in units; a free block holds the address of the next.
    free: [*mut u8; LARGEST / UNIT + 1],
    /// What is left of the last piece of memory.
    next: *mut u8,
    left: usize,
    /// How much was taken so far.
    taken: usize,
}

impl Heap {
    /// With nothing in it.
    pub const fn new() -> Heap {
        let lists = Lists { free: [null_mut(); LARGEST / UNIT + 1], next: null_mut(), left: 0, taken: 0 };
        Heap(UnsafeCell::new(lists))
    }

    #[allow(clippy::mut_from_ref, reason = "one thread, and nobody keeps it beyond a call")]
    #[inline]
    fn lists(&self) -> &mut Lists {
        // SAFETY: one thread, no call of the allocator is made while the lists are borrowed.
        unsafe { &mut *self.0.get() }
    }
}

impl Default for Heap {
    fn default() -> Heap {
        Heap::new()
    }
}

/// Whether a block has a list, and which.
#[inline]
fn place(layout: Layout) -> Option<usize> {
    (layout.size() <= LARGEST && layout.align() <= UNIT).then(|| layout.size().div_ceil(UNIT))
}

impl Lists {
    /// A block from the last piece of memory, where so much is left.
    #[inline]
    fn cut(&mut self, size: usize) -> *mut u8 {
        let block = self.next;
        self.next = block.wrapping_add(size);
        self.left -= size;
        block
    }

    /// Takes another piece of memory: an eighth of what there is already, present from the start.
    #[cold]
    #[inline(never)]
    fn more(&mut self, size: usize) -> bool {
        if self.left >= UNIT {
            let (rest, units) = (self.next, self.left / UNIT);
            self.put_back(rest, units);
        }
        let length = (self.taken / 8).clamp(FIRST, MOST).max(size) & !(UNIT - 1);
        // SAFETY: malloc takes any size; its blocks are multiples of UNIT.
        let piece = unsafe { libc::malloc(length) }.cast::<u8>();
        if piece.is_null() {
            return false;
        }
        let skipped = piece.align_offset(4096);
        let present = if self.taken == 0 { length + BEHIND } else { length };
        let whole = present.saturating_sub(skipped) & !4095;
        // SAFETY: makes pages of our own heap present and changes nothing in them. Where the kernel does not know the advice,
        // or there is no such memory yet, nothing happens.
        unsafe { libc::madvise(piece.wrapping_add(skipped).cast(), whole, libc::MADV_POPULATE_WRITE) };
        (self.next, self.left) = (piece, length);
        self.taken += length;
        true
    }

    #[inline]
    fn put_back(&mut self, block: *mut u8, units: usize) {
        if let Some(head) = self.free.get_mut(units) {
            // SAFETY: the block is free, at least a unit long and aligned to one.
            unsafe { block.cast::<*mut u8>().write(*head) };
            *head = block;
        }
    }
}

/// The block; where there is none the program ends as bash does: a message, status 2.
#[inline]
fn checked(block: *mut u8, size: usize) -> *mut u8 {
    if block.is_null() {
        exhausted(size);
    }
    block
}

#[cold]
#[inline(never)]
fn exhausted(size: usize) -> ! {
    let mut digits = itoa::Buffer::new();
    for part in ["rsh: cannot allocate ", digits.format(size), " bytes\n"] {
        let _ = super::fd::write_all(super::Fd::STDERR, part.as_bytes());
    }
    super::child::exit(2)
}

// SAFETY: a block is handed out once until it is given back; it is as large and as aligned as asked for; nothing unwinds.
unsafe impl GlobalAlloc for Heap {
    // SAFETY: see above.
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let Some(units) = place(layout) else {
            // SAFETY: passes the caller's promises on.
            return checked(unsafe { std::alloc::System.alloc(layout) }, layout.size());
        };
        let lists = self.lists();
        let Some(head) = lists.free.get_mut(units) else { return null_mut() };
        let block = *head;
        if block.is_null() {
            let size = units * UNIT;
            if lists.left < size && !lists.more(size) {
                exhausted(layout.size());
            }
            return lists.cut(size);
        }
        // SAFETY: a block on a list holds the address of the next.
        *head = unsafe { block.cast::<*mut u8>().read() };
        block
    }

    // SAFETY: see above.
    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        match place(layout) {
            Some(units) => self.lists().put_back(block, units),
            // SAFETY: passes the caller's promises on.
            None => unsafe { std::alloc::System.dealloc(block, layout) },
        }
    }

    // SAFETY: see above.
    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if place(layout).is_none() {
            // SAFETY: passes the caller's promises on.
            return checked(unsafe { std::alloc::System.alloc_zeroed(layout) }, layout.size());
        }
        // SAFETY: passes the caller's promises on.
        let block = unsafe { self.alloc(layout) };
        // SAFETY: the block is that large.
        unsafe { block.write_bytes(0, layout.size()) };
        block
    }

    // SAFETY: see above.
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller promises that `size`, rounded up to the alignment, is a valid size.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        match (place(layout), place(wanted)) {
            (Some(before), Some(after)) if before == after => return block,
            // SAFETY: passes the caller's promises on: both are the C library's.
            (None, None) => return checked(unsafe { std::alloc::System.realloc(block, layout, size) }, size),
            _ => {}
        }
        // SAFETY: passes the caller's promises on.
        let new = unsafe { self.alloc(wanted) };
        // SAFETY: both are at least that large, and not the same.
        unsafe { std::ptr::copy_nonoverlapping(block, new, layout.size().min(size)) };
        // SAFETY: passes the caller's promises on.
        unsafe { self.dealloc(block, layout) };
        new
    }
}
