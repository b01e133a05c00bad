### ppid in subshell
(sh -c 'echo $PPID'; :) > p; p=$(cat p); rm p; [ "$p" = $$ ] && echo same || echo other

### ppid alone
(sh -c 'echo $PPID') > p; p=$(cat p); rm p; [ "$p" = $$ ] && echo same || echo other

### ppid in comsub
x=$(sh -c 'echo $PPID'; :); [ "$x" = $$ ] && echo same || echo other

### ppid in comsub alone
x=$(sh -c 'echo $PPID'); [ "$x" = $$ ] && echo same || echo other

### ppid in comsub var
x=$(cd /; sh -c 'echo $PPID'); [ "$x" = $$ ] && echo same || echo other

### ppid pipeline
sh -c 'echo $PPID' | { read x; [ "$x" = $$ ] && echo same || echo other; }

### ppid pipeline group
{ sh -c 'echo $PPID'; } | { read x; [ "$x" = $$ ] && echo same || echo other; }

### ppid pipeline group 2
{ sh -c 'echo $PPID'; :; } | { read x; [ "$x" = $$ ] && echo same || echo other; }

### ppid and BASHPID
( echo $BASHPID; sh -c 'echo $PPID'; : ) | { read a; read b; [ $a = $b ] && echo same; }

### ppid and BASHPID in if
( if true; then echo $BASHPID; sh -c 'echo $PPID'; fi; : ) | { read a; read b; [ $a = $b ] && echo same; }

### ppid with trap
(trap : EXIT; sh -c 'echo $PPID') > p; p=$(cat p); rm p; [ "$p" = $$ ] && echo same || echo other

### ppid redirect
(sh -c 'echo $PPID' > p); p=$(cat p); rm p; [ "$p" = $$ ] && echo same || echo other

### ppid and-list
(: && sh -c 'echo $PPID') > p; p=$(cat p); rm p; [ "$p" = $$ ] && echo same || echo other

### ppid procsub
read x < <(sh -c 'echo $PPID'); [ "$x" = $$ ] && echo same || echo other

### ppid coproc
coproc sh -c 'echo $PPID'; read x <&${COPROC[0]};  [ "$x" = $$ ] && echo same || echo other

### ppid script in a file
echo 'echo $PPID' > s; (sh ./s; :) > p; p=$(cat p); rm p; [ "$p" = $$ ] && echo same || echo other

### ppid own shell
($THIS -c 'echo $PPID'; :) > p; p=$(cat p); rm p; [ "$p" = $$ ] && echo same || echo other
