### PS1 comes before commands and PS2 before what continues them
export HISTFILE=; printf 'echo a\nif true\nthen echo b\nfi\n' | PS1='P> ' PS2='C> ' $THIS --norc --noediting -i 2>err; sed 1,2d err; rm err

### without a terminal there is no job control, which is told
export HISTFILE=; echo 'set -o' | PS1= $THIS --norc --noediting -i 2>err | grep monitor; sed 1d err | sed 's/^[a-z]*: //'; rm err

### bash's editor is reported on but with --noediting
export HISTFILE=; $THIS --norc -i -c 'test -o emacs; echo $?; test -o vi; echo $?' 2>/dev/null; $THIS --norc --noediting -i -c 'test -o emacs; echo $?' 2>/dev/null; $THIS -c 'test -o emacs; echo $?'

### flags of an interactive shell
export HISTFILE=; $THIS --norc -i -c 'echo $-' 2>/dev/null; echo 'echo $-' | $THIS --norc -i 2>/dev/null; echo 'echo $-' > s; $THIS --norc -i s 2>/dev/null

### the end of the input ends the shell with the last status and a word
export HISTFILE=; printf 'false\n' | PS1= $THIS --norc --noediting -i 2>err; echo $?; sed 1,2d err; rm err

### exit says so, but not in a subshell
export HISTFILE=; printf '(exit 3)\necho $?\nexit 4\n' | PS1= $THIS --norc --noediting -i 2>err; echo $?; sed 1,2d err; rm err

### a syntax error is told in a line and ends nothing
export HISTFILE=; printf 'echo a\nfi\necho $?\n' | PS1= $THIS --norc --noediting -i 2>err; echo $?; sed '1,2d; s/^[a-z]*: //' err; rm err

### failed expansions end their command alone
export HISTFILE=; printf 'echo ${x?bad}\necho $?\nreadonly r=1\nr=2\necho $?\nset -u\necho $nope\necho $?\necho $((1/0))\necho $?\nexec nosuchcmd\necho $?\n' | PS1= $THIS --norc --noediting -i 2>err; sed '1,2d; s/^[a-z]*: //' err; rm err

### messages name no line
export HISTFILE=; printf '. ./f\neval "if"\nf() { nosuch; }\nf\n' > in; echo 'nosuch' > f; PS1= $THIS --norc --noediting -i < in 2>err; sed '1,2d; s/^[a-z]*: //' err; rm err

### syntax errors of a file name it and its line
export HISTFILE=; printf 'if\n' > f; printf '. ./f\necho $?\n' | PS1= $THIS --norc --noediting -i 2>err; sed '1,2d; s/^[a-z]*: //' err; rm err

### errexit ends an interactive shell
export HISTFILE=; printf 'set -e\nfalse\necho no\n' | PS1= $THIS --norc --noediting -i 2>/dev/null; echo $?

### PROMPT_COMMAND runs before each prompt and keeps the status
export HISTFILE=; printf 'PROMPT_COMMAND="echo pc \\$?"\nfalse\necho $?\n' | PS1= $THIS --norc --noediting -i 2>/dev/null

### PROMPT_COMMAND may be an array
export HISTFILE=; printf 'one() { echo one; }\nPROMPT_COMMAND=(one "echo two")\n:\n' | PS1= $THIS --norc --noediting -i 2>/dev/null

### PS0 is shown before a command runs
export HISTFILE=; printf 'PS0="zero "\necho a\n' | PS1='$ ' $THIS --norc --noediting -i 2>err; sed 1,2d err; rm err

### prompts count commands and lines
export HISTFILE=; printf 'echo a\nPS1="\\\\# \\\\! "\necho b\necho c\n' | PS1='\#> ' $THIS --norc --noediting -i 2>err; sed 1,2d err; rm err

### prompts are expanded each time
export HISTFILE=; printf 'i=1\nPS1="\\$((i++)) "\n:\n:\n' | PS1='$(echo x)> ' $THIS --norc --noediting -i 2>err; sed 1,2d err; rm err

### empty lines and comments get a new prompt
export HISTFILE=; printf '\n# a comment\necho a # b\n' | PS1='$ ' $THIS --norc --noediting -i 2>err; sed 1,2d err; rm err

