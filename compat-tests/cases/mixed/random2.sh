### the list of arguments in a here-document is joined with blanks and keeps what is empty
t() { cat <<E
[$*] [${*#q}] ["$*"] [${x-$*}] [${x-"$*"}]
E
}
all() { t a ''; t ' a  b ' '' 'c xd'; t '' ''; t; }
all; IFS=x; all; IFS=' x'; all; IFS=; all; unset IFS; all
### a number in front of a command grows by +=
declare -i num=3; num+=2 env | grep '^num='; num+=2+1 eval 'echo $num'; num=2+1 eval 'echo $num'; f() { echo $num; }; num+=5 f; echo $num
### an expression that is wrong in front of a command drops the command
declare -i num=3; (num+='*' echo x; echo no); echo $?; (num+=4two f; echo no); echo $?
num+='1+' echo no
echo on $num
### a word with braces is no assignment to the tilde
HOME=/h; echo {b..a}a=~ a{a,b}=~ a=~{a,b} a=~/{a,b} a={~,b} a=~ a=b:~/{x,y} {~,b}/c x{~,b}
HOME=/h; y=(a{a,b}=~ a=~/{a,b} a=~); echo ${y[@]}; for x in a{a,b}=~ a={b}:~ a=~/{x}; do echo $x; done
HOME=/h; export {b,a}a=~ c=~/{a,b}; echo $ba $aa $c
### the EXIT trap of a subshell is traced one level deeper
exec 2>&1; set -x; (trap 'echo trap' EXIT; echo b); ( (trap 'echo trap' EXIT; exit 3); trap 'echo out' EXIT)
### the EXIT trap of a substitution is traced as its commands are
exec 2>&1; set -x; x=$(trap 'echo trap' EXIT; true); eval 'x=$(trap "echo trap" EXIT; true)'; x=$(eval '(trap "echo trap" EXIT; true)')
### the EXIT trap of a subshell in eval or a function
exec 2>&1; set -x; eval '(trap "echo trap" EXIT; exit 3)'; f() { (trap 'echo trap' EXIT; return); }; f; (trap 'echo trap' EXIT; echo ${x?y})
### the EXIT trap of the shell is traced at the first level
exec 2>&1; set -x; eval 'trap "echo trap" EXIT; exit 3'
### declare -n += makes a name or is refused
declare -n e+=; echo $?; declare -n e+='a b'; echo $?; declare -n e+=1; echo $?; declare -p e
e=a; declare -n e+=1; echo $?; declare -p e; declare -n e+=-; echo $?; declare -n e+='[1'; echo $?; declare -n e+='[1]'; echo $?; declare -p e
f='a b'; declare -n f+=1; echo $?; declare -p f; g() { local -n e=x; local -n e+=1; echo $?; local -n e+=-; echo $?; declare -p e; }; g
