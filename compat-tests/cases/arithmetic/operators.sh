### precedence and associativity
echo $((1+2*3)) $((2**3**2)) $((-2**2)) $((10-3-2)) $((100/10/2)) $((1<<2+1)) $((1|2&3)) $((1^3&2)) $((5&3==3)) $((1<2==1)) $((!0+1)) $((~0&7)) $((1?2:3?4:5)) $((0?2:0?4:5)) $((1,2,3)) $((1||0&&0)) $((7%3*2)) $((2*7%3))

### assignment operators
x=5; echo $((x+=3)) $((x-=1)) $((x*=2)) $((x/=3)) $((x%=3)) $((x<<=4)) $((x>>=2)) $((x|=9)) $((x&=12)) $((x^=5)) $x

### assignments go from the right
echo $((a=b=c=3)) $a $b $c; echo $((a+=b*=2)) $a $b

### increments before and behind
x=5; echo $((x++)) $x $((++x)) $x $((x--)) $x $((--x)) $x; echo $((x++ + ++x)) $x; echo $((x+++x)) $x;echo $((- --x)) $((-x--)) $x

### what is not evaluated has no effect
x=0; ((0 && (x=1))); echo $x; ((1 || (x=1))); echo $x; ((1 ? 1 : (x=1))); echo $x; echo $((0 && 1/0)) $((1 || 1/0)) $((1 ? 2 : 1/0)) $((0 ? 1/0 : 3))

### commas bind less than everything
echo $((0 && x++ , x)) $((1 || (y=3) , y)) $((0 && nosuch[1/0]))

### comparisons and unary operators
echo $((5>3)) $((5<3)) $((5>=5)) $((5<=4)) $((5==5)) $((5!=5)) $((!5)) $((!0)) $((!!7)) $((~5)) $((-~5)) $((+5)) $((- -5)) $((+ +5))

### conditional expressions that are not complete
echo $((1 ? 2)); echo $((1 ? : 3)); echo "$((1 ? 2 : ))"; echo end

### an assignment behind the colon needs parentheses
x=1; echo $((x ? y=2 : z=3)); echo "$y $z"

### an assignment in parentheses behind the colon
x=1; echo $((x ? y=2 : (z=3))) "$y $z"

### the last value of a comma counts
echo $((x=1, y=2, x+y)); let x=1,y=5 z=x+y; echo $x $y $z

### blanks and newlines between tokens
echo $((
1
+
2
)) $((	3 )); ((
x = 4
)); echo $x

### an empty expression is zero
echo $(()) $(( )) "$(())"; x=''; echo $((x)) $(($x)); x=' '; echo $((x)) $(($x))

### double quotes vanish
echo $(( "1 + 2" * 3 )) $(( "x=5" )) $x; ((x="7")); echo $x; (( x = '8' )); echo $x; let 'y = "9"'; echo $y

### a backslash is an error
echo $(( 1 \+ 2 )); echo s $?

### parentheses in parentheses
e=1; for i in {1..200}; do e="($e)"; done; echo $(($e))

### long expressions
echo $((1+1+1+1+1+1+1+1*2*2*2*2-3-3-3)) $((((((1)))))) 

