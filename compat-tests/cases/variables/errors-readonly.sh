### readonly errors: r=2
readonly r=1 ra=(1 2); (r=2; echo "after $?"); echo "$?"; r=2; echo "then $?"
echo "next $?"
### readonly errors: r+=2
readonly r=1 ra=(1 2); (r+=2; echo "after $?"); echo "$?"; r+=2; echo "then $?"
echo "next $?"
### readonly errors: r=2 :
readonly r=1 ra=(1 2); (r=2 :; echo "after $?"); echo "$?"; r=2 :; echo "then $?"
echo "next $?"
### readonly errors: export r=2
readonly r=1 ra=(1 2); (export r=2; echo "after $?"); echo "$?"; export r=2; echo "then $?"
echo "next $?"
### readonly errors: declare r=2
readonly r=1 ra=(1 2); (declare r=2; echo "after $?"); echo "$?"; declare r=2; echo "then $?"
echo "next $?"
### readonly errors: readonly r=2
readonly r=1 ra=(1 2); (readonly r=2; echo "after $?"); echo "$?"; readonly r=2; echo "then $?"
echo "next $?"
### readonly errors: unset r
readonly r=1 ra=(1 2); (unset r; echo "after $?"); echo "$?"; unset r; echo "then $?"
echo "next $?"
### readonly errors: read r <<< x
readonly r=1 ra=(1 2); (read r <<< x; echo "after $?"); echo "$?"; read r <<< x; echo "then $?"
echo "next $?"
### readonly errors: printf -v r x
readonly r=1 ra=(1 2); (printf -v r x; echo "after $?"); echo "$?"; printf -v r x; echo "then $?"
echo "next $?"
### readonly errors: for r in a; do :; done
readonly r=1 ra=(1 2); (for r in a; do :; done; echo "after $?"); echo "$?"; for r in a; do :; done; echo "then $?"
echo "next $?"
### readonly errors: ((r=2))
readonly r=1 ra=(1 2); (((r=2)); echo "after $?"); echo "$?"; ((r=2)); echo "then $?"
echo "next $?"
### readonly errors: let r=2
readonly r=1 ra=(1 2); (let r=2; echo "after $?"); echo "$?"; let r=2; echo "then $?"
echo "next $?"
### readonly errors: ((r++))
readonly r=1 ra=(1 2); (((r++)); echo "after $?"); echo "$?"; ((r++)); echo "then $?"
echo "next $?"
### readonly errors: echo $((r=2))
readonly r=1 ra=(1 2); (echo $((r=2)); echo "after $?"); echo "$?"; echo $((r=2)); echo "then $?"
echo "next $?"
### readonly errors: echo ${r:=x}
readonly r=1 ra=(1 2); (echo ${r:=x}; echo "after $?"); echo "$?"; echo ${r:=x}; echo "then $?"
echo "next $?"
### readonly errors: ra[0]=1
readonly r=1 ra=(1 2); (ra[0]=1; echo "after $?"); echo "$?"; ra[0]=1; echo "then $?"
echo "next $?"
### readonly errors: ra=(3)
readonly r=1 ra=(1 2); (ra=(3); echo "after $?"); echo "$?"; ra=(3); echo "then $?"
echo "next $?"
### readonly errors: ra+=(3)
readonly r=1 ra=(1 2); (ra+=(3); echo "after $?"); echo "$?"; ra+=(3); echo "then $?"
echo "next $?"
### readonly errors: unset "ra[0]"
readonly r=1 ra=(1 2); (unset "ra[0]"; echo "after $?"); echo "$?"; unset "ra[0]"; echo "then $?"
echo "next $?"
### readonly errors: declare -a ra=(1)
readonly r=1 ra=(1 2); (declare -a ra=(1); echo "after $?"); echo "$?"; declare -a ra=(1); echo "then $?"
echo "next $?"
### readonly errors: local_() { local r=5; }; local_
readonly r=1 ra=(1 2); (local_() { local r=5; }; local_; echo "after $?"); echo "$?"; local_() { local r=5; }; local_; echo "then $?"
echo "next $?"
### readonly errors: mapfile ra <<< x
readonly r=1 ra=(1 2); (mapfile ra <<< x; echo "after $?"); echo "$?"; mapfile ra <<< x; echo "then $?"
echo "next $?"
### readonly errors: read -a ra <<< x
readonly r=1 ra=(1 2); (read -a ra <<< x; echo "after $?"); echo "$?"; read -a ra <<< x; echo "then $?"
echo "next $?"
### readonly errors: getopts a r -a
readonly r=1 ra=(1 2); (getopts a r -a; echo "after $?"); echo "$?"; getopts a r -a; echo "then $?"
echo "next $?"
### readonly errors: declare +r r
readonly r=1 ra=(1 2); (declare +r r; echo "after $?"); echo "$?"; declare +r r; echo "then $?"
echo "next $?"
### readonly errors: declare -i r
readonly r=1 ra=(1 2); (declare -i r; echo "after $?"); echo "$?"; declare -i r; echo "then $?"
echo "next $?"
### readonly errors: declare -x r
readonly r=1 ra=(1 2); (declare -x r; echo "after $?"); echo "$?"; declare -x r; echo "then $?"
echo "next $?"
### readonly errors: declare -u r
readonly r=1 ra=(1 2); (declare -u r; echo "after $?"); echo "$?"; declare -u r; echo "then $?"
echo "next $?"
### readonly errors: export -n r
readonly r=1 ra=(1 2); (export -n r; echo "after $?"); echo "$?"; export -n r; echo "then $?"
echo "next $?"
### readonly errors: declare +x r
readonly r=1 ra=(1 2); (declare +x r; echo "after $?"); echo "$?"; declare +x r; echo "then $?"
echo "next $?"
### readonly errors: r[1]=x
readonly r=1 ra=(1 2); (r[1]=x; echo "after $?"); echo "$?"; r[1]=x; echo "then $?"
echo "next $?"
### readonly errors: echo {r}>/dev/null
readonly r=1 ra=(1 2); (echo {r}>/dev/null; echo "after $?"); echo "$?"; echo {r}>/dev/null; echo "then $?"
echo "next $?"
### readonly errors: select r in a; do break; done <<< 1
readonly r=1 ra=(1 2); (select r in a; do break; done <<< 1; echo "after $?"); echo "$?"; select r in a; do break; done <<< 1; echo "then $?"
echo "next $?"
### readonly errors: declare -n r
readonly r=1 ra=(1 2); (declare -n r; echo "after $?"); echo "$?"; declare -n r; echo "then $?"
echo "next $?"
### readonly errors: declare -a r
readonly r=1 ra=(1 2); (declare -a r; echo "after $?"); echo "$?"; declare -a r; echo "then $?"
echo "next $?"
### readonly errors: declare -A r
readonly r=1 ra=(1 2); (declare -A r; echo "after $?"); echo "$?"; declare -A r; echo "then $?"
echo "next $?"
### readonly errors: f() { declare -g r=5; }; f
readonly r=1 ra=(1 2); (f() { declare -g r=5; }; f; echo "after $?"); echo "$?"; f() { declare -g r=5; }; f; echo "then $?"
echo "next $?"
### readonly errors: f() { r=5; }; f
readonly r=1 ra=(1 2); (f() { r=5; }; f; echo "after $?"); echo "$?"; f() { r=5; }; f; echo "then $?"
echo "next $?"
### readonly errors: unset ra
readonly r=1 ra=(1 2); (unset ra; echo "after $?"); echo "$?"; unset ra; echo "then $?"
echo "next $?"
### readonly errors: unset -v r
readonly r=1 ra=(1 2); (unset -v r; echo "after $?"); echo "$?"; unset -v r; echo "then $?"
echo "next $?"
### readonly errors: set -- ${r:=5} ${r:-6}
readonly r=1 ra=(1 2); (set -- ${r:=5} ${r:-6}; echo "after $?"); echo "$?"; set -- ${r:=5} ${r:-6}; echo "then $?"
echo "next $?"
### readonly errors: RANDOM=5 r=7
readonly r=1 ra=(1 2); (RANDOM=5 r=7; echo "after $?"); echo "$?"; RANDOM=5 r=7; echo "then $?"
echo "next $?"
### readonly errors: declare r
readonly r=1 ra=(1 2); (declare r; echo "after $?"); echo "$?"; declare r; echo "then $?"
echo "next $?"
### readonly errors: readonly r
readonly r=1 ra=(1 2); (readonly r; echo "after $?"); echo "$?"; readonly r; echo "then $?"
echo "next $?"
### readonly errors: readonly -a r
readonly r=1 ra=(1 2); (readonly -a r; echo "after $?"); echo "$?"; readonly -a r; echo "then $?"
echo "next $?"
### readonly errors: test -v r
readonly r=1 ra=(1 2); (test -v r; echo "after $?"); echo "$?"; test -v r; echo "then $?"
echo "next $?"
### readonly errors: [[ a =~ (a) ]] && r=${BASH_REMATCH[0]}
readonly r=1 ra=(1 2); ([[ a =~ (a) ]] && r=${BASH_REMATCH[0]}; echo "after $?"); echo "$?"; [[ a =~ (a) ]] && r=${BASH_REMATCH[0]}; echo "then $?"
echo "next $?"
### readonly in a list and pipeline
readonly r=1; r=2 && echo a; echo b
### readonly in a function ends the line
readonly r=1; f() { r=2; echo no; }; f; echo no
echo next
### readonly with if
readonly r=1
if r=2; then echo a; else echo b; fi; echo c
echo d
