#!/bin/sh
# What is kept between runs: a new page adds its own features and touches nothing else; asking again touches nothing.
set -eu
candor=$1 example=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$example" "$work/w"
answer() { "$candor" swap -C "$work/w" --as-of 2025-11-30 --format json "$@"; }
segments() { (cd "$work/w/.candor/swap" && ls -i --time-style=+%s%N -l ./*.seg); }
answer >/dev/null
segments >"$work/first"
test "$(wc -l <"$work/first")" = 2 # the competitors' sentences; ours and the background

answer >/dev/null
answer --against opsgrid >/dev/null
printf 'Nothing is lost between two shifts, not even on a draft.\n' >"$work/draft.md"
answer "$work/draft.md" >/dev/null
segments | cmp - "$work/first"

printf '# New at OpsGrid\n\nOpsGrid signs every handover with two keys before the shift leaves the plant.\n' \
	>"$work/w/competitors/opsgrid/2025-11-20-new.md"
answer >"$work/with"
segments >"$work/second"
test "$(wc -l <"$work/second")" = 3
sort "$work/first" >"$work/a"
sort "$work/second" | comm -23 "$work/a" - >"$work/lost"
test ! -s "$work/lost" || { echo "written again:"; cat "$work/lost"; exit 1; }
sort "$work/second" | comm -13 "$work/a" - >"$work/new"
size=$(awk '{ print $6 }' "$work/new")
test "$size" -lt 8000 || { echo "one page takes $size bytes"; exit 1; }

# The same as if it had always been there, and as if it had never been.
rm -rf "$work/w/.candor"
answer | cmp - "$work/with"
rm "$work/w/competitors/opsgrid/2025-11-20-new.md"
answer >"$work/without"
rm -rf "$work/w/.candor"
answer | cmp - "$work/without"

# Other names are masked: everything is read anew, and the old features go.
segments >"$work/first"
sed 's/name: Shiftly,/name: Shiftly, /; s/"Shiftly Pro"/"Shiftly Pro", "Shiftly One"/' "$example/candor.yaml" >"$work/w/candor.yaml"
answer >/dev/null
segments | awk '{ print $NF }' | sort >"$work/b"
awk '{ print $NF }' "$work/first" | sort | comm -12 - "$work/b" >"$work/same"
test ! -s "$work/same"
test "$(wc -l <"$work/b")" = 2
