use super::check;

#[test]
fn unexpected_tokens() {
    check(&[
        ("]] a", "1: unexpected ]] in ]] a"),
        ("in", "1: unexpected in in in"),
        ("case 2>a in", "1: unexpected 2 in case 2>a in"),
        ("coproc echo then", "1: unexpected then in coproc echo then"),
        ("coproc coproc a", "1: unexpected coproc in coproc coproc a"),
        ("for ((a;b)) do c; done", "1: syntax error: arithmetic expression required\nsyntax error: `((a;b))'"),
        ("for ((a;b;c;d)) do e; done", "1: syntax error: `;' unexpected\nsyntax error: `((a;b;c;d))'"),
        ("echo )", "1: unexpected ) in echo )"),
        ("a;;b", "1: unexpected ;; in a;;b"),
        ("a & ; b", "1: unexpected ; in a & ; b"),
        ("if a; fi", "1: unexpected fi in if a; fi"),
        ("if ; then", "1: unexpected ; in if ; then"),
        ("fi", "1: unexpected fi in fi"),
        ("a | | b", "1: unexpected | in a | | b"),
        ("&& a", "1: unexpected && in && a"),
        ("a > ;", "1: unexpected ; in a > ;"),
        ("a >", "1: unexpected newline in a >"),
        ("cat <<\n", "1: unexpected newline in cat <<"),
        ("2>", "1: unexpected newline in 2>"),
        ("echo 2> )", "1: unexpected ) in echo 2> )"),
        ("> >a", "1: unexpected > in > >a"),
        (">2>a", "1: unexpected 2 in >2>a"),
        ("for x in a; done", "1: unexpected done in for x in a; done"),
        ("case x in a) ;; b", "1: unexpected newline in case x in a) ;; b"),
        ("foo ( a", "1: unexpected a in foo ( a"),
        ("a=1 f() { b; }", "1: unexpected ( in a=1 f() { b; }"),
        ("f() echo", "1: unexpected echo in f() echo"),
        ("(time)", "1: unexpected ) in (time)"),
        ("time | cat", "1: unexpected | in time | cat"),
        ("a | ! b", "1: unexpected ! in a | ! b"),
        ("( )", "1: unexpected ) in ( )"),
        ("{ }", "1: unexpected } in { }"),
        ("echo $(if )", "1: unexpected ) in echo $(if )"),
        ("echo a\necho \"x $(echo ; ; )\"", "[echo a]\n2: unexpected ; in echo \"x $(echo ; ; )\""),
        ("a=(1 ; 2)", "1: syntax error near unexpected token `;'\n`a=(1 ; 2)'"),
        ("x=1 (a)", "1: unexpected ( in x=1 (a)"),
    ]);
}

#[test]
fn early_ends() {
    check(&[
        ("if true\n", "2: end of file"),
        ("echo \"a\nb\n", r#"1: unclosed ""#),
        ("echo `a\nb\n", "1: unclosed `"),
        ("echo ${a\nb\n", "1: unclosed }"),
        ("echo $((1+2\nb\n", "1: unclosed )"),
        ("((1+2\nb\n", "1: unclosed )"),
        ("a=(1\n2", "1: unexpected EOF while looking for matching `)'"),
        ("f() {\necho\n", "3: end of file"),
        ("(echo\n", "2: end of file"),
        ("echo $(echo\n", "2: unclosed )"),
        ("echo \"a\n$(\nb", "4: unclosed )"),
        ("echo 'a\n", "1: unclosed '"),
        ("echo $'a\n", "1: unclosed '"),
        ("echo $(( 1 + $(a\n", "2: unclosed )"),
        ("echo \"${x:-it's}\"\n", "1: unclosed '"),
        ("a[1", "1: unclosed ]"),
        (r#"echo a \"#, r#"[echo a \]"#),
    ]);
}

#[test]
fn conditional_messages() {
    check(&[
        ("[[ a b ]]", "1: conditional binary operator expected"),
        ("[[ a b\nc ]]", "1: conditional binary operator expected"),
        ("[[ -f ]]", "1: unexpected argument `]]' to conditional unary operator"),
        ("[[ a -eq ]]", "1: unexpected argument `]]' to conditional binary operator"),
        ("[[ ( a ]]", "1: unexpected token `]]', expected `)'"),
        ("[[ a && ]]", "1: "),
        ("[[ a\n", "1: unexpected token `newline', conditional binary operator expected"),
        ("[[ a; b ]]", "1: unexpected token `;', conditional binary operator expected"),
        ("[[ && ]]", "1: unexpected token `&&' in conditional command"),
        ("[[ a == b c ]]", "1: syntax error in conditional expression"),
        ("[[ a == b ; ]]", "1: syntax error in conditional expression: unexpected token `;'"),
        ("[[ ]]", "1: "),
        ("[[ < a ]]", "1: unexpected token `<' in conditional command"),
        ("[[ a == ( ]]", "1: unexpected argument `(' to conditional binary operator"),
        ("[[ (a ; ]]", "1: unexpected token `;', conditional binary operator expected\nexpected `)'"),
        ("[[ a == b\n", "1: unexpected EOF while looking for `]]'"),
        ("[[ ( a == b\n", "1: unexpected token `EOF', expected `)'"),
        ("[[ a ||\n", "2: unexpected token `EOF' in conditional command"),
        ("[[\n", "2: unexpected token `EOF' in conditional command"),
        ("[[ ( a == b ) )", "1: syntax error in conditional expression: unexpected token `)'"),
    ]);
}
