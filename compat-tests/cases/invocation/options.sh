### -e and -u in one word
$THIS -eu -c 'echo $-; false; echo no'; echo $?

### -e, -x and -c in one word
$THIS -exc 'echo hi; false; echo no'; echo $?

### -o takes the next word though -e stands in front of it
$THIS -eo pipefail -c 'false | true; echo no'; echo $?

### -c in front of -o takes the word behind the option's name
$THIS -ceo pipefail 'echo $-; false | true; echo no'; echo $?

### each o of a cluster takes a word
$THIS -oo pipefail posix -c 'set -o | grep -E "pipefail|posix"'

### +O turns an option of shopt off
$THIS +O extquote -c 'shopt extquote'; echo $?

### -O turns options of shopt on
$THIS -O extglob -O nullglob -c 'shopt extglob nullglob; echo $BASHOPTS'; echo $?

### -c without a string is refused
$THIS -c; echo $?

### -c without a string after -e ends with 1
$THIS -ec; echo $?

### -c takes its string behind two dashes
$THIS -c -- 'echo $0 $1' a b; echo $?

### -c takes its string behind a single dash
$THIS -c - 'echo $0 $1' a b; echo $?

### a script stands behind two dashes or one
echo 'echo script $0 $*' > s; $THIS -- s 1 2; $THIS - s 1 2; $THIS -e -- s 1

### words behind the string are the name and the parameters
$THIS -c 'echo $0 $# "$@"' zero one two

### options may follow -c, and what follows the string is no option
$THIS -c -e 'echo $-' ; $THIS -c 'echo $-' -e

### +c is -c
$THIS +c 'echo x'; echo $?

### -s takes the words as parameters
echo 'echo $# $*' | $THIS -s a b c

### -s takes parameters behind two dashes
echo 'echo $# $*' | $THIS -s -- -a b c

### a single dash ends the options
echo 'echo $- $# $*' | $THIS -

### the flags show s also with -c
echo 'echo in' | $THIS -s -c 'echo $-' 

### --posix sets posix and POSIXLY_CORRECT
$THIS --posix -c 'set -o | grep posix; echo $SHELLOPTS; echo $POSIXLY_CORRECT'

### rc files mean nothing to a script
$THIS --norc --noprofile --rcfile /x --init-file /y -c 'echo ok'

### --rcfile without a file is refused
$THIS --rcfile; echo $?

### --init-file without a file is refused
$THIS --init-file; echo $?

### --login makes a login shell
$THIS --login -c 'shopt login_shell; echo $-'

### -l makes a login shell
$THIS -l -c 'shopt login_shell; echo $-'

### +l makes a login shell too
$THIS +l -c 'shopt login_shell; echo $-'; echo $?

### --restricted restricts
$THIS --restricted -c 'echo $-; cd /'; echo $?

### -r restricts
$THIS -r -c 'echo $-; cd /'; echo $?

### +r restricts nothing
$THIS +r -c 'echo $-; cd /'; echo $?

### --verbose shows the lines read
$THIS --verbose -c 'echo a
echo b'

### -v shows the lines read
$THIS -v -c 'echo a
echo b'

### -D shows translatable strings and runs nothing
$THIS -D -c 'echo $"hello"; echo $"wor
ld"'; echo $?

### --dump-strings shows translatable strings as they are spelled
echo 'echo $"hello" "$"x $"a\"b$c"' > s; $THIS --dump-strings s; echo $?

### --dump-po-strings shows entries of a message catalogue
printf 'echo $"hello"\necho "x"\necho $"a\\"b$c
d"\n' > s; $THIS --dump-po-strings s; echo $?

### --noediting changes nothing in a script
$THIS --noediting -c 'echo ok'; echo $?

### long options may have one dash
$THIS -noediting -c 'echo ok'; echo $?

### -posix is --posix
$THIS -posix -c 'set -o | grep posix'; echo $?

### several long options with one dash
$THIS -norc -noprofile -login -c 'echo ok $-'; echo $?

### -a exports what is assigned
$THIS -a -c 'x=1; env | grep ^x=; echo $-'

### letters with a plus are turned off
for o in a b e f h k m n p t u v x B C E H P T; do $THIS +$o -c 'echo $-' ; done

### -t ends after one line
printf 'echo a; echo b\necho c\n' | $THIS -t; $THIS -tc 'echo a
echo b'

### -n reads and runs nothing
$THIS -n -c 'echo a'; echo $?; $THIS -n -c 'if'; echo $?

### the last of contrary options holds
$THIS -e +e -c 'echo $-'; $THIS -o errexit +o errexit -c 'echo $-'; $THIS -e +o errexit -c 'echo $-';  $THIS +e -o errexit -c 'echo $-'

### a long option behind a letter is refused
$THIS -e --posix -c 'echo $-'; echo $?

### the last argument is what the environment says at first
env _=foo $THIS -c 'echo "$_"'

### -x traces a script
echo 'echo a; x=1; f() { echo f; }; f' > s; $THIS -x s; PS4='> ' $THIS -x s

### -E and -T hand traps on
$THIS -ET -c 'trap "echo err" ERR; f() { false; }; f; echo $-'

### -P leaves symbolic links out of PWD
mkdir a; ln -s a b; cd b; $THIS -P -c 'cd ../b; pwd' | sed 's,.*/,,'

### +B turns brace expansion off
$THIS +B -c 'echo {a,b}'

### -C keeps files
echo >f; $THIS -C -c 'echo >f'; echo $?

### -f turns globbing off
$THIS -f -c 'echo *'

### -k takes assignments from the arguments
$THIS -k -c 'env x=1 | grep ^x; echo a=1'

