### here string
cat <<< a; cat <<<b; cat <<<"a b  c"; x="p  q"; cat <<< $x; cat <<< *; cat <<< {a,b}; cat <<< ~; cat <<< a$'\n'b

### multi here-document
cat <<A - 3<<B <<C
a
A
b
B
c
C

### multi here-document 2
cat <<A; cat <<B
a
A
b
B

### here-document in substitution
echo "$(cat <<E
x $(echo y)
E
)"; x=`cat <<E
back \$x
E
`; echo "$x"

### here-document in function and loop
f() { while read x; do echo "[$x]"; done <<E
a
b $1
E
}; f z

### here-document <<-
cat <<-E
	a
		b
	c	d
	E

### here-document <<- quoted
cat <<-'E'
	$a
	E
cat <<\E
$a `b` \
E
cat <<"E"
$a\$
E
cat <<E"F"G
$a
EFG
cat <<$x
$HOME
$x

### here-document delim odd
cat <<'a b'
x
a b
cat <<"$x"
y
$x
cat <<''
z

echo end

### here-document backslash newline
cat <<E
a\
b
c \$x \\ \` \" \a
E

### here-document with dollar expansions
x=5; cat <<E
$x ${x} $((x+1)) $(echo cs) `echo bq` "${x:-"q"}" '$x' ${y:-'sq'} ${y:-"dq"} \$x
E

### here-document delimiter continuation
cat <<E\
F
x
EF

### here-document delimiter via line continuation in body
cat <<EOF
a
EO\
F
b
EO\
F
b
EOF

### here-document without its end
cat <<E
abc

### here-document without its end 2
f() {
cat <<E
abc
}
f

### here-document in eval without its end
eval 'cat <<E
abc'
echo next

### here-document without its end nested sub
echo $(cat <<E
abc
)
echo next

### here-document in pipeline
cat <<E | tr a b
aaa
E
cat <<E && echo yes
x
E
if cat <<E; then echo t; fi
y
E

### here-document after and body
{ cat
} <<E
x
E
( cat ) <<E
y
E
while read l; do echo $l; done <<E
1
2
E

### here-document in command substitution on one line
echo $(cat <<E) end
foo
E

### here-document comments
cat <<E # comment
x
E

### here-document fds
cat 3<<E <&3
fd3
E
exec 7<<E
seven
E
cat <&7

### here-document {descriptor}
exec {v}<<E
vv
E
cat <&$v; cat {w}<<<"ww" <&$w; echo

### here-document in case
case x in x) cat <<E ;;
in case
E
esac

### here-document alias
cat << E
spaced
E
cat <<	E
tabbed
E

### here-document in arith
echo $(( $(cat <<E
3
E
) + 1 ))

### here-document in param
echo ${x:-$(cat <<E
dflt
E
)}

### here-document in array
a=( $(cat <<E
1 2
E
) 3 ); echo ${a[@]}

### process substitution nested
cat <(cat <(cat <(echo deep)))

### process substitution quoted
echo "<(echo a)" '<(b)' \<\(c\) 

### process substitution in word
echo a<(true)b | sed 's/[0-9]*b$/Nb/'

### process substitution assignment
x=<(true); case $x in /dev/fd/*) echo ok;; esac

### process substitution loop
while read x; do echo "got $x"; done < <(printf 'a\nb\n')

### here-document big
x=$(printf 'a%.0s' {1..70000}); cat <<E | wc -c
$x$x
E

