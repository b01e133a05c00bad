### command runs a builtin or a file past functions
echo() { printf 'function\n'; }; echo a; command echo b; ls() { printf 'function\n'; }; command ls / >/dev/null; builtin echo $?
### command -v says how a name is found
f() { :; }; shopt -s expand_aliases; alias al='x y'; command -v echo; command -v f; command -v if; command -v al; command -v sh; command -v none; echo $?
### command -V says it in words
f() { :; }; shopt -s expand_aliases; alias al='x y'; command -V echo; command -V f; command -V if; command -V al; command -V none; echo $?
### one name found is enough for command -v
command -v echo none; echo $?; command -v none1 none2; echo $?; command -v; echo $?; command -v ''; echo $?
### command -v of paths
: >x; command -v ./x; echo $?; chmod +x x; command -v ./x; command -v /bin/sh; command -v /; echo $?
### command -v of a relative place in PATH
: >x; chmod +x x; PATH=.; command -v x | sed 's,.*/in/,IN/,'
### command -p looks in the standard places
PATH=/nonexistent; command ls; echo $?; command -p ls / >/dev/null; echo $?; command -pv sh
### what command -p has found is hashed
PATH=/nonexistent; command -p ls / >/dev/null; command -v ls; hash
### command of nothing and of what is not there
command; echo $?; command none; echo $?; command /nonexistent; echo $?; command ''; echo $?
### command takes away what special builtins do to the shell
set -o posix; command . ./none; echo still; command export 1x=1; echo still; command set -o none; echo still
### command with declarations
command declare -a x=(1 2); declare -p x; command export A=1; echo $A; command readonly B='a b'; echo $B
### builtin runs a builtin past functions
cd() { echo function; }; cd /; builtin cd /; pwd; builtin builtin echo a; builtin; echo $?
### builtin refuses what is none
builtin ls; echo $?; builtin if; echo $?; builtin ''; echo $?
### type says what a name means
f() { echo hi; }; type echo f if none; echo $?; shopt -s expand_aliases; alias al='x y'; type al
### type -t is a word
f() { :; }; type -t echo f if sh '{'; type -t none; echo $?
### type -p is a path, if it is a file
type -p echo; echo $?; type -p sh; type -p none; echo $?; echo() { :; }; type -p echo; echo $?
### type -P looks in PATH in any case
mkdir b; : >b/echo; chmod +x b/echo; PATH=b; type -P echo; type -P none; echo $?
### type -a shows all
mkdir a b; for d in a b; do : >$d/echo; chmod +x $d/echo; done; PATH=a:b; echo() { :; }; type -a echo; type -at echo; type -ap echo
### type -f passes over functions
f() { :; }; type -f f; echo $?; type -tf echo
### type knows old names of its options
type -type echo; type --path sh; type -all if
### type of functions prints them
f() { if true; then echo "a b"; fi; }; type f
### type says what is hashed
hash -p /bin/sh foo; type foo; type -t foo; type -p foo
### keywords and builtins
type '!' '[[' '{' '}' time case coproc function in '[' : .
### special builtins in POSIX mode
set -o posix; type . eval echo; type -t .
### hash remembers places
hash -r; hash; hash -p /x/foo foo; hash; hash -t foo; hash -l
### hash -t of several names them
hash -p /x/a a; hash -p /y/b b; hash -t a b; hash -lt a b; hash -t none; echo $?
### hash -d forgets one
hash -p /x/a a; hash -d a; echo $?; hash -d a; echo $?; hash
### hash -d and -t need names
hash -d; echo $?; hash -t; echo $?; hash -p; echo $?
### hash of what is not there
hash none; echo $?; hash echo; echo $?; hash /bin/sh; echo $?; hash -p / d; echo $?
### hash with hashing turned off
set +h; hash; echo $?; hash -r; echo $?
### a hashed place is used without a new look
mkdir a b; echo 'echo a' >a/x; echo 'echo b' >b/x; chmod +x */x; PATH=$PWD/a:$PWD/b:$PATH; x; rm a/x; x 2>/dev/null; echo $?; hash -r; x
### a place found by a relative PATH is hashed too
mkdir a b; echo 'echo a' >a/x; echo 'echo b' >b/x; chmod +x b/x; PATH=a:b:$PATH; x; chmod +x a/x; rm b/x; x; echo $?
### checkhash looks again
mkdir a b; echo 'echo a' >a/x; echo 'echo b' >b/x; chmod +x */x; PATH=$PWD/a:$PWD/b:$PATH; shopt -s checkhash; x; rm a/x; x
### setting PATH forgets all places
hash -p /x/foo foo; PATH=$PATH; hash
### enable -n turns a builtin off
enable -n echo; type -t echo; enable -n; enable echo; type -t echo; enable -n
### enable lists
enable | head -n 4; enable -s; enable -a | grep -c .; enable -n test; enable -a | grep test; enable -p | grep -c .
### enable refuses what is no builtin
enable none; echo $?; enable -n none; echo $?; enable -d echo; echo $?; enable -d none; echo $?
### enable -f
enable -f ./none.so foo; echo $?; enable -f; echo $?
### a builtin that is off is a file or nothing
enable -n cd; builtin cd /; echo $?; enable -n test; builtin test a; echo $?
### names that cannot be printed are quoted when they are no command
$'a\nb'; echo $?; $'\xff'; 'a b'; é; ''
### programs of a machine are not run as scripts
printf '\177ELFxx\n' >f; chmod +x f; ./f; echo $?; printf 'a\0b\n' >g; chmod +x g; ./g; echo $?
### an interpreter that is not there
printf '#!/nonexistent/x\n' >f; chmod +x f; ./f; echo $?
### a directory or a file without permission is no command
mkdir d; ./d; echo $?; : >f; ./f; echo $?; ./none; echo $?; PATH=.:$PATH; d; echo $?

### an assignment before exec alone is gone
q=1 exec; declare -p q

### EXECIGNORE
mkdir d e; printf '#!/bin/sh\necho d\n' > d/cmd; printf '#!/bin/sh\necho e\n' > e/cmd; chmod +x d/cmd e/cmd; PATH=$PWD/d:$PWD/e:$PATH; EXECIGNORE=*/d/*; cmd; type -a cmd; type -P cmd; hash -t cmd; command -v cmd; EXECIGNORE=*cmd; hash -r; cmd; echo $?; type cmd; d/cmd; EXECIGNORE=; hash -r; cmd
