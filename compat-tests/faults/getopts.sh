set -- -a -b value rest
while getopts ab: o; do echo "$o ${OPTARG-}"; done
