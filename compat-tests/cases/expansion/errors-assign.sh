### assign errors: echo ${1:=x}
(echo ${1:=x}; echo "after $?"); echo "$?"; echo ${1:=x}; echo "then $?"
echo "next $?"
### assign errors: echo ${@:=x}
(echo ${@:=x}; echo "after $?"); echo "$?"; echo ${@:=x}; echo "then $?"
echo "next $?"
### assign errors: echo ${#:=x}
(echo ${#:=x}; echo "after $?"); echo "$?"; echo ${#:=x}; echo "then $?"
echo "next $?"
### assign errors: echo ${*=x}
(echo ${*=x}; echo "after $?"); echo "$?"; echo ${*=x}; echo "then $?"
echo "next $?"
### assign errors: echo ${!:=x}
(echo ${!:=x}; echo "after $?"); echo "$?"; echo ${!:=x}; echo "then $?"
echo "next $?"
### assign errors: echo ${0:=x}ok
(echo ${0:=x}ok; echo "after $?"); echo "$?"; echo ${0:=x}ok; echo "then $?"
echo "next $?"
### assign errors: echo ${a[@]:=x}
(echo ${a[@]:=x}; echo "after $?"); echo "$?"; echo ${a[@]:=x}; echo "then $?"
echo "next $?"
### assign errors: echo ${a[*]=x}
(echo ${a[*]=x}; echo "after $?"); echo "$?"; echo ${a[*]=x}; echo "then $?"
echo "next $?"
### assign errors: echo ${!x:=y}
(echo ${!x:=y}; echo "after $?"); echo "$?"; echo ${!x:=y}; echo "then $?"
echo "next $?"
### assign errors: x=1; echo ${!x:=y}
(x=1; echo ${!x:=y}; echo "after $?"); echo "$?"; x=1; echo ${!x:=y}; echo "then $?"
echo "next $?"
### assign errors: x=q; echo ${!x:=y} $q
(x=q; echo ${!x:=y} $q; echo "after $?"); echo "$?"; x=q; echo ${!x:=y} $q; echo "then $?"
echo "next $?"
### assign errors: x="a b"; echo ${!x}
(x="a b"; echo ${!x}; echo "after $?"); echo "$?"; x="a b"; echo ${!x}; echo "then $?"
echo "next $?"
### assign errors: x=1a; echo ${!x}
(x=1a; echo ${!x}; echo "after $?"); echo "$?"; x=1a; echo ${!x}; echo "then $?"
echo "next $?"
### assign errors: x="a["; echo ${!x}
(x="a["; echo ${!x}; echo "after $?"); echo "$?"; x="a["; echo ${!x}; echo "then $?"
echo "next $?"
### assign errors: x="a[1]"; echo ${!x}
(x="a[1]"; echo ${!x}; echo "after $?"); echo "$?"; x="a[1]"; echo ${!x}; echo "then $?"
echo "next $?"
### assign errors: x=; echo ${!x}
(x=; echo ${!x}; echo "after $?"); echo "$?"; x=; echo ${!x}; echo "then $?"
echo "next $?"
### assign errors: echo ${!nosuch}
(echo ${!nosuch}; echo "after $?"); echo "$?"; echo ${!nosuch}; echo "then $?"
echo "next $?"
### assign errors: echo ${!1}
(echo ${!1}; echo "after $?"); echo "$?"; echo ${!1}; echo "then $?"
echo "next $?"
### assign errors: set -- x; x=7; echo ${!1}
(set -- x; x=7; echo ${!1}; echo "after $?"); echo "$?"; set -- x; x=7; echo ${!1}; echo "then $?"
echo "next $?"
### assign errors: echo "${!@}"
(echo "${!@}"; echo "after $?"); echo "$?"; echo "${!@}"; echo "then $?"
echo "next $?"
### assign errors: set -- a b; a=1; echo "${!@}"
(set -- a b; a=1; echo "${!@}"; echo "after $?"); echo "$?"; set -- a b; a=1; echo "${!@}"; echo "then $?"
echo "next $?"
### assign errors: set -- a; a=1; echo ${!#} ${!*}
(set -- a; a=1; echo ${!#} ${!*}; echo "after $?"); echo "$?"; set -- a; a=1; echo ${!#} ${!*}; echo "then $?"
echo "next $?"
### assign errors: x="@"; set -- p q; echo ${!x}
(x="@"; set -- p q; echo ${!x}; echo "after $?"); echo "$?"; x="@"; set -- p q; echo ${!x}; echo "then $?"
echo "next $?"
### assign errors: x="#"; set -- p q; echo ${!x}
(x="#"; set -- p q; echo ${!x}; echo "after $?"); echo "$?"; x="#"; set -- p q; echo ${!x}; echo "then $?"
echo "next $?"
### assign errors: x="?"; echo ${!x}
(x="?"; echo ${!x}; echo "after $?"); echo "$?"; x="?"; echo ${!x}; echo "then $?"
echo "next $?"
### assign errors: x="!"; echo ${!x}
(x="!"; echo ${!x}; echo "after $?"); echo "$?"; x="!"; echo ${!x}; echo "then $?"
echo "next $?"
### assign errors: x="1"; set -- p; echo ${!x}
(x="1"; set -- p; echo ${!x}; echo "after $?"); echo "$?"; x="1"; set -- p; echo ${!x}; echo "then $?"
echo "next $?"
### assign errors: x="a[@]"; a=(1 2); echo "${!x}" ${!x:0:1} ${!x/1/q}
(x="a[@]"; a=(1 2); echo "${!x}" ${!x:0:1} ${!x/1/q}; echo "after $?"); echo "$?"; x="a[@]"; a=(1 2); echo "${!x}" ${!x:0:1} ${!x/1/q}; echo "then $?"
echo "next $?"
### assign errors: x="a[*]"; a=(1 2); IFS=-; echo "${!x}"
(x="a[*]"; a=(1 2); IFS=-; echo "${!x}"; echo "after $?"); echo "$?"; x="a[*]"; a=(1 2); IFS=-; echo "${!x}"; echo "then $?"
echo "next $?"
### assign errors: x=-; echo ${!x}
(x=-; echo ${!x}; echo "after $?"); echo "$?"; x=-; echo ${!x}; echo "then $?"
echo "next $?"
### assign errors: echo ${!x-d} ${!x:-e}
(echo ${!x-d} ${!x:-e}; echo "after $?"); echo "$?"; echo ${!x-d} ${!x:-e}; echo "then $?"
echo "next $?"
### assign errors: x=y; echo ${!x-d}
(x=y; echo ${!x-d}; echo "after $?"); echo "$?"; x=y; echo ${!x-d}; echo "then $?"
echo "next $?"
### assign errors: x=y; y=z z=5; echo ${!x} ${!!x}
(x=y; y=z z=5; echo ${!x} ${!!x}; echo "after $?"); echo "$?"; x=y; y=z z=5; echo ${!x} ${!!x}; echo "then $?"
echo "next $?"
### assign errors: echo ${!x[@]} ${!x[*]}
(echo ${!x[@]} ${!x[*]}; echo "after $?"); echo "$?"; echo ${!x[@]} ${!x[*]}; echo "then $?"
echo "next $?"
### assign errors: x=y; echo ${!x?oops}
(x=y; echo ${!x?oops}; echo "after $?"); echo "$?"; x=y; echo ${!x?oops}; echo "then $?"
echo "next $?"
### assign errors: unset x; echo ${!x?oops}
(unset x; echo ${!x?oops}; echo "after $?"); echo "$?"; unset x; echo ${!x?oops}; echo "then $?"
echo "next $?"
### assign errors: unset x; echo ${!x+oops}
(unset x; echo ${!x+oops}; echo "after $?"); echo "$?"; unset x; echo ${!x+oops}; echo "then $?"
echo "next $?"
### assign errors: x=a.b; echo ${!x-d}
(x=a.b; echo ${!x-d}; echo "after $?"); echo "$?"; x=a.b; echo ${!x-d}; echo "then $?"
echo "next $?"
### assign errors: x="a[1"; echo ${!x-d}
(x="a[1"; echo ${!x-d}; echo "after $?"); echo "$?"; x="a[1"; echo ${!x-d}; echo "then $?"
echo "next $?"
### assign errors: x="a[]"; echo ${!x}
(x="a[]"; echo ${!x}; echo "after $?"); echo "$?"; x="a[]"; echo ${!x}; echo "then $?"
echo "next $?"
### assign errors: x="a[x]y"; echo ${!x}
(x="a[x]y"; echo ${!x}; echo "after $?"); echo "$?"; x="a[x]y"; echo ${!x}; echo "then $?"
echo "next $?"
