//! An engine, its images and its containers, which go when they are no longer needed.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use libtest_mimic::Failed;
use tempfile::TempDir;

use super::output;
use super::terminal::Terminal;

/// How long anything may take.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// An engine with an image that holds rsh and the application.
pub(super) struct Engine {
    host: Option<String>,
    image: String,
    /// An engine of our own, and its folder.
    own: Option<(Child, TempDir)>,
    count: AtomicUsize,
}

fn rsh() -> PathBuf {
    std::env::var_os("RSH").map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_rsh")), PathBuf::from)
}

impl Engine {
    /// The engine that runs here. `Err`: why there is none.
    pub(super) fn find() -> Result<Engine, String> {
        match Command::new("docker").arg("info").output() {
            Err(_) => Err("there is no docker".to_owned()),
            Ok(output) if !output.status.success() => Err("no Docker engine runs here".to_owned()),
            Ok(_) => Engine::prepare().map_err(|error| error.message().unwrap_or("no image").to_owned()),
        }
    }

    /// An engine of our own whose init is rsh.
    pub(super) fn with_init() -> Result<Engine, Failed> {
        let folder = TempDir::new()?;
        let path = |name: &str| folder.path().join(name).display().to_string();
        symlink(rsh(), path("docker-init"))?;
        let host = format!("unix://{}", path("socket"));
        fs::write(path("config"), "{}")?;
        // in a network of its own: an engine without a bridge takes away docker0, which may be another engine's
        let child = Command::new("unshare")
            .args(["--net", "dockerd"])
            .args([
                "--host",
                &host,
                "--data-root",
                &path("data"),
                "--exec-root",
                &path("exec"),
                "--pidfile",
                &path("pid"),
            ])
            .args(["--init-path", &path("docker-init"), "--bridge", "none", "--iptables=false", "--ip6tables=false"])
            .args(["--storage-driver", "vfs", "--config-file", &path("config")])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(path("log"))?)
            .spawn()?;
        let started = Instant::now();
        let log = path("log");
        let mut engine =
            Engine { host: Some(host), image: String::new(), own: Some((child, folder)), count: AtomicUsize::new(0) };
        while engine.docker(&["info"]).is_err() {
            if started.elapsed() > PATIENCE {
                return Err(format!("dockerd did not start: {}", fs::read_to_string(log)?).into());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        engine.image = Engine::import(&engine)?;
        Ok(engine)
    }

    fn prepare() -> Result<Engine, Failed> {
        let mut engine = Engine { host: None, image: String::new(), own: None, count: AtomicUsize::new(0) };
        engine.image = Engine::import(&engine)?;
        Ok(engine)
    }

    /// Makes the image: rsh, the application, the names of the others, and nothing else.
    fn import(engine: &Engine) -> Result<String, Failed> {
        let tree = TempDir::new()?;
        let path = |name: &str| tree.path().join(name);
        for folder in ["etc", "tmp", "bin", "usr/bin", "runner"] {
            fs::create_dir_all(path(folder))?;
        }
        fs::copy(rsh(), path("rsh"))?;
        fs::copy(std::env::current_exe()?, path("app"))?;
        for name in ["bin/sh", "bin/bash", "tini", "usr/bin/dumb-init", "catatonit"] {
            symlink("/rsh", path(name))?;
        }
        executable(&path("entry"), "#!/rsh -eu --remap 42:0\n\"$@\"\necho no\n")?;
        executable(&path("runner/init"), "#!/bin/sh\nexec /app die\n")?;
        executable(&path("dumb"), "#!/usr/bin/dumb-init /bin/sh\n/app\n")?;
        let mut tar =
            Command::new("tar").arg("-C").arg(tree.path()).args(["-c", "."]).stdout(Stdio::piped()).spawn()?;
        let piped = tar.stdout.take().ok_or("no pipe")?;
        let changes = ["--change", "ENV DOCKER_APP=1", "--change", "ENV PATH=/bin:/usr/bin"];
        let name = format!("rsh-test:{}", std::process::id());
        let result = output(engine.command(&["import"]).args(changes).args(["-", &name]).stdin(piped));
        tar.wait()?;
        result.map(|_| name)
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new("docker");
        if let Some(host) = &self.host {
            command.args(["--host", host]);
        }
        command.args(words);
        command
    }

    fn docker(&self, words: &[&str]) -> Result<String, Failed> {
        output(self.command(words).stdin(Stdio::null()))
    }

    /// What the engine knows of its init.
    pub(super) fn version_of_init(&self) -> Result<String, Failed> {
        let (_, folder) = self.own.as_ref().ok_or("not an engine of our own")?;
        output(Command::new(folder.path().join("docker-init")).arg("--version"))
    }

    /// Starts a container of the image, with more lines in its Dockerfile if there are any.
    pub(super) fn run(&self, options: &[&str], lines: &str, words: &[&str]) -> Result<Container<'_>, Failed> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let name = format!("rsh-test-{}-{number}", std::process::id());
        let mut image = self.image.clone();
        if !lines.is_empty() {
            image = format!("{}-{number}", self.image);
            let folder = TempDir::new()?;
            fs::write(folder.path().join("Dockerfile"), format!("FROM {}\n{lines}\n", self.image))?;
            let folder = folder.path().display().to_string();
            output(self.command(&["build", "-q", "-t", &image, &folder]).env("DOCKER_BUILDKIT", "0"))?;
        }
        let container = Container { engine: self, name, image };
        let start = self.command(&["run", "-d", "--network", "none", "--name", &container.name]);
        let mut start = start;
        output(start.args(options).arg(&container.image).args(words).stdin(Stdio::null()))?;
        Ok(container)
    }
}

