### a temporary variable is unset to what it hides
x=g; f() { echo "$x"; unset x; echo "${x-U}"; }; x=t f; echo $x
### local takes over the temporary variable of its function
x=g; f() { local x; declare -p x; unset x; echo "${x-U}"; x=5; declare -p x; }; x=t f; echo $x; declare -p x
### read assigns to the temporary variable alone
x=g; x=t read x <<< 5; echo $x; y=3 read y <<< 7; declare -p y
### printf -v and let assign through the temporary variable
x=g; x=t printf -v x %s 7; echo $x; x=t let x=9; echo $x; declare -p x; x=1 builtin printf -v x 6; echo $x
### getopts advances the OPTIND below a temporary one
OPTIND=3; OPTIND=1 getopts ab o -a -b; echo $OPTIND $o
### eval has a scope of its own
x=g; x=t eval 'x=9; echo $x'; echo $x; x=t command eval 'x=9; echo $x'; echo $x; x=t builtin eval 'echo $x; x=5'; echo $x
### declare changes the temporary variable alone unless it exports
x=g; x=t declare x; declare -p x; x=t declare x=5; declare -p x; v=1 declare -x v=6; declare -p v
### local in front of a temporary variable keeps value and export
f() { x=t local x; declare -p x; x=3 local x=5; declare -p x; y=4 local y=5; declare -p y; z=4 local z; declare -p z; unset z; echo ${z-U}; }; f; echo $x $y $z
### declare -g behind a temporary variable
x=g; f() { x=t declare -g x=5; declare -p x; }; f; declare -p x
### export and readonly keep the temporary value
x=g; x=t export x; declare -p x; y=g; y=t readonly y; declare -p y; f() { z=t export z; declare -p z; }; f; declare -p z
### redirections do not see the temporary environment
x=a; x=b cat <<< $x; x=c echo $x; x=d eval 'echo $x' <<< ''
### words, then assignments, then redirections
x=$(echo a >&2) echo $(echo b >&2) > $(echo c>&2; echo f); ls
### assignments in front of a command see those before them
a=1 b=$a$a eval 'echo $a $b'; a=1 a=2 env | grep ^a=; a=1 a+=2 env | grep ^a=; a=1 b=$a c=$b env | grep '^[abc]='
### a local hides the temporary variable of a caller and starts with its value
f() { g; }; g() { echo "$x"; local x; declare -p x; x=5; }; x=t f; h() { local x; g; echo $x; }; x=u h
### unset twice uncovers twice
x=g; f() { unset x; echo ${x-U}; unset x; echo ${x-U}; }; x=t f; echo ${x-U}
### a sourced file has a scope of its own
x=g; x=t . /dev/stdin <<< 'echo $x; x=5; declare -p x; unset x; declare -p x; x=6'; echo $x
### arrays of builtins reach the variable below
x=(1 2); x=t mapfile x <<< 'a'; declare -p x; x=t read -a x <<< 'a b'; declare -p x
### attributes do not change a temporary value
declare -i x=5; x=3+4 eval 'declare -p x'; declare -p x; declare -u y; y=abc env | grep ^y=
### posix mode keeps the assignments before special builtins
set -o posix; x=g; x=t eval 'x=7'; echo $x; x=t :; echo $x; f() { :; }; x=u f; echo $x; x=v export y=1; echo $x; x=w command :; echo $x
### unset of a caller's local uncovers the global
f() { local x=1; g; echo ${x-U}; }; g() { unset x; echo ${x-U}; x=2; }; x=G; f; echo $x
### localvar_unset leaves a caller's local unset
shopt -s localvar_unset; f() { local x=1; g; echo ${x-U}; }; g() { unset x; echo ${x-U}; x=2; }; x=G; f; echo $x
### a readonly variable in front of a command is told and left out
readonly r=1; r=2 true; echo $?; r=2 x=4 env | grep '^[rx]='; r=2 f; echo $?; f() { echo in; }; r=2 f; r=2 export q=5; echo $q
### a readonly variable in front of a command ends a posix shell
set -o posix; readonly r=1; r=2 true; echo no
### an element is no temporary variable
a=(1 2); a[0]=5 true; echo "${a[@]}"; a[1]=5 env | grep ^a
### a list as a temporary variable is a string
x=q; B=($x '2' "a b") env | grep ^B=; B=([k]=v) env | grep '^B='; B=(1 2 3) eval 'echo $B; declare -p B'; B+=(1) env | grep ^B=; declare -p B
### local in eval with the same temporary variable lives as long as that
f() { eval 'local x=1'; y=2 eval 'local x=3'; echo $x; x=8 eval 'local x=5; echo $x'; echo $x; }; f
### local in eval with another temporary variable is the function's
f() { x=8 . /dev/stdin <<< 'local x=5 z=1; echo $x'; echo $x $z; IFS= eval 'local v="$*"'; echo $v; }; f a b
### local behind redirections is the function's
f() { eval 'local y=1' >/dev/null; echo $y; { local z=2; } >/dev/null; echo $z; local w=3 2>/dev/null; echo $w; }; f; echo "[$y$z$w]"
### unset in eval uncovers what its scope hides
v=G; f() { local v=L; v=T eval 'unset v; echo $v; unset v; echo ${v-U}; unset v; echo ${v-U}'; echo ${v-U}; }; f; echo $v
### unset has a scope of its own
f() { local tx=1; tx=2 unset tx; echo $tx; y=3 unset y; echo ${y-U}; }; f
### exported temporary variables of a function spread to all that they hide
v=G; f() { v=T eval 'v=5; export v; declare -p v'; declare -p v; }; f; declare -p v; q=G; f() { local q=L; g; declare -p q; }; g() { q=5; export q; }; q=T f; declare -p q; r=G; f() { local r=L; r=T g; declare -p r; }; g() { readonly r; }; f; declare -p r
### outside of functions they do not
v=G; v=T eval 'export v=6; declare -p v'; declare -p v; v=T eval 'readonly v=6; declare -p v'; declare -p v
### subshells uncover for themselves
f() { local x=1; g; echo $x; }; g() { (unset x; echo $x; unset x; echo ${x-U}); echo $x; (declare -g x=5); echo $x; }; x=G; f; echo $x
### declare -g in a substitution changes nothing outside
f() { local x=1; y=$(declare -g x=5; unset x; echo $x); echo $y $x; }; x=G; f; echo $x
### namerefs are followed in front of a command
declare -n r=x; r=1 env | grep '^[rx]='; r=1 eval 'echo $r $x'; declare -p r x
### the trace of a command goes where its redirections do not
exec 3>t; BASH_XTRACEFD=3; set -x; x=1 echo a 3>f; f() { :; }; f 3>g; { set +x; } 3>/dev/null; cat t f g
