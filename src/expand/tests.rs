//! Tests of expansion: small scripts and what bash 5.2 gave. `n` shows its arguments, one in `<>` each.

mod harness;

use harness::check;

#[test]
fn fields_of_parameters() {
    check(&[
        (
            r#"x=; set --; n "$x$@"; n "$x""$@"; n "${x:-}$@"; n ""$@; n $@"" ; n "$@"; n "a$@"; n $x"$@"; n "$*""#,
            "0|0|0|1<>|1<>|0|1<a>|0|1<>",
        ),
        (
            r#"set a "" b; IFS=:; n $@; n x$@y; IFS=; n $@; n x$*y; unset IFS; n $@"#,
            "3<a><><b>|3<xa><><by>|2<a><b>|2<xa><by>|2<a><b>",
        ),
        (r#"set "a " " b"; n x$@y; n "$*" "x$@y""#, "2<xa><by>|3<a   b><xa >< by>"),
        (
            r#"IFS=:; set "a:" ":b" c:d; n $@; n "$*"; y=$*; n "$y"; y=$@; n "$y"; IFS=; y=$*; n "$y""#,
            "6<a><><><b><c><d>|1<a:::b:c:d>|1<a:::b:c:d>|1<a: :b c:d>|1<a::bc:d>",
        ),
        (
            r#"a=(1 "2 3"); n ${a[@]} "${a[@]}" "${a[*]}" ${#a[@]} ${#a} ${#a[1]} ${a[-1]} "${!a[@]}""#,
            "13<1><2><3><1><2 3><1 2 3><2><1><3><2><3><0><1>",
        ),
        (r#"x=abc; n "${x[0]}" "${x[@]}" "${#x[@]}" "${#x[0]}" ${x[1]}"#, "4<abc><abc><1><3>"),
        (
            "abc=1 abd=2; n ${!ab*} \"${!ab@}\" \"${!ab*}\" ${!zz*} \"${!zz@}\" \"${!zz*}\"",
            "6<abc><abd><abc><abd><abc abd><>",
        ),
    ]);
}

#[test]
fn splitting() {
    check(&[
        (
            r#"IFS=" :"; x="a : b:c::d e "; n $x; x=" : a"; n $x; x=:; n $x; x="a:"; n $x""; n ""$x; n "$x"; x=" a "; n $x""; n ""$x; n b$x""c"#,
            "6<a><b><c><><d><e>|2<><a>|1<>|2<a><>|1<a>|1<a:>|2<a><>|2<><a>|3<b><a><c>",
        ),
        (
            r#"IFS=:; x="a::b"; n $x; x=":a"; n $x; n $x$x; n $x"q"$x; x="a:"; n $x$x; y=b; n $x$y; n $x"$y"; n "$y"$x"#,
            "3<a><><b>|2<><a>|3<><a><a>|3<><aq><a>|2<a><a>|2<a><b>|2<a><b>|1<ba>",
        ),
        (
            r#"x="a b" y="c d"; n $x$y; n "$x"$y; n $x"$y" ; n $x/$y; n ${u:-a b} "${u:-a b}" ${u:-"a b"}"#,
            "3<a><bc><d>|2<a bc><d>|2<a><bc d>|3<a><b/c><d>|4<a><b><a b><a b>",
        ),
        (
            "IFS=é; x=aébéc; n $x; n \"$x\"; set 1 2; n \"$*\"; IFS=éa; x=xaéy; n $x",
            "3<a><b><c>|1<aébéc>|1<1é2>|3<x><><y>",
        ),
        ("IFS=:; n a:b ${u:-c:d} $u; n a:b$u", "3<a:b><c><d>|1<a:b>"),
    ]);
}

#[test]
fn defaults() {
    check(&[
        (
            r#"set -- ""; n "${@:-w}"; set -- "" ""; n "${@:-w}"; n ${@:-w};  n "${*:-w}"; IFS=; n "${*:-w}""#,
            "1<w>|2<><>|0|1< >|1<w>",
        ),
        (
            r#"set --; n "${@-w}" "${*-w}" "${@+w}" "${*+w}" ${@:+w}; set -- ""; n "${@-w}" "${@+w}" "${@:+w}""#,
            "3<w><w><>|3<><w><>",
        ),
        (
            r#"a=(""); n "${a[@]:-w}" "${a[@]-w}" "${a[*]:-w}"; a=("" ""); n "${a[@]:-w}" ; a=(); n "${a[@]:-w}" "${a[@]-w}" "${a[@]+w}""#,
            "3<w><><w>|2<><>|2<w><w>",
        ),
        (
            "n ${x:=a b}; n \"$x\"; n ${y=}; n ${y-u} ${y:-v}; n \"${z[2]:=q}\" ${#z[@]}",
            "2<a><b>|1<a b>|0|1<v>|2<q><1>",
        ),
        (
            "x=y; n ${!x:-d} ${!x-e} ${!x+f}; x=1; set p; n ${!x}; x='a[1]'; a=(1 2); n ${!x}; x='a[@]'; n \"${!x}\"",
            "2<d><e>|1<p>|1<2>|2<1><2>",
        ),
        ("n ${x?}", "Required([x], None, false)"),
        ("n ${x:?a  b}", "Required([x], Some([a  b]), true)"),
        ("n ${1:=x}", "CannotAssign([$1])"),
        ("n ${!x}", "InvalidIndirect([x])"),
        ("x=1a; n ${!x}", "InvalidName([1a])"),
        ("n a${x!y}b", "BadSubstitution([a${x!y}b])"),
    ]);
}

#[test]
fn slices() {
    check(&[
        (
            r#"x=abcdef; n ${x:2} ${x:2:2} ${x: -2} ${x: -3:2} ${x:1:-2} ${x:9} "${x: -9}" "${x:2:0}" ${x:2:-4}; n ${x:2:-5}"#,
            "7<cdef><cd><ef><de><bcd><><>|NegativeLength([-5])",
        ),
        (
            r#"set a b c d; n ${@:1:2}; n ${@:2}; n ${@: -1}; n ${@: -6}; n ${@:1:0}; n "${@:9}" ; n "${*:2:2}""#,
            "2<a><b>|3<b><c><d>|1<d>|0|0|0|1<b c>",
        ),
        (
            "a=([1]=a [3]=b [7]=c [9]=d); n ${a[@]:2}; n ${a[@]:2:2}; n ${a[@]: -3}; n ${a[@]: -2:1}; n ${a[@]:0:1}; n ${a[@]: -11}; n ${a[@]: 20}; n ${a[@]:1:-1}",
            "3<b><c><d>|2<b><c>|2<c><d>|1<d>|1<a>|0|0|NegativeLength([-1])",
        ),
        (
            "declare -A m=([a]=1 [b]=2 [c]=3 [d]=4); n ${m[@]:0}; n ${m[@]:1:2}; n ${m[@]:2:1}; n ${m[@]: -1}; n ${m[@]:9}",
            "4<4><3><2><1>|2<4><3>|1<3>|1<1>|0",
        ),
        (
            "x=hello; n ${x[@]:1}; n ${x[*]:0:1}; n ${u:2:-9}; x=éàß; n ${#x} ${x:1} ${x:1:1} ${x#?} ${x%?} ${x/à/z} ${x^^}",
            "1<ello>|1<h>|0|7<3><àß><à><àß><éà><ézß><ÉÀß>",
        ),
    ]);
}

#[test]
fn edits() {
    check(&[
        (
            "x=a/b/c.tar.gz; n ${x##*/} ${x%/*} ${x#*/} ${x%%.*} ${x%.gz} ${x#b} \"${x#\"*\"}\" ${x%%[!a]*}",
            "8<c.tar.gz><a/b><b/c.tar.gz><a/b/c><a/b/c.tar><a/b/c.tar.gz><a/b/c.tar.gz><a>",
        ),
        (
            r#"x=aXbXc; n "${x/X/[&]}" "${x//X/[&]}" "${x//X/\&}" "${x//X/"&"}" "${x/#a/<&>}" "${x/%c/<&>}" "${x/#/z}" "${x/%/z}" "${x//}" "${x/X}""#,
            "10<a[X]bXc><a[X]b[X]c><a&b&c><a&b&c><<a>XbXc><aXbX<c>><zaXbXc><aXbXcz><aXbXc><abXc>",
        ),
        (
            r#"x=aXb; r="[&]"; n "${x/X/$r}" "${x/X/"$r"}"; r='\&'; n "${x/X/$r}"; r='\\&'; n "${x/X/$r}"; r='\n'; n "${x/X/$r}" "${x/X/\n&}""#,
            "2<a[X]b><a[&]b>|1<a&b>|1<a\\Xb>|2<a\\nb><anXb>",
        ),
        (
            r#"x=; n "${x/#/z}" "${x//*/z}" "${x/?/z}"; x=abc; n "${x//*/z}" "${x//?/z}" "${x//b*/-}" "${x////}""#,
            "3<z><z><>|4<z><zzz><a-><abc>",
        ),
        (
            r#"a=(ab cb "x b"); n "${a[@]/b/z}"; n "${a[*]/b/z}"; n "${a[@]%b}"; n "${a[@]^}""#,
            "3<az><cz><x z>|1<az cz x z>|3<a><c><x >|3<Ab><Cb><X b>",
        ),
        (
            "x=aBcD; n ${x^} ${x^^} ${x,} ${x,,} ${x~} ${x~~} ${x^^[a]} ${x^[b]} ${x,,[B]} ${x^^?} ${x^^ab}",
            "11<ABcD><ABCD><aBcD><abcd><ABcD><AbCd><ABcD><aBcD><abcD><ABCD><aBcD>",
        ),
    ]);
}

#[test]
fn transformations() {
    check(&[
        (
            r#"x="it's"; n "${x@Q}" "${x@U}" "${x@u}" "${x@A}" "${x@a}" "${x@K}"; y="a\tb"; n "${y@E}""#,
            "6<'it'\\''s'><IT'S><It's><x='it'\\''s'><><'it'\\''s'>|1<a\tb>",
        ),
        (
            r#"a=(1 "b c"); n "${a[@]@Q}"; n "${a[@]@A}"; n "${a@A}"; n "${a[@]@K}"; n "${a[@]@k}"; n "${a[*]@k}"; n "${a[@]@a}"; n "${a@a}" "${a[1]@A}""#,
            "2<'1'><'b c'>|3<declare><-a><a=([0]=\"1\" [1]=\"b c\")>|1<declare -a a='1'>|1<0 \"1\" 1 \"b c\">|4<0><1><1><b c>|1<0 1 1 b c>|2<a><a>|2<a><declare -a a='b c'>",
        ),
        (
            r#"declare -A a=([x]=1 [y z]="b c"); n "${a[@]@A}"; n "${a@A}"; n "${a[@]@K}"; n "${a[x]@A}""#,
            "3<declare><-A><a=([\"y z\"]=\"b c\" [x]=\"1\" )>|1<declare -A a>|1<\"y z\" \"b c\" x \"1\" >|1<declare -A a='1'>",
        ),
        (
            r#"set a "b c"; n "${@@Q}" "${@@A}" "${*@A}" "${@@K}" "${1@A}""#,
            "10<'a'><'b c'><set><--><'a'><'b c'><set -- 'a' 'b c'><'a'><'b c'><>",
        ),
    ]);
}

#[test]
fn unset_parameters() {
    check(&[
        ("set -u; n $x", "Unset([x])"),
        ("set -u; n ${x[2]}", "Unset([x[2]])"),
        ("set -u; n $1", "Unset([$1])"),
        ("set -u; n ${10}", "Unset([10])"),
        ("set -u; n ${#x}", "Unset([x])"),
        ("set -u; n ${x#a}", "Unset([x])"),
        ("set -u; n ${a[$k]-} $((x))", "Unset([k])"),
        ("set -u; n $((x))", "Unset([x])"),
        ("set -u; x=y; n ${!x}", "Unset([!x])"),
        (r#"set -u; n "${x[@]}" $@ "$*" "${x[@]#a}" "${x[@]:1}"; a=(1); n $((a[5]))"#, "1<>|1<0>"),
    ]);
}

#[test]
fn arithmetic() {
    check(&[
        ("i=2 a=(1 2 3); n $((a[i])) $((a[$i])) $((a[i-1]++)) $((a[-1])); n ${a[@]}", "4<3><3><2><3>|3<1><3><3>"),
        ("x=1+2 y=x; n $((y*2)) $(($x*2)); x='a[$i]' i=1 a=(4 5); n $((x))", "2<6><5>|1<5>"),
        (
            "declare -A m=([k]=5); k=k; n $((m[k]++)) $((m[$k]+1)) ${m[k]}; n $((u=5,u+=2)) $u $((u--)) $((--u))",
            "3<5><7><6>|4<7><7><7><5>",
        ),
        ("x=-3; n $((5-$x)) $((5- -3)) $(($x*$x)) $((-$x)); n $((1 ? 2 : 3)) $[1+1]", "4<8><8><9><3>|2<2><2>"),
        ("declare -i i; i=2+3; n $i; i+=4; n $i; declare -ia a=(1+1 2*3); a[0]+=5; n ${a[@]}", "1<5>|1<9>|2<7><6>"),
    ]);
}

#[test]
fn braces_and_tildes() {
    check(&[
        (
            r#"n {a,"b c"} {"a,b",c} \{a,b} {a,b}$((1+1)) ~/{a,b} {1..3} x{1..2}; n {"",a}; n {,}; x=1; n {$x..3} {$x,y}"#,
            "14<a><b c><a,b><c><{a,b}><a2><b2></root/a></root/b><1><2><3><x1><x2>|2<><a>|0|3<{1..3}><1><y>",
        ),
        (
            "HOME=; n ~; n ~/x; HOME=/root; n a=~ a=b=~ a=b:~ a=x:~/y:~ -a=~ 'a'=~ a+=~ a[1]=~ 'x':~",
            "1<>|1</x>|9<a=/root><a=b=~><a=b:/root><a=x:/root/y:/root><-a=~><a=~><a+=/root><a[1]=/root><x:~>",
        ),
        (
            "y=~:~/b:x~; n $y; n ${x:-~} \"${x:-~}\" \"~\" \\~ ~\"/x\" ~$x; h=/root/zz; n ${h#~/} ${h/#~/H}",
            "1</root:/root/b:x~>|6</root><~><~><~><~/x><~>|2<zz></root/zz>",
        ),
    ]);
}

#[test]
fn assignments() {
    check(&[
        (
            "a=(1 [5]=x y [2]=z q); n \"${a[@]@A}\"; a+=(t [1]=u); n \"${a[@]@A}\"; a=([1]=a [1]+=b); n \"${a[@]@A}\"",
            "3<declare><-a><a=([0]=\"1\" [2]=\"z\" [3]=\"q\" [5]=\"x\" [6]=\"y\")>|3<declare><-a><a=([0]=\"1\" [1]=\"u\" [2]=\"z\" [3]=\"q\" [5]=\"x\" [6]=\"y\" [7]=\"t\")>|3<declare><-a><a=([1]=\"ab\")>",
        ),
        (
            "declare -A m=(k1 v1 k2 v2 k3); n \"${m[@]@K}\"; m=([a]=1 b); n \"${m[@]@K}\"; m+=(x 1 [y]=2); n \"${m[@]@K}\"",
            "1<k1 \"v1\" k2 \"v2\" k3 \"\" >|warning m: b: must use subscript when assigning associative array|1<a \"1\" >|1<\"[y]=2\" \"\" x \"1\" a \"1\" >",
        ),
        (
            "a=(1 2 [-1]=x [-7]=y); n ${a[@]}; a=(1 2 3); a=x; n ${a[@]}; a+=y; a[-1]=z; n ${a[@]}",
            "warning [-7]=y: bad array subscript|2<1><x>|3<x><2><3>|3<xy><2><z>",
        ),
        (
            "x=5; x+=(a b); n ${x[@]}; x[0]+=Z; n $x; y=5; y[2]=q; n \"${y[@]@A}\"",
            "3<5><a><b>|1<5Z>|3<declare><-a><y=([0]=\"5\" [2]=\"q\")>",
        ),
        ("a[2**3]=x; a[\"4\"]=y; a[$((1+1))]=z; i=7; a[i]=t; a[i++]=s; n ${!a[@]} $i; a[-9]=q", "5<2><4><7><8><8>"),
        (
            "declare -n r=y; r=7; n $y ${!r}; r+=8; n $y; declare -n q=a[1]; a=(x y z); n $q; q=Q; n ${a[@]}",
            "2<7><y>|1<78>|1<y>|3<x><Q><z>",
        ),
        (
            "declare -u u; u=abc; u+=def; n $u; declare -l l=ABC; n $l; a=(1); n \"${a[-4]}\"",
            "1<ABCDEF>|1<abc>|warning a: bad array subscript|1<>",
        ),
    ]);
}
