### a here-document keeps its body
f() { cat <<E
body $x
E
}; declare -f f

### a quoted here-document delimiter
f() { cat <<'E'
body $x
E
echo after; }; declare -f f

### a here-document with tabs stripped, in a pipeline
f() { cat <<-E | sort
	body $x
	E
}; declare -f f

### two here-documents of one command
f() { cat <<A <<B; echo c
a
A
b
B
}; declare -f f

### command substitutions with lists and here-documents
f() { x=$(a; b
c); y=$(cat <<E
zz
E
); }; declare -f f

### here-documents of groups and subshells
f() { { cat; } <<E
x
E
(cat) <<E > q
y
E
}; declare -f f

### here-documents in the background and in pipelines
f() { cat <<E &
x
E
a; cat <<E | cat <<F
1
E
2
F
}; declare -f f

### here-documents in case clauses
f() { case $x in a) cat <<E
t
E
;; b) cat <<E ;;
u
E
esac; }; declare -f f

### a here-document in a command substitution
f() { a $(b <<E
x
E
) c; }; declare -f f

### here-documents in branches and loops
f() { if true; then cat <<E
a
E
else cat <<E
b
E
fi; for i in 1; do cat <<E
c
E
done; }; declare -f f

### a here-document right before the closing brace
f() { cat <<E; }
x
E
declare -f f

### continuations and substitutions in a here-document
f() { cat <<E
a\
b
$(c
d)
E
}; declare -f f

### several here-documents with descriptors
f() { cat 3<<E 4<<-F {v}<<G
a
E
	b
	F
c
G
}; declare -f f

### here-documents in nested groups
f() { (cat <<E
x
E
); { cat <<E
y
E
}; }; declare -f f

### a here-document before ||
f() { cat <<E || { echo x; }
y
E
}; declare -f f

### negated and timed here-documents
f() { ! cat <<E
y
E
time cat <<E
z
E
}; declare -f f

### a coprocess with a here-document
f() { coproc cat <<E
y
E
}; declare -f f

### a here-document in a nested function
f() { g() { cat <<E
y
E
}; }; declare -f f

