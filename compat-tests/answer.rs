//! What a shell did with a script, as text: one form for comparing, recording and showing.
//!
//! ```text
//! status 0
//! stdout
//! |a line
//! :a last line without its newline
//! stderr
//! file f 644
//! |its text
//! folder d 755
//! link l -> f
//! ```
//!
//! An empty output is left out. Bytes that are not printable ASCII are `\xNN` (UTF-8 text stays as it is), a backslash is `\\`.

use std::fmt::Write;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::{MetadataExt, symlink};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

/// How long a case may take.
const LIMIT: Duration = Duration::from_secs(30);

/// A shell under test.
#[derive(Clone)]
pub(crate) struct Shell {
    /// What it is called by in a case (`$THIS`) and in its own messages.
    pub(crate) name: &'static str,
    pub(crate) path: PathBuf,
}

/// Runs `script` as a file in a fresh folder, and gives what the shell did, in the form above.
///
/// The script is `../case` seen from the folder, so that messages begin alike in every shell. In the environment are only
/// PATH, HOME (the folder), LC_ALL (C.UTF-8) and THIS, the name that starts the same shell again.
pub(crate) fn answer(shell: &Shell, script: &str) -> io::Result<String> {
    let base = tempfile::Builder::new().prefix("compat").rand_bytes(8).tempdir()?;
    let top = base.path().canonicalize()?;
    let (folder, bin) = (top.join("in"), top.join("bin"));
    fs::create_dir(&folder)?;
    fs::create_dir(&bin)?;
    fs::write(top.join("case"), script)?;
    symlink(&shell.path, bin.join(shell.name))?;
    let mut child = Command::new(bin.join(shell.name))
        .arg0(shell.name)
        .arg("../case")
        .current_dir(&folder)
        .env_clear()
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", bin.display()))
        .env("HOME", &folder)
        .env("LC_ALL", "C.UTF-8")
        .env("THIS", shell.name)
        .stdin(Stdio::null())
        .stdout(File::create(top.join("stdout"))?)
        .stderr(File::create(top.join("stderr"))?)
        .process_group(0)
        .spawn()?;
    let status = wait(&mut child)?;
    let mut text = match (status.and_then(|status| status.code()), status.and_then(|status| status.signal())) {
        (Some(code), _) => format!("status {code}\n"),
        (_, Some(signal)) => format!("killed by signal {signal}\n"),
        _ => format!("not ended after {} s\n", LIMIT.as_secs()),
    };
    let clean = |bytes: Vec<u8>| replace(&bytes, top.as_os_str().as_encoded_bytes(), b"/TOP");
    let (stdout, stderr) = (clean(fs::read(top.join("stdout"))?), clean(fs::read(top.join("stderr"))?));
    for (name, bytes) in [("stdout", stdout), ("stderr", without_name(shell.name, &stderr))] {
        if !bytes.is_empty() {
            add_lines(&mut text, name, &bytes);
        }
    }
    add_files(&mut text, &folder, Path::new(""), &clean)?;
    Ok(text)
}

/// The status; `None` when the time was over. What is left of the process group is killed.
fn wait(child: &mut Child) -> io::Result<Option<ExitStatus>> {
    let group = Pid::from_raw(child.id() as i32);
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break Some(status);
        }
        if start.elapsed() > LIMIT {
            break None;
        }
        std::thread::sleep((start.elapsed() / 8).clamp(Duration::from_micros(300), Duration::from_millis(20)));
    };
    let _ = killpg(group, Signal::SIGKILL); // mostly there is nobody left
    if status.is_none() {
        child.wait()?;
    }
    Ok(status)
}

fn add_lines(text: &mut String, head: &str, bytes: &[u8]) {
    let _ = writeln!(text, "{head}");
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        let (mark, line) = line.strip_suffix(b"\n").map_or((':', line), |line| ('|', line));
        let _ = writeln!(text, "{mark}{}", escaped(line));
    }
}

fn add_files(text: &mut String, top: &Path, below: &Path, clean: &dyn Fn(Vec<u8>) -> Vec<u8>) -> io::Result<()> {
    let mut entries = fs::read_dir(top.join(below))?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = below.join(entry.file_name());
        let shown = escaped(name.as_os_str().as_encoded_bytes());
        let data = entry.path().symlink_metadata()?;
        let mode = data.mode() & 0o7777;
        if data.is_file() {
            add_lines(text, &format!("file {shown} {mode:o}"), &clean(fs::read(entry.path())?));
        } else if data.is_dir() {
            let _ = writeln!(text, "folder {shown} {mode:o}");
            add_files(text, top, &name, clean)?;
        } else if data.is_symlink() {
            let target = clean(fs::read_link(entry.path())?.into_os_string().into_encoded_bytes());
            let _ = writeln!(text, "link {shown} -> {}", escaped(&target));
        } else {
            let _ = writeln!(text, "special {shown} {mode:o}");
        }
    }
    Ok(())
}

/// The messages with the shell's own name at the start of a line as `SHELL`.
fn without_name(name: &str, bytes: &[u8]) -> Vec<u8> {
    let prefix = format!("{name}: ");
    let mut out = Vec::new();
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        match line.strip_prefix(prefix.as_bytes()) {
            Some(rest) => {
                out.extend_from_slice(b"SHELL: ");
                out.extend_from_slice(rest);
            }
            None => out.extend_from_slice(line),
        }
    }
    out
}

fn replace(bytes: &[u8], what: &[u8], with: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.windows(what.len()).position(|window| window == what) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(with);
        rest = &rest[at + what.len()..];
    }
    out.extend_from_slice(rest);
    out
}

fn escaped(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        for letter in chunk.valid().chars() {
            match letter {
                '\\' => text.push_str("\\\\"),
                letter if letter.is_control() && letter != '\t' => {
                    let _ = letter.encode_utf8(&mut [0; 4]).bytes().try_for_each(|byte| write!(text, "\\x{byte:02x}"));
                }
                letter => text.push(letter),
            }
        }
        let _ = chunk.invalid().iter().try_for_each(|byte| write!(text, "\\x{byte:02x}"));
    }
    text
}
