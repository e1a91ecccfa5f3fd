#!/bin/sh
# schema.sh CANDOR COMMAND SCHEMA FOLDER...: the JSON of a command keeps its schema on every folder.
set -eu
candor=$1 command=$2 schema=$3
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder; do
	cp -r "$folder" "$work/one"
	"$candor" "$command" -C "$work/one" --as-of 2026-11-23 --format json >"$work/out.json"
	python3 - "$work/out.json" "$schema" <<'PY'
import json, sys, jsonschema
jsonschema.Draft202012Validator(json.load(open(sys.argv[2]))).validate(json.load(open(sys.argv[1])))
PY
	echo "$(basename "$folder"): keeps the schema"
	rm -rf "$work/one"
done
