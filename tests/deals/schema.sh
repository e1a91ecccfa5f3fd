#!/bin/sh
# schema.sh CANDOR SCHEMA GOLDEN: the JSON of every golden folder of deals keeps the schema.
set -eu
candor=$1 schema=$2 golden=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in "$golden"/deals-*/; do
	cp -r "$folder" "$work/one"
	rm -rf "$work/one/want"
	for by in "" competitor segment owner quarter created-quarter amount loss-reason segment,owner; do
		set -- ${by:+--by "$by"}
		"$candor" deals -C "$work/one" --as-of 2026-01-15 --format json "$@" >"$work/out.json" 2>/dev/null || continue
		python3 - "$work/out.json" "$schema" <<'PY'
import json, sys, jsonschema
jsonschema.Draft202012Validator(json.load(open(sys.argv[2]))).validate(json.load(open(sys.argv[1])))
PY
		echo "$(basename "$folder") ${by:-all}: keeps the schema"
	done
	rm -rf "$work/one"
done
