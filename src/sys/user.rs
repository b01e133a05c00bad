//! Who runs this, and whose home is where. A static file has no name service: /etc/passwd is read here.

/// The real user id.
pub fn uid() -> u32 {
    nix::unistd::getuid().as_raw()
}

/// The effective user id.
pub fn euid() -> u32 {
    nix::unistd::geteuid().as_raw()
}

/// The real group id.
pub fn gid() -> u32 {
    nix::unistd::getgid().as_raw()
}

/// The effective group id.
pub fn egid() -> u32 {
    nix::unistd::getegid().as_raw()
}

/// Whether the file has given this process other rights than its caller has (set-user-id, set-group-id): what the caller
/// wrote into the environment is not to be trusted.
pub fn is_set_id() -> bool {
    uid() != euid() || gid() != egid()
}

/// Gives up set-user-id rights for good: the effective and the saved ids become the real ones (bash without `-p`).
pub fn drop_privileges() -> Result<(), super::Errno> {
    let (uid, gid) = (nix::unistd::getuid(), nix::unistd::getgid());
    nix::unistd::setresgid(gid, gid, gid)?;
    nix::unistd::setresuid(uid, uid, uid)?;
    Ok(())
}

/// All groups of this process, the effective one first if it is not among them.
pub fn groups() -> Vec<u32> {
    let mut groups: Vec<u32> =
        nix::unistd::getgroups().unwrap_or_default().iter().map(|group| group.as_raw()).collect();
    if !groups.contains(&egid()) {
        groups.insert(0, egid());
    }
    groups
}

/// An entry of /etc/passwd.
#[derive(Clone, Debug)]
pub struct Account {
    /// Name.
    pub name: Vec<u8>,
    /// Home directory.
    pub home: Vec<u8>,
    /// Shell.
    pub shell: Vec<u8>,
}

/// The first account with the name.
pub fn account_by_name(name: &[u8]) -> Option<Account> {
    find_account(|fields| fields.first() == Some(&name))
}

/// The first account with the user id.
pub fn account_by_uid(uid: u32) -> Option<Account> {
    let uid = uid.to_string();
    find_account(|fields| fields.get(2) == Some(&uid.as_bytes()))
}

fn find_account(wanted: impl Fn(&[&[u8]]) -> bool) -> Option<Account> {
    let table = super::file::read_file(b"/etc/passwd").ok()?;
    table.split(|&byte| byte == b'\n').find_map(|line| {
        let fields: Vec<&[u8]> = line.split(|&byte| byte == b':').collect();
        let field = |at: usize| fields.get(at).map(|field| field.to_vec()).unwrap_or_default();
        (fields.len() >= 6 && wanted(&fields)).then(|| Account { name: field(0), home: field(5), shell: field(6) })
    })
}

/// Names of all accounts (`compgen -u`).
pub fn account_names() -> Vec<Vec<u8>> {
    names_in(b"/etc/passwd")
}

/// Names of all groups (`compgen -g`).
pub fn group_names() -> Vec<Vec<u8>> {
    names_in(b"/etc/group")
}

fn names_in(path: &[u8]) -> Vec<Vec<u8>> {
    let table = super::file::read_file(path).unwrap_or_default();
    let lines = table.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    lines.filter_map(|line| line.split(|&byte| byte == b':').next()).map(<[u8]>::to_vec).collect()
}

/// The host's name (uname(2)).
pub fn host_name() -> Vec<u8> {
    let mut buffer = [0u8; 256];
    // SAFETY: the buffer is as long as said.
    let result = unsafe { libc::gethostname(buffer.as_mut_ptr().cast(), buffer.len()) };
    let end = memchr::memchr(0, &buffer).unwrap_or(buffer.len());
    if result == 0 { buffer[..end].to_vec() } else { b"localhost".to_vec() }
}
