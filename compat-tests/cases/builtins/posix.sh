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
