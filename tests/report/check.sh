#!/bin/sh
# check.sh PAGES SCHEMA: writes the pages, then looks at them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" "$folder"
python3 "$(dirname "$0")/page.py" "$folder" "$2"
