### list: control
set -o history
HISTCONTROL=ignorespace
 echo sp
echo a
echo a
HISTCONTROL=ignoredups
echo a
echo a
 echo a
 echo a
HISTCONTROL=ignoreboth
 echo z
echo b
echo b
HISTCONTROL=erasedups
echo a
echo b
echo a
history
HISTCONTROL=ignorespace:erasedups
 x=1
echo a
history
HISTCONTROL=foo
unset HISTCONTROL
echo a
echo a
history
### list: control without history
HISTCONTROL=ignoreboth
history -s a; history -s a; history -s ' b'; history -s b
HISTIGNORE='c*:&'
history -s cc; history -s d; history -s d
HISTCONTROL=erasedups; history -s a
history
### list: ignore
set -o history
HISTIGNORE='ls:echo *:&'
ls
ls x
ls x
echo a
echo
echo
HISTIGNORE='&*'
ls
ls x
HISTIGNORE='\&'
ls
ls
HISTIGNORE='[ \t]*:h?story'
 a=1
history
HISTIGNORE=
history
shopt -s extglob
HISTIGNORE='@(foo|bar)'
foo() { :; }
foo
bar=1
history
### list: control multiline
set -o history
HISTCONTROL=ignorespace
 for i in 1
do :
done
for i in 1
 do :
 done
HISTIGNORE='while*'
while false
do :
done
 cat <<E
