# The workloads of scripts/bench: `### group/name [: SHELL...]`, then the script. Without a list all shells can run it.
# $BENCH is a folder with prepared files: see `prepare` in scripts/bench.

### start/c (arguments)
-c :
### start/exec (arguments)
-c 'set -e && /bin/true'
### start/app_in_the_middle (arguments)
-c 'set -e; x=1; /bin/true; :'
### start/script_300_lines (arguments)
300.sh
### start/script_10000_lines (arguments)
10000.sh

### loops/while
i=0
while [ $i -lt 100000 ]; do i=$((i+1)); done
echo $i
### loops/for_200000_words
n=0
for word in $(cat words); do n=$((n+1)); done
echo $n
### loops/function
f() { n=$((n+$1)); }
n=0 i=0
while [ $i -lt 50000 ]; do f 2; i=$((i+1)); done
echo $n
### loops/recursion : bash dash busybox mksh zsh
fib() {
    local n=$1 a
    if [ $n -lt 2 ]; then r=$n; return; fi
    fib $((n-1)); a=$r
    fib $((n-2)); r=$((a+r))
}
fib 18
echo $r
### loops/case
n=0 i=0
while [ $i -lt 50000 ]; do
    case file$i.txt in
    *.c|*.h) n=$((n+100)) ;;
    *[!0-9a-z.]*) n=$((n+1000)) ;;
    f?le*7.txt) n=$((n+1)) ;;
    *) ;;
    esac
    i=$((i+1))
done
echo $n
### loops/test
n=0 i=0
while [ $i -lt 50000 ]; do
    if [ "$i" = 777 ] || [ -z "$i" ]; then n=$((n+1)); fi
    if [ "$i" -ge 100 ] && [ "$i" != x ]; then n=$((n+1)); fi
    i=$((i+1))
done
echo $n
### loops/conditional : bash mksh ksh zsh
n=0 i=0
while [[ $i -lt 50000 ]]; do
    if [[ $i == *77 || -z $i ]]; then n=$((n+1)); fi
    if [[ $i -ge 100 && $i != x ]]; then n=$((n+1)); fi
    i=$((i+1))
