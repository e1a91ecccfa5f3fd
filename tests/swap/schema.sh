#!/bin/sh
# schema.sh CANDOR SCHEMA FOLDER...: the JSON of candor swap on every folder keeps the schema.
set -eu
candor=$1 schema=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder; do
	cp -r "$folder" "$work/one"
	"$candor" swap -C "$work/one" --as-of 2026-11-23 --format json >"$work/out.json"
	python3 - "$work/out.json" "$schema" <<'PY'
import json, sys, jsonschema
jsonschema.Draft202012Validator(json.load(open(sys.argv[2]))).validate(json.load(open(sys.argv[1])))
PY
	echo "$(basename "$folder"): keeps the schema"
	rm -rf "$work/one"
done
