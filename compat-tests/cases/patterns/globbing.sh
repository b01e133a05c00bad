### names are sorted by their bytes in UTF-8
touch a B c D _x 1 .h é z Z aa Aa; echo *; echo [a-c]*; echo [A-Z]*; echo [[:upper:]]*; echo ?; echo .*

### names are sorted by their bytes in the C locale
touch a B c D _x 1 é z; LC_ALL=C; echo *; echo ?; echo [a-c]

### a leading dot needs dotglob, and . and .. a dot
touch .a .b c; echo *; echo .*; shopt -s dotglob; echo *; shopt -u globskipdots; echo .* ; echo *

### neither brackets nor groups match a leading dot
touch .a b; echo [.]a; echo ?a; echo [!x]a; echo @(.)a; shopt -s extglob; echo @(.a|b); echo !(b); echo ?(.)a

### nullglob drops patterns without a file
shopt -s nullglob; echo x* y; for i in n*; do echo $i; done; a=(q*); echo ${#a[@]}

### failglob ends the command
shopt -s failglob; echo x*; echo "s $?"

### failglob ends the line's commands
shopt -s failglob; echo a; for i in x*; do echo $i; done; echo no; a=(x*); echo n2

### failglob looks at words alone
shopt -s failglob
echo x* ; echo same
echo next $?
x=*; echo assigned
[[ a == x* ]]; echo $?
case x in y*) ;; esac; echo $?
echo > q*; echo $?

### nocaseglob matches without case
touch Abc aBC; shopt -s nocaseglob; echo a*; echo [a]*; echo ABC; echo A?C

### two stars match all below
mkdir -p a/b/c .h/x; touch a/f a/b/g a/b/c/h .h/x/y; shopt -s globstar; echo **; echo **/; echo a/**; echo **/g; echo **/*; echo a/**/h; shopt -s dotglob; echo **

### two stars are one without globstar
mkdir -p a/b; touch a/b/c; echo **; echo **/c; echo **/*

### two stars do not follow links below
mkdir -p a/b; ln -s ../a a/loop; ln -s a l; touch a/b/f; shopt -s globstar; echo **; echo **/f; echo l/**; echo **/

### a dangling link is a name
ln -s nowhere d; touch e; echo *; echo d*; echo d*/; [ -e d ]; echo $?

### a slash at the end matches directories
mkdir d e; touch f; echo */; echo */.; echo *//; echo */./ ; echo ./*; echo .//*; echo ././*/

### GLOBIGNORE hides names and shows dotfiles
touch a b .c; GLOBIGNORE=a; echo *; GLOBIGNORE='a:b'; echo *; GLOBIGNORE=; echo *; unset GLOBIGNORE; echo * .*

### GLOBIGNORE sets dotglob and unset takes it back
touch a .b; GLOBIGNORE=x; echo *; echo .*; shopt dotglob; unset GLOBIGNORE; shopt dotglob

### GLOBIGNORE looks at whole paths
mkdir d; touch d/a d/b a b; GLOBIGNORE='a'; echo * d/*; GLOBIGNORE='d/a'; echo * d/*; GLOBIGNORE='*a'; echo * d/*;  GLOBIGNORE='*/a'; echo * d/*; GLOBIGNORE='d*'; echo * d/* ./*; GLOBIGNORE='?/a'; echo d/*; GLOBIGNORE='d?a'; echo d/*

### GLOBIGNORE may hide everything
touch a; GLOBIGNORE='*'; echo *; shopt -s nullglob; echo * x; 

### a colon in brackets does not end a pattern of GLOBIGNORE
touch a b 'c:d'; GLOBIGNORE='[a:]*'; echo *; GLOBIGNORE='[[:alpha:]]'; echo *; GLOBIGNORE='a\:b:c'; echo *

### GLOBIGNORE knows groups
shopt -s extglob; touch a b c; GLOBIGNORE='@(a|b)'; echo *; GLOBIGNORE='!(a)'; echo *

