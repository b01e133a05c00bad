### a child reads on behind the line that read took from a pipe
printf '%s\n' one two three four | { read a; head -n 1; read b; cat; echo "[$a] [$b]"; }

### a child reads on behind the line that read took from a file
printf '%s\n' one two three four >f; { read a; head -c 4; read b; cat; echo "[$a] [$b]"; } <f

### read in a subshell and in the shell share the pipe
printf '%s\n' 1 2 3 4 5 6 | { read a; (read b; echo "$b"); x=$(read c; echo "$c"); read d; echo "$a $x $d"; cat; }

### lines longer than a block
long=$(printf '%01000d' 7); { echo $long; echo b; echo $long; } | { read x; read y; read z; echo ${#x} $y ${#z}; }

### a delimiter of its own from a pipe
printf 'a:b:c' | { while read -d : x; do echo "$x"; done; echo "rest $x"; }

### a null delimiter
printf 'a\0b c\0' | { while IFS= read -r -d '' x; do echo "<$x>"; done; }

### a continued line
printf '%s\n' 'a\' 'b' c | { read x; read y; echo "$x $y"; }

### a count of characters leaves the rest
printf 'abcdef\ngh\n' | { read -n 3 x; read y; cat; echo "$x $y"; }

### a writer that writes half a line at a time
{ printf ab; sleep 0.02; printf 'cd\ne'; sleep 0.02; printf 'f\n'; } | { read x; read y; echo $x $y; }

### a last line without its end
printf 'a\nb' | { read x; echo $? $x; read y; echo $? $y; read z; echo $? "$z"; }

### a descriptor that becomes another
printf '1\n2\n' >f; printf 'x\ny\n' >g; exec 3<f; read -u 3 a; exec 3<g; read -u 3 b; exec 3<&-; { read -u 3 c; } 2>/dev/null; echo $? $a $b; exec 3< <(printf 'p\nq\n'); read -u 3 d; read -u 3 e; echo $d $e

### a redirected loop inside of a redirected loop
printf '1\n2\n' >f; while read a; do while read b; do echo $a$b; done < <(printf 'x\ny\n'); done <f

### mapfile takes only the lines it was asked for from a pipe
printf '%s\n' a b c d | { mapfile -n 2 x; cat; echo "${x[@]}"; }

### read and a null byte
printf 'a\0b\nc\n' | { read x; read y; echo $x $y; }

### closed input
read x <&-; echo $?

### a FIFO opened for reading and writing
mkfifo p; exec 4<>p; echo one >&4; echo two >&4; read -u 4 a; read -u 4 b; echo $a $b

### a loop over a file whose body runs a program that reads too
printf '%s\n' 1 2 3 4 5 6 7 >f; while read a; do echo "a $a"; head -n 1 | sed 's/^/head /'; done <f

### a loop over a file whose body empties the file
printf '%s\n' 1 2 3 4 >f; while read a; do echo $a; : >f; done <f

### a loop over a file whose body appends to it
printf '%s\n' 1 2 >f; n=0; while read a; do echo $a; n=$((n+1)); [ $n -gt 4 ] || echo new$n >>f; done <f

### a loop over a file whose body copies the descriptor
printf '%s\n' 1 2 3 4 5 >f; while read a; do exec 4<&0; read -u 4 b; exec 4<&-; echo "$a $b"; done <f

### a loop over a file whose body has a substitution that reads
printf '%s\n' 1 2 3 4 5 >f; while read a; do b=$(read b; echo $b); c=$(cat); echo "$a $b" $c; done <f

### lines and then the rest with mapfile, with cat, with a count
printf '%s\n' 1 2 3 4 5 >f; { read a; mapfile -t b; echo $a ${b[@]}; } <f; { read a; read -n 1 b; read c; cat; echo $a $b $c; } <f

### exec takes the descriptor along
printf '%s\n' 1 2 3 4 >f; (exec 3<f; read -u 3 a; exec cat <&3)

### what is read ahead is not lost when input is redirected for a while
printf '%s\n' 1 2 3 >f; printf '%s\n' x y >g; { read a; while read b; do echo $b; done <g; read c; echo $a $c; } <f

### a moved descriptor reads on
printf '%s\n' 1 2 3 >f; exec 3<f; read -u 3 a; exec 5<&3-; read -u 5 b; echo $a $b; { read -u 3 c; } 2>/dev/null; echo $?

### source and here-documents in a loop over a file
printf '%s\n' 1 2 3 >f; echo 'read x; echo src $x' >s; { read a; . ./s; read b <<<here; read c; echo $a $b $c; } <f

### a very long line
x=$(printf '%070000d' 1); printf '%s\nb\n' $x >f; { read a; read b; echo ${#a} $b; } <f
