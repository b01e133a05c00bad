### lastpipe
shopt -s lastpipe; echo a | read x; echo $x; echo b | { read y; z=1; }; echo $y $z; false | true | false; echo "${PIPESTATUS[@]}"; echo x | exit 3; echo no

### lastpipe with return and break
shopt -s lastpipe; f() { echo q | while read v; do return 4; done; echo no; }; f; echo $?; for i in 1 2; do echo x | break; echo no; done; echo $i

### pipefail
set -o pipefail; false | true; echo $?; true | false | true; echo $? "${PIPESTATUS[@]}"; (exit 3) | (exit 4) | true; echo $?; ! false | true; echo $?

### PIPESTATUS
false | true; echo "${PIPESTATUS[@]}" $?; echo "${PIPESTATUS[@]}"; ! false; echo ${PIPESTATUS[@]}; x=$(false | true); echo ${PIPESTATUS[@]}; if false | true; then echo ${PIPESTATUS[@]}; fi; (exit 3) | { exit 4; }; echo ${PIPESTATUS[@]}; [[ a ]] | ((0)); echo ${PIPESTATUS[@]}

### break and continue
break; echo $?; continue; echo $?; for i in 1 2; do for j in a b; do break 2; done; done; echo $i$j; for i in 1 2; do for j in a b; do continue 2; done; echo no; done; for i in 1 2 3; do break 9; done; echo $i; for i in 1; do break 0; done; echo $?; for i in 1; do break x; done; echo next

### status of background commands
true & echo $?; false & wait $!; echo $?; (exit 5) & wait $!; echo $?; wait 99999; echo $?

### status of loops
while false; do :; done; echo $?; until true; do :; done; echo $?; for i in; do :; done; echo $?; if false; then :; fi; echo $?; false; for i in; do :; done; echo $?; while true; do false; break; done; echo $?; false; if false; then :; fi; echo $?

### status of lists
true && false || true && echo a; false && true; echo $?; true || false && echo b; ! true && echo c || echo d; false || false; echo $?

### patterns of case
case abc in a*) echo 1;; esac; case "a*" in a\*) echo 2;; esac; x='a*'; case abc in $x) echo 3;; esac; case abc in "$x") echo no;; *) echo 4;; esac; case a in [[:alpha:]]) echo 5;; esac; case '' in '') echo 6;; esac; case $'\n' in ?) echo 7;; esac; case ab in a|b|ab) echo 8;; esac; case x in ~) ;; *) echo 9; esac; case ~ in ~) echo 10;; esac; case "[a]" in "[a]") echo 11;; esac; case a in {a,b}) echo no;; *) echo 12;; esac

### words of case
case $(echo a b) in "a b") echo 1;; esac; case "$@" in '') echo 2;; esac; set -- a b; case "$@" in "a b") echo 3;; esac; case $* in "a b") echo 4;; esac; IFS=:; case $* in a:b) echo 5;; esac; case "$*" in a:b) echo 6;; esac; case $@ in "a b") echo 7;; esac

### status of case
case x in x) echo a; false;; esac; echo $?; case x in $(echo x)) echo b;; esac; case x in y) ;; esac; echo $?; case x in x) ;& y) ;& z) echo c;;& x) echo d;;& *) echo e; esac

