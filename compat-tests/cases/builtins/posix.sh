### special builtins end a script when they are misused
set -o posix; set -o none; echo no
### an option that a special builtin does not have ends a script
set -o posix; unset -Z; echo no
### an operand that is wrong does not
set -o posix; unset 1x; echo still; shift x; echo still; trap x NOPE; echo still
### a redirection of a special builtin that fails ends a script
set -o posix; : >/nonexistent/x; echo no
### other builtins go on after that
set -o posix; true >/nonexistent/x; echo still; cd -Z; echo still
### a file that cannot be sourced ends a script
set -o posix; . ./none; echo no
### a file that is not found in PATH
set -o posix; . nosuchfile; echo no
### export and readonly of what is no name
set -o posix; export 1x=1; echo no
### assignments before special builtins stay
set -o posix; x=1 :; echo $x; y=2 eval 'echo $y'; echo $y; z=3 true; echo ${z-unset}
### break and continue outside of a loop say nothing
set -o posix; break; echo $?; continue; echo $?
### shift says that there are too few
set -o posix; shift 3; echo $?
### posix mode turns on what it needs
shopt -u sourcepath interactive_comments; set -o posix; shopt sourcepath interactive_comments; set +o posix; shopt sourcepath
### alias shows no word in front
set -o posix; alias a=b; alias; alias a; alias -p
### set lists no functions
f() { :; }; set -o posix; set | grep -c '^f ()'

### posix: trap -p lists what has no trap
set -o posix; trap -p; trap -p ERR DEBUG RETURN

### posix: trap -p with some traps
set -o posix; trap 'echo' INT ERR DEBUG RETURN EXIT; trap -p | grep -v -- ' - '; trap '' HUP; trap -p HUP TERM

### posix: quotes in braces 1
set -o posix
y=; echo "${y:-a'b}"; echo "${y:+'}"; echo "${y:-'a"b"'}"; x="a'}"; echo "${x%'}'}"; echo "${x#'a'}"; echo "${x/'a'/b}"

### posix: quotes in braces 5
set -o posix
cat <<E
${y:-'a} ${y-a'b} ${y+'} "${y:-'}"
E

### posix: quotes in braces 6
set -o posix
x='a b c'; echo "${x//' '/-}" "${x/#'a'}" "${x^'a'}" "${x^^['a'b]}" "${x,'A'}"

### posix: quotes in braces 10
set -o posix
y=; echo "${y:-a'b}"; echo "${y:+'}"
echo "${y:-'a"b"'}"
x="a'}"; echo "${x%'}'}"
echo "${x#'a'}"; echo "${x/'a'/b}"

### posix: quotes in braces 11
set -o posix
echo "${y-'}'}"; echo "${up:-'}'}"

### posix: quotes in braces 12
set -o posix
cat <<E
${y-'}'} ${y:-'q'} ${y:-a'b}
E

### posix: quotes in braces 13
set -o posix
echo "${y-'$(echo hi)'}" "${y-'$HOME' `echo '}'`}" "${y-\'}" "${y-a\}b}"

### posix: quotes in braces 15
set -o posix
x=$(echo "${y-'}'}"); echo $x; echo `echo "${y-'}'}"`; f() { echo "${y-'a}"; }; f; declare -f f

### posix: quotes in braces 16
set -o posix
echo "${y-${z-'a}b}'" "${y:-'"'"'}"

### posix: ansi quotes in braces
set -o posix
echo "${y-"a'b"c}" "${y-$'x'}" "${y:-$'a\tb'}"

### posix: nested functions without the word
set -o posix; f() { function a.b { :; }; function g () ( : ); c() { :; } >x; }; declare -f f; function a.b { :; }; declare -f a.b; declare -f

### posix: nested functions and set
f() { g() { :; }; }; set -o posix; set | grep -A8 '^f '; set +o posix; declare -f f

### posix: kill -l takes no long names
set -o posix; kill -l SIGINT 2 int; echo $?; kill -s SIGINT $$; echo $?; kill -s int 99999; kill -INT

