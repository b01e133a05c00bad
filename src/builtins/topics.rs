//! What `help` can tell of: the builtins, and words of the grammar that are none. Data, longer than a file usually is, and
//! in the order of the names.

use super::TABLE;

/// A topic of `help`.
#[derive(Clone, Copy)]
pub(super) struct Topic {
    /// What is asked for.
    pub(super) name: &'static str,
    /// How it is written.
    pub(super) usage: &'static str,
    /// What it does, in a line.
    pub(super) summary: &'static str,
    /// A builtin, not a word of the grammar.
    pub(super) is_builtin: bool,
}

const fn word(name: &'static str, usage: &'static str, summary: &'static str) -> Topic {
    Topic { name, usage, summary, is_builtin: false }
}

/// Words of the grammar.
const WORDS: &[Topic] = &[
    word("%", "job_spec [&]", "Bring a job to the foreground, or with & let it go on in the background."),
    word("(( ... ))", "(( expression ))", "Calculate; true when the result is not 0."),
    word("[[ ... ]]", "[[ expression ]]", "Test files, strings and numbers, as part of the grammar."),
    word(
        "case",
        "case WORD in [PATTERN [| PATTERN]...) COMMANDS ;;]... esac",
        "Run what stands behind the first pattern that matches.",
    ),
    word(
        "coproc",
        "coproc [NAME] command [redirections]",
        "Run a command in the background with pipes to it and from it.",
    ),
    word("for", "for NAME [in WORDS ... ] ; do COMMANDS; done", "Run commands once for each word."),
    word("for ((", "for (( exp1; exp2; exp3 )); do COMMANDS; done", "Run commands as long as an expression is not 0."),
    word("function", "function name { COMMANDS ; } or name () { COMMANDS ; }", "Define a function."),
    word(
        "if",
        "if COMMANDS; then COMMANDS; [ elif COMMANDS; then COMMANDS; ]... [ else COMMANDS; ] fi",
        "Run commands if others succeed.",
    ),
    word("select", "select NAME [in WORDS ... ;] do COMMANDS; done", "Run commands for each choice from a menu."),
    word("time", "time [-p] pipeline", "Tell how long a pipeline takes."),
    word("until", "until COMMANDS; do COMMANDS-2; done", "Run commands until others succeed."),
    word(
        "variables",
        "variables - Names and meanings of some shell variables",
        "Variables that mean something to the shell.",
    ),
    word("while", "while COMMANDS; do COMMANDS-2; done", "Run commands as long as others succeed."),
    word("{ ... }", "{ COMMANDS ; }", "Run commands as one."),
];

/// Every topic, in the order of the names.
pub(super) fn all() -> Vec<Topic> {
    let builtins = TABLE.iter().map(|builtin| Topic {
        name: builtin.name,
        usage: builtin.usage,
        summary: builtin.summary,
        is_builtin: true,
    });
    let mut topics: Vec<Topic> = WORDS.iter().copied().chain(builtins).collect();
    topics.sort_by_key(|topic| topic.name);
    topics
}
