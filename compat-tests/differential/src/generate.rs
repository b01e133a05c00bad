//! Random pieces of script: valid, without programs, files or endless loops.

use fastrand::{bool, usize as below};

/// One of them.
fn pick<'a>(choices: &[&'a str]) -> &'a str {
    choices[below(..choices.len())]
}

/// `n` things, joined.
fn several(most: usize, between: &str, make: impl Fn() -> String) -> String {
    (0..=below(..most)).map(|_| make()).collect::<Vec<_>>().join(between)
}

/// A piece: settings, then up to `size` commands, in a subshell so that the next piece starts afresh.
pub fn piece(size: usize) -> String {
    let ifs = pick(&["", "", "", "IFS=; ", "IFS=:; ", "IFS=' x'; ", "IFS=$' \\t'; ", "unset IFS; ", "IFS=bx; "]);
    let option = pick(&[
        "",
        "",
        "",
        "",
        "",
        "",
        "set -u; ",
        "set -f; ",
        "shopt -s extglob; ",
        "shopt -s nullglob; ",
        "shopt -s nocasematch; ",
        "set -e; ",
        "set -x; ",
        "shopt -s dotglob; ",
        "set -o pipefail; ",
        "shopt -s lastpipe; ",
    ]);
    let settings = "v='a b  c' w=abcabc e= p='a*' q='x y:z' k=2 i=7; a=(one 'two  words' three [7]='' [9]='*'); \
        declare -A h=([k]=v [a b]='c d' [2]=two); declare -n n=a; declare -i num=3; declare -u up=xYz; set -- 1 '2 3' '' 'x*'\n";
    format!("(\n{settings}{ifs}{option}\n{}\n)\necho \"= $?\"\n", several(size, "\n", || command(size.min(2))))
}

fn command(depth: usize) -> String {
    if depth == 0 {
        return simple(1);
    }
    let inner = || command(depth - 1);
    match below(..22) {
        0 => format!("if {}; then {}; else {}; fi", inner(), inner(), inner()),
        1 => format!("for x in {}; do {}; echo \"x=$x\"; done", several(3, " ", || word(2)), inner()),
        2 => format!(
            "case {} in {}) {};{} *) echo other;; esac",
            word(2),
            several(2, "|", pattern),
            inner(),
            pick(&[";", "&", ";&"])
        ),
        3 => format!("{{ {}; {}; }}", inner(), inner()),
        4 => format!("( {}; {} )", inner(), inner()),
        5 => format!(
            "f() {{ local v={}; {}; return {}; }}; f {}; echo \"$?\"",
            word(1),
            inner(),
            below(..4),
            several(2, " ", || word(1))
        ),
        6 => format!("{} {} {}", simple(1), pick(&["&&", "||", ";"]), inner()),
        7 => format!("! {}", inner()),
        8 => format!("for ((j{depth}={}; j{depth}<3; j{depth}++)); do {}; done", below(..3), inner()),
        9 => format!("{} | while read -r {}; do echo \"<$l>\"; done", simple(1), pick(&["l", "l m", "-a l"])),
        10 => format!(
            "j{depth}=0; while (( j{depth}++ < 2 )); do {}; {}; done",
            inner(),
            pick(&[":", "continue", "break", "[ $v = 1 ] && continue"])
        ),
        11 => format!("[[ {} ]]; echo \"[[ $?\"", conditional(2)),
        12 => format!("(( {} )); echo \"(( $?\"", arithmetic(3)),
        13 => format!("read -r {} <<< {}; echo \"<$r|$s>\"", pick(&["r s", "r", "-d : r s", "-n 3 r"]), word(2)),
        14 => format!("eval {}", quote(&inner())),
        15 => format!(
            "cat() {{ while IFS= read -r l; do echo \"$l\"; done; }}; cat <<E\n{} {}\nE\n",
            expansion(2),
            expansion(1)
        ),
        16 => format!("{} {}", assignment(), inner()),
        17 => format!("declare -p {} 2>&1", pick(&["v", "a", "h", "n", "num", "up", "x", "e"])),
        18 => format!("trap 'echo trap $?' EXIT; {}", inner()),
        _ => simple(2),
    }
}

