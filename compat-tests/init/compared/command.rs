//! The command and its exit code.

use super::{Init, Row, Wish, code, left_in_file, row, same};

const AREA: &str = "exit codes and rules";

pub(super) fn rows(rows: &mut Vec<Row>) {
    codes(rows);
    rules(rows);
}

fn codes(rows: &mut Vec<Row>) {
    row(rows, AREA, "the command's exit code comes out", |init| {
        for number in [0, 1, 2, 63, 126, 127, 128, 143, 200, 255] {
            same(code(&init.command(&["sh", "-c", &format!("exit {number}")]))?, number)?;
        }
        Ok(())
    });
    row(rows, AREA, "death by a signal comes out as 128 + its number, for each of 23", |init| {
        for number in (1..=31).filter(|number| ![17, 18, 19, 20, 21, 22, 23, 28].contains(number)) {
            let script = format!("ulimit -c 0; kill -{number} $$");
            same(code(&init.command(&["sh", "-c", &script]))?, 128 + number)?;
        }
        Ok(())
    });
    let missing: &[(&str, &[&str], i32)] = &[
        ("a command that is not there: 127", &["/no/such"], 127),
        ("a name that is nowhere in PATH: 127", &["no-such-command"], 127),
        ("a directory: 126", &["/"], 126),
        ("a file without x: 126", &["/etc/passwd"], 126),
    ];
    for &(name, words, expected) in missing {
        row(rows, AREA, name, move |init| same(code(&init.command(words))?, expected));
    }
    row(rows, AREA, "a script without #! is run by sh", |init| {
        let folder = tempfile::TempDir::new()?;
        let path = folder.path().join("script");
        std::fs::write(&path, "exit 7\n")?;
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
        same(code(&init.command(&[&path.to_string_lossy()]))?, 7)
    });
    row(rows, AREA, "no command, or a wrong option: refused, nothing is run", |init| {
        for words in [vec![], vec!["--nonsense"]] {
            let program = init.command(&words);
            let program: Vec<String> =
                program.into_iter().filter(|word| !["--", "--run"].contains(&&word[..])).collect();
            if init == Init::Rsh && words.is_empty() {
                same(code(&init.command(&[]))?, 2)?;
            } else {
                let found = code(&program)?;
                same(found == 1 || found == 2, true)?;
            }
        }
        Ok(())
    });
    row(rows, AREA, "arguments and environment arrive as they are, bytes and empty words too", |init| {
        let script = r#"printf '%s,' "$#" "$1" "$2" "$3" >$FILE"#;
        let (_, found) = left_in_file(&[], &init.command(&["sh", "-c", script, "sh", "", "a b", "\u{e9}"]))?;
        same(&found[..], "3,,a b,\u{e9},")
    });
    row(rows, AREA, "--, -h and other words of the command are the command's", |init| {
        let script = r#"printf '%s,' "$1" "$2" "$3" >$FILE"#;
        let (_, found) = left_in_file(&[], &init.command(&["sh", "-c", script, "sh", "-h", "--", "--version"]))?;
        same(&found[..], "-h,--,--version,")
    });
}

fn rules(rows: &mut Vec<Row>) {
    row(rows, AREA, "a code can be made 0", |init| {
        same(code(&init.with(Wish::Remap("143"), &["sh", "-c", "kill $$"])?)?, 0)
    });
    let own: &[(&str, &[&str], &str, i32)] = &[
        ("a code can be made another", &["--remap", "3:7"], "exit 3", 7),
        ("a range of codes can be made one", &["--remap", "1-125:1"], "exit 77", 1),
        ("success can be made a failure (a service must not end)", &["--remap", "0:1"], "exit 0", 1),
        ("a rule can be for a stop that was asked for alone", &["--remap", "stop/143:0"], "kill $$", 143),
        ("stay until no process is left", &["--until", "all"], "(sleep 0.3; exit 6) & exit 0", 6),
    ];
    for &(name, options, script, expected) in own {
        row(rows, AREA, name, move |init| {
            same(code(&init.with(Wish::Own(options), &["bash", "-c", script])?)?, expected)
        });
    }
    row(rows, AREA, "why it ended is told in a file (Kubernetes' termination message)", |init| {
        let folder = tempfile::TempDir::new()?;
        let file = folder.path().join("log");
        let path = file.to_string_lossy().into_owned();
        let words = init.with(Wish::Own(&["--termination-log", &path, "--remap", "3:4"]), &["sh", "-c", "exit 3"])?;
        same(code(&words)?, 4)?;
        let text = std::fs::read_to_string(&file)?;
        same(&text[..], "exit code 4: main process 2 (sh): exit code 3; code 3 by rule 1 of --remap, 3:4\n")
    });
    row(rows, AREA, "what happens can be logged as JSON", |init| {
        let script = r#"exec 2>$FILE; exec "$0" "$@""#;
        let words = init.with(Wish::Own(&["--log", "debug", "--log-format", "json"]), &["sh", "-c", "kill -9 $$"])?;
        let (_, found) = left_in_file(&["sh", "-c", script], &words)?;
        same(found.matches("{\"time\":\"").count() == found.matches('}').count(), true)?;
        same(found.contains(r#""event":"reaped","pid":2,"name":"sh","killed_by":"SIGKILL"}"#), true)
    });
}
