//! What the inits cost, measured in turn: `scripts/bench-init`. Nothing here is a test.

use std::fs::File;
use std::io::Read;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Duration;

use libtest_mimic::Failed;
use nix::sys::signal::{SaFlags, SigAction, SigHandler, SigSet, Signal, kill, sigaction};
use nix::time::{ClockId, clock_gettime};
use nix::unistd::{ForkResult, Pid};

use super::namespace::{NAMESPACE, probe, rsh};

/// What is measured, by the name of its column.
fn inits() -> Vec<(&'static str, Vec<String>)> {
    let rsh = rsh().to_string_lossy().into_owned();
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let mut all: Vec<(&str, Vec<String>)> = vec![
        ("rsh", words(&[&rsh, "--subreaper", "--run"])),
        ("tini-static", words(&["tini-static", "-s", "--"])),
        ("catatonit", words(&["catatonit", "--"])),
        ("dumb-init", words(&["dumb-init"])),
        ("rsh -c", words(&[&rsh, "--subreaper", "-c"])),
    ];
    all.retain(|(_, words)| Command::new(&words[0]).arg("--version").output().is_ok());
    all
}

fn now() -> i64 {
    clock_gettime(ClockId::CLOCK_MONOTONIC).map_or(0, |time| time.tv_sec() * 1_000_000_000 + time.tv_nsec())
}

// ---- the application

/// The application: tells when it was started, or when a signal came.
pub(super) fn application(what: &str) -> ExitCode {
    if what == "start" {
        tell(0);
        return ExitCode::SUCCESS;
    }
    let action = SigAction::new(SigHandler::Handler(tell), SaFlags::empty(), SigSet::empty());
    #[allow(unsafe_code, reason = "the handler reads a clock and writes eight bytes")]
    // SAFETY: both may be done in a handler.
    let set = unsafe { sigaction(Signal::SIGUSR1, &action) };
    if set.is_err() {
        return ExitCode::FAILURE;
    }
    if let Some(count) = what.strip_prefix("orphans ").and_then(|count| count.parse().ok()) {
        start_orphans(count);
    }
    tell(0);
    loop {
        nix::unistd::pause();
    }
}

extern "C" fn tell(_signal: libc::c_int) {
    let _ = nix::unistd::write(std::io::stdout(), &now().to_ne_bytes());
}

/// In a process of its own: orphans one after the other, and a word on standard error when all are made.
fn start_orphans(count: u32) {
    if !matches!(fork(), Some(ForkResult::Child)) {
        return;
    }
    let _ = nix::unistd::setpgid(Pid::from_raw(0), Pid::from_raw(0)); // signals are not for them
    lowest_priority(); // what is measured is the init, not who gets a processor
    for _ in 0..count {
        match fork() {
            Some(ForkResult::Child) => {
                fork();
                leave();
            }
            Some(ForkResult::Parent { child }) => {
                let _ = nix::sys::wait::waitpid(child, None);
            }
            None => {}
        }
    }
    let _ = nix::unistd::write(std::io::stderr(), b"done");
    leave();
}

#[allow(unsafe_code, reason = "fork is")]
fn fork() -> Option<ForkResult> {
    // SAFETY: there is one thread.
    unsafe { nix::unistd::fork() }.ok()
}

#[allow(unsafe_code, reason = "nix has no such call")]
fn lowest_priority() {
    first_in_line(false);
    // SAFETY: numbers only.
    unsafe { libc::setpriority(libc::PRIO_PROCESS, 0, 19) };
}

/// Has this process and what it starts go before all others (SCHED_FIFO), where that is allowed: what else runs on the machine would
/// be measured otherwise.
#[allow(unsafe_code, reason = "nix has no such call")]
fn first_in_line(on: bool) {
    let parameter = libc::sched_param { sched_priority: i32::from(on) };
    // SAFETY: the parameter is valid for the call.
    unsafe { libc::sched_setscheduler(0, if on { libc::SCHED_FIFO } else { libc::SCHED_OTHER }, &raw const parameter) };
}

#[allow(unsafe_code, reason = "no exit handlers in a copy")]
fn leave() -> ! {
    // SAFETY: never comes back.
    unsafe { libc::_exit(0) }
}

// ---- the measurements

/// One init with the application below it.
struct Running {
    child: Child,
    init: Pid,
    told: File,
}