fn simple(depth: usize) -> String {
    match below(..16) {
        0..5 => format!("printf '<%s>' {}; echo", several(4, " ", || word(depth))),
        5 => format!("echo {}", several(4, " ", || word(depth))),
        6 => assignment(),
        7 => format!("printf '{}\\n' {}", several(3, " ", format_directive), several(3, " ", || word(1))),
        8 => format!("[ {} ]; echo \"[ $?\"", test_expression()),
        9 => format!("unset {}", pick(&["v", "'a[1]'", "'a[-1]'", "a", "'h[k]'", "-n n", "e", "nosuch", "'h[a b]'"])),
        10 => format!(
            "declare {} {}",
            pick(&["-i", "-u", "-l", "-a", "-r", "-x", "-A", "-g", "-n", "+i", "-al", "-ir", "-ix"]),
            pick(&["v=ab", "y=1+2", "z", "a", "y=(1 Bc)", "h", "num=4*2", "v+=X", "e+=1"])
        ),
        11 => format!(
            "echo \"${{#{}}}\" \"${{!{}}}\"",
            pick(&["v", "a[@]", "h[@]", "1", "@", "a[7]", "up"]),
            pick(&["a[@]", "h[@]", "v@", "n", "a*"])
        ),
        12 => format!("shift {}; echo $#", pick(&["", "2", "9", "0"])),
        13 => format!("set -- {}; echo \"$#:$*\"", several(3, " ", || word(depth))),
        14 => format!("let {}; echo $?", quote(&arithmetic(2))),
        _ => pick(&[
            ":",
            "true",
            "false",
            "(exit 3)",
            "echo \"$?\"",
            "echo $-",
            "return",
            "nosuchcommand",
            "echo $LINENO",
            "echo \"${PIPESTATUS[@]}\"",
            "echo ${BASH_SUBSHELL}",
        ])
        .to_owned(),
    }
}

fn assignment() -> String {
    let target =
        pick(&["v", "w", "y", "a[1]", "a[k]", "a[-1]", "h[z]", "h[a b]", "num", "up", "n", "n[2]", "e", "a[i+1]"]);
    match below(..4) {
        0 => format!("{target}+={}", word(2)),
        1 => format!(
            "{}=({})",
            pick(&["a", "y", "h"]),
            several(3, " ", || match below(..4) {
                0 => format!("[{}]={}", pick(&["1", "k", "2+1", "a"]), word(1)),
                _ => word(1),
            })
        ),
        2 => format!("a+=({})", several(2, " ", || word(1))),
        _ => format!("{target}={}", word(2)),
    }
}

fn word(depth: usize) -> String {
    several(3, "", || match below(..12) {
        0 | 1 => pick(&["a", "b", "x", "abc", "A", "é", ":", "=", "~", "-", "1", "02", "/", "a=~"]).to_owned(),
        2 => quote(pick(&["a b", "*", "$v", "", "\\", "a'b", "\"", "é"])),
        3 | 4 => format!(
            "\"{}\"",
            several(2, pick(&["", " ", "-"]), || if bool() {
                expansion(depth)
            } else {
                pick(&["a", "*", "\\$", "\\\\", " ", "'", "~"]).to_owned()
            })
        ),
        5 => pick(&[
            "*",
            "?b*",
            "[ab]*",
            "{a,b}",
            "{1..3}",
            "{b..a}",
            "\\*",
            "\\ ",
            "$'\\t.'",
            "$'a\\x41\\u00e9'",
            "{x,{y,z}}",
            "[!a]*",
            ".*",
            "{3..1..2}",
        ])
        .to_owned(),
        _ => expansion(depth),
    })
}

fn variable() -> String {
    pick(&[
        "v", "w", "e", "u", "p", "q", "k", "a", "a[1]", "a[7]", "a[@]", "a[*]", "h[k]", "h[@]", "n", "n[1]", "@", "*",
        "1", "2", "3", "#", "?", "a[-1]", "a[k]", "num", "up", "9", "a[5]",
    ])
    .to_owned()
}

fn expansion(depth: usize) -> String {
    if depth == 0 {
        return pick(&[
            "$v", "$w", "$e", "$u", "$*", "$@", "$1", "$k", "${a[1]}", "${a[@]}", "$#", "$i", "${h[k]}", "$q", "$p",
        ])
        .to_owned();
    }
    let inner = || if bool() { word(depth - 1) } else { format!("\"{}\"", expansion(depth - 1)) };
    let name = variable();
    match below(..20) {
        0..3 => expansion(0),
        3 | 4 => format!("${{{name}{}{}{}}}", pick(&["", ":"]), pick(&["-", "+", "-"]), inner()),
        5 => format!("${{{}{}{}}}", pick(&["u", "e", "v", "y", "a[5]", "h[new]"]), pick(&[":=", "="]), inner()),
        6 | 7 => format!("${{{name}{}{}}}", pick(&["#", "##", "%", "%%"]), pattern()),
        8 | 9 => format!(
            "${{{name}{}{}/{}}}",
            pick(&["/", "//", "/#", "/%"]),
            pattern(),
            pick(&["", "X", "$v", "&", "\\&", "\"&\"", "[&]", "'x y'"])
        ),
        10 | 11 => format!(
            "${{{name}:{}{}}}",
            pick(&["0", "1", " -1", "k", "2", "9", " -3", "k-1"]),
            pick(&["", ":1", ":2", ": -1", ":0", ":k", ":9"])
        ),
        12 => format!("${{{name}{}{}}}", pick(&["^", "^^", ",", ",,"]), pick(&["", "a", "[a-c]", "?", "x"])),
        13 => format!("${{{name}@{}}}", pick(&["Q", "E", "P", "A", "a", "u", "U", "L", "K", "k"])),
        14 => format!("${{#{}}}", pick(&["v", "w", "e", "a", "a[@]", "a[1]", "@", "*", "h[@]", "h[k]", "q", "1", "n"])),
        15 => format!("$(( {} ))", arithmetic(2)),
        16 => format!("$( {} )", simple(depth - 1)),
        17 => format!("`echo {}`", expansion(0)),
        18 => format!("${{!{}}}", pick(&["n", "v@", "a[@]", "h[@]", "k", "1", "r*"])),
        _ => format!("${{{name}}}"),
    }
}

