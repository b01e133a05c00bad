//! A run of rsh as process 1 of a new PID namespace, seen from outside.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use libtest_mimic::Failed;
use tempfile::TempDir;

/// How long anything may take before a test fails, in milliseconds.
static PATIENCE: AtomicU64 = AtomicU64::new(60_000);

/// Sets how long anything may take.
pub(super) fn set_patience(time: Duration) {
    PATIENCE.store(u64::try_from(time.as_millis()).unwrap_or(u64::MAX), Ordering::Relaxed);
}

/// How long anything may take.
pub(super) fn patience() -> Duration {
    Duration::from_millis(PATIENCE.load(Ordering::Relaxed))
}

/// What puts a program into a namespace, as its process 1.
pub(super) const NAMESPACE: [&str; 5] = ["unshare", "--pid", "--fork", "--mount-proc", "--kill-child"];

/// A run that was started.
pub(super) struct Run {
    child: Child,
    folder: Option<TempDir>,
}

pub(super) fn rsh() -> PathBuf {
    std::env::var_os("RSH").map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_rsh")), PathBuf::from)
}

/// `@` in an argument stands for the probe.
pub(super) fn probe() -> String {
    std::env::current_exe().unwrap_or_default().to_string_lossy().into_owned()
}

impl Run {
    /// rsh with `arguments` as process 1; `$FILE` names a file that is not there yet.
    pub(super) fn start(arguments: &[&str]) -> Result<Run, Failed> {
        Run::with(arguments, &[])
    }

    /// The same with more in its environment.
    pub(super) fn with(arguments: &[&str], environment: &[(&str, &str)]) -> Result<Run, Failed> {
        Run::spawn(&[], arguments, environment, true, false)
    }

    /// The same started by another program in the namespace, which execs it.
    pub(super) fn under(wrapper: &[&str], arguments: &[&str]) -> Result<Run, Failed> {
        Run::spawn(wrapper, arguments, &[], true, false)
    }

    /// rsh without a namespace.
    pub(super) fn plain(arguments: &[&str]) -> Result<Run, Failed> {
        Run::spawn(&[], arguments, &[], false, false)
    }

    /// rsh that runs the probe somewhere (`@`), which is ready.
    pub(super) fn probe(arguments: &[&str]) -> Result<Run, Failed> {
        Run::probe_under(&[], arguments)
    }

    /// The same behind another program.
    pub(super) fn probe_under(wrapper: &[&str], arguments: &[&str]) -> Result<Run, Failed> {
        let mut run = Run::spawn(wrapper, arguments, &[], true, true)?;
        run.wait_for_lines(|lines| !lines.is_empty())?;
        Ok(run)
    }

    /// A script with a `#!` line of rsh and `options`, as process 1.
    pub(super) fn script(options: &str, text: &str) -> Result<Run, Failed> {
        let folder = TempDir::new()?;
        let path = folder.path().join("script");
        std::fs::write(&path, format!("#!{} {options}\n{text}", rsh().display()))?;
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
        let mut command = Command::new("unshare");
        command.args(["--pid", "--fork", "--mount-proc", "--kill-child"]).arg(&path);
        Ok(Run { child: command.stdin(Stdio::null()).spawn()?, folder: Some(folder) })
    }

    fn spawn(
        wrapper: &[&str],
        arguments: &[&str],
        environment: &[(&str, &str)],
        namespace: bool,
        with_probe: bool,
    ) -> Result<Run, Failed> {
        let mut words = vec![rsh().to_string_lossy().into_owned()];
        words.extend(arguments.iter().map(|&word| word.to_owned()));
        Run::launch(wrapper, &words, environment, namespace, with_probe)
    }

    /// Any program as process 1, or without a namespace; `@` in its words stands for the probe.
    pub(super) fn launch(
        wrapper: &[&str],
        command: &[String],
        environment: &[(&str, &str)],
        namespace: bool,
        with_probe: bool,
    ) -> Result<Run, Failed> {
        let folder = TempDir::new()?;
        let file = folder.path().join("file");
        let mut words: Vec<String> = Vec::new();
        if namespace {
            words.extend(NAMESPACE.map(str::to_owned));
        }
        words.extend(wrapper.iter().map(|&word| word.to_owned()));
        words.extend(command.iter().map(|word| word.replace('@', &probe())));
        let (program, rest) = words.split_first().ok_or("no program")?;
        let mut command = Command::new(program);
        command.args(rest).env("FILE", &file).env_remove("RSH_OPTIONS").envs(environment.iter().copied());
        if with_probe {
            command.env("INIT_PROBE", &file);
        }
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        Ok(Run { child, folder: Some(folder) })
    }

    /// The file that `$FILE` names.
    pub(super) fn file(&self) -> PathBuf {
        self.folder.as_ref().map_or_else(PathBuf::new, |folder| folder.path().join("file"))
    }

    /// What the probe has noted.
    pub(super) fn lines(&self) -> Vec<String> {
        let text = std::fs::read_to_string(self.file()).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    /// Waits until `enough` says so of the probe's lines.
    pub(super) fn wait_for_lines(&mut self, enough: impl Fn(&[String]) -> bool) -> Result<(), Failed> {
        let started = Instant::now();
        while !enough(&self.lines()) {
            if started.elapsed() > patience() || self.child.try_wait()?.is_some() {
                return Err(format!("it never came; noted: {:?}", self.lines()).into());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// Waits until `path` is there.
    pub(super) fn wait_for(&mut self, path: &Path) -> Result<(), Failed> {
        self.wait_for_lines(|_| path.exists())
    }

    /// Sends a signal to process 1 of the namespace, once its shell has had time to come to its wait.
    pub(super) fn signal(&mut self, number: i32) -> Result<(), Failed> {
        self.signals(number, 1)
    }

    /// The same, several at once.
    pub(super) fn signals(&mut self, number: i32, count: usize) -> Result<(), Failed> {
        std::thread::sleep(Duration::from_millis(50));
        let unshare = self.child.id();
        let children = std::fs::read_to_string(format!("/proc/{unshare}/task/{unshare}/children"))?;
        let init = children.split_whitespace().next().ok_or("process 1 is gone")?;
        let sent = Command::new("kill").arg(format!("-{number}")).args(vec![init; count]).status()?;
        if sent.success() { Ok(()) } else { Err("kill failed".into()) }
    }

    /// Waits for the end: the exit code.
    pub(super) fn code(mut self) -> Result<i32, Failed> {
        self.wait()
    }

    /// The same; the file stays until the test ends.
    pub(super) fn code_kept(mut self) -> Result<i32, Failed> {
        let code = self.wait()?;
        if let Some(folder) = self.folder.take() {
            let _ = folder.keep();
        }
        Ok(code)
    }

    /// Waits for the end: the exit code and what the probe has noted.
    pub(super) fn end(mut self) -> Result<(i32, Vec<String>), Failed> {
        let code = self.wait()?;
        Ok((code, self.lines()))
    }

    fn wait(&mut self) -> Result<i32, Failed> {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status.code().unwrap_or(-1));
            }
            if started.elapsed() > patience() {
                let _ = self.child.kill();
                let _ = self.child.wait();
                return Err("it did not end".into());
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
