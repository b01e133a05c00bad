### what ends with one parenthesis is commands
echo $((echo a); echo b) $((echo a); (echo b)) $((1+2)\
)

### quotes count in its comments
echo $((echo a) # it's
)

### the parenthesis of a pattern ends it
echo $((case x in x) echo 1;; esac); echo b)

### patterns with both parentheses do not
shopt -s extglob
echo $((case ab in (@(a|b)b) echo 1;; esac); echo b)

### an error in it is found when it runs
echo before; echo $((echo a); if); echo after $?

### an error in a substitution of an expression is found before
echo before; echo $(( $(if) )); echo after

### a parenthesis in its here-document counts
echo $((cat <<E
body ) $HOME
E
); echo c)

### a here-document without its end
echo $((cat <<E); (echo b)
body $x
E
)

### two here-documents
x=$((cat <<E; cat <<F) | sort
f
E
e
F
)
echo "$x"

### here-documents in it and in an expression around it
echo $(( $(cat <<E
1
E
) + $((cat <<F); echo 3
2
F
) ))
echo $(( $(cat <<E
1
E
) + $((cat <<F
2
F
) ) )) $LINENO
echo $LINENO

### a function with it
f() {
  x=$(( $(cat <<E
1
E
) + 1 ))
  y=$((cat <<E
1
E
); echo "$((echo q); echo r)")
}
declare -f f; f; echo $x $y

### levels of it
echo $((echo $((echo $((echo a); echo b) ); echo c) ); echo d)

### an alias around it
shopt -s expand_aliases
alias hi='echo hi' two='$((1'
echo $((hi); hi)
hi $((hi) && $(hi); hi)

### lines in it
echo $((echo $LINENO); (echo $LINENO
echo $LINENO))
echo $LINENO

### set -v does not show what a substitution reads
set -v
echo $((echo a); echo b)
echo `echo a` $(echo `echo b`)

### everywhere a word is
x=5; echo ${y:-$((echo a); echo b)} "${y:-$((echo "a  q"); echo b)}" "$(($x+$(echo 1)))"
[[ $((echo a); echo b) == a*b ]] && echo yes
case $((echo a); echo b) in a*b) echo yes;; esac
a=( $((echo a); echo b) ); declare -p a

### without its end
echo $((echo a); echo b
