### subscript errors: echo ${a[-5]}
a=(1 2 3); (echo ${a[-5]}; echo "after $?"); echo "$?"; echo ${a[-5]}; echo "then $?"
echo "next $?"
### subscript errors: a[-5]=1
a=(1 2 3); (a[-5]=1; echo "after $?"); echo "$?"; a[-5]=1; echo "then $?"
echo "next $?"
### subscript errors: echo ${a[1+]}
a=(1 2 3); (echo ${a[1+]}; echo "after $?"); echo "$?"; echo ${a[1+]}; echo "then $?"
echo "next $?"
### subscript errors: a[1+]=1
a=(1 2 3); (a[1+]=1; echo "after $?"); echo "$?"; a[1+]=1; echo "then $?"
echo "next $?"
### subscript errors: a[1 2]=3
a=(1 2 3); (a[1 2]=3; echo "after $?"); echo "$?"; a[1 2]=3; echo "then $?"
echo "next $?"
### subscript errors: echo ${a[1 2]}
a=(1 2 3); (echo ${a[1 2]}; echo "after $?"); echo "$?"; echo ${a[1 2]}; echo "then $?"
echo "next $?"
### subscript errors: echo ${a[b c]}
a=(1 2 3); (echo ${a[b c]}; echo "after $?"); echo "$?"; echo ${a[b c]}; echo "then $?"
echo "next $?"
### subscript errors: unset "a[-7]"
a=(1 2 3); (unset "a[-7]"; echo "after $?"); echo "$?"; unset "a[-7]"; echo "then $?"
echo "next $?"
### subscript errors: unset "a[1+]"
a=(1 2 3); (unset "a[1+]"; echo "after $?"); echo "$?"; unset "a[1+]"; echo "then $?"
echo "next $?"
### subscript errors: declare a[-9]=1
a=(1 2 3); (declare a[-9]=1; echo "after $?"); echo "$?"; declare a[-9]=1; echo "then $?"
echo "next $?"
### subscript errors: read "a[-9]" <<< x
a=(1 2 3); (read "a[-9]" <<< x; echo "after $?"); echo "$?"; read "a[-9]" <<< x; echo "then $?"
echo "next $?"
### subscript errors: printf -v "a[-9]" x
a=(1 2 3); (printf -v "a[-9]" x; echo "after $?"); echo "$?"; printf -v "a[-9]" x; echo "then $?"
echo "next $?"
### subscript errors: echo $((a[-9]))
a=(1 2 3); (echo $((a[-9])); echo "after $?"); echo "$?"; echo $((a[-9])); echo "then $?"
echo "next $?"
### subscript errors: ((a[-9]=1))
a=(1 2 3); (((a[-9]=1)); echo "after $?"); echo "$?"; ((a[-9]=1)); echo "then $?"
echo "next $?"
### subscript errors: echo ${a[-9]:-d}
a=(1 2 3); (echo ${a[-9]:-d}; echo "after $?"); echo "$?"; echo ${a[-9]:-d}; echo "then $?"
echo "next $?"
### subscript errors: echo ${a[-9]=d}
a=(1 2 3); (echo ${a[-9]=d}; echo "after $?"); echo "$?"; echo ${a[-9]=d}; echo "then $?"
echo "next $?"
### subscript errors: a=([-9]=x)
a=(1 2 3); (a=([-9]=x); echo "after $?"); echo "$?"; a=([-9]=x); echo "then $?"
echo "next $?"
### subscript errors: a+=([-9]=x)
a=(1 2 3); (a+=([-9]=x); echo "after $?"); echo "$?"; a+=([-9]=x); echo "then $?"
echo "next $?"
### subscript errors: [[ -v a[-9] ]]
a=(1 2 3); ([[ -v a[-9] ]]; echo "after $?"); echo "$?"; [[ -v a[-9] ]]; echo "then $?"
echo "next $?"
### subscript errors: test -v "a[-9]"
a=(1 2 3); (test -v "a[-9]"; echo "after $?"); echo "$?"; test -v "a[-9]"; echo "then $?"
echo "next $?"
### subscript errors: echo ${a[@]:-9}
a=(1 2 3); (echo ${a[@]:-9}; echo "after $?"); echo "$?"; echo ${a[@]:-9}; echo "then $?"
echo "next $?"
### subscript errors: echo ${a[@]: -9}
a=(1 2 3); (echo ${a[@]: -9}; echo "after $?"); echo "$?"; echo ${a[@]: -9}; echo "then $?"
echo "next $?"
### subscript errors: echo ${a[99999999999999999999]}
a=(1 2 3); (echo ${a[99999999999999999999]}; echo "after $?"); echo "$?"; echo ${a[99999999999999999999]}; echo "then $?"
echo "next $?"
### subscript errors: a[@]=1
a=(1 2 3); (a[@]=1; echo "after $?"); echo "$?"; a[@]=1; echo "then $?"
echo "next $?"
### subscript errors: a[*]=1
a=(1 2 3); (a[*]=1; echo "after $?"); echo "$?"; a[*]=1; echo "then $?"
echo "next $?"
### subscript errors: declare a[@]=1
a=(1 2 3); (declare a[@]=1; echo "after $?"); echo "$?"; declare a[@]=1; echo "then $?"
echo "next $?"
### subscript errors: echo ${!a[5]}
a=(1 2 3); (echo ${!a[5]}; echo "after $?"); echo "$?"; echo ${!a[5]}; echo "then $?"
echo "next $?"
### subscript errors: a[]=
a=(1 2 3); (a[]=; echo "after $?"); echo "$?"; a[]=; echo "then $?"
echo "next $?"
### subscript errors: a[""]=1
a=(1 2 3); (a[""]=1; echo "after $?"); echo "$?"; a[""]=1; echo "then $?"
echo "next $?"
### subscript errors: a[" "]=1
a=(1 2 3); (a[" "]=1; echo "after $?"); echo "$?"; a[" "]=1; echo "then $?"
echo "next $?"
### subscript errors: a[$nosuch]=5
a=(1 2 3); (a[$nosuch]=5; echo "after $?"); echo "$?"; a[$nosuch]=5; echo "then $?"
echo "next $?"
### subscript errors: echo ${a[$nosuch]}
a=(1 2 3); (echo ${a[$nosuch]}; echo "after $?"); echo "$?"; echo ${a[$nosuch]}; echo "then $?"
echo "next $?"
### subscript errors: echo ${a[""]}
a=(1 2 3); (echo ${a[""]}; echo "after $?"); echo "$?"; echo ${a[""]}; echo "then $?"
echo "next $?"
### subscript errors: unset "a[]"
a=(1 2 3); (unset "a[]"; echo "after $?"); echo "$?"; unset "a[]"; echo "then $?"
echo "next $?"
### subscript errors: unset "a[ ]"
a=(1 2 3); (unset "a[ ]"; echo "after $?"); echo "$?"; unset "a[ ]"; echo "then $?"
echo "next $?"
### subscript errors: x[y]=1; declare -p x
a=(1 2 3); (x[y]=1; declare -p x; echo "after $?"); echo "$?"; x[y]=1; declare -p x; echo "then $?"
echo "next $?"
### subscript errors: a[x=1]=9; echo $x ${a[1]}
a=(1 2 3); (a[x=1]=9; echo $x ${a[1]}; echo "after $?"); echo "$?"; a[x=1]=9; echo $x ${a[1]}; echo "then $?"
echo "next $?"
### subscript errors: a[2]=(1 2)
a=(1 2 3); (a[2]=(1 2); echo "after $?"); echo "$?"; a[2]=(1 2); echo "then $?"
echo "next $?"
### subscript errors: a[0]+=(1)
a=(1 2 3); (a[0]+=(1); echo "after $?"); echo "$?"; a[0]+=(1); echo "then $?"
echo "next $?"
### subscript errors: declare a[2]=(1 2)
a=(1 2 3); (declare a[2]=(1 2); echo "after $?"); echo "$?"; declare a[2]=(1 2); echo "then $?"
echo "next $?"
### subscript errors: b=([a]=(1))
a=(1 2 3); (b=([a]=(1)); echo "after $?"); echo "$?"; b=([a]=(1)); echo "then $?"
echo "next $?"
