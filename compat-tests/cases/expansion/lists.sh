### @A of lists by IFS
f() { printf "%d" $#; for i_; do printf "<%s>" "$i_"; done; echo; }
set -- x "y z"; a=(x "y:z"); declare -A h=([k]=v); e=(); declare -a n
for IFS in $' \t\n' : "" "x "; do
    f ${*@A} ${@@A}; f "${*@A}"; f "${@@A}"; v=${@@A}; f "$v"; v=${*@A}; f "$v"; v="${@@K}"; f "$v"
    f ${a[@]@A}; f "${a[@]@A}"; f "${a[*]@A}"; f "${h[@]@A}" "${e[@]@A}" "${n[@]@A}"; f "${e[@]@a}" "${n[@]@a}" "${e[@]@K}"
done

### strings as lists that come to nothing
f() { printf "%d" $#; for i_; do printf "<%s>" "$i_"; done; echo; }
s=; f "${s[@]@P}"; f "${s[@]@a}"; f "${s[@]:0}"; f "${s[@]:1}"; f "${s[*]:1}"; s=x; f "${s[@]:1}"; f "${s[@]:9}"; declare -i n; f "${n[@]@a}"

### nulls and defaults of lists
f() { printf "%d" $#; for i_; do printf "<%s>" "$i_"; done; echo; }
set -- ""; a=(""); f "${@:+w}"; f "${a[@]:+w}"; f ${@:-w} "${a[@]:-w}"
v=${@:-w}; f "$v"; v=${*:-w}; f "$v"; v=${a[@]:+w}; f "$v"; cat <<<${a[*]:-w}; v="${@:-w}"; f "$v"; s=; v=${s[@]:-w}; f "$v"
b=([0]=${a[@]:-w}); f "${b[@]}"; declare v=${a[@]:-w}; f "$v"
set --; a=(); f "${@:+w}"; f "${a[@]:+w}" "${a[@]+w}"; f "${u:-$@}"; f "${u:-"${a[@]}"}"; f "${u:-$@}$@"; f "${u:-}$@" "$@${u-""}"; f "${PATH:+$@}"

### lists joined where one string is wanted
set -- x "y z"; a=(x "y z")
for IFS in $' \t\n' : ""; do
    v=$*; echo "$v"; v=$@; echo "$v"; v="${@:1}"; echo "$v"; v=${@:1}; echo "$v"; v=${@#y}; echo "$v"; v="${a[@]/y/w}"; echo "$v"; v=${a[@]/y/w}; echo "$v"
    cat <<<"${a[@]:0}"; cat <<<${a[*]%z}; declare v=$* w=${*#x} z=${a[*]}; echo "$v,$w,$z"; export v=${@#x}; echo "$v"
    v=${u:-$*}; echo "$v"; v=${u:-${*#x}}; echo "$v"; v=${u:-${a[*]}}; echo "$v"
    b=([0]=$@ [1]=$* [2]="$*" [3]="${@-w}" [4]=${a[*]^} [5]=${a[@]//y}); declare -p b
    declare -A m=([k]=$@ [l]=${a[*]}); echo "${m[k]},${m[l]}"
done

### lists as words of case and conditions
set -- x "y z"; a=(x "y z")
for IFS in $' \t\n' : ""; do
    for i in 1; do
        case ${@%q} in "x y z") echo blank;; x:y\ z) echo colon;; "xy z") echo nothing;; esac
        case "${a[@]:0}" in "x y z") echo blank;; x:y\ z) echo colon;; "xy z") echo nothing;; esac
        case $* in "x y z") echo blank;; x:y\ z) echo colon;; "xy z") echo nothing;; esac
        [[ "${a[@],,}" == "x y z" ]]; echo $?
    done
done

### lists in here-documents by IFS
set -- x "y z"; a=(x "y z")
for IFS in $' \t\n' : ""; do
    cat <<X
$* ${*/y/w} ${*^} ${*#x} ${*:1} ${*@Q}
${a[*]} ${a[*]/y/w} ${a[*]^} ${a[*]#x} ${a[*]:0} "${a[*]:0}"
${@:1} ${a[@]:0} ${@/y/w} ${a[@]#x}
X
done

### elements stripped and IFS null
f() { printf "%d" $#; for i_; do printf "<%s>" "$i_"; done; echo; }
a=(xa yb zc); IFS=; f ${a[@]#x} ${a[*]%b}; for i in ${a[@]##z}; do echo "$i"; done; set -- xa yb; f ${@#x}; f ${*%b}; f p${a[@]#x}q; f ${u:-$@} ${u:-${a[@]}}
