X=1 /bin/sh -c 'echo $X'
X=2 eval 'echo $X'
