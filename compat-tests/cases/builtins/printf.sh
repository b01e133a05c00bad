### the format is used again as long as there are arguments
printf '%s-%s\n' a b c d; printf '%s %s|' a b c; echo
### a format without conversions is used once
printf 'x\n' a b c; printf '' a b; echo $?
### missing arguments are empty or 0
printf '[%s][%d][%c][%b][%f][%x]\n'; printf '%s %d %s|\n' a
### -- ends the options and a lone - is a format
printf -- '%s\n' a; printf -; echo; printf -- -v; echo; printf --; echo $?
### without a format there is a usage message
printf; echo $?; printf -v x; echo $?; printf -v; echo $?
### %d takes decimal, octal, hexadecimal numbers and blanks in front
printf '%d\n' 42 -1 +5 010 0x1f -0x10 ' 7'
### a bad number is told and taken as far as it goes
printf '%d\n' 12abc; echo $?; printf '%d\n' abc; echo $?; printf '%d\n' ''; echo $?; printf '%d\n' 0x; echo $?; printf '%d\n' '1 2'; echo $?
### octal digits are checked
printf '%d\n' 08; echo $?; printf '%d\n' 079; echo $?
### integers out of range are cut and told
printf '%d\n' 9223372036854775808 -9223372036854775809; echo $?; printf '%u\n' 18446744073709551616; echo $?
### negative numbers wrap in unsigned conversions
printf '%u %o %x %X\n' -1 -1 -255 -255
### a character behind a quote stands for its number
printf '%d %d %x %u %f\n' "'a" '"b' "'é" "'日" "'A"; printf '%d\n' "'"; printf '%d\n' "'ab"
### flags of integers
printf '[%5d][%-5d][%05d][%+d][% d][%+05d][%- 5d]\n' 42 42 42 42 42 42 42
### the precision of integers
printf '[%.3d][%.0d][%.d][%8.3d][%-8.3d|][%08.3d]\n' 5 0 0 5 5 5
### the alternate form
printf '%#o %#x %#X %#o %#x\n' 8 255 255 0 0; printf '%#.3g %#g %#.0f\n' 1 1 1
### width and precision from arguments
printf '[%*d][%-*d][%*d]\n' 5 1 5 2 -5 3; printf '[%.*f][%.*f]\n' 2 3.14159 -1 2.5; printf '[%*.*f]\n' 10 2 3.14159; printf '[%*s]\n' x y; echo $?
### length modifiers change nothing
printf '%ld %lld %hd %hhd %jd %zd %td %Lf %lx\n' 1 2 3 300 5 6 7 1.5 255
### %s with width and precision
printf '[%5s][%-5s][%.2s][%5.1s][%.0s]\n' a b abc abc abc
### widths of %s count characters
printf '[%5s][%-5s][%.2s][%.1s]\n' é é éàü 日本
### in the C locale widths count bytes
LC_ALL=C; printf '[%3s][%.1s]\n' é é | od -An -tx1
### %c is the first byte
printf '[%c][%5c][%-3c]\n' abc b c; printf '%c' '' | od -An -tx1
### %b understands escapes in its argument
printf '%b|' 'a\tb' 'a\0101' 'a\101' '\x41' '\\' '\"' '\q'; echo; printf '[%8b][%-8b][%.2b]\n' 'a\tb' 'a\tb' abc
### \c in %b ends all output
printf '%s %b %s|' a 'x\cy' c d; echo "[$?]"
### escapes of the format
printf '\101\0101\x41\u41\U41\e[0m\a\b\f\v\\\"\?\n' | od -An -c
### a bad escape of the format is told
printf '\x'; echo; printf '\xg\n'; printf '\u\n'; printf '\U\n'; printf '\q\n'
### unicode escapes
printf '\u00e9 \u65e5 \U0001F600 \uD7FF\n'; printf '%b\n' '\u00e9'
### %q quotes so that the shell reads it again
printf '%q\n' '' a 'a b' "it's" '$x' '~' 'a~' '#a' 'a#' '{a,b}' 'a;b' '!' '^' $'\t' $'a\nb' é $'\xff'
### %q with width and precision
printf '[%8q][%-8q][%.3q]\n' 'a b' 'a b' 'a b c'
### %Q cuts before it quotes
printf '[%Q][%.2Q][%8Q]\n' 'a b' 'a b' 'a b'
### %n assigns how much was printed
printf 'abc%nde%n\n' x y; echo $x $y; printf '%n' 1x; echo $?
### -v assigns to variables and elements
printf -v x '%s-%s' a b; echo "$x"; printf -v a[3] %d 7; declare -A m; printf -v 'm[k y]' v; declare -p a m; printf -vx ab; echo $x
### -v refuses a name that is none
printf -v 1x y; echo $?; printf -v 'a[' x; echo $?; printf -v '' x; echo $?
### -v with a bad subscript fails
a=(1 2); printf -v 'a[-9]' x; echo $?; printf -v 'a[@]' x; echo $?
### -v obeys the attributes of the variable
declare -i n; printf -v n 2+3; declare -u u; printf -v u abc; declare -n r=t; printf -v r v; echo $n $u $t; readonly q=1; printf -v q x; echo $?
### -v ends the value at a null byte
printf -v x 'a\0b'; echo ${#x}
### %(fmt)T formats seconds since 1970
export TZ=UTC; printf '%(%Y-%m-%d %H:%M:%S %Z)T\n' 0 86400 -86400; printf '[%8(%Y)T][%-8(%Y)T][%.2(%Y)T][%()T]\n' 0 0 0 0
### %(fmt)T uses TZ only when it is exported
TZ=XYZ-3; a=$(printf '%(%z)T' 0); export TZ; b=$(printf '%(%z)T' 0); echo $b; [ "$a" = "$b" ] || echo other
### %(fmt)T too long for bash's buffer is nothing
export TZ=UTC; printf '[%(%c%c%c%c%c%c%c%c%c%c)T]\n' 0
### %(fmt)T without T is told
printf '%(%Y)Z\n' 0; echo $?
### parentheses in %(fmt)T count
printf '%(a(b)c)T\n' 0; printf '%((%%))T\n' 0
### %(fmt)T needs a number
printf '%(%Y)T\n' abc >/dev/null; echo $?
### %f and its precision
printf '%f %.2f %.0f %10.3f|%-10.3f|%+f\n' 1 3.14159 2.5 3.14159 3.14159 1
### %e, %g and their capitals
printf '%e %E %g %G %g %g\n' 123.456 0.00012 0.0001 0.00001 100000 1000000
### %a shows long doubles
printf '%a %A %.2a %a\n' 1 255 1 0.1
### floats have the precision of a long double
printf '%.30f\n' 0.1; printf '%.25g\n' 1.1; printf '%.0f\n' 1e30
### infinities and nan
printf '%f %F %5.1f %f %e\n' inf -inf nan INFINITY NAN
### floats out of range
printf '%g\n' 1e5000 >o; echo $?; cat o; printf '%g\n' 1e400; echo $?
### floats from hexadecimal
printf '%f %f %f\n' 0x1p3 0x1.8p-1 0xff
### a bad float is told
printf '%f\n' 1.5abc; echo $?; printf '%f\n' abc; echo $?; printf '%f\n' 1,5; echo $?
### an unknown conversion ends the output
printf 'a%yb\n' 1; echo " $?"; printf '%z'; echo " $?"
### a conversion that is not finished is told
printf 'a%'; echo " $?"; printf '%5'; echo " $?"; printf '%5.'; echo " $?"
### %% is a percent sign
printf '%%|%5s%%\n' a; printf '100%%\n'
