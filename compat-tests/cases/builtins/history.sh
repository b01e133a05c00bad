### history -s puts its words on the list as one line
history -s echo a b; history -s; history -s 'two  blanks'; history; history 1; history -c; history
### history -p expands !! and !-n to lines of the list
history -s 'a b'; history -s 'c d'; history -p '!!' '!-1' '!-2' 'x!!y' '!!!!'; history
### history -p finds a line by its number
history -s a; history -s b; history -p '!1' '!2' '!1x' '!1!2'; history -p '!3' '!0'; echo $?
### history -p finds a line by its beginning
history -s 'make all'; history -s 'ls x'; history -p '!make' '!ma' '!l and'; history -p '!all'; echo $?
### history -p finds a line by what is in it
history -s 'make all'; history -s 'ls x'; history -p '!?all' '!?ak? -k' '!?mak?:1' '!?al?:%'
### history -p goes on after a word that names nothing
history -s a; history -p ok '!q' then; echo $?; history -p then; echo $?
### an empty list has no last line
history -p '!!'; echo $?; history -p '!x' '!-1' '!?x?'; echo $?
### a ! before a blank, an = or the end is itself
history -s a; history -p '!' '! x' 'a!=b' 'x!' '"a!"'
### a ! behind a backslash or in single quotes is itself
history -s a; history -p '\!!' "'!!'" '"!!"' '"'"'!!'"'"' "it's !!"
### a ! in a bracket expression or a parameter expansion is itself
history -s a; history -p '[!a]' '$!' 'x$!!' '${!x}' '{!!}'
### a ! before a parenthesis looks for a line, with extglob too
history -s a; shopt -s extglob; history -p '!(x)'; history -s '(x) y'; history -p '!(x)'
### word designators count from the command
history -s 'echo one two three'; history -p '!!:0' '!!:1' '!!:3' '!!:^' '!!:$' '!!:*'; history -p '!!:4'; echo $?
### word designators give ranges
history -s 'echo one two three'; history -p '!!:1-2' '!!:2*' '!!:1-' '!!:-1' '!!:2-$' '!!:0-1'; history -p '!!:2-1'; echo $?
### the colon can be left out before ^ $ * and -
history -s 'echo one two three'; history -p '!!^' '!!$' '!!*' '!!-' '!echo$' '!1^' '!-1$'
### word designators alone mean the last line
history -s 'echo one two three'; history -p '!^' '!$' '!*' '!:1' '!:0-1'
### * of a line with one word is empty, ^ names nothing
history -s a; history -p '<!*>' '<!$>'; history -p '!^'; echo $?
### the words of a line are those the shell would read
history -s 'echo >a 2>>b; x&&y|z "q r" $(a b) c\ d <<<e'; for i in {0..16}; do history -p "!!:$i"; done; echo $?
### the line so far is !#
history -s a; history -p 'foo bar !#:1' 'foo !#' '!#'
### modifiers cut paths
history -s 'cat /a/b/c.txt'; history -p '!$:h' '!$:t' '!$:r' '!$:e' '!$:h:t' '!$:t:r' '!!:hx'
### modifiers that cut change nothing where there is nothing to cut
history -s 'make all'; history -p '!!:h' '!!:t' '!!:r' '!!:e'
### modifiers q and x quote
history -s "cat a'b c"; history -p '!!:q' '!!:x' '!!:1:q' '!!:p'
### modifier s replaces once, with g or a everywhere, with G in each word
history -s 'make all aa'; history -p '!!:s/a/b/' '!!:gs/a/b/' '!!:as/a/b/' '!!:Gs/a/b/'
### modifier s takes any delimiter, and needs none at the end
history -s 'a/b c'; history -p '!!:s,a/b,x,' '!!:s/a\/b/x/' '!!:s/c/d' '!!:s/c'
### & in what modifier s puts is what it found
history -s 'make all'; history -p '!!:s/ma/<&&>/' '!!:s/ma/\&x/'
### modifier & repeats the last substitution
history -s 'ab ab'; history -p '!!:s/a/x/ !!:&' '!!:g&'
### a substitution that finds nothing fails, and so does an unknown modifier
history -s a; history -p '!!:s/q/r/'; echo $?; history -p '!!:z' '!!:' '!!:G'; echo $?
### ^old^new^ repeats the last line with another text
history -s 'make all'; history -p '^all^clean' '^ma^ta^ x'; history -p '^q^r'; echo $?
### history -d removes an entry, counted from the end if negative
for i in a b c d e; do history -s $i; done; history -d 2; history -d -1; history
### history -d removes a range
for i in a b c d e f; do history -s $i; done; history -d 2-3; history; history -d -2--1; history; history -d 1--1; history
### history -d names what is out of range
history -s a; history -s b; history -d 9; history -d 0; history -d -9; history -d 1-9; history -d 9-1; history -d x; history -d 1-x; history -d 1-; history -d ''; history
### history -d of a range that goes down does nothing
history -s a; history -s b; history -d 2-1; echo $?; history
### history -w writes the list, history -r reads lines behind it
history -s a; history -s b; history -w f; cat f; history -r f; history; history -r nofile; echo $?
### history -a appends what is new since the last time
history -s a; history -s b; history -a f; cat f; echo; history -s c; history -a f; cat f; history -a g; [[ -e g ]] || echo none
### lines that were read with -r are not new, those with -n are
printf '%s\n' 1 2 3 >f; history -s a; history -r f; history -a g; cat g; echo; history -c; printf '4\n' >>f; history -n f; history; history -a h; cat h
### history -n reads only the lines it has not read
printf '%s\n' 1 2 >f; history -n f; history; echo 3 >>f; history -n f; history; history -n f; history 1
### a file that cannot be written
history -s a; history -w nodir/x; echo $?; history -a nodir/x; echo $?
### history takes one of -anrw and one number
history -aw; echo $?; history x; echo $?; history -z; echo $?; history 1 2; echo not reached
### fc -l lists a range, upwards or downwards
for i in {1..20}; do history -s "cmd $i"; done; fc -l; fc -l 3 5; fc -l 5 3; fc -l -3; fc -l -3 -2; fc -l 'cmd 4' 6
### fc -n leaves the numbers out, -r turns the list
for i in {1..5}; do history -s "cmd $i"; done; fc -ln 2 3; fc -lr 2 3; fc -lnr 3 2; fc -lr
### fc -l of a number that is not below the last entry's is the whole list
for i in a b c d; do history -s $i; done; fc -l 4; fc -l 9; fc -l 4 2; fc -l 2 9; fc -l 0; fc -l 0 2
### fc -l of what is not there
history -s a; fc -l nope; echo $?; fc -l 1 nope; echo $?; history -c; fc -l; echo $?
### fc -s runs the last command again
history -s 'echo a'; history -s 'echo b; (exit 3)'; fc -s; echo $?; history
### fc -s runs a command named by its beginning or its number
history -s 'echo aa'; history -s 'printf "%s\n" b'; history -s :; fc -s print; fc -s 1; fc -s -2; history
### fc -s old=new changes it first, everywhere
history -s 'echo aa bb'; fc -s aa=xx; fc -s x=y b=c; fc -s y=; fc -s q=r; history
### fc -s without such a command
fc -s; echo $?; history -s a; fc -s nope; echo $?

### operands of history
history x y z; history '' ''; echo $?; history 1 2; echo no
