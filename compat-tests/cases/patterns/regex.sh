### a regular expression fills BASH_REMATCH
[[ abc =~ b ]]; echo $? "${BASH_REMATCH[@]}"; [[ abc =~ (a)(b)(x)? ]]; echo $? "${#BASH_REMATCH[@]}" "${BASH_REMATCH[@]}"; [[ abc =~ x ]]; echo $? ${#BASH_REMATCH[@]}; [[ a+b =~ a\+b ]]; echo $?; [[ a+b =~ "a+b" ]]; echo $?; [[ aab =~ "a+b" ]]; echo $?; r='a+b'; [[ aab =~ $r ]]; echo $?; [[ aab =~ "$r" ]]; echo $?; [[ a =~ [ ]]; echo $?

### blanks and special characters of a regular expression are quoted
[[ 'a b' =~ a\ b ]]; echo $?; [[ 'a b' =~ "a b" ]]; echo $?; [[ 'a b' =~ a[[:space:]]b ]]; echo $?; [[ a =~ ^a$ ]]; echo $?; [[ '$' =~ \$ ]]; echo $?; [[ 'ab' =~ ^(a|b)*$ ]]; echo "${BASH_REMATCH[1]}"; [[ x.y =~ x\.y ]]; echo $?; [[ xzy =~ x\.y ]]; echo $?; [[ xzy =~ x.y ]]; echo $?; [[ a =~ a|b ]]; echo $?; [[ b =~ (a|b) ]]; echo $?; [[ 'a(b' =~ a\(b ]]; echo $?; [[ aaa =~ a{3} ]]; echo $?; [[ aaa =~ ^a{2}$ ]]; echo $?; [[ 'a{2}' =~ a\{2\} ]]; echo $?

### quotes within brackets of a regular expression
[[ 'a]' =~ a["]"] ]]; echo $?; [[ 'x' =~ ["x"] ]]; echo $?; [[ '"' =~ ['"'] ]]; echo $?; [[ '\' =~ [\\] ]]; echo $?; [[ '-' =~ [a"-"z] ]]; echo $?; [[ 'b' =~ [a"-"z] ]]; echo $?; [[ 'b' =~ [a\-z] ]]; echo $?; [[ 'b' =~ [a-z] ]]; echo $?

### a wrong regular expression gives 2
r='('; [[ a =~ $r ]]; echo $?; r='a{1'; [[ a =~ $r ]]; echo $?; r='*a'; [[ a =~ $r ]]; echo $?; r='a**'; [[ a =~ $r ]]; echo $?; r='[[:foo:]]'; [[ a =~ $r ]]; echo $?; r='[b-a]'; [[ a =~ $r ]]; echo $?; r=')'; [[ a =~ $r ]]; echo $?; r='()'; [[ a =~ $r ]]; echo $?; r=''; [[ a =~ $r ]]; echo $? ${#BASH_REMATCH[@]}; r='a\'; [[ a =~ $r ]]; echo $?; r='a|'; [[ b =~ $r ]]; echo $?; r='+'; [[ + =~ $r ]]; echo $?; r='{1}'; [[ x =~ $r ]]; echo $?; r='a{2,1}'; [[ aa =~ $r ]]; echo $?; r='[a'; [[ a =~ $r ]]; echo $?; r='\1'; [[ 1 =~ $r ]]; echo $?; r='(a)\1'; [[ aa =~ $r ]]; echo $?

### word operators of regular expressions
[[ 'ab cd' =~ \bcd ]]; echo $?; r='\bcd'; [[ 'ab cd' =~ $r ]]; echo $?; r='\w+'; [[ 'ab cd' =~ $r ]]; echo $? $BASH_REMATCH; r='\<cd\>'; [[ 'ab cd' =~ $r ]]; echo $?; r='a\sb'; [[ 'a b' =~ $r ]]; echo $?; r='\W'; [[ 'a b' =~ $r ]]; echo "$? [$BASH_REMATCH]"

### the leftmost longest match counts
[[ xabcabcy =~ (abc|abcabc) ]]; echo $BASH_REMATCH; [[ foobar =~ (o*)(o|b)* ]]; echo "${BASH_REMATCH[@]}"; [[ aaa =~ (a|aa)(a*) ]]; echo "${BASH_REMATCH[@]}"; [[ ab =~ (a*)(ab)*(b*) ]]; echo "${BASH_REMATCH[@]}"

