### set -o history puts the lines that follow on the list
echo before
set -o history
echo one
echo two   three
history
### the lines of a loop are one entry
set -o history
for i in 1 2
do
  echo $i

done
if true
then
  # comment here
  echo x
else echo y
fi
history
### the lines of a case are one entry
set -o history
case x in
  a) echo 1 ;;
  x)
    echo 2
    ;;
  (y)
    (echo k)
    echo 3 ;&
esac
history
### the lines of a function are one entry
set -o history
f()
{
  echo a
  { echo b; }
  (
    echo c
  )
  echo d
}
function g
{
  :
}
function h ()
{
  :
}
f
history
### newlines in quotes stay in the entry
set -o history
echo "a
b

c"
echo 'x
  y'
echo $(
echo a
echo b
)
echo `
echo q
`
echo a\
b
echo "a\
b"
echo ${x:-a
b}
history
### a here-document stays in the entry as it is
set -o history
cat <<E
a
 b
E
cat <<-E; echo x
	a
	E
if true; then
cat <<E
body
E
echo after
fi
history
### comments between commands are entries
set -o history
# one
echo a # b

   # ind
history # hist
### lithist keeps the newlines
set -o history
shopt -s lithist
for i in 1 2
do
  echo $i

# c
done
cat <<E
q
E
history
### without cmdhist each line is an entry
set -o history
shopt -u cmdhist
for i in 1 2
do
  echo $i

# c
done
cat <<E
q
E
echo "a
b"
history
### where a semicolon goes between the lines of a compound command
set -o history
a=(1
2
# c
3)
[[ a &&
b ]]
((1 +
2))
for ((i=0;
i<2;i++))
do :
done
for i
do :
done
for i
in a
do :
done
while false
do :
done
until true; do
:
done
true &&
true ||
false
true |
cat
{ echo a
echo b; }
! {
true
}
select x in
do :
done
history
### blank lines within a command
set -o history
{
  
echo a


echo b
   
   
echo c
if true

then

:

fi
}
f() { echo
}

(
:

)
case a in

b)

:

;;

esac
history
### newlines in nested quotes and substitutions
set -o history
echo "$(
echo a
echo 'b
c'
echo "d
e"
)"
echo ${x:-"a
b"}
x=`echo a
echo b`
echo $((1+
2))
echo <(
:
) >/dev/null
a=$(cat <<E
x
E
)
y=$(
# comment it's
echo a # don't
)
history
### line continuations are taken out of the entry
set -o history
echo a \
 b \
 c
if true; then \
echo x
fi
echo 'a\
b'
cat <<E
a\
b
E
echo # foo \
echo "\\
x" \\
history
### comments within a command end its line
set -o history
if true # c1
then # c2
echo a # c3
# c4
# c5
echo b
fi # c6
{ # x
:
# y
}
history
### history within the command that it is in
set -o history
for i in 1 2; do
history
done
{ history -s foo
history -p '!!'
}
history
(history -s sub
history)
history
history | cat
echo $(history)
### what eval, a sourced file and a trap run is not remembered
set -o history
eval 'echo a
history -s pushed
echo b
history'
echo 'echo in
history' >f
. ./f
trap 'echo trap
history' EXIT
### eval turns the history on
eval 'set -o history
echo a
echo b
history'
set -o | grep history
history
### a sourced file turns the history on
cat >f <<'E'
set -o history
echo a
history
E
. ./f
set -o | grep history
echo c
history
### a function turns the history on
f() { set -o history
echo a
history
}
f
echo b
history
### the history is turned off and on
set -o history
echo a
set +o history
echo b
set -o history
echo c
history
### the history of a string
$THIS -c 'set -o history
echo a
echo !!
history; echo $HISTSIZE $HISTFILESIZE $HISTCMD'
$THIS -o history -c 'echo a
history'
$THIS -c 'set -H; set -o history
echo a
echo !!
history'
### the history of standard input
$THIS <<'E'
set -o history
echo a
history
set -H
echo !echo
history
E
$THIS -o history <<'E'
echo a
history; echo $HISTSIZE $HISTFILE
E
### the variables of the history
echo "$HISTCMD $HISTSIZE $HISTFILESIZE $HISTFILE"
set -o history
echo "$HISTCMD $HISTSIZE $HISTFILESIZE $HISTFILE"
echo "$HISTCMD $HISTSIZE $HISTFILESIZE $HISTFILE"
declare -p HISTSIZE HISTFILESIZE HISTCMD
HISTCMD=5; echo $HISTCMD
unset HISTCMD; HISTCMD=7; echo $HISTCMD
