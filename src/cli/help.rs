//! `--help` and `--version`.

use bstr::BStr;

use crate::sys::{self, Fd};

/// Writes which rsh this is.
pub(super) fn version() {
    let text = concat!("rsh ", env!("CARGO_PKG_VERSION"), ", the language of GNU bash 5.2\n");
    let _ = sys::fd::write_all(Fd::STDOUT, text.as_bytes());
}

/// Writes what can be given on the command line.
pub(super) fn help(name: &[u8]) {
    let text = format!("{} {}", BStr::new(name), TEXT);
    let _ = sys::fd::write_all(Fd::STDOUT, text.as_bytes());
}

const TEXT: &str = "[options] -c STRING [NAME [ARG...]]
    [options] SCRIPT [ARG...]
    [options] [-s [ARG...]]
    [options] --run COMMAND [ARG...]

bash's language and an init for containers. As process 1, or with --subreaper, it supervises the shell or COMMAND.

Options as bash's:
  -c -s -i -l -r -o NAME +o NAME -O SHOPT +O SHOPT -abefhkmnptuvxBCEHPT
  --login --norc --noprofile --rcfile FILE --posix --restricted --verbose --version --help

Options of rsh's own, also read from RSH_OPTIONS:
  --remap RULES         [stop/]FROM[:TO][,...]: exit code FROM (a code, A-B, a signal, *) becomes TO (0)
  --rewrite RULES       FROM:TO[,...]: signal FROM is forwarded as TO; 0 swallows it
  --delay RULES         SIG:TIME[,...]: a signal is forwarded that much later
  --grace TIME          how long what is left may take to end after the main process (3s; 0: none)
  --kill-after TIME     SIGKILL that long after a forwarded TERM, INT, QUIT or HUP
  --until main|all      end with the main process, or when no process is left
  --forward group|child signals go to the process group or to the main process alone
  --subreaper           supervise though not process 1
  --no-supervise        do not supervise as process 1
  --parent-death-signal SIG
  --log LEVEL           error, warn, info or debug
Times: 10s, 500ms, 1.5m, 2h; a plain number counts seconds.
";
