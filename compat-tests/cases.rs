//! The files of cases and of recorded answers: sections that begin with a line `### name`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// One case: a script with a name.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) script: String,
}

/// A file of cases.
pub(crate) struct CaseFile {
    /// Below `cases`, without `.sh`.
    pub(crate) name: String,
    pub(crate) cases: Vec<Case>,
    /// Where bash's answers to them are.
    pub(crate) answers: PathBuf,
}

/// Every case of `root/cases/**.sh`. The error says which file is wrong.
pub(crate) fn read_all(root: &Path) -> Result<Vec<CaseFile>, String> {
    let folder = root.join("cases");
    let mut paths = Vec::new();
    find(&folder, &mut paths).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files = Vec::new();
    for path in paths {
        let said = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
        let text = fs::read_to_string(&path).map_err(|error| said(&error))?;
        let cases: Vec<Case> = sections(&text).into_iter().map(|(name, script)| Case { name, script }).collect();
        let mut seen = BTreeSet::new();
        if let Some(twice) = cases.iter().find(|case| !seen.insert(&case.name)) {
            return Err(said(&format!("two cases are called “{}”", twice.name)));
        }
        if cases.is_empty() || !text.starts_with("### ") {
            return Err(said(&"a file of cases begins with a line `### name`"));
        }
        let name = path.strip_prefix(&folder).unwrap_or(&path).with_extension("");
        let answers = root.join("answers").join(&name).with_extension("txt");
        files.push(CaseFile { name: name.display().to_string(), cases, answers });
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    if files.is_empty() { Err(format!("{}: no cases", folder.display())) } else { Ok(files) }
}

/// The answers that are recorded, by the name of the case; none when there is no such file.
pub(crate) fn recorded(path: &Path) -> BTreeMap<String, String> {
    fs::read_to_string(path).map(|text| sections(&text).into_iter().collect()).unwrap_or_default()
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

fn find(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            find(&path, paths)?;
        } else if path.extension().is_some_and(|extension| extension == "sh") {
            paths.push(path);
        }
    }
    Ok(())
}

fn sections(text: &str) -> Vec<(String, String)> {
    let mut sections: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        if let Some(name) = line.strip_prefix("### ") {
            sections.push((name.trim_end().to_owned(), String::new()));
        } else if let Some((_, body)) = sections.last_mut() {
            body.push_str(line);
        }
    }
    sections
}
