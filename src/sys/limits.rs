//! Limits of what a process may use (getrlimit(2), setrlimit(2), pathconf(3)).

use super::Errno;

/// A limit: `None` for unlimited.
pub type Limit = Option<u64>;

/// What is limited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Resource {
    /// RLIMIT_CORE
    Core,
    /// RLIMIT_DATA
    Data,
    /// RLIMIT_NICE
    Nice,
    /// RLIMIT_FSIZE
    FileSize,
    /// RLIMIT_SIGPENDING
    PendingSignals,
    /// RLIMIT_MEMLOCK
    LockedMemory,
    /// RLIMIT_RSS
    ResidentSet,
    /// RLIMIT_NOFILE
    OpenFiles,
    /// RLIMIT_MSGQUEUE
    MessageQueues,
    /// RLIMIT_RTPRIO
    RealTimePriority,
    /// RLIMIT_STACK
    Stack,
    /// RLIMIT_CPU
    CpuTime,
    /// RLIMIT_NPROC
    Processes,
    /// RLIMIT_AS
    AddressSpace,
    /// RLIMIT_LOCKS
    Locks,
    /// RLIMIT_RTTIME
    RealTime,
}

#[cfg(target_env = "gnu")]
type Kind = libc::__rlimit_resource_t;
#[cfg(not(target_env = "gnu"))]
type Kind = libc::c_int;

fn kind(resource: Resource) -> Kind {
    match resource {
        Resource::Core => libc::RLIMIT_CORE,
        Resource::Data => libc::RLIMIT_DATA,
        Resource::Nice => libc::RLIMIT_NICE,
        Resource::FileSize => libc::RLIMIT_FSIZE,
        Resource::PendingSignals => libc::RLIMIT_SIGPENDING,
        Resource::LockedMemory => libc::RLIMIT_MEMLOCK,
        Resource::ResidentSet => libc::RLIMIT_RSS,
        Resource::OpenFiles => libc::RLIMIT_NOFILE,
        Resource::MessageQueues => libc::RLIMIT_MSGQUEUE,
        Resource::RealTimePriority => libc::RLIMIT_RTPRIO,
        Resource::Stack => libc::RLIMIT_STACK,
        Resource::CpuTime => libc::RLIMIT_CPU,
        Resource::Processes => libc::RLIMIT_NPROC,
        Resource::AddressSpace => libc::RLIMIT_AS,
        Resource::Locks => libc::RLIMIT_LOCKS,
        Resource::RealTime => libc::RLIMIT_RTTIME,
    }
}

/// The soft and the hard limit.
pub fn get(resource: Resource) -> Result<(Limit, Limit), Errno> {
    let mut raw = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: `raw` is a valid place for the answer.
    Errno::result(unsafe { libc::getrlimit(kind(resource), &mut raw) })?;
    let limit = |raw: libc::rlim_t| (raw != libc::RLIM_INFINITY).then_some(raw);
    Ok((limit(raw.rlim_cur), limit(raw.rlim_max)))
}

/// Sets both.
pub fn set(resource: Resource, soft: Limit, hard: Limit) -> Result<(), Errno> {
    let raw = |limit: Limit| limit.unwrap_or(libc::RLIM_INFINITY);
    let raw = libc::rlimit { rlim_cur: raw(soft), rlim_max: raw(hard) };
    // SAFETY: `raw` is valid.
    Errno::result(unsafe { libc::setrlimit(kind(resource), &raw) }).map(drop)
}
