//! Makes random valid scripts of harmless builtins, runs them in bash 5.2 and in rsh, and shows the smallest piece that they
//! answer differently.
//!
//! usage: differential RSH SECONDS [SIZE [SEED]]
//!
//! SIZE (3) is the most commands in a piece; 1 gives plain ones. A script is a row of independent pieces; when the whole differs, each piece is run alone. Compared are standard output,
//! standard error and the status. Ends with 1 when something differed; the last line counts.

mod generate;

use std::io::Read;
use std::os::unix::fs::symlink;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// Pieces in a script.
const PIECES: usize = 40;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, rsh, seconds, rest @ ..] = &arguments[..] else {
        eprintln!("usage: differential RSH SECONDS [SIZE [SEED]]");
        return ExitCode::from(2);
    };
    let limit = Duration::from_secs(seconds.parse().expect("SECONDS is a number"));
    let size = rest.first().map_or(3, |size| size.parse().expect("SIZE is a number"));
    let seed = rest.get(1).map_or_else(|| fastrand::u64(..), |seed| seed.parse().expect("SEED is a number"));
    fastrand::seed(seed);
    let place = tempfile::tempdir().expect("a folder for the scripts");
    let shells =
        [("bash", Path::new("/bin/bash").to_owned()), ("rsh", Path::new(rsh).canonicalize().expect("RSH is a file"))];
    let shells = shells.map(|(name, path)| Shell::new(place.path(), name, &path));
    let start = Instant::now();
    let (mut pieces, mut different) = (0usize, 0usize);
    while start.elapsed() < limit {
        let batch: Vec<String> = (0..PIECES).map(|_| generate::piece(size)).collect();
        pieces += batch.len();
        if agree(&shells, &batch.concat()).is_none() {
            continue;
        }
        for piece in &batch {
            if let Some(difference) = agree(&shells, piece) {
                different += 1;
                println!("--- differs\n{piece}{difference}");
            }
        }
    }
    println!("seed {seed}: {pieces} pieces in {} s, {different} differ", start.elapsed().as_secs());
    ExitCode::from(u8::from(different > 0))
}

/// `None` when both shells answer alike, else the two answers.
fn agree(shells: &[Shell; 2], script: &str) -> Option<String> {
    let [bash, rsh] = shells.each_ref().map(|shell| shell.answer(script));
    (bash != rsh).then(|| format!("  bash:\n{}  rsh:\n{}", indent(&bash), indent(&rsh)))
}

fn indent(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}

struct Shell {
    path: PathBuf,
    folder: PathBuf,
}

impl Shell {
    /// Both are called `bash`, and start in a folder with the same few files.
    fn new(place: &Path, name: &str, path: &Path) -> Shell {
        let folder = place.join(name);
        let files = folder.join("files");
        std::fs::create_dir_all(&files).expect("a fresh folder");
        for file in ["a", "ab", "abc", "b.x", "c.x", "x y", ".dot", "[q]"] {
            std::fs::write(files.join(file), "").expect("an empty file");
        }
        symlink(path, folder.join("bash")).expect("a link");
        Shell { path: folder.join("bash"), folder: files }
    }

    fn answer(&self, script: &str) -> String {
        std::fs::write(self.folder.join("../script"), script).expect("the script");
        let (mut reader, writer) = std::io::pipe().expect("a pipe");
        let mut child = Command::new(&self.path)
            .arg0("bash")
            .arg("../script")
            .current_dir(&self.folder)
            .env_clear()
            .envs([("PATH", "/nowhere"), ("HOME", "/home/me"), ("LC_ALL", "C.UTF-8")])
            .stdin(Stdio::null())
            .process_group(0)
            .stderr(writer.try_clone().expect("a copy"))
            .stdout(writer)
            .spawn()
            .expect("a shell");
        let (pid, (done, over)) = (child.id(), std::sync::mpsc::channel::<()>());
        let watch = std::thread::spawn(move || {
            if over.recv_timeout(Duration::from_secs(10)).is_err() {
                // SAFETY: numbers only; what the script has left behind is in its group.
                unsafe { libc::kill(-(pid as i32), libc::SIGKILL) };
            }
        });
        let mut output = Vec::new();
        reader.read_to_end(&mut output).expect("its output");
        let status = child.wait().expect("its status");
        let _ = done.send(());
        let _ = watch.join();
        format!("{}{status}\n", String::from_utf8_lossy(&output))
    }
}
