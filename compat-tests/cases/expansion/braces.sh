### braces are expanded before parameters are looked for
a=A; echo {$a,b}_{c,d}; echo {_$a,b}_{c,d}; ab=1 ac=2; echo $a{b,c} ${a}{b,c} "$a"{b,c} $a"b"{c,d}; set -- x y; echo $1{2,3} $@{a,b} $#{1,2}
### lists and sequences
echo {a,b}{1..3} {a..e..2} {1..10..3} {10..1..-3} {01..10} {-5..5..5} {1..3}{a,b} a{b{c,d},e}f {,a} {a,} {,} {} {a}
### quoted braces and commas are text
echo {a,b\,c} {a\,b} "{a,b}" {"a,b",c} {'a','b'} \{a,b\} '{a,b}'{c,d} \\{a,b} {a\{,b} {a,"}"}
### what is no sequence stays
echo {1..a} {a..1} {1.5..2} {1..2..x} {a,b}.{c..} {1..} {..2} {1...3}
### nested groups
echo {{a,b},c} {a,{b,c}d} x{a,b}y{c,d}z {a,b,{c,d,{e,f}}} {{a,b},{c,d}}
### groups that are not closed
echo {a,b}{} {}{a,b} {a,b}} {{a,b} a{b,c}{d a,{b,c} {a,b c}
### parameters are no ends of sequences
x=5; echo {1..$x} {$x..7}; eval echo {1..$x}
### steps and directions
echo {a..z..5} {z..a..5} {0..0} {1..1} {a..a} {3..1..2} {1..5..0} {1..3..-1} {A..z..10}
### leading zeros and signs
echo {0001..3} {1..003} {-01..2} {+1..3}
### numbers at the end of the range and beyond
echo {9223372036854775807..9223372036854775805} {99999999999999999999..1} {1..99999999999999999999}
### expansions inside and beside groups
echo {a,b}${x:-c}{d,e} $(echo x){1,2} `echo y`{1,2} $((1+1)){a,b} {$(echo a b),c} {"$(echo a b)",c} {a,b}$'\n'{c,d}
### assignments are not expanded, arguments that look like them are
x={a,b}; echo $x; echo x={a,b}; declare y={a,b}; echo $y; export z={c,d}; echo $z
### no braces in case, conditions and here-strings
case {a,b} in "{a,b}") echo lit;; esac; [[ {a,b} == "{a,b}" ]]; echo $?; cat <<< {a,b}; for i in {a,b}; do echo $i; done
### set +B turns them off
set +B; echo {a,b}; set -B; echo {a,b}
### tildes and pathnames come afterwards
touch a1 a2 b1; echo {a,b,c}*; echo ~/{x,y} {~,x}/; set -f; echo {a,b}*
### elements with subscripts lose them to braces in indexed arrays
a=([k2]=-{a,b}-); declare -p a; a=([1]={x,y} {p,q}); declare -p a; declare -a b=([1]="a b"{x,y}); declare -p b; i=1; a=([$i]={x,y} [3]={z}); declare -p a
### elements of associative arrays keep their braces
declare -A m=([x]={1,2}); declare -p m; m=([x]={1,2} [y]=*); declare -p m
### groups of characters beyond ASCII
echo {é,ü}x {é..ü} {a..é}
### empty alternatives make no fields
echo a{,}{,}b; set -- {,}; echo $#; set -- {,''}; echo $#; x=; set -- {$x,"$x"}; echo $#

### braces and twenty thousand parts
n=20000; w=$(printf '$x"y"%.0s' $(seq 1 $n)); x=1; eval "set -- {a,b}$w"; echo $# ${#1}; eval "set -- $w{a,b}"; echo $# ${#2}
