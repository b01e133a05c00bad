### a zone's file
TZ=America/New_York; export TZ; printf '%(%F %T %Z %z)T\n' 0 1720000000; TZ=Europe/Berlin; printf '%(%T %Z)T\n' 1720000000; TZ=:Asia/Tokyo; printf '%(%T %Z)T\n' 1720000000; TZ=/usr/share/zoneinfo/Asia/Kolkata; printf '%(%T %Z)T\n' 1720000000
### a zone by a rule
export TZ=EST5EDT,M3.2.0,M11.1.0; printf '%(%F %T %Z %z)T\n' 0 1720000000; TZ=NZST-12:30NZDT; printf '%(%T %Z)T\n' 1720000000; TZ=UTC0; printf '%(%T %Z)T\n' 1720000000; TZ='<+0330>-3:30:15'; printf '%(%T %Z)T\n' 1720000000; TZ=CET-1CEST,J60/1:30,J300/4; printf '%(%T %Z)T\n' 1720000000 1700000000; TZ=nonsense; printf '%(%T %Z)T\n' 1720000000; TZ=; printf '%(%T %Z)T\n' 1720000000
### a zone for one command
TZ=America/New_York printf '%(%T %Z)T\n' 1720000000; TZ=UTC printf '%(%c|%x|%X|%p|%j|%U|%Ey|%Od|%e|%k|%s)T\n' 1720000000
