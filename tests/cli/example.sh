#!/bin/sh
# The example workspace is what its generator writes, and its key is what an independent count finds in it.
set -eu
example=$2 root=$(dirname "$(dirname "$2")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$root/tools/fernhollow/make.py" "$work/fernhollow" >/dev/null
diff -r --exclude=.candor "$example" "$work/fernhollow"
python3 "$root/tools/fernhollow/verify.py" "$example"