### here-documents and open quotes continue
export HISTFILE=; printf 'cat <<E\na\nE\necho "x\ny"\necho a \\\nb\n' | PS1='$ ' PS2='> ' $THIS --norc --noediting -i 2>err; sed 1,2d err; rm err

### aliases are expanded at a prompt
export HISTFILE=; printf 'alias x="echo hi"\nx\nshopt expand_aliases\n' | PS1= $THIS --norc --noediting -i 2>/dev/null

### ignoreeof asks for exit ten times
export HISTFILE=; printf 'set -o ignoreeof\n' | PS1= $THIS --norc --noediting -i 2>err; echo $?; sed 1,2d err | sort | uniq -c; rm err

### IGNOREEOF counts the ends of the input
export HISTFILE=; printf 'IGNOREEOF=2\n' | PS1= $THIS --norc --noediting -i 2>err; sed 1,2d err; rm err

### the rc file is read, and with --norc not
export HISTFILE=; echo 'echo rc' > ~/.bashrc; echo 'echo hi' | PS1= $THIS -i 2>/dev/null; echo 'echo hi' | $THIS --norc -i 2>/dev/null; echo 'echo other' > rc; echo 'echo hi' | $THIS --rcfile rc -i 2>/dev/null

### a login shell at a prompt logs out at the end
export HISTFILE=; echo 'echo bye' > ~/.bash_logout; printf 'echo a\n' | PS1= $THIS --noediting --norc -l -i 2>/dev/null; printf 'logout 4\n' | $THIS --noediting --norc -l -i 2>/dev/null; echo $?

### in POSIX mode ENV is read
export HISTFILE=; echo 'echo env' > e; echo 'echo hi' | ENV=e PS1= $THIS --posix --noediting -i 2>/dev/null

### prompts have values before the rc file runs, in interactive shells alone
export HISTFILE=; $THIS --norc -i -c 'echo "$PS1|$PS2|$PS4"' 2>/dev/null; $THIS -c 'echo "${PS1-unset}|${PS2-unset}|$PS4"'

### TERM and QUIT are survived and INT ends the command
export HISTFILE=; printf 'kill -TERM $$\necho after TERM\nkill -QUIT $$\necho after QUIT\nkill -INT $$; echo no\necho after INT\n' | PS1= $THIS --norc --noediting -i 2>/dev/null; echo $?

### an EXIT trap runs at the end of the input
export HISTFILE=; printf 'trap "echo bye" EXIT\n' | PS1= $THIS --norc --noediting -i 2>/dev/null

### a redirection of exec that fails ends nothing
export HISTFILE=; printf 'exec 3>/nosuch/x\necho ok $?\n' | PS1= $THIS --norc --noediting -i 2>/dev/null

### the prompt's trace and lines read are shown
export HISTFILE=; printf 'set -xv\necho a\n' | PS1= $THIS --norc --noediting -i 2>err; sed 1,2d err; rm err

### escapes of a prompt in an expansion
x='\W|\$|\#|\!|\j|\v|\\|\101|\[a\]|\e|\q|\nn'; cd /; y=${x@P}; printf '%q\n' "$y"

### the directory in a prompt
x='\w \W'; cd /; echo "${x@P}"; cd /usr/bin; echo "${x@P}"; HOME=/usr; echo "${x@P}"; cd /usr; echo "${x@P}"; HOME=/; echo "${x@P}"; HOME=; echo "${x@P}"

### PROMPT_DIRTRIM keeps the last directories of a prompt
x='\w'; cd /usr/share/doc; for n in 0 1 2 3 4; do PROMPT_DIRTRIM=$n; echo "${x@P}"; done; HOME=/usr; PROMPT_DIRTRIM=1; echo "${x@P}"

### a prompt is expanded where promptvars is on
x='$(echo hi) $((1+1)) ${y} \$y'; y=v; echo "${x@P}"; shopt -u promptvars; echo "${x@P}"
### history expansion at a prompt
printf '%s\n' 'echo a' 'echo !!' 'history' '!!:p' 'for i in 1' 'do echo !e' 'done' 'fc -l' | PS1='P ' PS2='C ' $THIS --norc --noediting -i 2>err; sed 1,2d err; rm err; cat .bash_history