### -H shows in the flags and expands nothing in a string
$THIS -H -c 'echo $-; echo "!!"'

### -p sets privileged
$THIS -p -c 'echo $-; set -o | grep priv'

### -u refuses unset variables
$THIS -u -c 'echo $nope; echo no'; echo $?

### +h forgets nothing and remembers nothing
$THIS +h -c 'ls >/dev/null; hash'

### a dash and a script that looks like an option
$THIS - -c 'echo hi'; echo $?

### syntax errors in a string name the string
$THIS -c 'if' myname; echo $?; $THIS -c 'echo )' ; echo $?

### --version succeeds
$THIS --version >/dev/null; echo $?

### --help succeeds
$THIS --help > /dev/null; echo $?

### the second pair of dashes is a script's name
$THIS -- -- x; echo $?

### -o may follow -c
$THIS -c -o pipefail 'echo $-; set -o | grep pipefail'

### wrong long option names it and ends with 2
$THIS --nosuch 2>err; echo $?; sed "s/^$THIS/shell/;q" err; rm err
### wrong letter names it with its sign and ends with 2
$THIS -Z 2>err; echo $?; sed "s/^$THIS/shell/;q" err; $THIS +Z 2>err; echo $?; sed "s/^$THIS/shell/;q" err; rm err
### wrong letter behind -c is found before the string runs
$THIS -cZ 'echo ran' 2>err; echo $?; sed "s/^$THIS/shell/;q" err; rm err
### wrong option after -e ends with 1
$THIS -e -Z 2>err; echo $?; $THIS -eZ 2>>err; echo $?; rm err
### wrong name of -o ends with 2
$THIS -o nosuch -c 'echo ran' 2>/dev/null; echo $?
### wrong name of -O ends with 2
$THIS -O nosuch -c 'echo ran' 2>/dev/null; echo $?
### -o takes -c as a name
$THIS -o -c 'echo ran' 2>/dev/null; echo $?
### a name cannot be joined to -o
$THIS -opipefail -c 'echo ran' 2>/dev/null; echo $?
### -o without a name lists the options and goes on
echo 'echo then' | $THIS -o | grep -E 'errexit|braceexpand|then'; echo 'echo then' | $THIS -eo | grep -E 'errexit|then'
### +o without a name lists commands
echo 'echo then' | $THIS -u +o | grep -E 'errexit|nounset|then'
### -O without a name lists the options of shopt
echo 'echo then' | $THIS -O | grep -E 'extglob|sourcepath|then'
### +O without a name lists commands of shopt
echo 'echo then' | $THIS +O | grep -E 'extglob|sourcepath|then'
### -O holds after the list that -O gives
echo 'shopt extglob' | $THIS -O extglob -O | grep extglob
### --pretty-print shows commands in the shell's layout
printf 'if true; then echo a; else echo b; fi\n\n# note\nf() { echo 1; }\nfor i in 1 2; do echo $i; done\necho b | cat &\n' > s; $THIS --pretty-print s
### --pretty-print stops at a syntax error
printf 'echo a\nfi\necho b\n' > s; $THIS --pretty-print s 2>/dev/null; echo $?
### --debugger without a debugger says so and goes on
$THIS --debugger -c 'echo ran; shopt extdebug' 2>/dev/null; echo $?
### --dump-strings finds strings in every place
cat > s <<'E'
x=$(echo $"in a substitution") "${y:-$"in an operator"}" $"as a command"
a=($"element" [$"subscript"]=1); case $"word" in $"pattern") ;; esac; [[ $"left" == $"right" ]]
f() { echo >$"target"; } # $"comment"
echo 'a $"quoted one"' "a $"pair" b" $"two
lines"
E
$THIS --dump-strings s
### --dump-strings stops at a syntax error
printf 'echo $"a"\nfi\necho $"b"\n' > s; $THIS -D s; echo $?
### --dump-po-strings escapes quotes and backslashes
printf '%s\n' 'echo $"a \"quoted\" \\ word"' > s; $THIS --dump-po-strings s
### --dump-po-strings names the string and standard input
$THIS --dump-po-strings -c 'echo $"a"'; echo 'echo $"b"' | $THIS -D
### -k reaches functions and builtins
$THIS -k -c 'f() { echo "$# $x"; }; f x=1 a x=2 b; eval "echo \$y" y=3; echo [$x$y]'
### set -k and set +k change it for later commands
set -k; echo a=1 b; "c=1" d=2 e 2>/dev/null; set +k; echo a=1 b
### -k leaves loops and quoted words alone
set -k; for i in a=1; do echo $i; done; echo 'a'=1 "b=2" \c=3
### flags of the start are shown in the order of the alphabet
for o in e x u f C E T; do $THIS -$o -c 'echo $-'; done 2>/dev/null
### a name that begins with a dash makes a login shell
(exec -a -shell $THIS -c 'shopt login_shell; echo $0')
### called sh it is in posix mode
ln -s "$(command -v $THIS)" sh; ./sh -c 'echo $SHELLOPTS; echo $POSIXLY_CORRECT'; rm sh
### called rbash it is restricted
ln -s "$(command -v $THIS)" rbash; ./rbash -c 'echo $-; cd /; echo $?' 2>&1 | sed 's,^.*rbash,rbash,'; rm rbash

### line editing is off in a script whatever the options say
for o in emacs vi; do $THIS -o $o -c "test -o $o; echo \$?"; done

### -O does not make a login or restricted shell
$THIS -O login_shell -O restricted_shell -c 'shopt login_shell restricted_shell; cd .; echo $?'