q
E
HISTCONTROL=ignoredups
unset HISTIGNORE
if true; then
:
fi
if true; then
:
fi
history
### list: histsize
set -o history
HISTSIZE=3
echo a
echo b
echo c
history
history -p '!2' '!5' '!6'
echo $HISTCMD
HISTSIZE=10
echo d
echo e
history
HISTSIZE=2
history
HISTSIZE=0
history
echo z
history
HISTSIZE=-1
echo y
history
HISTSIZE=abc
history
unset HISTSIZE
history
HISTSIZE=
history
### list: histsize no history
HISTSIZE=2
history -s a; history -s b; history -s c
history
HISTSIZE=1
history
history -s d
history; fc -l; fc -l 1 9
### list: histfile at exit
export HISTFILE=hf
$THIS -c 'set -o history
echo a
history'
cat hf
cat >s <<'E'
set -o history
echo a
history
E
printf 'old1\nold2\n' >hf
$THIS s
echo == $?
cat hf
HISTFILESIZE=2 $THIS s
cat hf
HISTSIZE=2 $THIS s
cat hf
HISTSIZE=0 $THIS s
cat hf
HISTSIZE=-5 HISTFILESIZE=-1 $THIS s
cat hf
### list: histappend
export HISTFILE=hf
cat >s <<'E'
shopt -s histappend
set -o history
echo a
history -c
echo b
E
printf 'old1\nold2\n' >hf
$THIS s
cat hf
HISTFILESIZE=3 $THIS s
cat hf
### list: filesize truncates
printf '1\n2\n3\n4\n' >hf
HISTFILE=hf
HISTFILESIZE=3; cat hf
echo ==
HISTFILESIZE=0; cat hf
echo ==
### list: read timestamps
printf '#100\na\n#200\nb\nb2\n#300\nc\n' >f
export TZ=UTC
history -r f
history
history -c
HISTTIMEFORMAT='%s '
history -r f
history
HISTTIMEFORMAT='%F %T '
history
history -w g; cat g
printf 'x\n#100\na\nb\n#foo\nc\n' >f
history -c
unset HISTTIMEFORMAT
history -r f
HISTTIMEFORMAT='%F %T '
history | sed '/^ *[15]/s/20..-..-.. ..:..:../NOW/'
### list: cmd on its own
set -o history
HISTTIMEFORMAT='%% '
echo a
if true; then
echo b
fi
history
history 1
### list: HISTCMD
set -o history
echo $HISTCMD
history -s a
echo $HISTCMD
history -c
echo $HISTCMD
set +o history
echo $HISTCMD
$THIS -c 'echo $HISTCMD; history -s a; echo $HISTCMD'
### list: fc -l with history
set -o history
echo a
echo b
fc -l
fc -l -1
fc -l 1
fc -l 4
fc -l 6
fc -l 7
fc -l 99
fc -l 0
fc -l -0
fc -l -99
fc -ln echo
fc -lr 1 3
fc -l zz
fc -l 1 zz
fc -lz
fc -l -- -2
fc -l a b c
### list: fc -s with history
set -o history
echo aa
fc -s
fc -s a=b
echo cc
fc -s echo
fc -s -1
fc -s nope
echo $?
fc -s x=y z
fc -e - echo
history
### list: fc edit
set -o history
echo aa
echo bb
cat >ed <<'E'
#!/bin/sh
sed -i s/aa/xx/ "$1"
E
chmod +x ed
FCEDIT=./ed fc
history
fc -e ./ed 2
EDITOR=./ed fc 1 2
echo $?
FCEDIT=false fc
echo $?
fc -e true -r 1 2
fc -e true 1 echo
fc -e nonexist 1
echo $?
fc -e true nope
echo $?
fc -e true 99
fc -e
echo $?
history
### list: fc edit no history
history -s 'echo aa'
history -s 'echo bb'
cat >ed <<'E'
#!/bin/sh
sed -i s/aa/xx/ "$1"
E
chmod +x ed
FCEDIT=./ed fc
echo $?
fc -e ./ed 1
fc -e ./ed 1 2
fc -e true -1
history
### list: fc edit multi
history -s 'echo aa
echo b2'
history -s 'exit 3'
history -s x
fc -e true 1 1
fc -e 'eval echo "exit 4;:" >' 1
echo $?
fc -e 'eval echo "if" >' 1
echo $?
fc -e 'eval echo "return 5" >' 1
echo $?
fc -e 'eval : >' 1
echo $?
fc -e true 2
echo not
### list: fc TMPDIR
history -s 'echo aa'
history -s 'echo bb'
mkdir t; TMPDIR=t fc -e 'echo' 1 | sed 's/fc.*/fcXX/'
mkdir t/t; TMPDIR=$PWD/t fc -e 'ls t | wc -l; stat -c %a ' 1
ls t
TMPDIR=/nonexist fc -e : 1
### list: fc posix
set -o posix
history -s aa; history -s bb
fc -l
fc -l 1
### list: history errors
set -o history
history -c
history -s a
history -d
history -d 0
history -d 1
history -d 99
history -d -1
history -x
history 0
history -3
history abc
history -n nofile
history -a /nodir/f
history -r /nodir/f
history -w /nodir/f
history -rw f
history -ps a
history -cs b
history
history -c -w f
history 99999999999999999999
### list: histfile cmds
set -o history
HISTFILE=hf
echo a
history -a
cat hf
echo b
history -a
cat hf
echo "c
d"
history -a
cat hf
history -n
history
printf 'ext\n' >>hf
history -n
history
history -r
history
history -w
cat hf
history -c
history -r
history
HISTFILE=
history -a
echo $?
unset HISTFILE
history -w
echo $?
### list: delete own
set -o history
echo a
echo b
history -d 3
history
history -d -1
history
history -d -2
history
history -d 1-2
history
### fc: editors
fc() { builtin fc "$@"; }
history -s 'echo aa'
history -s 'echo bb'
history -s 'echo bc'
FCEDIT=
ed() { echo ed; }
EDITOR='echo E' fc 1 | sed 's/fc\..*/fc.X/'
FCEDIT=false EDITOR='echo E' fc 1; echo $?
### fc: edit with histexpand
set -o history -H
echo 1
fc -e 'eval echo \\!\\! \>' 1
history
f() { fc -e : 1; }
f
for i in 1 2; do fc -e : 1; done
history
### history: ext
set -o history -H
shopt -s extglob
echo a
echo !(x)
echo a !(x)
echo a!(x)
echo !(x) b
echo !(x)y
echo x!(b) !!
echo x!(b)y!(c)
[[ a == !(b) ]] && echo y
case a in !(b)) echo z;; esac
echo "!(x)"
history
### history: ext2
set -o history -H
shopt -s extglob
echo a
echo x!(b)
echo !!
echo !(x)y
### history: ext3
shopt -s extglob
history -s a
history -p 'x!(b)' 'x !(b)' ' !(b)y' 'x !(b) !!'
### history: noext
set -o history -H
echo a
echo x!(b)
echo !(x)
### history: heredoc multi
set -o history
cat <<A <<B
a
A
b
B
cat <<'A'
x\
y
A
cat <<A
x\
y
A
shopt -s lithist
cat <<A
l
m
A
{ cat <<A
l
A
echo x
}
history
### history: heredoc in function
set -o history -H
f() {
cat <<E
!!
E
  cat <<-E | cat
	a
	E
}
f
cat <<E; !e
!!
E
history
### history: status of erroring list
set -o history -H
false
!zz
echo $?
(exit 3)
!!:p
echo $?
### history: hist in subshell and functions
set -o history -H
f() { history 2; fc -l -1; history -s in f; }
f
f; f
( history -c; history )
history
x=$(history -s y; history)
echo "$x"
history | tail -1
eval 'fc -l -1 -1'
### history: fc ranges
set -o history
echo 1
echo 2
echo 3
echo 4
fc -l 2 3
fc -l 3 2
fc -l -2 -1
fc -l -1 -2
fc -ln -2
fc -l 2 -0
fc -l -0 2
fc -l echo\ 2 echo\ 3
fc -l 2 1000
fc -l 1000 2
fc -lr -3
fc -0
fc -s 0
fc -s -0
fc -l +2 3
### history: histignore &
set -o history
HISTIGNORE='&'
: [ab]
: [ab]
: a
: a*
: a*
HISTIGNORE='& *'
: x
: x y
: x y z
history
### history: erasedups with base
HISTSIZE=4
for i in a b c d e b; do history -s $i; done
history
HISTCONTROL=erasedups
history -s c; history
history -s c; history; echo $HISTCMD
### history: histsize leading zero etc
set -o history
HISTSIZE=' 3 '
echo a
echo b
echo c
history
HISTSIZE=3x
echo d
echo e
history
HISTSIZE=99999999999999999999999
echo f
echo g
history
### history: local HISTSIZE
set -o history
f() { local HISTSIZE=1; history; }
echo a
echo b
f
history
### history: readonly
readonly HISTSIZE=7 HISTFILESIZE=3 HISTFILE=x
set -o history
echo a
history
echo $HISTSIZE $HISTFILESIZE
### history: set -o twice loads
printf 'old\n' >hf
HISTFILE=hf
set -o history
set -o history
history
echo a
set -o history
history
### history: env vars
HISTFILE=hf
printf '%s\n' 1 2 3 4 5 >hf
HISTSIZE=2 $THIS -c 'history -s a; history -s b; history -s c; history'
HISTFILE=hf HISTFILESIZE=2 $THIS -c ':'; cat hf
HISTFILE=hf HISTFILESIZE=2 $THIS -c 'set -o history'; cat hf
HISTFILE=hf HISTSIZE=3 $THIS -c 'set -o history
history'; cat hf
HISTFILE=hf $THIS -o history -c 'history; echo $HISTFILE $HISTSIZE'; cat hf
echo 'echo x; history' >s
HISTFILE=hf $THIS -o history s; cat hf
$THIS -o history s; cat hf; unset HISTFILE
$THIS -o history s; ls -A
### history: exit paths
printf 'set -o history\nexit 3\n' >s
HISTFILE=hf $THIS s; cat hf; rm hf
printf 'set -o history\nexec true\n' >s
HISTFILE=hf $THIS s; cat hf; rm hf
printf 'set -o history\n(exit 2)\ntrap "history" EXIT\nkill $$\n' >s
HISTFILE=hf $THIS s; cat hf; rm hf
printf 'set -o history\nset -e\nfalse\n' >s
HISTFILE=hf $THIS s; cat hf; rm hf
printf 'set -o history\neval "exit 1"\n' >s
HISTFILE=hf $THIS s; cat hf; rm hf
printf 'set -o history\necho "\n' >s
HISTFILE=hf $THIS s; cat hf; rm hf
printf 'set -o history\necho a\nset +o history\necho b' >s
HISTFILE=hf $THIS s; cat hf; rm hf
printf 'set -o history\ntrue' >s
HISTFILE=hf $THIS s; cat hf; rm hf
### HISTTIMEFORMAT shows when a command was put on the list
HISTTIMEFORMAT='%% T '; history -s a; history; HISTTIMEFORMAT='%Y|'; history | sed 's/20[0-9][0-9]/YYYY/'; HISTTIMEFORMAT=; history; unset HISTTIMEFORMAT; history
### with HISTTIMEFORMAT a file has the times
history -s a; history -w f; cat f; HISTTIMEFORMAT=x; history -s b; history -w f; sed 's/[0-9]/N/g' f; history -a g; sed 's/[0-9]/N/g' g; rm f g
### fc has commands edited and runs what comes of it
set -o history
echo 1
fc -e 'eval : \>' 1
echo $?
fc -e 'eval echo "return 5" \>' 1
echo $?
fc -e 'eval echo "false" \>' 1
echo $?
fc -e 'rm' 1
echo $?
fc -e 'eval printf "echo x\\\\necho y\\\\n" \>' 1
history