impl Running {
    fn start(words: &[String], namespace: bool, application: &str) -> Result<Running, Failed> {
        let mut all: Vec<String> = if namespace { NAMESPACE.map(str::to_owned).to_vec() } else { Vec::new() };
        all.extend(words.iter().cloned());
        all.push(probe());
        let mut command = Command::new(&all[0]);
        command.args(&all[1..]).env("INIT_BENCH_APP", application).env_remove("INIT_BENCH");
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let mut told = File::from(std::os::fd::OwnedFd::from(child.stdout.take().ok_or("no pipe")?));
        read_time(&mut told)?;
        let pid = child.id();
        let init = if namespace {
            std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"))?.trim().parse()?
        } else {
            i32::try_from(pid)?
        };
        Ok(Running { child, init: Pid::from_raw(init), told })
    }

    /// Nanoseconds from kill(2) to the application's handler.
    fn latency(&mut self) -> Result<i64, Failed> {
        self.latency_of(self.init)
    }

    /// The same of a signal to `pid`.
    fn latency_of(&mut self, pid: Pid) -> Result<i64, Failed> {
        let sent = now();
        kill(pid, Signal::SIGUSR1)?;
        Ok(read_time(&mut self.told)? - sent)
    }

    /// The application, from outside: the first child of the init.
    fn application(&self) -> Result<Pid, Failed> {
        let children = std::fs::read_to_string(format!("/proc/{0}/task/{0}/children", self.init))?;
        Ok(Pid::from_raw(children.split_whitespace().next().ok_or("no application")?.parse()?))
    }