done
echo $n
### loops/arithmetic_for : bash ksh zsh
s=0
for ((i = 0; i < 100000; i++)); do ((s += i % 7 * 3)); done
echo $s
### loops/indexed_array : bash mksh ksh zsh
i=0
while ((i < 50000)); do a[i]=$((i * 2)); i=$((i+1)); done
s=0
for x in "${a[@]}"; do ((s += x)); done
i=0
while ((i < 50000)); do ((s -= a[i])); i=$((i+1)); done
echo $s ${#a[@]}
### loops/associative_array : bash ksh zsh
typeset -A h
for ((i = 0; i < 30000; i++)); do h[key$((i % 1000))]=$i; done
s=0
for ((i = 0; i < 30000; i++)); do ((s += ${h[key$((i % 1000))]})); done
echo $s ${#h[@]}
### loops/regex : bash zsh
n=0
for ((i = 0; i < 10000; i++)); do
    if [[ "host$i.example.org:80" =~ ^([a-z]+[0-9]+)\.([a-z.]+):([0-9]+)$ ]]; then n=$((n+1)); fi
done
echo $n
### loops/brace_range : bash zsh
n=0
for i in {1..100000}; do ((n += i)); done
echo $n
### loops/sieve : bash mksh ksh zsh
i=2 n=20000 count=0
while ((i <= n)); do
    if ((!composite[i])); then
        count=$((count+1)) j=$((i*i))
        while ((j <= n)); do composite[j]=1; j=$((j+i)); done
    fi
    i=$((i+1))
done
echo $count

### strings/append
s= i=0
while [ $i -lt 20000 ]; do s=$s"0123456789"; i=$((i+1)); done
echo ${#s}
### strings/append_plus : bash mksh ksh zsh
s= i=0
while [ $i -lt 50000 ]; do s+=0123456789; i=$((i+1)); done
echo ${#s}
### strings/strip
i=0 n=0
while [ $i -lt 30000 ]; do
    p=/usr/share/doc/package/file$i.tar.gz
    b=${p##*/} d=${p%/*} e=${b%%.*} x=${b#*.}
    n=$((n+${#b}+${#d}+${#e}+${#x})) i=$((i+1))
done
echo $n
### strings/replace : bash busybox mksh ksh zsh
i=0 n=0 p=/usr/local/lib/python3/site-packages
while [ $i -lt 20000 ]; do
    q=${p//\//.} r=${p/local/opt} t=${p//[aeiou]/}
    n=$((n+${#q}+${#r}+${#t})) i=$((i+1))
done
echo $n
### strings/slice : bash busybox mksh ksh zsh
i=0 n=0 p=/usr/local/lib/python3/site-packages
while [ $i -lt 30000 ]; do
    q=${p:5:5} r=${p:$((i % 20))} t=${p:0:1}
    n=$((n+${#q}+${#r}+${#t})) i=$((i+1))
done
echo $n
### strings/change_case : bash
i=0 n=0 p=Content-Type
while [ $i -lt 30000 ]; do
    q=${p^^} r=${p,,} t=${p,}
    n=$((n+${#q}+${#r}+${#t})) i=$((i+1))
done
echo $n $q $r $t
### strings/split_1_MB
text=$(cat split)
set -- $text
echo $#
IFS=,
n=0
for field in $text; do n=$((n+1)); done
echo $n
### strings/read_file
n=0
while IFS= read -r line; do n=$((n+${#line})); done <lines
echo $n
### strings/read_pipe
n=0
cat lines | {
    while IFS=: read -r a b c; do n=$((n+${#b})); done
    echo $n
}
### strings/mapfile : bash
mapfile -t lines <lines
echo ${#lines[@]} ${lines[4711]}
mapfile -t lines < <(cat lines)
echo ${#lines[@]}
### strings/glob_3000_files
i=0
while [ $i -lt 20 ]; do
    set -- files/*
    set -- $# files/*1?.txt
    i=$((i+1))
done
echo $1 $#
### strings/here_document
i=0 n=0
while [ $i -lt 3000 ]; do
    while IFS= read -r line; do n=$((n+${#line})); done <<END
server {
    listen $i;
    root /srv/$i/html;
}
END
    i=$((i+1))
done
echo $n
### strings/tokenizer
s=$(head -c 1000 text)
n=0 words=0 in=0
while [ -n "$s" ]; do
    rest=${s#?}
    c=${s%"$rest"}
    case $c in
    [a-z]) if [ $in = 0 ]; then words=$((words+1)); fi; in=1 ;;
    *) in=0 ;;
    esac
    s=$rest n=$((n+1))
done
echo $n $words
### strings/tokenizer_slice : bash busybox mksh ksh zsh
s=$(head -c 5000 text)
i=0 words=0 in=0
while [ $i -lt ${#s} ]; do
    case ${s:$i:1} in
    [a-z]) if [ $in = 0 ]; then words=$((words+1)); fi; in=1 ;;
    *) in=0 ;;
    esac
    i=$((i+1))
done
echo $i $words

### processes/exec
i=0
while [ $i -lt 200 ]; do /bin/true; i=$((i+1)); done
echo $i
### processes/exec_by_path
i=0
while [ $i -lt 200 ]; do env; i=$((i+1)); done >/dev/null
echo $i
### processes/external_substitution
i=0
while [ $i -lt 150 ]; do x=$(/bin/echo $i); i=$((i+1)); done
echo $x
### processes/subshell_exec
i=0
while [ $i -lt 150 ]; do (cd / && /bin/true); i=$((i+1)); done
echo $i
### processes/pipe
i=0
while [ $i -lt 100 ]; do /bin/echo $i | cat >/dev/null; i=$((i+1)); done
echo $i
### processes/pipe_of_builtins
i=0
while [ $i -lt 200 ]; do echo $i | read x; echo a b c | while read x y; do echo $y >/dev/null; done; i=$((i+1)); done
echo $i
### processes/capture_10_MB
x=$(cat 10MB)
echo ${#x}
### processes/entrypoint
# what images do before they start the program
set -e
export PATH HOME=/root
i=0
while [ $i -lt 20 ]; do
    here=$(dirname "$0")
    for variable in POSTGRES_USER POSTGRES_DB REDIS_HOST; do
        eval "value=\${$variable:-default}"
        [ -n "$value" ] || exit 1
    done
    if [ "$(id -u)" = 0 ] && [ "${1:-x}" = x ]; then
        mkdir -p out/data
        chmod 700 out/data
    fi
    printf '%s\n' "listen $i" "root $here" >out/config
    sed -e 's/listen/port/' out/config >out/config.new
    grep -q port out/config.new || exit 1
    hosts=$(cut -d: -f1 lines | head -n 3 | tr '\n' ' ')
    case $hosts in *missing*) exit 1 ;; esac
    i=$((i+1))
done
echo "$value $hosts"

### inline/builtin_substitution
i=0 n=0
while [ $i -lt 1000 ]; do x=$(echo $i); n=$((n+x)); i=$((i+1)); done
echo $n
### inline/printf_substitution
i=0 n=0
while [ $i -lt 1000 ]; do x=$(printf '%03d' $i); n=$((n+${#x})); i=$((i+1)); done
echo $n
### inline/function_substitution
double() { echo $(($1 * 2)); }
i=0 n=0
while [ $i -lt 1000 ]; do x=$(double $i); n=$((n+x)); i=$((i+1)); done
echo $n
### inline/subshell_of_builtins
i=0
while [ $i -lt 1000 ]; do (cd /; x=$i; :); i=$((i+1)); done
echo $i ${x-unset}
