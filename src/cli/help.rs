//! `--help`, `--version` and the manual page: printed from the table of options.

use bstr::BStr;

use super::options::{BASH, OWN, READING, Row};
use crate::sys::{self, Fd};

/// The forms of the command line, and what each is.
const FORMS: &[(&str, &str)] = &[
    ("[options] -c STRING [NAME [ARG...]]", "run the commands of STRING"),
    ("[options] SCRIPT [ARG...]", "run a script; also behind #!"),
    ("[options] [-s [ARG...]]", "run commands from standard input"),
    ("[options] --run COMMAND [ARG...]", "no shell: supervise COMMAND"),
    ("--check|--explain [options] FILE...", "read, do not run; also with -c STRING"),
];

const WHAT: &str = "bash's language and an init for containers. As process 1, or with --subreaper, rsh is two processes: one that \
supervises, and the shell, which may become the command.";

const VALUES: &str = "Times are 10s, 500ms, 1.5m, 2h; a plain number counts seconds. Signals are names or numbers. RSH_OPTIONS holds \
rsh's own options where the command line cannot be changed; the command line wins.";

/// Writes which rsh this is.
pub(super) fn version() {
    write(concat!("rsh ", env!("CARGO_PKG_VERSION"), ", the language of GNU bash 5.2\n"));
}

/// Writes what can be given on the command line.
pub(super) fn help(name: &[u8]) {
    let name = BStr::new(name);
    let mut out = String::new();
    for (at, (form, _)) in FORMS.iter().enumerate() {
        out += &format!("{}{name} {form}\n", if at == 0 { "usage: " } else { "       " });
    }
    out += "\n";
    wrap(&mut out, 0, WHAT);
    for (title, rows) in SECTIONS {
        out += &format!("\n{title}:\n");
        for row in *rows {
            let head = head(row);
            out += &format!("  {head:<27}");
            if head.len() > 26 {
                out += &format!("\n{:29}", "");
            }
            wrap(&mut out, 29, row.help);
        }
    }
    out += "\n";
    wrap(&mut out, 0, VALUES);
    write(&out);
}

/// Writes to standard error what can be given, after a wrong option.
pub(super) fn usage(name: &[u8]) {
    let name = BStr::new(name);
    let mut out = String::new();
    for (at, (form, _)) in FORMS.iter().enumerate() {
        out += &format!("{}{name} {form}\n", if at == 0 { "usage: " } else { "       " });
    }
    out += &format!("Options are shown by {name} --help.\n");
    let _ = sys::fd::write_all(Fd::STDERR, out.as_bytes()); // nobody is left to tell
}

const SECTIONS: &[(&str, &[Row])] = &[
    ("Options of rsh's own", OWN),
    ("Options of rsh's own that read and do not run", READING),
    ("Options of bash's", BASH),
];

fn head(row: &Row) -> String {
    if row.value.is_empty() { row.name.to_owned() } else { format!("{} {}", row.name, row.value) }
}

/// Appends `text` in lines of 100 columns, the first of which has come to `indent`.
fn wrap(out: &mut String, indent: usize, text: &str) {
    let mut column = indent;
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 && column + 1 + word.len() > 100 {
            *out += &format!("\n{:indent$}", "");
            column = indent;
        } else if at > 0 {
            out.push(' ');
            column += 1;
        }
        *out += word;
        column += word.len();
    }
    out.push('\n');
}

/// Writes the manual page, rsh(1), in roff.
pub(super) fn manual() {
    let mut out = concat!(".TH RSH 1 \"\" \"rsh ", env!("CARGO_PKG_VERSION"), "\" \"User Commands\"\n").to_owned();
    out += ".SH NAME\nrsh \\- bash's language and a real init in one small static file for containers\n.SH SYNOPSIS\n";
    for (form, what) in FORMS {
        out += &format!(".TP\n.B rsh {}\n{}\n", roff(form), roff(what));
    }
    out += &format!(".SH DESCRIPTION\n{}\n", roff(WHAT));
    for (title, rows) in SECTIONS {
        out += &format!(".SH {}\n", title.to_uppercase().replace('\'', "\\(aq"));
        for row in *rows {
            let value = if row.value.is_empty() { String::new() } else { format!(" \\fI{}\\fR", roff(row.value)) };
            out += &format!(".TP\n\\fB{}\\fR{value}\n{}\n", roff(row.name), roff(row.help));
        }
    }
    out += &format!(".SH VALUES\n{}\n", roff(VALUES));
    for (title, text) in PAGE {
        out += &format!(".SH {title}\n");
        for paragraph in *text {
            out += &format!(".PP\n{}\n", roff(paragraph));
        }
    }
    write(&out);
}

/// What the manual page says besides the options.
const PAGE: &[(&str, &[&str])] = &[
    (
        "SIGNALS",
        &[
            "Every signal that can be forwarded goes once to each process of the command's group; while a script is still \
             running, to the script. A script without a trap for it that waits for a command passes the signal on, lets the \
             command end, runs nothing but the EXIT trap, and ends with the command's status. With a trap the signal is passed \
             on, the trap runs when the command has ended, and the script goes on. An ignored signal does nothing.",
            "When the main process has ended, what is left gets SIGTERM, up to --grace to end, and SIGKILL.",
        ],
    ),
    (
        "EXIT STATUS",
        &[
            "That of the script or command: n for an end with n, 128+s for an end by signal s; then the first rule of --remap \
             that fits. 127: the command or script is not there. 126: it cannot be executed. 2: a wrong option or rule; \
             nothing was run.",
        ],
    ),
    (
        "OTHER NAMES",
        &[
            "Called as tini, docker-init, dumb-init or catatonit rsh takes that program's command line, variables and exit \
           codes. Called as sh it is in POSIX mode, as rbash restricted, as bash is.",
        ],
    ),
    (
        "EXAMPLES",
        &[
            "rsh -c 'set -e && /app'",
            "#!/rsh -eu --remap 143:0",
            "rsh --rewrite TERM:QUIT --run nginx -g 'daemon off;'",
            "rsh --check entrypoint.sh",
        ],
    ),
    ("SEE ALSO", &["bash(1), tini(1), dumb-init(1), signal(7), pid_namespaces(7)"]),
];

/// `text` as roff takes it literally.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq");
    if text.starts_with('.') { format!("\\&{text}") } else { text }
}

fn write(text: &str) {
    let _ = sys::fd::write_all(Fd::STDOUT, text.as_bytes()); // nobody is left to tell
}
