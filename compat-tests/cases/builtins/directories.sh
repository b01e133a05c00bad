### cd without an argument goes home
mkdir h; HOME=$PWD/h; cd; echo "${PWD##*/}"; HOME=; cd; echo $?; unset HOME; cd; echo $?
### cd - goes back and says where
cd /; cd /usr; cd -; cd -; echo $OLDPWD $PWD
### cd - without OLDPWD
cd -; echo $?; OLDPWD=/nonexistent; cd -; echo $?
### cd to what is no directory
: >f; cd f; echo $?; cd none; echo $?; cd a b; echo $?; cd ''; echo $?
### cd -L goes by the text, -P by the links
mkdir -p a/b; ln -s a/b l; cd l; echo ${PWD##*/}; cd ..; echo "${PWD##*/}" | sed 's/^in$/top/'; cd -P l; echo ${PWD##*/}; cd ..; echo ${PWD##*/}
### the last of -L and -P counts
ln -s /usr l; (cd -LP l; pwd); (cd -PL l; echo ${PWD##*/})
### set -P makes -P the default
ln -s /usr l; set -P; cd l; pwd; cd -L -; echo $?
### pwd -P looks at the links
ln -s /usr l; cd l; pwd -P; pwd -LP; echo "${PWD##*/}"; set -P; pwd
### dots and slashes are taken out of the path
cd /usr/./../usr//lib/..; pwd; cd /..; pwd; cd //; pwd; cd ///usr; pwd
### after // comes no third slash
cd //; cd usr; pwd; cd /; cd usr; pwd
### .. of what is not there
cd /usr; cd nonexistent/..; echo $?; pwd
### CDPATH is looked at first and the place is told
mkdir -p x/foo foo; CDPATH=x; cd foo >o; [ -s ../../o ]; echo $?; cd ../..; rm o; CDPATH=:x; cd foo; echo $?; cd ..; CDPATH=/nonexistent:/; cd usr
### CDPATH is not for ./x, ../x and /x
mkdir -p x/foo; CDPATH=x; cd ./foo; echo $?; cd /usr; pwd
### cdable_vars
d=/usr; cd d; echo $?; shopt -s cdable_vars; cd d; cd none; echo $?
### cdspell and autocd are for terminals
shopt -s cdspell autocd; mkdir dir; cd dri; echo $?; /usr; echo $?
### -e and -@
cd -P -e /usr; echo $?; cd -e /; echo $?; cd -@ /; echo $?
### the directory that was removed
mkdir t; cd t; rmdir ../t; cd .; echo $?; cd ..; echo $?; echo ${PWD##*/} | sed 's/^in$/top/'
### pwd of a directory that was removed
mkdir t; cd t; rmdir ../t; pwd | sed 's,.*/,,'; pwd -P; echo $?
### PWD is not what pwd believes
cd /usr; PWD=foo; pwd; cd .; echo $PWD; unset PWD; pwd; cd lib; echo $PWD
### a readonly PWD
readonly PWD; cd /; echo $?; pwd
### pushd and popd show the stack
cd /; pushd /usr; pushd /tmp; popd; popd; popd; echo $?
### pushd turns the two on top
cd /; pushd /usr; pushd; pushd; popd >/dev/null; pushd; echo $?
### pushd +N and -N turn the stack
cd /; pushd /usr >/dev/null; pushd /tmp >/dev/null; pushd +1; pushd -0; pushd +0; pushd -1
### popd +N and -N take out an entry
cd /; pushd /usr >/dev/null; pushd /tmp >/dev/null; popd +1; pushd /var >/dev/null; popd -0; popd +0
### -n leaves the directory
cd /; pushd /usr >/dev/null; pushd -n /tmp; pwd; popd -n; pwd; dirs; pushd -n +1; echo $?; pushd -n; echo $?
### numbers out of range
cd /; pushd +1; echo $?; pushd /usr >/dev/null; pushd +5; echo $?; popd +5; echo $?; dirs +5; echo $?; popd -5; echo $?; dirs -5; echo $?
### arguments that pushd and popd do not have
cd /; pushd /usr >/dev/null; pushd +x; echo $?; pushd a b; echo $?; popd x; echo $?; popd -z; echo $?; popd +; echo $?
### pushd to what is not there
cd /; pushd /nonexistent; echo $?; pushd ''; echo $?; dirs
### dirs in its forms
cd /; pushd /usr >/dev/null; pushd ~ >/dev/null; dirs; dirs -v; dirs -p; dirs +1; dirs -0; dirs -c; dirs
### dirs -l shows no tilde
cd /; pushd "$HOME" >/dev/null; dirs -l | sed "s|$HOME|HOME|"; dirs -v +0; HOME=/; dirs -p | tail -n 1
### dirs knows its letters one by one
dirs -lv; echo $?; dirs x; echo $?; dirs +x; echo $?
### DIRSTACK
cd /; pushd /usr >/dev/null; echo "${DIRSTACK[@]} ${#DIRSTACK[@]}"; DIRSTACK[1]=/tmp; dirs; DIRSTACK[0]=/var; dirs
### a failing popd leaves the stack
mkdir t; cd /; pushd "$OLDPWD/t" >/dev/null; pushd / >/dev/null; rmdir "$OLDPWD"; popd 2>/dev/null; echo $?; dirs | wc -w
### cd in a subshell is the subshell's
cd /usr; (cd /tmp; pwd); pwd; x=$(cd /; pwd); echo $x; pwd
### cd by a function and in a pipeline
cd() { builtin cd "$@" && echo "in $PWD"; }; cd /usr; cd / | cat; pwd
### the directory's name with strange characters
mkdir -p 'a b' -- -x 'é'; cd 'a b'; echo "${PWD##*/}"; cd ..; cd -- -x; echo "${PWD##*/}"; cd ..; cd é; echo "${PWD##*/}"