fn pattern() -> String {
    several(3, "", || match below(..9) {
        0 | 1 => pick(&["a", "b", "c", "x", " ", "o", "t", "A"]).replace(' ', "\\ "),
        2 => "*".to_owned(),
        3 => "?".to_owned(),
        4 => pick(&["[ab]", "[!a]", "[a-c]", "[[:alpha:]]", "[^x]", "[]a]", "[[:space:]]", "[a\\-z]", "[[:upper:]]"])
            .to_owned(),
        5 => pick(&["\\*", "'*'", "\"?\"", "'a'", "\"$w\"", "$p", "$v", "\"$p\""]).to_owned(),
        _ => pick(&["ab", "one", "two", "y", ":", "1", "é"]).to_owned(),
    })
}

fn conditional(depth: usize) -> String {
    if depth > 0 && below(..3) == 0 {
        return match below(..4) {
            0 => format!("! {}", conditional(depth - 1)),
            1 => format!("( {} )", conditional(depth - 1)),
            2 => format!("{} && {}", conditional(depth - 1), conditional(depth - 1)),
            _ => format!("{} || {}", conditional(depth - 1), conditional(depth - 1)),
        };
    }
    match below(..6) {
        0 => format!("{} {} {}", word(1), pick(&["==", "!=", "="]), pattern()),
        1 => format!("{} {} {}", word(1), pick(&["<", ">"]), word(1)),
        2 => format!(
            "{} {} {}",
            arithmetic(1).replace(['<', '>', '&', '|', '(', ')', ' ', '?', '!', '~'], ""),
            pick(&["-eq", "-lt", "-ge", "-ne"]),
            below(..9)
        ),
        3 => format!(
            "{} {}",
            pick(&["-n", "-z", "-e", "-v"]),
            pick(&["$v", "\"$e\"", "v", "a[1]", "u", "h[k]", "a", "x y", "a[@]"]).replace("x y", "'x y'")
        ),
        4 => format!(
            "{} =~ {}",
            word(1),
            pick(&["^a", "b$", "a.c", "(a)(b)?", "[a-c]+", "^$", "'.'", "x|y", "$v", "\"$p\""])
        ),
        _ => word(1),
    }
}

fn test_expression() -> String {
    match below(..6) {
        0 => format!("{} {} {}", word(1), pick(&["=", "!=", "==", "\\<", "-a", "-o"]), word(1)),
        1 => format!("{} {}", pick(&["-n", "-z", "!", "-e", "-v"]), word(1)),
        2 => format!("\"{}\" {} {}", expansion(0), pick(&["-eq", "-lt", "-gt"]), below(..5)),
        3 => format!("{} -a {}", word(0), word(0)),
        4 => format!("! {} = {}", word(0), word(0)),
        _ => word(1),
    }
}

fn arithmetic(depth: usize) -> String {
    if depth == 0 {
        return pick(&[
            "1",
            "2",
            "0",
            "k",
            "i",
            "num",
            "a[0]",
            "u",
            "7",
            "010",
            "0x1f",
            "2#101",
            "$k",
            "${#v}",
            "9223372036854775807",
            "-1",
            "h[2]",
            "e",
            "36#z",
        ])
        .to_owned();
    }
    let inner = || arithmetic(depth - 1);
    match below(..12) {
        0..5 => format!(
            "{}{}{}",
            inner(),
            pick(&[
                "+", "-", "*", "/", "%", "<<", ">>", "&", "|", "^", "<", ">", "<=", "==", "!=", "&&", "||", ",", " + ",
                "**"
            ]),
            inner()
        ),
        5 => format!("({})", inner()),
        6 => format!("{}{}", pick(&["-", "+", "!", "~", "- "]), inner()),
        7 => format!("{} ? {} : {}", inner(), inner(), inner()),
        8 => format!(
            "{}{}{}",
            pick(&["k", "y", "a[1]", "num"]),
            pick(&["=", "+=", "-=", "*=", "|=", "<<=", "%="]),
            inner()
        ),
        9 => pick(&["k++", "++k", "i--", "--i", "a[2]++", "num++"]).to_owned(),
        _ => inner(),
    }
}

fn format_directive() -> String {
    format!(
        "%{}{}{}",
        pick(&["", "-", "0", "+", " ", "#", "'"]).replace('\'', ""),
        pick(&["", "5", "3", ".2", "6.3", "*"]).replace('*', "4"),
        pick(&["s", "d", "q", "b", "x", "o", "c", "i", "u", "e", "f", "g", "X", "%"])
    )
}

fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}
