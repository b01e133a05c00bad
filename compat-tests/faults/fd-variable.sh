exec {fd}>out
echo text >&"$fd"
exec {fd}>&-
cat out