### quoted characters of a pattern stand for themselves
touch 'a*b' axb 'a?b' 'a\b' 'a[b'; echo a\*b a"*"b a'*'*; echo a\?b; echo a\\*; echo a[*]b; echo a[[]b; echo a\[b; x='a\*b'; echo $x; x='a*b'; echo "$x" $x; x='a[*]b'; echo $x; echo a[\*]b; echo a["*"]b

### a value with backslashes is a pattern only where it matches
x='n\*b'; echo $x; x='n\\*b'; echo $x; echo n\*b; x='\a'; echo $x; touch a; x='\a'; echo $x; x='\a*'; echo $x; x='[\a]'; echo $x

### brackets do not match a slash
mkdir -p a; touch a/b 'a]b'; echo a[/]b; echo a[x/]b; echo [a/]b; echo a[[:punct:]]b; echo [a]/b; echo a/[b]; echo @(a/b); shopt -s extglob; echo @(a/b) @(a)/b

### a directory that is closed
mkdir d; touch d/f; chmod 0 d; echo d/*; echo */*; chmod 755 d

### groups match names
shopt -s extglob; touch a.c b.c c.h README; echo *.@(c|h); echo !(*.c); echo ?(a|b).c; echo +([a-c]).?; echo !(README|*.h); mkdir d; touch d/x.c; echo */!(*.h); echo @(d|e)/*; echo *(d)/x.c; echo !(d)/*

### a group needs extglob to be read
touch a; echo @(a) 2>&1

### a group from a value needs extglob
case '@(a)' in '@(a)') echo lit;; esac; x='@(a)'; [[ a == $x ]]; echo $?; [[ a == @(a|b) ]]; echo $?; case a in $x) echo y;; *) echo n;; esac; y=a; echo ${y#@(a)}  2>&1

### noglob leaves patterns alone
set -f; touch a; echo *; x=*; echo $x; set +f; echo *

### assignments are not globbed and targets are
touch ab; x=a*; echo "$x"; echo $x; cat < a*; echo $?; echo hi > a*; cat ab; touch ac; echo x > a*; echo $?

### where patterns are names and where not
touch ab; cat <<< a*; for i in a*; do echo $i; done; [[ -e a* ]]; echo $?; [ -e a* ]; echo $?; a=(a*); echo ${a[0]}; export y=a*; echo "$y"; declare z=a*; echo "$z"; case ab in a*) echo c;; esac; echo "${x:-a*}" ${x:-a*} ${x:-"a*"}

### names with blanks stay one word
touch 'a b' c; for i in *; do echo "[$i]"; done; x='a*'; for i in $x; do echo "[$i]"; done; IFS=b; x='ab*'; echo $x

### a tilde and a quoted part may stand before a pattern
touch ~/zz; echo ~/z*; x='~/z*'; echo $x

### names may have newlines
touch $'a\nb' $'c\td'; for f in *; do printf '%q\n' "$f"; done; echo [a-c]?[bd] | od -c | head -2

### digits and groups in names
touch a1 a2 a10; echo a[0-9]; echo a[0-9]*; echo a{1,2,3}; echo a?(1); shopt -s extglob; echo a?(1) a+([0-9])

### slashes behind a pattern become one
mkdir d e; touch d/a e/b; echo *//; echo *///; echo d//*; echo *//*; echo d*//a; echo ./*//; echo .//d*//a*; echo */.//*

### two stars with what stands before and behind
mkdir d e; touch d/a e/b; shopt -s globstar; echo **/; echo d/**/; echo **/*; echo **/.; echo ./**; echo */**; echo **/**; echo **/**/a; echo d**/a

### two stars and links
mkdir d e; touch d/a e/b; ln -s d l; ln -s ../e d/le; shopt -s globstar; echo **; echo **/; echo **/b; echo **/*/b; echo */**/; echo l/**; echo **/le/**; rm l d/le

### a pattern of GLOBIGNORE matches component by component but for its last star
mkdir d; touch d/a d/b a b; for g in 'd/a' 'd*' '?/a' 'd?a' '*/*' '[d]/a' '*' 'd/*' '**' 'd/**' './a' 'd/[!a]'; do GLOBIGNORE=$g; echo "$g:" * d/* ./a*; done

### an empty GLOBIGNORE leaves dotglob on
touch a .b; GLOBIGNORE=x; GLOBIGNORE=; shopt dotglob; echo *

### . and .. need a dot without globskipdots
touch .a b; shopt -u globskipdots; shopt -s dotglob; echo *; echo .*; echo ?; shopt -s extglob; echo @(.|b)*

### a quoted directory before a pattern
mkdir 'a b' 'x*y'; touch 'a b/c' 'x*y/d'; echo "a b"/*; echo "x*y"/*; d='a b'; echo "$d"/c*; echo "$PWD"/a*/c | sed "s,$PWD,,"
