### a program is no script
printf '\177ELFxxxx\n' >program
chmod 755 program
$THIS program; echo $?
$THIS ./program; echo $?
$THIS -c ./program; echo $?
rm program

### an interpreter that is not there
printf '#!/no/such/interpreter -x\necho no\n' >script
chmod 755 script
$THIS -c ./script; echo $?
$THIS script; echo $?
rm script

### an interpreter that is no program
printf '#!/etc/passwd\necho no\n' >script
chmod 755 script
$THIS -c ./script; echo $?
rm script

### a script without a #! line
printf 'echo $0 "$@"\n' >script
chmod 755 script
$THIS -c './script a b'; echo $?
rm script
