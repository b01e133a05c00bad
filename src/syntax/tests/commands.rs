use super::check;

#[test]
fn lists_and_pipelines() {
    check(&[
        ("", ""),
        ("\n\n# c\n  \n", ""),
        ("a; b & c\nd &\ne;", "(list [a] ; (bg [b]) ; [c])\n(bg [d])\n[e]"),
        ("a && b || c && d &\n", "(bg ([a] && [b] || [c] && [d]))"),
        ("a |\n b |& c", "([a] | [b] |& [c])"),
        ("! a", "(! [a])"),
        ("! ! a | b", "([a] | [b])"),
        ("time a", "(time [a])"),
        ("time -p a | b", "(time -p [a] | [b])"),
        ("time ! a", "(! time [a])"),
        ("! time -p -- a", "(! time -p [a])"),
        ("time", "(time )"),
        ("!;a", "(list (! ) ; [a])"),
        ("time -p; a", "(list (time -p ) ; [a])"),
        ("time -x a", "(time [-x a])"),
        ("a &&\n\n b", "([a] && [b])"),
        ("a | time b", "([a] | [time b])"),
        ("a && ! b", "([a] && (! [b]))"),
    ]);
}

#[test]
fn simple_commands() {
    check(&[
        ("a=1", "[a:=1]"),
        ("a=1 b=2 c d=3 >e <f", "[a:=1 b:=2 c d=3] >e <f"),
        (
            ">f a 2>&1 3<&- 4>>g 5<>h 6>|i &>j &>>k >&l <&m {n}<o 7 >p 8<<<q",
            "[a 7] >f 2>&1 3<&- 4>>g 5<>h 6>|i &>j &>>k >&l <&m {n}<o >p 8<<<q",
        ),
        ("2>a", "[] 2>a"),
        ("a2>b", "[a2] >b"),
        ("99999999999>x", "[99999999999] >x"),
        ("{x}y >a {x} >b {x}>c", "[{x}y {x}] >a >b {x}>c"),
        ("a>b>c", "[a] >b >c"),
        (r#"a <<<"b c""#, "[a] <<<b c"),
    ]);
}

#[test]
fn if_and_loops() {
    check(&[
        ("if a; then b; elif c\nthen d; else e; fi >f", "(if [a] then [b] [c] then [d] else [e]) >f"),
        ("while a; do b; done", "(while [a] do [b])"),
        ("until a\ndo\nb\ndone", "(until [a] do [b])"),
        ("for i in a b; do c; done", "(for i in a b do [c])"),
        ("for i\ndo c; done", "(for i do [c])"),
        ("for i; do c; done", "(for i do [c])"),
        ("for i do c; done", "(for i do [c])"),
        ("for i\n\nin a\ndo c; done", "(for i in a do [c])"),
        ("for i in; do c; done", "(for i in  do [c])"),
        ("for i in a; { c; }", "(for i in a do [c])"),
        ("for i in a\n{ c; }", "(for i in a do [c])"),
        ("for ((i=0;i<1;i++)); do c; done", "(for ((i=0;i<1;i++)) do [c])"),
        ("for ((;;)) do c; done", "(for ((;;)) do [c])"),
        ("for (( a ; ; b ))\n{ c; }", "(for ((a ;;b )) do [c])"),
        ("for ((i=(1;2);;)) { c; }", "1: syntax error: arithmetic expression required\nsyntax error: `((i=(1;2);;))'"),
        ("select i in a; do b; done", "(select i in a do [b])"),
        ("select i; do b; done", "(select i do [b])"),
        ("for do in do; do do; done", "1: unexpected do in for do in do; do do; done"),
        ("for if in if; do if; done", "1: unexpected ; in for if in if; do if; done"),
    ]);
}

#[test]
fn case_clauses() {
    check(&[
        ("case a in b) c;; (d|e) f;& g|*) ;;& esac", "(case a (b) [c] ;; (d|e) [f] ;& (g|<G:*>)  ;;&)"),
        ("case a in esac", "(case a)"),
        ("case a\nin\n\nb)\nc\n;;\n\nesac >x", "(case a (b) [c] ;;) >x"),
        ("case a in (esac) b;; esac", "(case a (esac) [b] ;;)"),
        ("case a in a) b; esac", "(case a (a) [b] ;;)"),
        (r#"case $x in "$y"|'*'|\*|[a]) ;; esac"#, r#"(case <S:$x> (<:"$y">|<:'*'>|<:'*'>|<G:[a]>)  ;;)"#),
        ("case a in b) ;; esac | c", "((case a (b)  ;;) | [c])"),
        ("case a in if) b;; esac", "(case a (if) [b] ;;)"),
    ]);
}

#[test]
fn groups_and_arithmetic() {
    check(&[
        ("{ a; b; }", "{[a] ; [b]}"),
        ("{ a\n} >b", "{[a]} >b"),
        ("{a; }", "1: unexpected } in {a; }"),
        ("( a; b )", "(sub [a] ; [b])"),
        ("(a)>b", "(sub [a]) >b"),
        ("((a) )", "(sub (sub [a]))"),
        ("((a); (b))", "(sub (sub [a]) ; (sub [b]))"),
        ("( (a) )", "(sub (sub [a]))"),
        ("((1+2))", "((1+2))"),
        ("((x > 1 && y))>z", "((x > 1 && y)) >z"),
        ("(( a[$i] + ${b} ))", r#"((<:' a[',"$i",'] + ',"$b",' '>))"#),
        ("(((a)))", "(((a)))"),
        ("((a)\n)", "(sub (sub [a]))"),
        (r#"((echo it\'s) | (b))"#, "(sub ((sub [echo it's]) | (sub [b])))"),
    ]);
}

#[test]
fn functions() {
    check(&[
        ("f() { a; }", "(def f {[a]})"),
        ("f () ( a )", "(def f (sub [a]))"),
        ("f()\n\n{ a; } >b 2>&1", "(def f {[a]} >b 2>&1)"),
        ("function f { a; }", "(def function f {[a]})"),
        ("function f() { a; }", "(def function f {[a]})"),
        ("function f () { a; }", "(def function f {[a]})"),
        ("function f\n{ a; }", "(def function f {[a]})"),
        ("function f() if a; then b; fi", "(def function f (if [a] then [b]))"),
        ("f() for i; do a; done", "(def f (for i do [a]))"),
        ("f() [[ a ]]", "(def f [[a]])"),
        ("f() ((1))", "(def f ((1)))"),
        ("a-b() { c; }", "(def a-b {[c]})"),
        ("a.b:c+d() { e; }", "(def a.b:c+d {[e]})"),
        ("function a-b { c; }", "(def function a-b {[c]})"),
        ("function if { c; }", "(def function if {[c]})"),
        ("f() while a; do b; done", "(def f (while [a] do [b]))"),
        ("f() { a; }; g", "(list (def f {[a]}) ; [g])"),
        ("f() { g() { a; }; }", "(def f {(def g {[a]})})"),
        ("if() { a; }", "1: unexpected ) in if() { a; }"),
        ("f() { a; } | b", "((def f {[a]}) | [b])"),
        ("function (a) { b; }", "1: unexpected ( in function (a) { b; }"),
        ("f(", "1: unexpected newline in f("),
        ("f() a", "1: unexpected a in f() a"),
        ("$x() { a; }", "(def $x {[a]})"),
        ("function f(x) { a; }", "1: unexpected { in function f(x) { a; }"),
        ("f() function g { a; }", "1: unexpected function in f() function g { a; }"),
    ]);
}

#[test]
fn coprocesses() {
    check(&[
        ("coproc a b", "(coproc COPROC [a b])"),
        ("coproc { a; }", "(coproc COPROC {[a]})"),
        ("coproc N { a; } >b", "(coproc N {[a]} >b)"),
        ("coproc N (a)", "(coproc N (sub [a]))"),
        ("coproc a=1 b", "(coproc COPROC [a:=1 b])"),
        ("coproc while a; do b; done", "(coproc COPROC (while [a] do [b]))"),
        ("coproc N if a; then b; fi", "(coproc N (if [a] then [b]))"),
        ("coproc N", "(coproc COPROC [N])"),
        ("coproc ((1))", "(coproc COPROC ((1)))"),
        ("coproc a | b", "((coproc COPROC [a]) | [b])"),
        ("coproc time a", "(coproc COPROC [time a])"),
        ("coproc coproc a", "1: unexpected coproc in coproc coproc a"),
        ("coproc N f() { a; }", "1: unexpected ( in coproc N f() { a; }"),
        ("coproc >a", "(coproc COPROC [] >a)"),
    ]);
}

#[test]
fn conditionals() {
    check(&[
        ("[[ a ]]", "[[a]]"),
        ("[[ -f a && ! -n $b || ( c == d* ) ]]", "[[{{-f a && !-n <S:$b>} || (c Equal(true) <G:d*>)}]]"),
        ("[[ a = b ]] && [[ a != 'b'* ]]", "([[a Equal(false) b]] && [[a NotEqual <G:'b',*>]])"),
        (r#"[[ $a =~ ^(a|b c)+"d e"\.$x$ ]]"#, "[[<S:$a> Regex <SG:^(a|b c)+,'d e.',$x,$>]]"),
        ("[[ a < b || a > b ]]", "[[{a Before b || a After b}]]"),
        ("[[ a -eq 1 && a -nt b ]]", "[[{a Eq 1 && a Newer b}]]"),
        ("[[ a == @(b|c) ]]", "[[a Equal(true) <G:@(b|c)>]]"),
        ("[[ ( a == b\n) &&\n\nc == d\n]]", "[[{(a Equal(true) b) && c Equal(true) d}]]"),
        ("[[ -z $a ]]>b", "[[-z <S:$a>]] >b"),
        ("[[ ! ! a ]]", "[[!!a]]"),
        ("[[ a =~ a|b ]]", "[[a Regex a|b]]"),
        ("[[ a =~ (a) && b ]]", "[[{a Regex <G:(a)> && b}]]"),
        ("[[ -a b ]]", "[[-a b]]"),
        ("[[ a -a b ]]", "1: conditional binary operator expected"),
        ("[[ -f ]]", "1: unexpected argument `]]' to conditional unary operator"),
        ("[[ -x == b ]]", "1: syntax error in conditional expression"),
        ("[[ a == b || c == d && e == f ]]", "[[{a Equal(true) b || {c Equal(true) d && e Equal(true) f}}]]"),
        ("[[ -v a[1] ]]", "[[-v a[1]]]"),
        ("[[ a=b ]]", "[[a=b]]"),
        ("[[ {a,b} == ~ ]]", "[[{a,b} Equal(true) <T:~>]]"),
        ("[[a ]]", "[<G:[[a> ]]]"),
        ("[[ a =~ [[:digit:]]+ ]]", "[[a Regex <G:[[:digit:]]+>]]"),
        (r#"[[ a =~ a\ b ]]"#, "[[a Regex <:a,' ',b>]]"),
        ("[[ a =~ a&&b ]]", "[[{a Regex a && b}]]"),
        ("[[ a =~ $(b)<c ]]", "1: syntax error in conditional expression: unexpected token `<'"),
        ("[[ a ]] b", "1: unexpected b in [[ a ]] b"),
        (r#"[[ a\ b ]]"#, "[[a b]]"),
        ("[[ a =~ ^a{2}$ ]]", "[[a Regex ^a{2}$]]"),
    ]);
}

#[test]
fn here_documents() {
    check(&[
        ("cat <<E\n${x:-$'a'} ${x:-\"$'b'\"} \\\"\nE\n", r#"[cat] <<<:"${x :- $'a'}",' ',"${x :- $'b'}",' \"\n'>@E"#),
        ("cat <<E\na $b\nE\nc", "[cat] <<<:'a ',\"$b\",'\\n'>@E\n[c]"),
        ("cat <<'E'\na $b\nE\n", r#"[cat] <<a $b\n@E quoted"#),
        ("cat <<-E\n\ta\n\t\tb\n\tE\n", r#"[cat] <<a\nb\n@E"#),
        ("a <<E <<F; b <<G\ne\nE\nf\nF\ng\nG\n", r#"(list [a] <<e\n@E <<f\n@F ; [b] <<g\n@G)"#),
        ("cat <<E | b &&\na\nE\nc", r#"(([cat] <<a\n@E | [b]) && [c])"#),
        ("cat <<\\E\n\\a\nE\n", r#"[cat] <<\a\n@E quoted"#),
        ("cat <<\"E F\"\na\nE F\n", r#"[cat] <<a\n@E F quoted"#),
        (
            "cat <<E\na\\\nb \\$x \\a \\\\ \"q\" 'r' `c` $((1)) ${x:-\"y\"}\nE\n",
            r#"[cat] <<<:'ab $x \a \ "q" 'r' ',"`(c)",' ',"$((1))",' ',"${x :- y}",'\n'>@E"#,
        ),
        ("cat <<E\na", "[cat] <<a\\n@E\nwarning 2: here-document at 1 wanted E"),
        ("cat <<E\na\n", "[cat] <<a\\n@E\nwarning 2: here-document at 1 wanted E"),
        ("x=$(cat <<E\na)\nE\n)", r#"[x:=<S:$([cat] <<a)\n@E)>]"#),
        ("x=$(cat <<E)\na\nE\nb", "[x:=<S:$([cat] <<a\\n@E)>]\n[b]\nwarning 1: 1 unterminated"),
        ("$(cat <<E\na\nE)", "[<SG:$([cat] <<a\\n@E)>]\nwarning 3: here-document at 1 wanted E"),
        ("cat <<E \"b\nc\"\nd\nE\n", r#"[cat b\nc] <<d\n@E"#),
        ("f() { cat <<E\na\nE\n}", r#"(def f {[cat] <<a\n@E})"#),
        ("if a <<E\nb\nE\nthen c <<F; fi\nd\nF\n", r#"(if [a] <<b\n@E then [c] <<d\n@F)"#),
        ("cat <<E\nE\\\n\nE\n", "[cat] <<''@E\n[E]"),
        ("cat <<''\na\n\nb", "[cat] <<a\\n@ quoted\n[b]"),
        ("cat <<E\n${x!}\nE\n", r#"[cat] <<<:"${bad}",'\n'>@E"#),
        ("cat <<E\n$(if\nE\n", r#"[cat] <<<:"${bad}">@E"#),
        ("{ cat <<E; } | b\na\nE", r#"({[cat] <<a\n@E} | [b])"#),
        ("a=(b <<E)", "1: syntax error near unexpected token `<<'\n`a=(b <<E)'"),
        ("cat <<E;\na\nE\nb", "[cat] <<a\\n@E\n[b]"),
        ("cat <<E & b\na\nE", r#"(list (bg [cat] <<a\n@E) ; [b])"#),
        ("case a in b) cat <<E;; esac\nx\nE\n", r#"(case a (b) [cat] <<x\n@E ;;)"#),
        ("cat <<- E\n\ta\n\tE\n", r#"[cat] <<a\n@E"#),
        ("cat 3<<E <&3\na\nE\n", r#"[cat] 3<<a\n@E <&3"#),
    ]);
}