### posix: an exclamation mark in PS4
set -o posix; PS4='+!!x!y\!z '; set -x; echo a

### posix: assignments before special builtins are exported
set -o posix; x=1 :; printenv x; x=2 eval 'printenv x'; printenv x; y=3 export Q; printenv y; declare -p x y

### posix: assignments before special builtins 2
set -o posix; x=1 set --; declare -p x; z=5; z=6 :; declare -p z; a=1 b=2 unset b; declare -p a b

### posix: assignments before special builtins 3
set -o posix; q=1 exec; declare -p q; q=3 export Q2=1; declare -p q

### posix: assignments before special builtins 4
set -o posix; f() { local t; t=1 :; declare -p t; u=2 export u; }; f; declare -p t; declare -p u

### posix: assignments before special builtins 5
set -o posix; q=1 exec >/dev/null; declare -p q >&2

### posix: assignments before special builtins 6
set -o posix; declare -n r=t; r=5 :; declare -p t r

### posix: assignments before special builtins 7
set -o posix; declare -i n; n=3+4 :; declare -p n; n+=2 :; declare -p n

### posix: assignments before special builtins 8
set -o posix; export x=1; x=2 readonly x; declare -p x; y=1 readonly y; declare -p y

### posix: assignments before special builtins 9
set -o posix; x=5 command :; echo ${x-unset}; x=5 command eval 'echo $x'; echo ${x-unset}

### posix: inherit_errexit comes with posix mode
set -o posix; shopt inherit_errexit; set +o posix; shopt inherit_errexit; shopt -u inherit_errexit; set -o posix;  shopt inherit_errexit

### posix: inherit_errexit and subshells
set -o posix; (shopt inherit_errexit); shopt -s expand_aliases; set +o posix; shopt expand_aliases; shopt -u shift_verbose; set -o posix; shopt shift_verbose

### posix: wrong use of a special builtin 1
set -o posix; source; echo "after $?"

### posix: wrong use of a special builtin 2
set -o posix; eval -x; echo "after $?"

### posix: wrong use of a special builtin 3
set -o posix; . -x; echo "after $?"

### posix: wrong use of a special builtin 9
set -o posix; exec -z; echo "after $?"

### posix: wrong use of a special builtin that is tested h
set -o posix; if eval -x; then :; fi; echo "after $?"

### posix: wrong use of a special builtin that is tested i
set -o posix; . -x || echo no; echo after

### posix: wrong use of a special builtin that is tested j
set -o posix; command . -x; echo after; command eval -z; echo after

### posix: POSIXLY_CORRECT as set -o posix
POSIXLY_CORRECT=1; set -o | grep posix; shopt expand_aliases shift_verbose inherit_errexit; unset POSIXLY_CORRECT; set -o | grep posix; shopt expand_aliases shift_verbose inherit_errexit

### posix: POSIXLY_CORRECT in front of a command gives the options back
s() { shopt expand_aliases shift_verbose inherit_errexit interactive_comments; }
shopt -s expand_aliases; POSIXLY_CORRECT=y true; s; POSIXLY_CORRECT=y s; s; POSIXLY_CORRECT=y true 2>/dev/null; s
shopt -u expand_aliases interactive_comments; shopt -s shift_verbose; POSIXLY_CORRECT=y true; s

### posix: POSIXLY_CORRECT in front of a program, in a subshell, within POSIX mode
shopt -s expand_aliases shift_verbose; (POSIXLY_CORRECT=y true; shopt expand_aliases)
shopt expand_aliases; POSIXLY_CORRECT=y /bin/true; shopt expand_aliases shift_verbose
set -o posix; shopt -u expand_aliases; POSIXLY_CORRECT=y true; shopt expand_aliases; shopt -o posix
unset POSIXLY_CORRECT; shopt expand_aliases; f() { local POSIXLY_CORRECT=y; shopt expand_aliases; }; f; shopt expand_aliases
