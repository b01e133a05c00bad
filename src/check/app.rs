//! Which commands are the program that a container is for: a table of names, and how they are found behind `exec`,
//! `gosu` and the like.

use crate::syntax::{Redirect, RedirectKind, Simple, Word};

use super::unit::{Unit, literal};

/// Servers by name. What is not here and not called so is taken for a tool that ends by itself.
const SERVERS: &[&str] = &[
    "apache2",
    "apache2-foreground",
    "app",
    "backend",
    "caddy",
    "catalina.sh",
    "clickhouse-server",
    "cockroach",
    "consul",
    "containerd",
    "coredns",
    "couchdb",
    "crond",
    "daemon",
    "daphne",
    "dnsmasq",
    "elasticsearch",
    "envoy",
    "etcd",
    "grafana-server",
    "gunicorn",
    "haproxy",
    "httpd",
    "hypercorn",
    "influxd",
    "java",
    "kafka-server-start.sh",
    "keydb-server",
    "mariadbd",
    "memcached",
    "minio",
    "mongod",
    "mosquitto",
    "mysqld",
    "mysqld_safe",
    "named",
    "nats-server",
    "nginx",
    "node_exporter",
    "pgbouncer",
    "php-fpm",
    "postgres",
    "prometheus",
    "puma",
    "rabbitmq-server",
    "redis-sentinel",
    "redis-server",
    "registry",
    "rsyslogd",
    "server",
    "slapd",
    "squid",
    "sshd",
    "supervisord",
    "tor",
    "traefik",
    "unbound",
    "unicorn",
    "uvicorn",
    "uwsgi",
    "varnishd",
    "vsftpd",
    "web",
    "worker",
    "zkServer.sh",
];

/// Ends of names that say server.
const ENDINGS: &[&str] = &["-server", "-service", "-worker", "-daemon", "_server", "_worker"];

/// Tools that are named like servers.
const TOOLS: &[&str] = &["start-stop-daemon", "rc-service"];

/// Programs that serve when the word behind them is one of these.
const WITH_WORD: &[(&str, &[&str])] = &[
    ("celery", &["worker", "beat"]),
    ("flask", &["run"]),
    ("npm", &["start", "run"]),
    ("yarn", &["start"]),
    ("pnpm", &["start"]),
    ("rails", &["server", "s"]),
    ("sleep", &["infinity", "inf"]),
    ("tail", &["-f", "-F"]),
    ("vault", &["server"]),
    ("dotnet", &["run"]),
];

/// Programs that are run by these serve when they are named like a server.
const INTERPRETERS: &[&str] = &["node", "python", "python3", "perl", "ruby", "php", "deno", "bun", "dotnet", "bundle"];

/// Arguments that make a server do something else and end.
const ONCE: &[&str] = &[
    "--help",
    "--initialize",
    "--initialize-insecure",
    "--single",
    "--validate",
    "--version",
    "-V",
    "-h",
    "-t",
    "-v",
    "-version",
    "check",
    "configtest",
    "fmt",
    "init",
    "install",
    "kill",
    "list",
    "migrate",
    "reload",
    "status",
    "stop",
    "validate",
    "version",
];

/// Programs that start another one: how many operands of their own come before it.
const STARTERS: &[(&str, usize)] = &[
    ("env", 0),
    ("nice", 0),
    ("nohup", 0),
    ("stdbuf", 0),
    ("gosu", 1),
    ("su-exec", 1),
    ("setpriv", 0),
    ("chpst", 0),
    ("tini", 0),
    ("dumb-init", 0),
    ("catchsegv", 0),
    ("command", 0),
    ("bundle", 1),
    ("time", 0),
    ("ionice", 0),
    ("runuser", 0),
    ("sudo", 0),
    ("chroot", 1),
];

/// How a simple command starts the program that the container is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct App {
    /// With `exec` before it.
    pub(super) exec: bool,
    /// It is `"$@"`: what CMD says.
    pub(super) arguments: bool,
}

/// Whether `simple` starts a server, or `"$@"`.
pub(super) fn find(unit: &Unit, simple: &Simple) -> Option<App> {
    let mut words = &simple.words[..];
    let exec = words.first().and_then(literal) == Some(b"exec");
    if exec {
        words = words.get(1..)?;
        if words.first().and_then(literal) == Some(b"-a") {
            words = words.get(2..)?;
        }
    }
    let words = behind_starters(words);
    let first = words.first()?;
    let is_fed = |one: &Redirect| match one.kind {
        RedirectKind::Read => literal(&one.target) != Some(b"/dev/null"),
        kind => matches!(kind, RedirectKind::HereDocument | RedirectKind::HereString),
    };
    // a server reads no file, and `tail --pid` ends with a process
    if simple.redirects.iter().any(is_fed) || words.iter().any(|word| unit.text().get(word.text).starts_with(b"--pid"))
    {
        return None;
    }
    let spelling = unit.text().get(first.text);
    if matches!(spelling, b"\"$@\"" | b"$@" | b"\"${@}\"" | b"${@}" | b"$*" | b"\"$1\"") {
        return Some(App { exec, arguments: true });
    }
    let path = std::str::from_utf8(literal(first)?).ok()?;
    is_server(path, &words[1..]).then_some(App { exec, arguments: false })
}

/// The name that a process has: what stands behind the last `/`.
pub(super) fn base(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The words of the program that `env`, `gosu` and the like start.
pub(super) fn behind_starters(mut words: &[Word]) -> &[Word] {
    while let Some(name) = words.first().and_then(literal).and_then(|name| std::str::from_utf8(name).ok())
        && let Some((_, operands)) = STARTERS.iter().find(|(starter, _)| *starter == base(name))
    {
        words = &words[1..];
        let is_option = |word: &Word| literal(word).is_some_and(|text| text.starts_with(b"-") || text.contains(&b'='));
        let options = words.iter().take_while(|word| is_option(word)).count();
        words = words.get(options + operands..).unwrap_or_default();
    }
    words
}

fn is_server(path: &str, arguments: &[Word]) -> bool {
    let arguments: Vec<&str> =
        arguments.iter().filter_map(literal).filter_map(|text| std::str::from_utf8(text).ok()).collect();
    if arguments.iter().any(|argument| ONCE.contains(argument)) {
        return false;
    }
    let name = base(path);
    let named = |name: &str| {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        SERVERS.contains(&name) || SERVERS.contains(&stem) || ENDINGS.iter().any(|ending| stem.ends_with(ending))
    };
    if let Some((_, words)) = WITH_WORD.iter().find(|(program, _)| *program == name)
        && arguments.iter().any(|argument| words.contains(argument))
    {
        return true;
    }
    if INTERPRETERS.contains(&name) {
        let module = arguments.first() == Some(&"-m");
        let script = arguments.iter().find(|argument| !argument.starts_with('-'));
        return script.is_some_and(|script| named(base(script)) || (module && *script == "http.server"));
    }
    !TOOLS.contains(&name) && named(name) || (name == "cron" && arguments.contains(&"-f"))
}
