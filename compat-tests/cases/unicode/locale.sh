### LC_ALL comes before LC_CTYPE and LC_CTYPE before LANG
env -u LC_ALL LANG=C.UTF-8 LC_CTYPE=C $THIS -c 'x=é; echo ${#x}'; env -u LC_ALL LANG=C LC_CTYPE=C.UTF-8 $THIS -c 'x=é; echo ${#x}'; env LC_ALL=C LC_CTYPE=C.UTF-8 $THIS -c 'x=é; echo ${#x}'; env LC_ALL= LANG=C.UTF-8 $THIS -c 'x=é; echo ${#x}'

### a local LC_ALL counts while its function runs
f() { local LC_ALL=C; x=é; echo ${#x}; }; f; x=é; echo ${#x}; LC_ALL=C eval 'echo ${#x}'; echo ${#x}; ( LC_ALL=C; echo ${#x} ); echo ${#x}

### LC_ALL before a command counts for it alone
x=é; LC_ALL=C printf '%d\n' "'é"; LC_ALL=C; LC_ALL=C.UTF-8 printf '%d\n' "'é"; LC_CTYPE=C.UTF-8; echo ${#x}; unset LC_ALL; echo ${#x}; LC_CTYPE=C; echo ${#x}; unset LC_CTYPE; echo ${#x}; LANG=C.UTF-8; echo ${#x}; LANG=C; echo ${#x}

### regular expressions without case
shopt -s nocasematch; [[ É =~ é ]]; echo $?; [[ É == é ]]; echo $?; case É in é) echo y;; esac; x=É; echo ${x/é/e}

### LC_ALL counts from where it is set
x=héllo; echo ${#x}; LC_ALL=C; echo ${#x} ; LC_ALL=C.UTF-8; echo ${#x}; LC_ALL=POSIX; echo ${#x}; unset LC_ALL; echo ${#x}

### names of UTF-8 locales are the same with or without a hyphen
for l in C.UTF-8 C.utf8 C POSIX; do LC_ALL=$l $THIS -c 'x=é; echo ${#x}'; done

### an empty LC_ALL is no LC_ALL
env LC_ALL= LANG=C.UTF-8 $THIS -c 'x=é; echo ${#x}'; env LC_ALL= LC_CTYPE=C LANG=C.UTF-8 $THIS -c 'x=é; echo ${#x}'

### bytes are characters in the C locale
LC_ALL=C; x=é; echo ${#x}; [[ $x == ? ]]; echo $?; [[ $x == ?? ]]; echo $?; echo "${x:0:1}" | od -An -tx1; echo ${x^^}

### %q quotes what the locale cannot show
LC_ALL=C; printf '%q\n' é $'\xff'; echo "${PWD+x}"; x=é; declare -p x

### escapes outside UTF-8
LC_ALL=C; echo $'\u00e9' $'\u41'; printf '\u00e9\n'