impl Engine {
    /// Starts a container with docker's own client at a terminal (`docker run -it`).
    pub(super) fn run_at_terminal(&self, words: &[&str]) -> Result<(Terminal, Container<'_>), Failed> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let name = format!("rsh-test-{}-{number}", std::process::id());
        let container = Container { engine: self, name, image: self.image.clone() };
        let client = ["docker", "run", "-it", "--network", "none", "--name", &container.name, &container.image];
        let client = client.iter().chain(words).map(|&word| word.to_owned()).collect::<Vec<_>>();
        Ok((Terminal::start(&client, &[])?, container))
    }
}

fn executable(path: &Path, text: &str) -> Result<(), Failed> {
    fs::write(path, text)?;
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(0o755))?)
}

impl Drop for Engine {
    fn drop(&mut self) {
        if !self.image.is_empty() {
            let _ = self.docker(&["rmi", "-f", &self.image]);
        }
        if let Some((mut child, folder)) = self.own.take() {
            let _ = Command::new("kill").arg(child.id().to_string()).status();
            let _ = child.wait();
            // what the engine has mounted below it
            let _ = Command::new("sh")
                .args(["-c", r#"grep -o " $0/[^ ]*" /proc/mounts | sort -r | xargs -r umount -l"#])
                .arg(folder.path())
                .status();
        }
    }
}

/// A container, which is removed when it is dropped.
pub(super) struct Container<'a> {
    engine: &'a Engine,
    name: String,
    image: String,
}

impl Container<'_> {
    /// A command of docker's about it.
    pub(super) fn docker(&self, words: &[&str]) -> Result<String, Failed> {
        self.engine.docker(&[words, &[&self.name]].concat())
    }

    /// What it has written.
    pub(super) fn logs(&self) -> Result<String, Failed> {
        self.docker(&["logs"])
    }

    /// Waits until it has written `text`.
    pub(super) fn wait_for(&self, text: &str) -> Result<(), Failed> {
        let started = Instant::now();
        while !self.logs()?.contains(text) {
            if started.elapsed() > PATIENCE {
                return Err(format!("{text:?} was not written, but {:?}", self.logs()?).into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Its exit code as `docker inspect` shows it.
    pub(super) fn code(&self) -> Result<i64, Failed> {
        Ok(self.docker(&["inspect", "-f", "{{.State.ExitCode}}"])?.parse()?)
    }
}

impl Drop for Container<'_> {
    fn drop(&mut self) {
        let _ = self.docker(&["rm", "-f"]);
        if self.image != self.engine.image {
            let _ = self.engine.docker(&["rmi", "-f", &self.image]);
        }
    }
}
