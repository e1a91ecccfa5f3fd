#!/bin/sh
# Killed at any moment and run again, nothing is wrong or lost: the answer equals that of an index made in peace.
set -eu
candor=$1 example=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$example" "$work/w"
answer() { "$candor" brief -C "$work/w" --as-of 2025-11-30 --format json; }
answer >"$work/want"
for round in 1 2 3 4 5 6 7 8 9 10 11 12; do
	rm -rf "$work/w/.candor"
	for delay in 0.005 0.02 0.0$((round + 10)) 0.1$round; do
		"$candor" brief -C "$work/w" --as-of 2025-11-30 >/dev/null 2>&1 &
		pid=$!
		sleep "$delay"
		kill -9 $pid 2>/dev/null || true
		wait $pid 2>/dev/null || true
	done
	answer >"$work/got"
	cmp "$work/want" "$work/got"
done
# A damaged index is made anew.
head -c 5000 /dev/urandom >"$work/w/.candor/index.db"
answer >"$work/got"
cmp "$work/want" "$work/got"
# So are damaged, cut, emptied and foreign files of what is derived from it.
for file in "$work"/w/.candor/swap/*; do
	head -c 3000 "$file" >"$work/cut"
	for spoiled in "$work/cut" /dev/null "$candor" "$work/want"; do
		cat "$spoiled" >"$file"
		answer >"$work/got"
		cmp "$work/want" "$work/got"
	done
done
# What a killed process left half written goes; what a living one writes stays.
touch "$work/w/.candor/swap/0123456789abcdef.seg.999999999.part" "$work/w/.candor/swap/0123456789abcdef.seg.$$.part"
answer >"$work/got"
cmp "$work/want" "$work/got"
test ! -e "$work/w/.candor/swap/0123456789abcdef.seg.999999999.part"
test -e "$work/w/.candor/swap/0123456789abcdef.seg.$$.part"
# A folder that cannot be written gets an index in memory. (Root may write anywhere: then this proves nothing and is skipped.)
if [ "$(id -u)" != 0 ]; then
	rm -rf "$work/w/.candor"
	chmod a-w "$work/w"
	answer >"$work/got"
	chmod u+w "$work/w"
	cmp "$work/want" "$work/got"
fi
