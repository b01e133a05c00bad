### commands read on behind the line from a file
printf 'read x\nline one\necho "got $x"\ncat\nrest 1\nrest 2\n' > s; $THIS < s

### commands read on behind the line from a pipe
printf 'read x\nline one\necho "got $x"\ncat\nrest 1\nrest 2\n' | $THIS

### head leaves the rest of the file to the shell
printf 'head -n 1\nfirst\necho second\nhead -c 3\nabcecho tail\n' > s; $THIS < s

### a here-document and read share the script
printf 'cat <<E\na\nE\nread -n 2 x\nXYecho "$x"\n' > s; $THIS <s; $THIS < s -s a b

### exec changes where the script comes from
printf 'echo a\nexec < other\necho no\n' > s; echo 'echo from other' > other; $THIS < s

### subshells and loops read the script's lines
printf '(read x; echo "[$x]")\nline\n{ read y; echo "<$y>"; }\nline2\nwhile read z; do echo "z $z"; done\n1\n2\n' | $THIS

### exit leaves the rest unread
printf 'echo a\nexit 3\necho b\n' | $THIS; echo $?

### the last line may have no newline
printf 'echo a' | $THIS; printf 'echo a\necho b' | $THIS; printf 'echo a \\' | $THIS; printf 'if true; then\n echo x' | $THIS; echo $?

### a compound command is read before its input
printf 'if true\nthen read x\nfi\nthe line\necho $x\n' | $THIS

### a syntax error ends the script
printf 'echo a\nfi\necho b\n' | $THIS; echo $?; printf 'echo a\n)\necho b\n' > s;  $THIS < s; echo $?;  $THIS s; echo $?

### null bytes are dropped
printf 'echo a\0b\n' | $THIS

### a closed standard input is an empty script
$THIS <&-; echo $?; $THIS -c 'echo x' <&-; echo $?

### a directory as standard input cannot be read
$THIS < /; echo $?

### -s gives parameters and keeps the name
echo 'echo $1 $-' | $THIS -s x;  echo 'echo $1 $-' | $THIS -es x y

### a backslash at the very end is dropped in files and on standard input
printf 'echo a \\' > s; $THIS s; $THIS < s; $THIS -c 'echo a \'; eval 'echo b\'; . ./s

### -v adds the newline that the last line does not have
printf 'echo a' > s; $THIS -v s; printf 'echo b' | $THIS -v; $THIS -v -c 'echo c'
