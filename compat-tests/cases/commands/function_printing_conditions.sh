### a here-document in the condition of if
f() { if cat <<E
x
E
then a; fi
}; declare -f f

### a here-document in the condition of if behind a command
f() { z; if cat <<E
x
E
then a; b; else c; fi
}; declare -f f

### a here-document in the condition of while
f() { while cat <<E
x
E
do a; b; done; c
}; declare -f f

### a here-document in the condition of while with a list
f() { while b; cat <<E
x
E
do a; b; done; c
}; declare -f f

### a here-document in the condition of a pipeline in if
f() { if cat <<E | b
x
E
then a; fi; d
}; declare -f f

### a here-document in the condition of a list in if
f() { if cat <<E && b
x
E
then a; fi
}; declare -f f

### a here-document in the condition of elif
f() { if a; then b; elif cat <<E
x
E
then c & d; e; else f; fi
}; declare -f f

### a here-document in the condition of if with a background body
f() { if cat <<E
x
E
then a & b | c; { d; e; }; fi
}; declare -f f

### a here-document in the condition of nested if
f() { if cat <<E
x
E
then if d; then e; fi; fi
}; declare -f f

### a here-document in the condition of while behind a command
f() { z; while cat <<E
x
E
do a; b; done
}; declare -f f

### a here-document in the condition of if in a group behind a command
f() { z; { if cat <<E
x
E
then a; fi; }; }; declare -f f

### a here-document in the condition of if behind &&
f() { z && if cat <<E
x
E
then a; fi
}; declare -f f

### a here-document in the condition of if between commands
f() { z; y; if cat <<E
x
E
then a; fi; c
}; declare -f f

### a here-document in the condition of nested if behind a command
f() { z; if a; then if cat <<E
x
E
then a; fi; fi
}; declare -f f

### a here-document in the condition of if behind a command in then
f() { if a; then z; if cat <<E
x
E
then b; fi; fi
}; declare -f f

### a here-document in the condition of if behind &
f() { z & if cat <<E
x
E
then b; fi
}; declare -f f

### a here-document in the condition of if behind a pipe
f() { z | if cat <<E
x
E
then b; fi
}; declare -f f

### a here-document in the condition of if with a list behind a command
f() { z; if a; cat <<E
x
E
then b; fi
}; declare -f f

### a here-document in the condition of if and elif behind a command
f() { z; if cat <<E
x
E
then b; elif cat <<F
y
F
then c; else d; fi
}; declare -f f

### a here-document in the condition of if with a group behind a command
f() { z; if cat <<E
x
E
then { a; b; }; else d; fi
}; declare -f f

### a here-document in the condition of if with a subshell behind a command
f() { z; if cat <<E
x
E
then (a); fi; q
}; declare -f f

### a function before |&
f() { g() { a; } |& b; }; declare -f f

### redirections of bodies that are no group
f() [[ x ]] > y; declare -f f; f() if a; then b; fi > y; declare -f f; f() while a; do b; done < y; declare -f f
f() ((1)) > y; declare -f f; f() for i in 1; do a; done > y 2>&1; declare -f f; f() case x in y) z;; esac > y; declare -f f

### names that are reserved words
function if { a; }; function time { b; }; function in { c; }; function ! { d; }; function [[ { e; }; declare -f if time in ! [[

