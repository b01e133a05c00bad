set -e
mkdir d
cd d
echo "${PWD##*/}"
cd ..
rmdir d
