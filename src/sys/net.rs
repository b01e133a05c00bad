//! `/dev/tcp/HOST/PORT` and `/dev/udp/HOST/PORT` in redirections (bash manual 3.6; socket(2), connect(2)).

use std::net::{IpAddr, SocketAddr};
use std::os::fd::IntoRawFd;

use super::{Errno, Fd};

/// Why there is no socket.
pub enum NetError {
    /// The connection was refused or the like.
    Connect(Errno),
    /// A host that nobody knows.
    Host(String),
    /// A port that is neither a number nor a known service.
    Service(String),
}

impl NetError {
    /// The error that opening the path comes back with.
    pub fn errno(&self) -> Errno {
        match self {
            NetError::Connect(error) => *error,
            NetError::Host(_) | NetError::Service(_) => Errno::EINVAL,
        }
    }
}

/// The connected socket that `path` names; `None` when it is another kind of path.
pub fn special(path: &[u8]) -> Option<Result<Fd, NetError>> {
    let (rest, stream) = match path.strip_prefix(b"/dev/tcp/") {
        Some(rest) => (rest, true),
        None => (path.strip_prefix(b"/dev/udp/")?, false),
    };
    let (host, port) = std::str::from_utf8(rest).ok()?.rsplit_once('/')?;
    if host.is_empty() || port.is_empty() {
        return None;
    }
    Some(connect(host, port, stream))
}

fn connect(host: &str, port: &str, stream: bool) -> Result<Fd, NetError> {
    let addresses = addresses(host);
    if addresses.is_empty() {
        return Err(NetError::Host(host.to_owned()));
    }
    let number = port.parse().ok().or_else(|| service(port, stream));
    let Some(port) = number else { return Err(NetError::Service(port.to_owned())) };
    let mut error = Errno::EINVAL;
    for address in addresses {
        match connect_to(SocketAddr::new(address, port), stream) {
            Ok(fd) => return Ok(fd),
            Err(failed) => error = failed,
        }
    }
    Err(NetError::Connect(error))
}

fn connect_to(address: SocketAddr, stream: bool) -> Result<Fd, Errno> {
    let error = |error: std::io::Error| Errno::from_raw(error.raw_os_error().unwrap_or(libc::EINVAL));
    if stream {
        return std::net::TcpStream::connect(address).map(|socket| Fd(socket.into_raw_fd())).map_err(error);
    }
    // as numbers: a text would bring in the C library's resolver
    let any = if address.is_ipv4() { IpAddr::from([0; 4]) } else { IpAddr::from([0u16; 8]) };
    let local = SocketAddr::new(any, 0);
    let socket = std::net::UdpSocket::bind(local).map_err(error)?;
    socket.connect(address).map_err(error)?;
    Ok(Fd(socket.into_raw_fd()))
}

/// The addresses of a host: numbers as they are, names from /etc/hosts and then the resolver's servers.
fn addresses(host: &str) -> Vec<IpAddr> {
    if let Ok(address) = host.parse() {
        return vec![address];
    }
    let table = super::file::read_file(b"/etc/hosts").unwrap_or_default();
    let mut found = Vec::new();
    for line in String::from_utf8_lossy(&table).lines() {
        let line = line.split('#').next().unwrap_or_default();
        let mut words = line.split_whitespace();
        let address = words.next().and_then(|word| word.parse().ok());
        if let Some(address) = address
            && words.any(|name| name.eq_ignore_ascii_case(host))
        {
            found.push(address);
        }
    }
    if found.is_empty() && host == "localhost" {
        found.push(IpAddr::from([127, 0, 0, 1]));
    }
    found
}

/// The port of a service name from /etc/services.
fn service(name: &str, stream: bool) -> Option<u16> {
    let protocol = if stream { "tcp" } else { "udp" };
    let table = super::file::read_file(b"/etc/services").ok()?;
    String::from_utf8_lossy(&table).lines().find_map(|line| {
        let line = line.split('#').next().unwrap_or_default();
        let mut words = line.split_whitespace();
        let (service, entry) = (words.next()?, words.next()?);
        let (port, kind) = entry.split_once('/')?;
        let named = service == name || words.any(|alias| alias == name);
        if named && kind == protocol { port.parse().ok() } else { None }
    })
}
