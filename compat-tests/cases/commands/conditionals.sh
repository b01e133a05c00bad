### precedence of && and ||
[[ a == a && b == b || c == d ]]; echo $?; [[ a == b || a == a && b == c ]]; echo $?; [[ ! a == b ]]; echo $?; [[ ! ( a == b && c ) ]]; echo $?

### a newline behind the left word
[[ a
== a ]]
echo $?

### a newline behind the operator
[[ a ==
a ]]; echo $?

### newlines around operators
[[
a == a
&&
b == b
]]; echo $?

### empty lines between the operands
[[ a == a &&

b == b
||

c ]]; echo $?

### a newline behind a unary operator
[[ -f
/etc/passwd ]]; echo $?

### -n alone is a word
[[ -n ]] ; echo $?

### -z alone
[[ -z ]]
echo $?

### ! alone
[[ ! ]]; echo $?

### operators as operands
[[ -n -n ]]; echo $?; [[ -f == -f ]]; echo $?; [[ ! == ! ]]; echo $?

### == between operators
[[ == == == ]]; echo $?

### < and > compare by code points
[[ a < b ]]; echo $?; [[ a<b ]]; echo $?; [[ B < a ]]; echo $?; [[ é > z ]]; echo $?; [[ "" < a ]]; echo $?

### integers are expressions
[[ a -lt b ]]; echo $?; a=5; [[ a -gt 3 ]]; echo $?; [[ 1+1 -eq 2 ]]; echo $?; [[ 010 -eq 8 ]]; echo $?; [[ 0x10 -eq 16 ]]; echo $?; [[ "" -eq 0 ]]; echo $?; [[ " 5 " -eq 5 ]]; echo $?

### errors in integers
[[ 1 -eq 1+ ]]; echo $?; [[ x.y -eq 1 ]]; echo $?; [[ 08 -eq 8 ]]; echo $?; echo next

### -u in a condition
set -u; [[ $nope == a ]]; echo $?

### patterns and quotes
[[ abc == a* ]]; echo $?; [[ abc == "a*" ]]; echo $?; p='a*'; [[ abc == $p ]]; echo $?; [[ abc == "$p" ]]; echo $?; [[ abc == a"*" ]]; echo $?; [[ "a*" == a"*" ]]; echo $?; [[ abc == 'a'?c ]]; echo $?

### extended patterns are always on
[[ abc == @(abc|def) ]]; echo $?; [[ abc == !(abc) ]]; echo $?; [[ aab == +(a)b ]]; echo $?; shopt -u extglob; [[ abc == @(abc) ]]; echo $?

### regular expressions and quotes
[[ abc =~ b ]]; echo $? ${BASH_REMATCH[0]}; [[ abc =~ ^(a)(b)(c)$ ]]; echo "${BASH_REMATCH[@]}"; [[ abc =~ "a.c" ]]; echo $?; r='a.c'; [[ abc =~ $r ]]; echo $?; [[ abc =~ "$r" ]]; echo $?; [[ "a b" =~ a\ b ]]; echo $?; [[ abc =~ a|z ]]; echo $?; [[ 'a(b' =~ a\(b ]]; echo $?; [[ abc =~ [ ]]; echo $?

### regular expressions with classes and groups
[[ abc =~ (a|b)(c) ]]; echo $? "${BASH_REMATCH[@]}"; [[ a =~ ^[[:alpha:]]$ ]]; echo $?; [[ 'x y' =~ x[[:space:]]y ]]; echo $?; [[ ab =~ a{1}b{1} ]]; echo $?; [[ '$' =~ \$ ]]; echo $?; [[ a =~ $'a' ]]; echo $?; [[ "" =~ ^$ ]]; echo $?

### words without blanks
[[ a && b ]] && echo y; [[ a || "" ]] && echo y; [[ "" || "" ]] || echo n; [[ a&&b ]] && echo y2; [[ a||b ]] && echo y3; [[(a)]] 2>/dev/null || echo no

### ]] needs a blank before it
[[ a]]
echo $?

### [[ needs a blank behind it
[[a == a ]]; echo $?

### ]] behind a word
[[ a == a]]
echo

### -v with elements
x=(1 2); [[ -v x[1] ]]; echo $?; [[ -v x[5] ]]; echo $?; declare -A m=([k]=1); [[ -v m[k] ]]; echo $?; [[ -v m[z] ]]; echo $?; [[ -v x ]]; echo $?; [[ -v m ]]; echo $?; [[ -v x[@] ]]; echo $?

### -o with options
[[ -o errexit ]]; echo $?; set -e; [[ -o errexit ]] && echo on; [[ -o nope ]] || echo off

### tests of files
cd /; [[ -d / && -e /etc/passwd && ! -f / && -r /etc/passwd && -s /etc/passwd && ! -L / && ! -h / && ! -p / && ! -S / && ! -b / && ! -c / && -c /dev/null && -x / && ! -g /etc/passwd && ! -u /etc/passwd && ! -k /etc/passwd ]]; echo $?

### comparing files
[[ a -nt b ]]; echo $?; touch b; [[ b -nt a ]]; echo $?; [[ a -ot b ]]; echo $?; [[ b -ef ./b ]]; echo $?

### -t
[[ -t 0 ]]; echo $?; [[ -t x ]]; echo $?; [[ -t "" ]]; echo $?

### words are neither split nor globbed
[[ a = b ]] ; echo $?; [[ a != b ]]; echo $?; [[ $(echo a b) == "a b" ]]; echo $?; [[ ~ == $HOME ]]; echo $?; [[ {a,b} == "{a,b}" ]]; echo $?; [[ * == "*" ]]; echo $?

### redirections and compound use
[[ a == b ]] > out; echo $?; ls; [[ a == a ]] && { echo b; } ; if [[ a == a ]]; then echo c; fi; while [[ a == b ]]; do :; done; ! [[ a ]]; echo $?

### nocasematch
shopt -s nocasematch; [[ ABC == abc ]]; echo $?; [[ ABC =~ b ]]; echo $?; case ABC in abc) echo m;; esac; [[ a < B ]]; echo $?

### backslashes in patterns
[[ "a b" == a\ b ]]; echo $?; [[ a\ b == "a b" ]]; echo $?; [[ 'a"b' == a\"b ]]; echo $?; [[ 'a\b' == 'a\b' ]]; echo $?; [[ 'a\b' == a\\b ]]; echo $?; x='a\b'; [[ 'a\b' == $x ]]; echo $?; [[ ab == $x ]]; echo $?; [[ 'a\b' == "$x" ]]; echo $?

### parameters in conditions
[[ -z ${x} && -n ${y:-z} ]]; echo $?; [[ -n $@ ]]; echo $?; set -- a b; [[ $@ == "a b" ]]; echo $?; [[ "$*" == "a b" ]]; echo $?; [[ -n "$@" ]]; echo $?

