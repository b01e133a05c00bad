//! Clocks and random bytes (clock_gettime(2), getrandom(2), times(2)).

/// Nanoseconds of the monotonic clock.
pub fn monotonic_nanos() -> i64 {
    nanos(libc::CLOCK_MONOTONIC)
}

/// Hundredths of a second since the system started, as proc(5) counts them.
pub fn boot_ticks() -> u32 {
    (nanos(libc::CLOCK_BOOTTIME) / 10_000_000) as u32
}

/// Microseconds since 1970.
pub fn realtime_micros() -> i64 {
    nanos(libc::CLOCK_REALTIME) / 1000
}

fn nanos(clock: libc::clockid_t) -> i64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `time` is a valid place for the answer, and these clocks exist on every Linux.
    unsafe { libc::clock_gettime(clock, &mut time) };
    time.tv_sec.wrapping_mul(1_000_000_000).wrapping_add(time.tv_nsec)
}

/// Four random bytes from the kernel.
pub fn random_u32() -> u32 {
    let mut bytes = [0u8; 4];
    // SAFETY: the buffer is valid for its four bytes.
    let got = unsafe { libc::getrandom(bytes.as_mut_ptr().cast(), 4, 0) };
    if got == 4 { u32::from_ne_bytes(bytes) } else { monotonic_nanos() as u32 }
}

/// Processor time used so far, in microseconds: user and system, of this process and of its children that were waited for.
#[derive(Clone, Copy, Default, Debug)]
pub struct Times {
    /// This process in user mode.
    pub user: i64,
    /// This process in the kernel.
    pub system: i64,
    /// Children in user mode.
    pub children_user: i64,
    /// Children in the kernel.
    pub children_system: i64,
}

/// Processor time used so far (getrusage(2)).
pub fn times() -> Times {
    let (user, system) = usage(libc::RUSAGE_SELF);
    let (children_user, children_system) = usage(libc::RUSAGE_CHILDREN);
    Times { user, system, children_user, children_system }
}

fn usage(who: libc::c_int) -> (i64, i64) {
    // SAFETY: all zeroes is a valid rusage.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: `usage` is a valid place for the answer.
    unsafe { libc::getrusage(who, &mut usage) };
    let micros = |time: libc::timeval| time.tv_sec * 1_000_000 + time.tv_usec;
    (micros(usage.ru_utime), micros(usage.ru_stime))
}

/// What bash has room for, with the NUL behind it: a longer time is shown as nothing.
const LONGEST_TIME: usize = 128;

/// A moment split into calendar fields, and formatted by strftime(3) in the zone `zone` (the value of TZ; `None`: unset).
pub fn format_time(format: &[u8], seconds: i64, zone: Option<&[u8]>) -> Vec<u8> {
    let (Ok(format), Ok(zone)) = (std::ffi::CString::new(format), zone.map(std::ffi::CString::new).transpose()) else {
        return Vec::new();
    };
    match &zone {
        // SAFETY: both strings end in NUL; nothing else reads the C environment meanwhile (one thread).
        Some(zone) => unsafe { libc::setenv(c"TZ".as_ptr(), zone.as_ptr(), 1) },
        // SAFETY: as above.
        None => unsafe { libc::unsetenv(c"TZ".as_ptr()) },
    };
    unsafe extern "C" {
        fn tzset();
    }
    // SAFETY: no other thread uses the time zone.
    unsafe { tzset() };
    // SAFETY: all zeroes is a valid tm.
    let mut fields: libc::tm = unsafe { std::mem::zeroed() };
    // SAFETY: both pointers are valid for the call.
    if unsafe { libc::localtime_r(&seconds, &mut fields) }.is_null() {
        // SAFETY: as above; a year that no int holds is told as the beginning of time, as in bash.
        unsafe { libc::localtime_r(&0, &mut fields) };
    }
    let mut text = vec![0u8; LONGEST_TIME];
    // SAFETY: the buffer is as long as said, and the other two are valid.
    let length = unsafe { libc::strftime(text.as_mut_ptr().cast(), text.len(), format.as_ptr(), &fields) };
    text.truncate(length);
    text
}
