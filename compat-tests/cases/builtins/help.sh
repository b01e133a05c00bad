### . --help shows how it is used
. --help | head -n 1; . --help >/dev/null; echo $?
### : takes --help as an argument
: --help; echo $?
### [ takes --help as an argument
[ --help ]; echo $?; [ --help; echo $?
### alias --help shows how it is used
alias --help | head -n 1; alias --help >/dev/null; echo $?
### bg --help shows how it is used
bg --help | head -n 1; bg --help >/dev/null; echo $?
### bind takes --help as an argument
bind --help; echo $?
### break --help shows how it is used
break --help | head -n 1; break --help >/dev/null; echo $?
### builtin --help shows how it is used
builtin --help | head -n 1; builtin --help >/dev/null; echo $?
### caller --help shows how it is used
caller --help | head -n 1; caller --help >/dev/null; echo $?
### cd --help shows how it is used
cd --help | head -n 1; cd --help >/dev/null; echo $?
### command --help shows how it is used
command --help | head -n 1; command --help >/dev/null; echo $?
### compgen --help shows how it is used
compgen --help | head -n 1; compgen --help >/dev/null; echo $?
### complete --help shows how it is used
complete --help | head -n 1; complete --help >/dev/null; echo $?
### compopt --help shows how it is used
compopt --help | head -n 1; compopt --help >/dev/null; echo $?
### continue --help shows how it is used
continue --help | head -n 1; continue --help >/dev/null; echo $?
### declare --help shows how it is used
declare --help | head -n 1; declare --help >/dev/null; echo $?
### dirs --help shows how it is used
dirs --help | head -n 1; dirs --help >/dev/null; echo $?
### disown --help shows how it is used
disown --help | head -n 1; disown --help >/dev/null; echo $?
### echo takes --help as an argument
echo --help; echo $?
### enable --help shows how it is used
enable --help | head -n 1; enable --help >/dev/null; echo $?
### eval --help shows how it is used
eval --help | head -n 1; eval --help >/dev/null; echo $?
### exec --help shows how it is used
exec --help | head -n 1; (exec --help >/dev/null); echo $?
### exit --help shows how it is used
exit --help | head -n 1; exit --help >/dev/null; echo $?
### export --help shows how it is used
export --help | head -n 1; export --help >/dev/null; echo $?
### false takes --help as an argument
false --help; echo $?
### fc --help shows how it is used
fc --help | head -n 1; fc --help >/dev/null; echo $?
### fg --help shows how it is used
fg --help | head -n 1; fg --help >/dev/null; echo $?
### getopts --help shows how it is used
getopts --help | head -n 1; getopts --help >/dev/null; echo $?
### hash --help shows how it is used
hash --help | head -n 1; hash --help >/dev/null; echo $?
### help --help shows how it is used
help --help | head -n 1; help --help >/dev/null; echo $?
### history --help shows how it is used
history --help | head -n 1; history --help >/dev/null; echo $?
### jobs --help shows how it is used
jobs --help | head -n 1; jobs --help >/dev/null; echo $?
### kill --help shows how it is used
kill --help | head -n 1; kill --help >/dev/null; echo $?
### let --help shows how it is used
let --help | head -n 1; let --help >/dev/null; echo $?
### local --help shows how it is used
f() { local --help >/dev/null; echo $?; }; f; g() { local --help; }; g | head -n 1
### logout --help shows how it is used
logout --help | head -n 1; logout --help >/dev/null; echo $?
### mapfile --help shows how it is used
mapfile --help | head -n 1; mapfile --help >/dev/null; echo $?
### popd --help shows how it is used
popd --help | head -n 1; popd --help >/dev/null; echo $?
### printf --help shows how it is used
printf --help | head -n 1; printf --help >/dev/null; echo $?
### pushd --help shows how it is used
pushd --help | head -n 1; pushd --help >/dev/null; echo $?
### pwd --help shows how it is used
pwd --help | head -n 1; pwd --help >/dev/null; echo $?
### read --help shows how it is used
read --help | head -n 1; read --help >/dev/null; echo $?
### readarray --help shows how it is used
readarray --help | head -n 1; readarray --help >/dev/null; echo $?
### readonly --help shows how it is used
readonly --help | head -n 1; readonly --help >/dev/null; echo $?
### return --help shows how it is used
return --help | head -n 1; return --help >/dev/null; echo $?
### set --help shows how it is used
set --help | head -n 1; set --help >/dev/null; echo $?
### shift --help shows how it is used
shift --help | head -n 1; shift --help >/dev/null; echo $?
### shopt --help shows how it is used
shopt --help | head -n 1; shopt --help >/dev/null; echo $?
### source --help shows how it is used
source --help | head -n 1; source --help >/dev/null; echo $?
### suspend --help shows how it is used
suspend --help | head -n 1; suspend --help >/dev/null; echo $?
### test takes --help as an argument
test --help; echo $?
### times --help shows how it is used
times --help | head -n 1; times --help >/dev/null; echo $?
### trap --help shows how it is used
trap --help | head -n 1; trap --help >/dev/null; echo $?
### true takes --help as an argument
true --help; echo $?
### type --help shows how it is used
type --help | head -n 1; type --help >/dev/null; echo $?
### typeset --help shows how it is used
typeset --help | head -n 1; typeset --help >/dev/null; echo $?
### ulimit --help shows how it is used
ulimit --help | head -n 1; ulimit --help >/dev/null; echo $?
### umask --help shows how it is used
umask --help | head -n 1; umask --help >/dev/null; echo $?
### unalias --help shows how it is used
unalias --help | head -n 1; unalias --help >/dev/null; echo $?
### unset --help shows how it is used
unset --help | head -n 1; unset --help >/dev/null; echo $?
### wait --help shows how it is used
wait --help | head -n 1; wait --help >/dev/null; echo $?
### help -s shows the synopsis of .
help -s .; echo $?; help -m . | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of :
help -s :; echo $?; help -m : | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of [
help -s \[; echo $?; help -m \[ | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of alias
help -s alias; echo $?; help -m alias | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of bg
help -s bg; echo $?; help -m bg | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of bind
help -s bind; echo $?; help -m bind | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of break
help -s break; echo $?; help -m break | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of builtin
help -s builtin; echo $?; help -m builtin | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of caller
help -s caller; echo $?; help -m caller | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of cd
help -s cd; echo $?; help -m cd | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of command
help -s command; echo $?; help -m command | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of compgen
help -s compgen; echo $?; help -m compgen | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of complete
help -s complete; echo $?; help -m complete | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of compopt
help -s compopt; echo $?; help -m compopt | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of continue
help -s continue; echo $?; help -m continue | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of declare
help -s declare; echo $?; help -m declare | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of dirs
help -s dirs; echo $?; help -m dirs | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of disown
help -s disown; echo $?; help -m disown | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of echo
help -s echo; echo $?; help -m echo | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of enable
help -s enable; echo $?; help -m enable | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of eval
help -s eval; echo $?; help -m eval | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of exec
help -s exec; echo $?; help -m exec | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of exit
help -s exit; echo $?; help -m exit | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of export
help -s export; echo $?; help -m export | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of false
help -s false; echo $?; help -m false | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of fc
help -s fc; echo $?; help -m fc | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of fg
help -s fg; echo $?; help -m fg | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of getopts
help -s getopts; echo $?; help -m getopts | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of hash
help -s hash; echo $?; help -m hash | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of help
help -s help; echo $?; help -m help | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of history
help -s history; echo $?; help -m history | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of jobs
help -s jobs; echo $?; help -m jobs | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of kill
help -s kill; echo $?; help -m kill | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of let
help -s let; echo $?; help -m let | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of local
help -s local; echo $?; help -m local | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of logout
help -s logout; echo $?; help -m logout | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of mapfile
help -s mapfile; echo $?; help -m mapfile | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of popd
help -s popd; echo $?; help -m popd | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of printf
help -s printf; echo $?; help -m printf | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of pushd
help -s pushd; echo $?; help -m pushd | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of pwd
help -s pwd; echo $?; help -m pwd | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of read
help -s read; echo $?; help -m read | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of readarray
help -s readarray; echo $?; help -m readarray | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of readonly
help -s readonly; echo $?; help -m readonly | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of return
help -s return; echo $?; help -m return | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of set
help -s set; echo $?; help -m set | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of shift
help -s shift; echo $?; help -m shift | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of shopt
help -s shopt; echo $?; help -m shopt | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of source
help -s source; echo $?; help -m source | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of suspend
help -s suspend; echo $?; help -m suspend | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of test
help -s test; echo $?; help -m test | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of times
help -s times; echo $?; help -m times | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of trap
help -s trap; echo $?; help -m trap | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of true
help -s true; echo $?; help -m true | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of type
help -s type; echo $?; help -m type | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of typeset
help -s typeset; echo $?; help -m typeset | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of ulimit
help -s ulimit; echo $?; help -m ulimit | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of umask
help -s umask; echo $?; help -m umask | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of unalias
help -s unalias; echo $?; help -m unalias | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of unset
help -s unset; echo $?; help -m unset | grep -A 1 '^SYNOPSIS'
### help -s shows the synopsis of wait
help -s wait; echo $?; help -m wait | grep -A 1 '^SYNOPSIS'
