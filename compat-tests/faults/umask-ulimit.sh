umask 077
umask
(ulimit -n 64; ulimit -n)
