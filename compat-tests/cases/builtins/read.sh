### fields are split and the last name gets the rest
read x y <<<' a  b  c '; echo "[$x][$y]"; read x y z <<<'a b'; echo "[$x][$y][$z]"
### without a name REPLY gets the whole line
read <<<'  a  b  '; echo "[$REPLY]"
### a backslash takes the meaning of the next character
read x y <<<'a\ b c\\d'; echo "[$x][$y]"; printf 'a\\\nb\n' | { read x; echo "[$x]"; }
### -r leaves backslashes
read -r x y <<<'a\ b c\\d'; echo "[$x][$y]"
### end of file fails but keeps what was read
printf 'abc' | { read x; echo "$? [$x]"; }; x=old; read x </dev/null; echo "$? [$x]"
### IFS separators that are no blanks keep empty fields
IFS=: read x y z <<<'a::b'; echo "[$x][$y][$z]"; IFS=: read x y <<<'a:b:'; echo "[$x][$y]"; IFS=: read x y <<<'a:b::'; echo "[$x][$y]"; IFS=: read x <<<':a'; echo "[$x]"
### blanks around other separators belong to them
IFS=': ' read x y z <<<'a : b : c'; echo "[$x][$y][$z]"; IFS=': ' read x y <<<' : a'; echo "[$x][$y]"
### an empty IFS splits nothing
IFS= read x y <<<' a b '; echo "[$x][$y]"
### a character of several bytes as IFS
IFS=é read x y <<<'1é2é3'; echo "[$x][$y]"
### -a fills an array
read -a x <<<'a b  c'; declare -p x; IFS=: read -a x <<<'a::b:'; declare -p x; read -a x <<<''; declare -p x
### -a takes the next word as its name
read -ar x <<<'a b'; declare -p r; echo "[$REPLY]"; read -ra y <<<'a b'; declare -p y
### -a refuses an associative array
declare -A m; read -a m <<<a; echo $?
### -n reads at most that many characters
printf 'abcdef\n' | { read -n 3 x; echo "$? [$x]"; read y; echo "[$y]"; }; printf 'ab\ncd\n' | { read -n 5 x; echo "[$x]"; read y; echo "[$y]"; }
### -n counts characters, not bytes
printf 'éàü\n' | { read -n 2 x; echo "[$x]"; read y; echo "[$y]"; }
### -n 0 reads nothing
printf 'abc\n' | { read -n 0 x; echo "$? [$x]"; read y; echo "$y"; }
### -N reads exactly that many, newlines too
printf 'ab\ncd\n' | { read -N 4 x; echo "$? [$x]"; read y; echo "[$y]"; }; printf 'ab' | { read -N 4 x; echo "$? [$x]"; }
### -N does not split
printf ' a b c\n' | { read -N 5 x y; echo "[$x][$y]"; }; printf 'a b c\n' | { read -N 4 -a x; declare -p x; }
### -d names the character that ends the line
printf 'a;b;c' | { read -d ';' x; read -d ';' y; read -d ';' z; echo "$? $x $y $z"; }; printf 'axb' | { read -d xyz x; echo "$x"; }
### -d '' reads up to a null byte
printf 'a b\0c\0' | { read -d '' x; read -d '' y; echo "$x|$y"; }; read -d '' x <<<'a'; echo "$? [$x]"
### null bytes are dropped
printf 'a\0b\n' | { read x; echo "[$x]"; }
### -u reads from another descriptor
exec 3<<<$'a\nb'; read -u 3 x; read -u3 y; echo $x $y; read -u 3 z; echo $?
### a descriptor that is none is refused
read -u 99 x; echo $?; read -u x y; echo $?; read -u -1 y; echo $?
### a count that is none is refused
read -n x y; echo $?; read -n -1 y; echo $?; read -N 1.5 y; echo $?
### a timeout that is none is refused
read -t x y; echo $?; read -t -1 y; echo $?; read -t 1x y; echo $?; read -t 1.5.5 y; echo $?
### options need their arguments
read -a; echo $?; read -d; echo $?; read -n; echo $?; read -t; echo $?; read -u; echo $?; read -p; echo $?; read -i; echo $?
### a name that is none is refused before anything is read
printf 'a\nb\n' | { read 1x; echo $?; read y; echo $y; }; read '' <<<a; echo $?; read 'a b' <<<a; echo $?
### a wrong name behind others is told when its turn comes
read x 1y z <<<'a b c'; echo $? $x $z
### elements of arrays can be read
read 'x[2]' <<<v; declare -p x; declare -A m; read 'm[a b]' <<<v; declare -p m
### a bad subscript fails
read 'x[@]' <<<a; echo $?; read 'x[-3]' <<<a; echo $?
### a readonly variable stops the assignments
readonly r=1; read x r z <<<'a b c'; echo "$? [$x][$r][$z]"
### attributes of the variable hold
declare -i n; read n <<<2+3; declare -u u; read u <<<abc; declare -n t=v; read t <<<q; echo $n $u $v; x=(1 2); read x <<<a; declare -p x
### a prompt is only for terminals
read -p 'prompt ' x <<<a; echo $x; read -s x <<<b; echo $x; read -e x <<<c; echo $x; read -ei text x <<<d; echo $x
### no byte more is taken than the line needs
printf 'a\nb\nc\n' | { read x; cat; }; printf 'a\nb\nc\n' >f; { read x; cat; } <f; { read x; (read y; echo $y); read z; echo $z; } <f
### a timeout ends with more than 128 and keeps what came
(printf abc; sleep 2) | { read -t 0.2 x; echo "$? [$x]"; }; sleep 2 | { read -t 0.1 x; echo "$? [$x]"; }
### -t 0 only asks whether there is something
read -t 0 </dev/null; echo $?; echo a >f; read -t 0 <f; echo $?; sleep 1 | { read -t 0; echo $?; }; read -t 0 <&-; echo $?
### TMOUT is the default of -t
TMOUT=0.1; sleep 2 | { read x; echo $((  $? > 128 )); }
### a descriptor that cannot be read is told
read x </; echo $?; read x <&-; echo $?
### read in a loop to the end
while read -r a b; do echo "$b|$a"; done <<'E2'
1 2 3
x
E2
### a last line without a newline
printf 'a\nb' | while read l || [ -n "$l" ]; do echo "<$l>"; done
### a line ending in a backslash at the end of file
printf 'a\\' | { read x; echo "$? [$x]"; }
### the text that is read is not expanded
read x <<<'$(echo no) `echo no` $HOME *'; echo "$x"
### the local variable gets the value
f() { local x; read x <<<in; echo $x; }; x=out; f; echo $x
