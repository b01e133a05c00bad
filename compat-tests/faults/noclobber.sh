set -C
echo x >f
echo y >f || echo "kept $?"
echo z >|f
cat f
