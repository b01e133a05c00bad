use super::check;

#[test]
fn quotes() {
    check(&[
        (r#"echo a 'b c' "d $e" \f $'g\n' $"h""#, r#"[echo a b c <:'d ',"$e"> f g\n h]"#),
        (
            r#"echo $x "$@" $1 ${10} $# $? $- $$ $! $0 a$ "$" $% "$'a'""#,
            r#"[echo <SG:$x> <:"$@"> <SG:$1> <SG:$10> <SG:$#> <SG:$?> <SG:$-> <SG:$$> <SG:$!> <SG:$0> a$ $ $% $'a']"#,
        ),
        (r#"echo "" '' "$x" ""$x "$x""" a""b"#, r#"[echo '' '' <:"$x"> <SG:'',$x> <:"$x",''> ab]"#),
        (r#"echo ~ ~/x a~ a=~ a=b:~ \~ "~" --a=~ a:~"#, "[echo <T:~> <T:~/x> a~ <T:a=~> <T:a=b:~> ~ ~ --a=~ a:~]"),
        (
            r#"echo {a,b} {a} {a..b} a{,} \{a,b} {a\,b} "{a,b}" {a,$x}"#,
            "[echo <B:{a,b}> {a} <B:{a..b}> <B:a{,}> {a,b} {a,b} {a,b} <BSG:{a,,$x,}>]",
        ),
        (r#"echo * a? [a] \* "*" '?'"#, "[echo <G:*> <G:a?> <G:[a]> * * ?]"),
        (
            r#"echo "${x:-a "b c" 'd' $y}" ${x:-a "b c" 'd' $y}"#,
            r#"[echo <:"${x :- <:'a b c 'd' ',"$y">}"> <SG:${x :- <SG:a ,'b c', ,'d', ,$y>}>]"#,
        ),
    ]);
}

#[test]
fn braced_parameters() {
    check(&[
        (
            r#"echo "${x:-'}'}" "${x#'}'}" "${x%"}"}" "${x:-\}\a\"}""#,
            r#"[echo <:"${x :- '}'}"> <:"${x # <:'}'>}"> <:"${x % <:'}'>}"> <:"${x :- }\a"}">]"#,
        ),
        (
            r#"echo "${x/a b/'&' & "q"\n$y}" ${x//\//} ${x////_} ${x/#a/b} ${x/%a}"#,
            r#"[echo <:"${x / a b / <SG:'&', & ,'qn',$y>}"> <SG:${x // <:'/'> / ''}> <SG:${x // / / _}> <SG:${x /# a / b}> <SG:${x /% a}>]"#,
        ),
        (
            "echo ${#x} ${#} ${##} ${#-} ${#?} ${#:-x} ${#-x} ${##x} ${#@} ${#a[@]} ${!} ${!-x} ${!:-x} ${!x} ${!#} ${!x*} ${!x@} ${!x@Q} ${!a[@]} ${!a[*]} ${!a[1]}",
            "[echo <SG:${length x}> <SG:$#> <SG:${length #}> <SG:${length -}> <SG:${length ?}> <SG:${# :- <:x>}> <SG:${# - <:x>}> <SG:${# # x}> <SG:${length @}> <SG:${length a[@]}> <SG:$!> <SG:${! - <:x>}> <SG:${! :- <:x>}> <SG:$!x> <SG:$!#> <SG:${x names *}> <SG:${x names @}> <SG:${!x @Q}> <SG:${a keys @}> <SG:${a keys *}> <SG:$!a[1]>]",
        ),
        (
            "echo ${x:1} ${x: -1:2} ${x:a?b:c:d} ${x:$((1)):y} ${@:1} ${x::2}",
            r#"[echo <SG:${x slice 1}> <SG:${x slice  -1 : 2}> <SG:${x slice a?b:c : d}> <SG:${x slice <:"$((1))"> : y}> <SG:${@ slice 1}> <SG:${x slice  : 2}>]"#,
        ),
        (
            "echo ${x^} ${x^^[a-c]} ${x,} ${x,,} ${x~} ${x@Q} ${x=a} ${x:?} ${x+ a }",
            "[echo <SG:${x ^}> <SG:${x ^^ <G:[a-c]>}> <SG:${x ,}> <SG:${x ,,}> <SG:${x ~}> <SG:${x @Q}> <SG:${x = <:a>}> <SG:${x :? <:>}> <SG:${x + <: a >}>]",
        ),
        (
            r#"echo a${x!y}b "q ${} r" ${x y} ${x:} ${x@} ${1a} ${#x:1} ${a[]} ${1[2]}"#,
            r#"[echo <SG:a,${bad},b> <:'q ',"${bad}",' r'> <SG:${bad}> <SG:${bad}> <SG:${x @?}> <SG:${bad}> <SG:${bad}> <SG:${bad}> <SG:${bad}>]"#,
        ),
        (
            r#"echo ${a[1]} ${a[@]} ${a[*]} ${a[$i]} ${a[i+1]} ${a["k y"]} ${a['k']} ${a[b[1]]} ${a[$(x)]}"#,
            r#"[echo <SG:$a[1]> <SG:$a[@]> <SG:$a[*]> <SG:$a[<S:$i>|~<:"$i">]> <SG:$a[i+1]> <SG:$a[k y|~<:'k y'>]> <SG:$a[k|<:''k''>]> <SG:$a[b[1]]> <SG:$a[<S:$([x])>|<:"$([x])">]>]"#,
        ),
        (
            r#"echo $(a; b) `c \`d\` "\\$x"` "`e \"f\"`" $(<f) $(<f x) $() <(a) >(b) x<(c)"#,
            r#"[echo <SG:$([a] ; [b])> <SG:`(c `d` "\$x")> <:"`(e "f")"> <SG:$(file <f)> <SG:$([x] <f)> <SG:$()> <:<([a])> <:>([b])> <:x,<([c])>]"#,
        ),
    ]);
}

#[test]
fn substitutions_and_arithmetic() {
    check(&[
        (
            r#"echo $((1+2)) $((x+$y)) $(($x=1)) $((m[$k])) $((${x}1)) "$((1))" $((")")) $[1+1] $((a) ) $(( $(b) + `c` ))"#,
            r#"[echo <SG:$((1+2))> <SG:$((~<:'x+',"$y">))> <SG:$((<:"$x",'=1'>))> <SG:$((<:'m[',"$k",']'>))> <SG:$((<:"$x",'1'>))> <:"$((1))"> <SG:$((<:')'>))> <SG:$((1+1))> <SG:$((a) )> <SG:$((<:' ',"$([b])",' + ',"`(c)",' '>))>]"#,
        ),
        (
            r#"x=~:~ y=a:~b z={a,b} w=* v="a b"c u=$x t=$(a b) s=`a b` r="#,
            "[x:=<T:~:~> y:=<T:a:~b> z:={a,b} w:=* v:=a bc u:=<S:$x> t:=<S:$([a b])> s:=<S:`(a b)> r:='']",
        ),
    ]);
}

#[test]
fn assignments() {
    check(&[
        (
            "a=(b 'c d' [1]=e [x y]=f [k]+=g {h,i} *) b+=(x) a[1]=x a[$i]+=y a[1 + 1]=z",
            r#"[a:=(b c d [1]:=e [x y]:=f [k]+:=g <B:{h,i}> <G:*>) b+:=(x) a[1]:=x a[<S:$i>|~<:"$i">]+:=y a[1 + 1]:=z]"#,
        ),
        (
            r#"declare a=b c+=$d -x e=(f g) "h=i" j[1]=k l=~ ${m}=n; command export a=$b; export -p; readonly x; alias y=$z; let a=1; eval a=(1 2)"#,
            r#"(list [declaration declare a:=b c+:=<S:$d> -x e:=(f g) h=i j[1]:=k l:=<T:~> <SG:$m,=n>] ; [command export <SG:a=,$b>] ; [declaration export -p] ; [declaration readonly x] ; [alias <SG:y=,"$z">] ; [let a=1] ; [eval <G:a=(1 2)>])"#,
        ),
        ("echo a#b #c\n#d\n;", "[echo a#b]\n3: unexpected ; in ;"),
    ]);
}

#[test]
fn line_continuations() {
    check(&[
        ("echo a\\\nb \"c\\\nd\" 'e\\\nf'", "[echo ab cd e\\\\nf]"),
        ("echo $\\\nx ${x\\\n} $\\\n(a) a\\\n", "[echo <SG:$x> <SG:$x> <SG:$([a])> a]"),
        ("a &\\\n& i\\\nf b; th\\\nen c; f\\\ni", "([a] && (if [b] then [c]))"),
        ("a \\\n # b\nc", "[a]\n[c]"),
        ("# a\\\nb", "[b]"),
        ("a 2\\\n>\\\n>b", "[a] 2>>b"),
        ("cat <\\\n<E\na\nE", "[cat] <<a\\n@E"),
        ("a\\\n=b c", "[a:=b c]"),
        ("echo a \\", "[echo a \\]"),
    ]);
}
