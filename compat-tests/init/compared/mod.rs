//! rsh beside tini, tini -g, dumb-init and catatonit: the same checks for each.
//!
//! `cargo test` runs them for rsh. With INIT_COMPARE set they run for every program that is installed, and a table is printed:
//! `scripts/compare-inits`.

mod command;
mod entry;
mod scripts;
mod shutdown;
mod signals;
mod terminals;

use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::time::Duration;

pub(super) use entry::deny_prctl;
use libtest_mimic::{Failed, Trial};

use super::namespace::{self, Run};

/// The programs that are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Init {
    Rsh,
    Tini,
    TiniGroup,
    Dumb,
    Catatonit,
}

/// What only some can be asked for.
#[derive(Clone, Copy)]
pub(super) enum Wish<'a> {
    /// Reap though not process 1.
    Subreaper,
    /// A code becomes 0.
    Remap(&'a str),
    /// A signal becomes another, by numbers.
    Rewrite(&'a str),
    /// Signals to the command alone.
    Child,
    /// SIGKILL when the parent ends.
    ParentDeath,
    /// Options that only rsh has.
    Own(&'a [&'a str]),
}

impl Init {
    const ALL: [Init; 5] = [Init::Rsh, Init::Tini, Init::TiniGroup, Init::Dumb, Init::Catatonit];

    pub(super) fn name(self) -> &'static str {
        match self {
            Init::Rsh => "rsh",
            Init::Tini => "tini",
            Init::TiniGroup => "tini -g",
            Init::Dumb => "dumb-init",
            Init::Catatonit => "catatonit",
        }
    }

    fn program(self) -> Vec<String> {
        match self {
            Init::Rsh => vec![namespace::rsh().to_string_lossy().into_owned()],
            Init::Tini => vec!["tini-static".to_owned()],
            Init::TiniGroup => vec!["tini-static".to_owned(), "-g".to_owned()],
            Init::Dumb | Init::Catatonit => vec![self.name().to_owned()],
        }
    }

    /// The words that have it supervise a command.
    pub(super) fn command(self, words: &[&str]) -> Vec<String> {
        self.words(&[], words)
    }

    fn words(self, options: &[&str], words: &[&str]) -> Vec<String> {
        let separator = if self == Init::Rsh { "--run" } else { "--" };
        let rest = options.iter().chain([&separator]).chain(words);
        self.program().into_iter().chain(rest.map(|&word| word.to_owned())).collect()
    }

    /// A script with the init above it: rsh is both.
    pub(super) fn script(self, text: &str) -> Vec<String> {
        match self {
            Init::Rsh => self.program().into_iter().chain(["-c".to_owned(), text.to_owned()]).collect(),
            _ => self.command(&["bash", "-c", text]),
        }
    }

    /// The words for a wish; an error where it has no such option.
    pub(super) fn with(self, wish: Wish, words: &[&str]) -> Result<Vec<String>, Failed> {
        let tini = matches!(self, Init::Tini | Init::TiniGroup);
        let options: &[&str] = match (wish, self) {
            (Wish::Subreaper, Init::Rsh) => &["--subreaper"],
            (Wish::Subreaper, _) if tini => &["-s"],
            (Wish::Subreaper, Init::Catatonit) => &[], // it always is
            (Wish::Remap(code), Init::Rsh) => &["--remap", code],
            (Wish::Remap(code), _) if tini => &["-e", code],
            (Wish::Rewrite(rule), Init::Rsh) => &["--rewrite", rule],
            (Wish::Rewrite(rule), Init::Dumb) => &["-r", rule],
            (Wish::Child, Init::Rsh) => &["--forward", "child"],
            (Wish::Child, Init::Tini | Init::Catatonit) => &[],
            (Wish::Child, Init::Dumb) => &["-c"],
            (Wish::ParentDeath, Init::Rsh) => &["--subreaper", "--parent-death-signal", "KILL"],
            (Wish::ParentDeath, _) if tini => &["-s", "-p", "SIGKILL"],
            (Wish::Own(options), Init::Rsh) => options,
            _ => return Err("there is no such option".into()),
        };
        Ok(self.words(options, words))
    }

    fn is_there(self) -> bool {
        self == Init::Rsh || Command::new(&self.program()[0]).arg("--version").output().is_ok()
    }
}

type Check = Box<dyn Fn(Init) -> Result<(), Failed> + Send + Sync>;