    /// KB of memory that nobody shares with it.
    fn private(&self) -> Result<i64, Failed> {
        let text = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", self.init))?;
        let private = text.lines().filter(|line| line.starts_with("Private_"));
        Ok(private.filter_map(|line| line.split_whitespace().nth(1)?.parse::<i64>().ok()).sum())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = kill(self.init, Signal::SIGKILL);
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read_time(file: &mut File) -> Result<i64, Failed> {
    let mut bytes = [0; 8];
    file.read_exact(&mut bytes)?;
    Ok(i64::from_ne_bytes(bytes))
}

fn part(sorted: &[i64], per_mille: usize) -> i64 {
    sorted.get((sorted.len() * per_mille / 1000).min(sorted.len().saturating_sub(1))).copied().unwrap_or(0)
}

fn line(name: &str, unit: &str, values: &[(&str, i64)]) {
    let tini = values.iter().find(|(name, _)| *name == "tini-static").map_or(0, |(_, value)| *value);
    print!("{name:<44}");
    for (_, value) in values {
        let ratio = if tini == 0 { String::new() } else { format!(" ({:.2})", *value as f64 / tini as f64) };
        print!("{:>20}", format!("{value} {unit}{ratio}"));
    }
    println!();
}

/// Measures everything and prints a line each; in brackets: how many times tini-static's.
pub(super) fn run() -> ExitCode {
    let inits = inits();
    print!("{:<44}", "");
    for (name, _) in &inits {
        print!("{name:>20}");
    }
    println!();
    match starts(&inits).and_then(|()| latencies(&inits)).and_then(|()| orphans(&inits)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {}", error.message().unwrap_or("failed"));
            ExitCode::FAILURE
        }
    }
}

fn starts(inits: &[(&'static str, Vec<String>)]) -> Result<(), Failed> {
    let mut times: Vec<Vec<i64>> = inits.iter().map(|_| Vec::new()).collect();
    for _ in 0..600 {
        for ((_, words), times) in inits.iter().zip(&mut times) {
            let mut command = Command::new(&words[0]);
            command.args(&words[1..]).arg(probe()).env("INIT_BENCH_APP", "start").env_remove("INIT_BENCH");
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
            let before = now();
            let mut child = command.spawn()?;
            let mut told = File::from(std::os::fd::OwnedFd::from(child.stdout.take().ok_or("no pipe")?));
            times.push(read_time(&mut told)? - before);
            child.wait()?;
        }
    }
    times.iter_mut().for_each(|times| times.sort_unstable());
    let column = |per_mille| -> Vec<(&str, i64)> {
        inits.iter().zip(&times).map(|((name, _), times)| (*name, part(times, per_mille) / 1000)).collect()
    };
    line("start to the app's main: median of 600", "us", &column(500));
    line("  the fastest tenth", "us", &column(100));
    Ok(())
}

fn latencies(inits: &[(&'static str, Vec<String>)]) -> Result<(), Failed> {
    let mut running = Vec::new();
    for (name, words) in inits {
        running.push((*name, Running::start(words, true, "latency")?, Vec::new()));
    }
    std::thread::sleep(Duration::from_millis(300));
    for _ in 0..1000 {
        running.rotate_left(1); // nobody always comes behind the same
        for (_, running, times) in &mut running {
            times.push(running.latency()?);
            std::thread::sleep(Duration::from_micros(200));
        }
    }
    let mut medians = Vec::new();
    let mut memory = Vec::new();
    for (name, running, times) in &mut running {
        times.sort_unstable();
        medians.push((*name, part(times, 500) / 1000));
        memory.push((*name, running.private()?));
    }
    line("kill() to the app's handler: median of 1,000", "us", &medians);
    line("private memory of the waiting process 1", "KB", &memory);
    Ok(())
}

/// What was seen of an init while orphans came.
#[derive(Default)]
struct Orphans {
    millis: i64,
    zombies: i64,
    /// Nanoseconds that the init itself had a processor.
    busy: i64,
    /// Of signals, through the init and straight to the application: what the machine itself takes.
    times: [Vec<i64>; 2],
}

impl Orphans {
    /// A round of `count` more.
    fn round(&mut self, words: &[String], count: i64) -> Result<(), Failed> {
        let before = now();
        let mut running = Running::start(words, true, &format!("orphans {count}"))?;
        let application = running.application()?;
        let mut done = running.child.stderr.take().ok_or("no pipe")?;
        nix::fcntl::fcntl(&done, nix::fcntl::FcntlArg::F_SETFL(nix::fcntl::OFlag::O_NONBLOCK))?;
        while !matches!(done.read(&mut [0; 16]), Ok(1..)) {
            self.times[0].push(running.latency()?);
            std::thread::sleep(Duration::from_millis(1));
            self.times[1].push(running.latency_of(application)?);
            std::thread::sleep(Duration::from_millis(1));
        }
        self.millis += (now() - before) / 1_000_000;
        std::thread::sleep(Duration::from_millis(100));
        let zombies = Command::new("ps").args(["-o", "stat=", "--ppid", &running.init.to_string()]).output()?;
        self.zombies += i64::try_from(String::from_utf8_lossy(&zombies.stdout).matches('Z').count())?;
        let busy = std::fs::read_to_string(format!("/proc/{}/schedstat", running.init))?;
        self.busy += busy.split_whitespace().next().unwrap_or_default().parse::<i64>()?;
        Ok(())
    }
}

fn orphans(inits: &[(&'static str, Vec<String>)]) -> Result<(), Failed> {
    const ROUNDS: i64 = 8;
    const EACH: i64 = 100_000 / ROUNDS;
    let mut seen: Vec<_> = inits.iter().take(2).map(|init| (init, Orphans::default())).collect();
    first_in_line(true);
    for _ in 0..ROUNDS {
        for ((_, words), seen) in &mut seen {
            seen.round(words, EACH)?;
        }
        seen.reverse(); // nobody always comes behind the same
    }
    first_in_line(false);
    for (_, seen) in &mut seen {
        seen.times.iter_mut().for_each(|times| times.sort_unstable());
    }
    let column = |value: &dyn Fn(&Orphans) -> i64| -> Vec<(&str, i64)> {
        seen.iter().map(|((name, _), seen)| (*name, value(seen))).collect()
    };
    line("100,000 orphans: time", "ms", &column(&|seen| seen.millis));
    line("  the init's own time for each", "ns", &column(&|seen| seen.busy / (ROUNDS * EACH)));
    line("  zombies left", "", &column(&|seen| seen.zombies));
    line("  a signal meanwhile: 99 of 100 within", "us", &column(&|seen| part(&seen.times[0], 990) / 1000));
    line("    straight to the app", "us", &column(&|seen| part(&seen.times[1], 990) / 1000));
    line("  the longest", "us", &column(&|seen| part(&seen.times[0], 1000) / 1000));
    line("    straight to the app", "us", &column(&|seen| part(&seen.times[1], 1000) / 1000));
    Ok(())
}
