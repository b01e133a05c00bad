coproc cat
echo hello >&"${COPROC[1]}" || exit
read -r line <&"${COPROC[0]}"
echo "$line"
