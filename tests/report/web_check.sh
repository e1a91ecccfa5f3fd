#!/bin/sh
# web_check.sh PICTURES SCHEMA: writes the pictures twice, compares them, then looks at them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/one" "$folder/two"
"$1" "$folder/one"
"$1" "$folder/two"
diff -r "$folder/one" "$folder/two"
python3 "$(dirname "$0")/web_check.py" "$folder/one" "$2"