/// A check, which every program passes or fails.
pub(super) struct Row {
    area: &'static str,
    name: String,
    check: Check,
}

fn row(
    rows: &mut Vec<Row>,
    area: &'static str,
    name: impl Into<String>,
    check: impl Fn(Init) -> Result<(), Failed> + Send + Sync + 'static,
) {
    rows.push(Row { area, name: name.into(), check: Box::new(check) });
}

/// Every row.
fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    command::rows(&mut rows);
    signals::rows(&mut rows);
    entry::rows(&mut rows);
    shutdown::rows(&mut rows);
    scripts::rows(&mut rows);
    terminals::rows(&mut rows);
    rows
}

/// The rows as tests of rsh.
pub(super) fn trials(trials: &mut Vec<Trial>) {
    for row in rows() {
        trials.push(Trial::test(format!("compared: {}: {}", row.area, row.name), move || (row.check)(Init::Rsh)));
    }
}

/// Runs every row for every program that is there and prints the table. Fails when rsh does not pass all.
pub(super) fn compare(only: Option<&str>) -> ExitCode {
    namespace::set_patience(Duration::from_secs(8));
    let inits: Vec<Init> = Init::ALL.into_iter().filter(|init| init.is_there()).collect();
    let mut rows = rows();
    rows.retain(|row| only.is_none_or(|only| format!("{}: {}", row.area, row.name).contains(only)));
    let results: Vec<Mutex<Vec<Result<(), Failed>>>> = rows.iter().map(|_| Mutex::new(Vec::new())).collect();
    let next = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some(row) = rows.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
                    let place = rows.iter().position(|other| std::ptr::eq(other, row));
                    let found: Vec<_> = inits.iter().map(|&init| (row.check)(init)).collect();
                    if let Some(Ok(mut result)) = place.map(|place| results[place].lock()) {
                        *result = found;
                    }
                }
            });
        }
    });
    let results: Vec<_> = results.into_iter().filter_map(|result| result.into_inner().ok()).collect();
    print(&inits, &rows, &results);
    if results.iter().all(|result| matches!(result.first(), Some(Ok(())))) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn print(inits: &[Init], rows: &[Row], results: &[Vec<Result<(), Failed>>]) {
    let heads: Vec<&str> = inits.iter().map(|init| init.name()).collect();
    let mut area = "";
    for (row, result) in rows.iter().zip(results) {
        if row.area != area {
            area = row.area;
            println!("\n| {area} | {} |\n| --- |{}", heads.join(" | "), " :-: |".repeat(heads.len()));
        }
        let marks: Vec<&str> = result.iter().map(|result| if result.is_ok() { "✓" } else { "–" }).collect();
        println!("| {} | {} |", row.name.replace('|', "\\|"), marks.join(" | "));
    }
    let passed =
        |column: usize| results.iter().filter(|result| matches!(result.get(column), Some(Ok(())))).count().to_string();
    let passed: Vec<String> = (0..inits.len()).map(passed).collect();
    println!("\n| passed of {} | {} |\n| --- |{}", rows.len(), heads.join(" | "), " :-: |".repeat(heads.len()));
    println!("| | {} |", passed.join(" | "));
    if std::env::var_os("INIT_REASONS").is_some() {
        for (row, result) in rows.iter().zip(results) {
            for (init, result) in inits.iter().zip(result) {
                if let Err(error) = result {
                    let text = error.message().unwrap_or("failed").replace('\n', " ");
                    eprintln!("{}: {}: {}: {text}", row.area, row.name, init.name());
                }
            }
        }
    }
}

fn same<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), Failed> {
    if found == expected { Ok(()) } else { Err(format!("expected {expected:?}, found {found:?}").into()) }
}

/// The exit code of a run as process 1 that ends by itself.
fn code(words: &[String]) -> Result<i32, Failed> {
    Run::launch(&[], words, &[], true, false)?.code()
}

/// What a run as process 1 leaves in `$FILE`, and its exit code.
fn left_in_file(wrapper: &[&str], words: &[String]) -> Result<(i32, String), Failed> {
    let (code, lines) = Run::launch(wrapper, words, &[], true, false)?.end()?;
    Ok((code, lines.join(" ")))
}

/// A probe that runs and is ready.
fn probe(wrapper: &[&str], words: &[String], count: usize) -> Result<Run, Failed> {
    let mut run = Run::launch(wrapper, words, &[], true, true)?;
    run.wait_for_lines(|lines| lines.len() >= count)?;
    Ok(run)
}
