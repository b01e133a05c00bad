### . refuses an option that it does not have
. -Z; echo $?
### alias refuses an option that it does not have
alias -Z; echo $?
### bg refuses an option that it does not have
set -m; bg -Z; echo $?
### bind refuses an option that it does not have
bind -Z; echo $?
### break refuses an option that it does not have
for i in 1 2; do break -Z; done; echo no
### builtin refuses an option that it does not have
builtin -Z; echo $?
### caller refuses an option that it does not have
caller -Z; echo $?
### cd refuses an option that it does not have
cd -Z; echo $?
### command refuses an option that it does not have
command -Z; echo $?
### compgen refuses an option that it does not have
compgen -Z; echo $?
### complete refuses an option that it does not have
complete -Z; echo $?
### compopt refuses an option that it does not have
compopt -Z; echo $?
### declare refuses an option that it does not have
declare -Z; echo $?
### dirs refuses an option that it does not have
dirs -Z; echo $?
### disown refuses an option that it does not have
disown -Z; echo $?
### enable refuses an option that it does not have
enable -Z; echo $?
### eval refuses an option that it does not have
eval -Z; echo $?
### exec refuses an option that it does not have
exec -Z; echo $?
### exit refuses an option that it does not have
(exit -Z); echo $?
### export refuses an option that it does not have
export -Z; echo $?
### fc refuses an option that it does not have
fc -Z; echo $?
### fg refuses an option that it does not have
set -m; fg -Z; echo $?
### getopts refuses an option that it does not have
getopts -Z; echo $?
### hash refuses an option that it does not have
hash -Z; echo $?
### help refuses an option that it does not have
help -Z; echo $?
### history refuses an option that it does not have
history -Z; echo $?
### jobs refuses an option that it does not have
jobs -Z; echo $?
### kill refuses an option that it does not have
kill -Z; echo $?
### local refuses an option that it does not have
f() { local -Z; echo $?; }; f; echo end $?
### mapfile refuses an option that it does not have
mapfile -Z; echo $?
### popd refuses an option that it does not have
popd -Z; echo $?
### printf refuses an option that it does not have
printf -Z; echo $?
### pushd refuses an option that it does not have
pushd -Z; echo $?
### pwd refuses an option that it does not have
pwd -Z; echo $?
### read refuses an option that it does not have
read -Z; echo $?
### readarray refuses an option that it does not have
readarray -Z; echo $?
### readonly refuses an option that it does not have
readonly -Z; echo $?
### return refuses an option that it does not have
f() { return -Z; echo $?; }; f; echo end $?
### set refuses an option that it does not have
set -Z; echo $?
### shift refuses an option that it does not have
shift -Z; echo $?
### shopt refuses an option that it does not have
shopt -Z; echo $?
### source refuses an option that it does not have
source -Z; echo $?
### suspend refuses an option that it does not have
suspend -Z; echo $?
### times refuses an option that it does not have
times -Z; echo $?
### trap refuses an option that it does not have
trap -Z; echo $?
### type refuses an option that it does not have
type -Z; echo $?
### typeset refuses an option that it does not have
typeset -Z; echo $?
### ulimit refuses an option that it does not have
ulimit -Z; echo $?
### umask refuses an option that it does not have
umask -Z; echo $?
### unalias refuses an option that it does not have
unalias -Z; echo $?
### unset refuses an option that it does not have
unset -Z; echo $?
### wait refuses an option that it does not have
wait -Z; echo $?
