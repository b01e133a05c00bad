### subscripts in arguments of declare may hold assignments
declare a[a[0]=1]=X; declare -p a; declare a[ a[2]=3 ]=Y; declare -p a
### elements of associative arrays add to the old array
declare -A a; a=([hello]=1 [hello]+=2); declare -p a; a=([hello]=1 [hello]+=2); declare -p a; a+=([hello]+=:34 [hello]+=:56); declare -p a
### values are expanded before subscripts are evaluated
i=1; a=([100+i++]=$((i++)) [200+i++]=$((i++)) [300+i++]=$((i++))); declare -p a; i=1; a=([$((i++))]=$((i++)) [$((i++))]=$((i++))); declare -p a
### elements of += see the elements before them
a=(old1 old2 old3); old1=101 old2=102 old3=103 new1=201 new2=202; a+=([0]=new1 [1]=new2 [a[0]]="${a[0]}" [a[1]]="${a[1]}"); declare -p a
### keys with += see the elements before them
declare -A m=([x]=5 [y]=6); m=([y]=${m[x]} [x]=${m[y]}); declare -p m; m=([x]=5 [y]=6); m+=([y]=${m[x]} [x]=${m[y]}); declare -p m
### words of a list are split, values of elements are not
x="1 2 3"; a=($x [5]=$x "$x"); declare -p a; a=([1]=$'a b' [2]=* "c d" [4]=~); declare -p a
### negative subscripts count from the end
a=(1 2 3); a[-1]=x; a[-3]+=y; declare -p a; unset 'a[-1]'; declare -p a; echo ${a[-1]}
### a negative subscript before the start
a=(1 2 3); a[-4]=q; echo $?; declare -p a
### unset of a negative subscript before the start
a=(1 2 3); unset 'a[-5]'; echo $?; unset a[0]; declare -p a; unset 'a[@]'; declare -p a; echo ${#a[@]}
### the keys at and star
declare -A m=([a]=1 [@]=2 [*]=3); declare -p m; unset 'm[@]'; declare -p m; unset 'm[*]'; declare -p m
### += adds behind the highest index
a[0]=1; a[5]=2; a+=(3); declare -p a; a+=4; declare -p a; echo ${!a[@]} ${#a[@]} ${a[@]:1:2} ${a[@]: -1}
### a string becomes element 0
s=abc; s+=(d); declare -p s; s[3]=x; declare -p s
### a string assigned to an associative array has the key 0
declare -A m; m=foo; declare -p m; m+=bar; declare -p m; m[x]+=q; m[x]+=r; declare -p m
### pairs of keys and values
declare -A m=(a 1 b 2 c); declare -p m; m=(x); declare -p m; m+=(y z); declare -p m
### keys with blanks, quotes and brackets
declare -A m; m[$'a\nb']=1; m["q\"x"]=2; m['$x']=3; m[a b]=4; m["]"]=5; m[\[]=6; declare -p m; echo "${m[a b]}" "${m["]"]}" "${!m[@]}"
### subscripts have side effects once
a=(1 2 3); i=0; a[i++]=x; a[i++]=y; echo $i; declare -p a; a[i]+=z; a[a[2]]=5; declare -p a
### an empty subscript ends the line
a=(); a[]=1; echo no
### an empty subscript of a list is told
a=([]=x); echo $?; declare -p a; a=([""]=y); declare -p a
### reading an empty subscript is a bad substitution
a=(1 2); echo ${a[]}; echo next
### indices of a list go on from the last
a=([0]=x [0]=y z); declare -p a; a=([-1]=x); declare -p a; a=([x]=1 [y]=2); declare -p a; b=([3]=a b [1]=c d); declare -p b
### blanks in subscripts
a=([1 + 2]=x [ 7 ]=y); declare -p a; a[1 + 1]=q; declare -p a; declare -A m=([1 + 2]=x [ 7 ]=y); declare -p m
### a string assigned to an array is element 0
a[1]=x; a=5; declare -p a; declare a=6; declare -p a; export a; declare -p a
### declare -a and -A with a string
declare -a a=1; declare -p a; declare -a b; b=3; declare -p b; declare -A c=4; declare -p c
### declare with lists and +=
a=(1 2 3); declare -a a=(x); declare -p a; declare -a a+=(y); declare -p a; declare a+=(z); declare -p a
### declare with keys and +=
declare -A m=([x]=1); declare -A m+=([y]=2); declare -p m; declare m+=([z]=3); declare -p m; declare -a m; echo $?
### integer arrays
declare -ai a=(1+1 2*3); declare -p a; a+=(4+4); a[0]+=5; declare -p a; declare -i -A m=([x]=1+1); m[x]+=3; declare -p m
### arrays of upper case
declare -au a=(abc def); declare -p a; a+=(ghi); a[0]+=x; declare -p a; declare -l s=ABC; s+=DEF; declare -p s
### elements as declare and the transformations print them
a=("" "x y" $'t\tt' "'" '"' '$' '`' '\' 'é' $'\x80' $'\e'); declare -p a; echo "${a[@]@Q}"; echo "${a[@]@K}"; echo "${a[@]@k}"; echo "${a[@]@A}"
### keys as declare and the transformations print them
declare -A m; for k in "x y" $'t\tt' "'" '"' '$' '`' '\' 'é' $'\x80' $'\e' a '*' '@' '!' ']' '[' '~' '#' '{' '=' '(' ; do m[$k]=$k; done; declare -p m; echo "${m[@]@Q}"; echo "${m[@]@K}"; echo "${m[@]@A}"
### the order of many keys
declare -A m; for i in {1..3000}; do m[k$i]=$i; done; echo ${!m[@]} | cksum; for i in {1..2990}; do unset "m[k$i]"; done; echo ${!m[@]}; m[x]=1; m[y]=2; echo ${!m[@]}
### the order of keys when the table grows
declare -A m; for i in {1..2048}; do m[$i]=$i; done; echo ${!m[@]} | cksum; m[a]=1; echo ${!m[@]} | cksum; m=(); for i in {1..20}; do m[$i]=1; done; echo ${!m[@]}
### the order of keys copied from one array to another
declare -A m; for i in {1..2100}; do m[$i]=$i; done; declare -A n; for k in "${!m[@]}"; do n[$k]=1; done; echo ${!n[@]} | cksum
### the order of keys after replacing and deleting
declare -A m=([b]=2 [a]=1); m[b]=3; unset 'm[a]'; m[a]=4; echo ${!m[@]} ${m[@]}; for k in "${!m[@]}"; do echo $k; done
### local arrays
f() { local -A m=([x]=1); local a=(1 2); declare -p m a; local -a; }; f; declare -p m
### slices of arrays
a=(1 2 3 4 5); echo "${a[@]:1:2}" "${a[@]: -2}" "${a[@]: -2:1}" "${a[*]:0:2}" "${a[@]:9}" "${a[@]:5}" "${a[@]:-1}"
### a negative length of a slice of an array
a=(1 2 3 4 5); echo ${a[@]:1:-1}; echo $?
### slices of the positional parameters
set -- a b c d; echo "${@:2}" "${@: -2}" "${@:0:2}" "${*:1:2}" "${@:5}" "${@:9}" "${@:2:1}"
### operators mapped over elements
a=(x '' y); echo "${#a[@]}" "${#a}" "${#a[0]}" "${#a[1]}" "${a[@]/x/Q}" "${a[@]%y}" "${a[@]^}" "${a[@]^^[xy]}" "${a[@]@U}"
### elements with text put before and behind
a=(a b); b=("${a[@]/%/.x}"); declare -p b; b=("${a[@]/#/p.}"); declare -p b; b=(${a[*]/a/"1 2"}); declare -p b
### defaults of elements
a=(1 2 3); echo "${a[@]+set}" "${a[5]-unset}" "${a[5]:-d}" "${a[5]=dd}"; declare -p a; echo "${a[@]:=q}"
### subscripts of references
a=(1 2); for i in 0 1; do echo ${a[$i]} ${a[i]} ${a[$((i))]} ${a[-1]} ${a["$i"]}; done; echo $a[1] "$a[1]" ${a}[1]
### unset of keys with special characters
declare -A m; k='a]b'; m[$k]=1; echo ${m[$k]}; declare -p m; unset "m[$k]"; declare -p m; unset 'm[$k]'; declare -p m
### an element of a readonly array
readonly -a a=(1 2); a[0]=3; echo no
### a list added to a readonly array
readonly -a a=(1 2); a+=(3); echo no
### an array made of itself
a=(1 2); a=(${a[@]} 3); echo ${a[@]}; a=("${a[@]}" [10]=x); declare -p a; a=([1]=z "${a[@]}"); declare -p a
### += on elements of a list
a=([2]+=x [2]+=y); declare -p a; a+=([2]+=z [9]=1); declare -p a
### what arrays cannot become
declare -A a=([a]=b); declare +A a; echo $?; declare -a a; echo $?; a=(); declare -p a; b=(1); declare +a b; echo $?; declare -A b; echo $?
### arrays without a value
a=b; declare -a a; declare -p a; unset a; declare -a a; declare -p a; a=(); declare -p a; declare -A q; declare -p q; q=(); declare -p q
### the order of the environment
export zz=1 aa=2 mm=3 bb=4; env | grep -E '^(zz|aa|mm|bb)='; cc=1 dd=2 ee=3 env | grep -E '^(zz|aa|mm|bb|cc|dd|ee)='
