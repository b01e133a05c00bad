### a variable that starts its own new value
s=a; s=$s"b"; s="$s"c; s=${s}d$s; s=$s; echo "$s"; t=x; s=$s$t-${t}"$t"; echo "$s"; s=$s$s$s; echo "$s"
### with attributes
declare -i n=1; n=$n+2; echo $n; declare -u u=a; u=$u"b"; echo $u; declare -n r=s; s=1; r=$r"2"; echo $s; readonly c=1; c=$c"2"; echo $c
### unset, null and arrays
unset s; s=$s"x"; echo "$s"; s=; s=$s"y"; echo "$s"; a=(1 2); a=$a"x"; echo "${a[@]}"; a[1]=${a[1]}y; echo "${a[@]}"
### what changes on the way
s=1; s=$s${s:=2}; echo $s; s=1; s=$s$((s=5)); echo $s; s=1; s=$s$(s=7; echo $s); echo $s; s=$s$RANDOM; [ ${#s} -gt 2 ]; echo $?
### special variables, the environment and subshells
IFS=$IFS":"; x=a:b; echo $x; export e=1; e=$e"2"; env | grep '^e='; PATH=$PATH:/nosuch; echo "${PATH##*:}"; s=1; (s=$s"2"; echo $s); echo $s; f() { local s=$s; s=$s"3"; echo $s; }; f; echo $s
### tildes and blanks
HOME=/h; s=a; s=$s:~; echo $s; s=$s:~/x:~; echo $s; s='a  b'; s=$s"  "'c*'; echo "$s"; s=$s\ d; echo "$s"
### unset variables behind it under nounset
set -u; s=a; (s=$s$nosuch; echo no); echo $?; echo $s
### the same expression again and again
for x in ab12 cd x9 12; do [[ $x =~ ^([a-z]+)([0-9]*)$ ]] && echo "${BASH_REMATCH[@]}" || echo none; done; shopt -s nocasematch; [[ AB1 =~ ^([a-z]+)([0-9]*)$ ]] && echo "${BASH_REMATCH[1]}"; shopt -u nocasematch; [[ AB1 =~ ^([a-z]+)([0-9]*)$ ]]; echo $?; p='('; [[ a =~ $p ]]; echo $?; [[ a =~ $p ]]; echo $?
