#!/bin/sh
# schema.sh CANDOR SCHEMA FOLDER...: the JSON of candor market on every folder keeps the schema, with any number of threads.
set -eu
candor=$1 schema=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder; do
	cp -r "$folder" "$work/one"
	"$candor" market -C "$work/one" --as-of 2026-03-01 --format json -j1 >"$work/out.json"
	"$candor" market -C "$work/one" --as-of 2026-03-01 --format json -j8 >"$work/again.json"
	cmp "$work/out.json" "$work/again.json"
	python3 - "$work/out.json" "$schema" <<'PY'
import json, sys, jsonschema
jsonschema.Draft202012Validator(json.load(open(sys.argv[2]))).validate(json.load(open(sys.argv[1])))
PY
	echo "$(basename "$folder"): keeps the schema"
	rm -rf "$work/one"
done
