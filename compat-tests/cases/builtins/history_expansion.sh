### expansion: events
set -o history -o histexpand
echo a b c
!!
echo x !!:2
!-2
!ec
!?x?
!?x
echo !?b?:%
echo !-1:0 !2
^x^y^
^y^z
^z^w^ more
echo !#:1 foo !#
history
### expansion: errors
set -o history -o histexpand
echo a
!foo
echo $?
false
!foo
echo $?
echo 1; !999; echo 2
echo $?
^zz^yy
!!:9
!!:z
!!:&
!!:s/q/r/
!!:1-0
!?
!?nope?
!-99
echo !{a} !}
history
### expansion: print only
set -o history -H
echo a
!!:p
echo $?
!!
echo b !e:p c
history
### expansion: comment
set -o history -H
echo a
echo b # !!
# !!
echo c#!!
echo "# !!"
history
### expansion: histchars
set -o history -H
histchars='@;?'
echo a
echo @@ !!
;a;b
echo z ?@@
echo $histchars
histchars=%
echo %%
echo !! a # %%
unset histchars
echo !!
history
### expansion: histchars empty
set -o history -H
echo $histchars
histchars=
echo a
echo !!
histchars='!'
echo !!
^a^b
histchars='!#'
echo a
#a#c
history
### expansion: extglob
set -o history -H
shopt -s extglob
echo a
echo x!(b)
!(x)
echo !(x)y !!
history
### expansion: posix
set -o history -H
set -o posix
echo a
echo "!!"
echo "$(echo !!)"
echo !!
history
### expansion: no history
set -H
echo a
echo !!
history
### expansion: set +H
set -o history -H
echo a
set +H
echo !!
set -H
echo !!
history
### expansion: verbose
set -o history -H
set -v
echo a
echo !!
for i in 1
do echo !e
done
!foo
set +v
### expansion: eval with history
set -o history -H
echo a
eval 'echo !!'
eval "echo !!"
bash -c 'echo !!'
f() { echo "$@"; }
f !!
history -p '!!' '!f' '!zz'
echo $?
history
### expansion: status
set -o history -H
set -e
echo a
!foo
echo still
### expansion: p without H
history -s a; history -p "'!!'" '\!!' 'x # !!' '"!!"' '$!!!' '#!!'
### expansion: p search
history -s 'foo1 foo2 bar-baz;x'; history -s 'ls'
history -p '!?foo?:%' '!foo;x' '!foo-x' '!foo(x' '!fo>x' '!foo^' '!foo-' '!foo%'
history -p '!foo$x' '!foo1 foo' '!foo"' '"!foo"'
history -p '!f:0-' '!f:*x' '!f:1*' '!f:0^' '!f:^-$' '!f:^-' '!f:$-' '!f:3' '!f:2-3' '!f:-3' '!f:-9' '!f*' '!f-1'
history -p '!?zz'; history -p '!?'
history -s 'a #b c'
history -p '!a$' '!a*' 
history -s "a 'b c' \"d e\" \$(x y) \`p q\` \${z w} <(k l) a=(1 2) >&2 2>&1 &>f |& ;; <<-E <>f >|g ((1 + 2)) @(a|b c) a\\ b"
for i in {0..30}; do history -p "!!:$i" || break; done
### expansion: p mods
history -s 'ls /a/b/c.tar.gz "x y"'
history -p '!!:1:h:h' '!!:1:r:r' '!!:1:e' '!!:1:t:r' '!!:s/ls/LS/:s/a/A/:gs/c/C/' '!!:gs/a/x/:&' '!!:s/x' '!!:s' '!!:s/' '!!:s//Q/' '!!:s/ls//' '!!:Gs/a/Z/' '!!:g:p' '!!:gp' '!!:q:x' '!!:x:q' '!!:hh' '!!:1h' '!!:1:q' '!!:s/a/\//' '!!:s/a/\&/' '!!:s/a/\\/' '!!:&&' '!!:g&'
history -p '!!:1:s/b/&&/' '!!:1:s/'
history -p '^ls^x^:p' '^ls^x^:s/y/z/' '^ls^x' '^ls' '^' '^^' '^^^'
### expansion: p memory
history -s 'abc'
history -p '!!:s/b/x/'
history -p '!!:&'
history -p '!!:s//y/'
history -p '!?b?' '!%' '!!:%'
history -p '!%'
### expansion: nosubst
history -s 'abc'
history -p '!!:&'
history -p '!!:s//y/'
set -o history -H
!!:&
!?b
!!:s//y/
### expansion: comment detect
set -o history
{ echo a#b
:
echo "x # y"
:
echo $# ${#a} 'q # r'
:
}
history
### expansion: delims
set -o history
if false
then :
elif
true
then
:
elif true; then
:
fi
! true
! 
true
if [[ a &&
b ]]; then :; fi
if ((1+
2)); then :; fi
{ echo do
echo if
echo in
}
for x in a \
b; do :; done
for x in a b
do
case $x
in
a) :;;
b) : ;;
esac; done
f () (
:
)
{ (:) 
(:)
f
}
coproc {
:
}
while
:
do
break
done
{ f &
f ;
wait
}
x=1 y=(a
b) z=
{ a+=(1
2); }
declare -a w=(1
2)
{ echo a >f
cat <f
}
f() if true
then :
fi
select i in a
do break; done </dev/null
history
### expansion: lineno after error
set -o history -H
!zz
echo $LINENO
!zz
{ !zz
echo $LINENO
}
echo $LINENO
echo a; "!zz
"
echo end
### expansion: error in quotes
set -o history -H
echo "a
!zz
b"
history
### expansion: history -c -a
history -s a; HISTFILE=hf; history -a; history -r; history -n; history; HISTFILE=; history -a; echo $?; history -w; echo $?; history -r; echo $?; history -n; echo $?; unset HISTFILE; history -a; echo $?; history -w; echo $?; history -r; echo $?; ls -A
### expansion: elision
set -o history
history -s x; fc -l
history -s y
fc -l
HISTIGNORE='fc*'
fc -l
fc -s
(fc -l)
echo $(fc -l)
### an expansion beside what is none 1
set -o history -H
echo a
echo [!a] !!
### an expansion beside what is none 2
set -o history -H
echo a
echo ${!x*} !!
### an expansion beside what is none 3
set -o history -H
echo a
echo "$(echo '!x')" !!
### an expansion beside what is none 4
set -o history -H
echo a
echo "b$!" !!
### an expansion beside what is none 5
set -o history -H
shopt -s extglob
echo a
echo !(x) !!
### an expansion beside what is none 6
set -o history -H
shopt -s extglob
echo a
echo b!(x) c !(y) !! !(z)
### an expansion beside what is none 7
set -o history -H
shopt -s extglob
history -s '(x) a'
echo b!(x) !!
### an expansion beside what is none 8
set -o history -H
shopt -s extglob
echo (a
echo a
echo !! !(x)
### a ! in each kind of quotes
set -o history -H
echo a
echo '!!' \!! "\!!" "a!" "! a" !=x
echo "it's !!:1" 'a"!!'
echo $'a\'!!' "$'!!'"
echo `echo '!!'` $(echo '!!') "$(echo '!!')" "`echo '!!'`"
echo $(echo "!!:1")
### a ! in the second line of a command
set -o history -H
echo a
echo "
!!
"
echo '
'!!'
!!'
for i in 1
do echo !e !!
done
cat <<E
!!
E
echo \
!-2
history
