### calls two thousand deep
f() { (($1 > 0)) && f $(($1 - 1)); }; f 2000; echo $?

### a thousand nested parentheses
eval "$(printf '( %.0s' {1..1000}) echo deep $(printf ') %.0s' {1..1000})"

### a thousand nested groups
eval "$(printf '{ %.0s' {1..1000}) echo deep; $(printf '} %.0s' {1..1000})"

### a thousand parentheses in an expression
eval "echo \$(($(printf '(%.0s' {1..1000})1$(printf ')%.0s' {1..1000})))"

### three thousand nested parentheses
eval "$(printf '( %.0s' {1..3000}) echo deep $(printf ') %.0s' {1..3000})"

### three thousand nested groups
eval "$(printf '{ %.0s' {1..3000}) echo deep; $(printf '} %.0s' {1..3000})"

### three thousand nested parameters
eval "echo \"$(printf '${a-%.0s' {1..3000})deep$(printf '}%.0s' {1..3000})\""

### three thousand parentheses in an expression
eval "echo \$(($(printf '(%.0s' {1..3000})1$(printf ')%.0s' {1..3000})))"

### FUNCNEST bounds calls
FUNCNEST=5; f() { echo "$1"; f $(($1 + 1)); }; f 1; echo no
echo "next $?"

### a word of a megabyte
x=$(printf 'a%.0s' {1..1000}); x=${x//a/$x}; echo ${#x}; echo "$x$x" | wc -c

### a here-document of many lines
x=$(printf 'line of text\n%.0s' {1..1000}); x=$(printf "$x%.0s\n" {1..100}); cat <<E | wc
$x
E

