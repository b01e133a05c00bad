### slices count characters
x=aéîøb; echo ${x:1} ${x:1:2} ${x: -2} ${x:0:-1} ${x:2:1}; x=日本語; echo ${x:1:1} ${#x} ${x:0:1}; x=🎉a; echo ${#x} ${x:1}

### bytes that are no UTF-8 are characters of their own
x=$'a\xffb'; echo ${#x}; echo "${x:1:1}" | od -An -tx1; x=$'\xc3'; echo ${#x}; x=$'\xe2\x82'; echo ${#x}; x=$'\xe2\x82\xac\xff\xe2\x82'; echo ${#x}; x=$'\xed\xa0\x80'; echo ${#x}; x=$'\xc0\x80'; echo ${#x}

### patterns match characters
x=héllo; echo ${x#h?} ${x%é*} ${x/é/e} ${x//[é]/E} ${x/[[:alpha:]]/_}; [[ é == [[:alpha:]] ]]; echo $?; [[ é == [a-z] ]]; echo $?; [[ É == [[:upper:]] ]]; echo $?; [[ é == ? ]]; echo $?; LC_ALL=C; [[ é == ? ]]; echo $?; [[ é == ?? ]]; echo $?

### letters of all scripts change case
x='straße ÀÉ éà ǆ ω Ω i İ ı'; echo ${x^^} ${x,,}; LC_ALL=C; echo ${x^^} ${x,,}

### case attributes know all letters
declare -u u=éa; declare -l l=ÉA; declare -c c=éA; echo $u $l $c

### printf counts bytes in its widths
printf '[%5s][%-5s][%.2s]\n' é é éàü; LC_ALL=C; printf '[%5s][%-5s][%.2s]\n' é é éàü | od -An -c

### what can be shown is not quoted
printf '%q %q %q\n' é $'\xff' $'a\nb'; LC_ALL=C; printf '%q %q\n' é $'\xff'; 

### printf c takes a byte
printf '%c %c|%c\n' é ab ''  | od -An -tx1

### a quote gives the code of a character
printf '%d %d %d\n' "'é" "'a" "'€"; LC_ALL=C; printf '%d\n' "'é"

### escapes give characters
echo $'\u00e9 \U1F389 \u20ac \ue9' $'\u41' ; printf '\u00e9 \U0001F389\n'; echo -e '\u00e9 \u20ac'; LC_ALL=C; echo $'\u00e9' ; printf '\u00e9\n'; echo -e '\u20ac'

### escapes that are none
echo $'\u' $'\ug' $'\U' $'\ud800' $'\U110000' $'\UFFFFFFFF' | od -An -tx1; printf '\ud800|\U110000|\u' | od -An -tx1

### a null character ends a string
echo $'a\u0000b' | od -An -c; echo $'a\0b'  | od -An -c; printf 'a\u0000b' | od -An -c

### read counts characters
printf 'éàü' | { read -n 2 x; echo "$x"; read y; echo "$y"; }; printf 'éàü' | { read -N 1 x; echo "$x"; }; printf 'é' | { LC_ALL=C; read -n 1 x; printf '%q\n' "$x"; }

### read counts bytes that are no UTF-8
printf 'a\xffb\n' | { read -n 2 x; printf '%q\n' "$x"; read y; printf '%q\n' "$y"; }

### a delimiter is one byte
printf 'aéb\n' | { read -d é x; printf '%q\n' "$x"; }

### read splits at characters of several bytes
echo 'aébéc' | { IFS=é read x y z; echo "$x|$y|$z"; }

### words are split at characters of several bytes
IFS=é; x=aébéc; set -- $x; echo $#; echo "$*"; printf '%s|' $x; echo; IFS=éà; set -- 1 2; echo "$*"; IFS=' é'; x=' a é b '; printf '[%s]' $x; echo

### a loop over characters
x=aé€🎉; for ((i=0; i<${#x}; i++)); do printf '%s,' "${x:i:1}"; done; echo

### listings show characters
x=é; set | grep ^x=; x=$'\xff'; set | grep -a ^x= | od -c | head -2; x=$'é\n'; set | grep ^x=; declare -p x

### operators quote and change characters
x=$'é\xff\t'; echo ${x@Q}; y='é a'; echo ${y@Q} ${y@U} ${y@u} ${y@L}; LC_ALL=C; echo ${y@Q}

### names are ASCII
é=1; echo $é; echo "$é"

### replacements of characters
x=abc; echo ${x/b/é} ${x/b/日本}; x=日本語; echo ${x/本/x} ${x//[日語]/-} ${x/?/1} ${x%?} ${x#?}

### names sort by bytes
touch é z e f É; echo *; printf '%s\n' [a-z]; LC_ALL=C; echo *

### ranges in names
touch a é z; echo [à-ü]; echo [!a]; echo [[:lower:]]; echo [[=e=]]; 

### widths with other characters
x='ab'; printf '%-4s|\n' 日本; printf '%4s|\n' é; printf '%b' '\u00e9\n'; printf '%5b|\n' é; printf '%.1b|\n' éà

### echo writes characters
echo -e 'é\c'; echo; echo -n é; echo

### strings compare by bytes
[[ é > z ]]; echo $?; [[ e < é ]]; echo $?; [[ a < B ]]; echo $?; [ a \< B ]; echo $?; LC_ALL=C; [[ é > z ]]; echo $?

### a combining character is one of its own
x=$'e\u0301'; echo ${#x}; printf '[%3s]\n' "$x"

### braces take characters
echo {a,é}{1,2} {é..ü}; echo {a..e}é

### a delimiter of other characters
cat <<é
a é b
é

### a no-break space does not split
x=$'a\u00a0b'; set -- $x; echo $#; echo $'\u00a0' | od -An -tx1

### traces show characters
set -x; x=é; echo é $'\xff'; LC_ALL=C; echo é

### classes know the characters of all scripts
for c in é É ß 1 ١ ' ' $'\u00a0' $'\u3000' '!' '¡' '€' $'\u0001' $'\u0085' 日 ª ² ⅷ; do for k in alpha upper lower digit alnum space blank punct cntrl print graph xdigit; do [[ $c == [[:$k:]] ]] && printf '%s ' $k; done; echo "| $(printf %q "$c")"; done

