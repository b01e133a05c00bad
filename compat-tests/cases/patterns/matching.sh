### nocasematch is for conditionals, case and replacing
shopt -s nocasematch; [[ ABC == abc ]]; echo $?; [[ ABC =~ b ]]; echo $?; case FOO in foo) echo y;; esac; x=ABCabc; echo ${x//b/-} ${x#a} ${x%%C}; [[ ABC == [a-c]* ]]; echo $?; [ A = a ]; echo $?

### groups in conditionals
shopt -s extglob; for p in '?(a)' '*(a)' '+(a)' '@(a|b)' '!(a)' '!(a|b)' '*(a|b)c' '+(a|b|c)' '!(*.txt)' '*.!(txt)' '@(a*|*b)' '!(!(a))' '*(!(a))' '?(a|b)c' '@(+(a)|?(b))' '+([a-c])' '!(a)b' 'a!(b)c' '*(?)' '@()' '!()' '+()' '?()' '@(|a)' '!(|a)' '@(a' 'a)' '@(a|(b))' '@(a\|b)' '@(a|b)@(c|d)' '*(a)*(b)' '!(a)!(b)' 'x!(y)*' '@([)]a)' '@([a)])' '+(ab|c)' ; do out=; for c in '' a b c aa ab abc ac aaa ba x.txt x.c bc cd ad xyz xy 'a|b' ')a' ')' abab abc '@(a' 'a)' bb; do [[ $c == $p ]] && out="$out<$c>"; done; echo "$p: $out"; done

### patterns of case
case abc in a*c) echo 1;; esac; case 'a*c' in a\*c) echo 2;; esac; case "a*c" in "a*c") echo 3;; esac; case abc in "a*c") echo 4;; *) echo no;; esac; case ']' in []]) echo 5;; esac; case x in [!a-w]) echo 6;; esac; case '' in '') echo 7;; esac; case a in a|b) echo 8;; esac; case '[' in [) echo 9;; esac; case '[a' in [a) echo 10;; esac; x='a*'; case abc in $x) echo 11;; esac; case abc in "$x") echo no;; 'a'*) echo 12;; esac; case ab in ?"b") echo 13;; esac; case a in ~) ;; [[:alpha:]]) echo 14;; esac

### ranges go by code point
shopt globasciiranges; for c in a B b C z Z é è f; do [[ $c == [a-z] ]] && echo -n "$c "; [[ $c == [A-Z] ]] && echo -n "+$c ";[[ $c == [e-f] ]] && echo -n "=$c "; [[ $c == [à-ü] ]] && echo -n "u$c "; done; echo

### operators take patterns
x=/a/b/c.tar.gz; echo ${x#*/} ${x##*/} ${x%/*} ${x%%/*} ${x%.*} ${x%%.*} ${x/a/X} ${x//\//-} ${x/#\/a/R} ${x/%gz/G} ${x//[ab]/_} ${x/*./} "${x//\/}" ${x#"/"} ${x#'/a'} ${x##*[!a-z]}

### what is quoted in an operator is no pattern
x='a*b*c'; echo "${x#*\*}" "${x##*"*"}" "${x%'*'*}" "${x//\*/+}" "${x//"*"/-}"; p='*'; echo "${x#*$p}" "${x#*"$p"}" "${x//"$p"/!}"

### operators know groups once extglob is on
shopt -s extglob; x=aaabbbccc; echo ${x#+(a)} ${x##+(a)} ${x%+(c)} ${x%%+(c)} ${x/+(b)/X} ${x//@(a|c)/y} ${x##!(*c)} ${x%%!(a*)} ${x//!(b)/Z} ${x/#*(a)/} ${x/%*(c)/E}

### an ampersand in a replacement is the match
x=abc; echo ${x/b/[&]} ${x/b/\&} "${x/b/"&"}" ${x//?/&&} ; shopt -u patsub_replacement; echo ${x/b/[&]}

### empty patterns
x=abc; echo ${x//} ${x//''/X} ${x/#/X} ${x/%/X} ${x/} "${x/''}" ; y=; echo ${y/#/X} ${y//*/X} ${y/*/X} "${y/%/E}"

### operators change case
x='hello World éa'; echo ${x^} ${x^^} ${x,} ${x,,} ${x^^[aeiou]} ${x^h} ${x^^é} ${x~} ${x~~}

### a slash in a pattern is quoted or in brackets
x=a/b; echo ${x/\//:} ${x/"/"/:} ${x/'/'/:} ; p=/; echo ${x/$p/:} ${x//$p}; echo ${x/[/]/:} 

### bytes that are no characters
x=$'a\xe9b\xff'; echo ${#x}; [[ $x == a?b? ]]; echo $?; echo "${x:1:1}" | od -An -tx1; echo "${x#a?}" | od -An -tx1; echo "${x%?}" | od -An -tx1; case $x in *[$'\xe9']*) echo in;; esac; echo "${x//$'\xe9'/E}" | od -An -tx1; echo "${x^^}"| od -An -tx1; y=$'\xc3\xa9\xc3'; echo ${#y}; echo "${y:1}" | od -An -tx1; [[ $y == ?? ]]; echo $?; [[ $y == ??? ]]; echo $?

### a quoted sign before a group
shopt -s extglob
echo \!(x)

### two backslashes before a group
shopt -s extglob
echo \\!(x) "!"(x)
