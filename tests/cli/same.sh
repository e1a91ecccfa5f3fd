#!/bin/sh
# The same files and day give the same bytes: for any number of threads, fresh or indexed, in any locale and zone.
set -eu
candor=$1 example=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$example" "$work/w"
run() { # name, environment and options...
	name=$1
	shift
	for format in json text html; do
		env COLUMNS=80 NO_COLOR=1 "$@" brief -C "$work/w" --as-of 2025-11-30 --format $format >"$work/$name.$format"
	done
	for command in swap deals status; do
		env COLUMNS=80 NO_COLOR=1 "$@" $command -C "$work/w" --as-of 2025-11-30 --format json >"$work/$name.$command"
	done
}
fresh() { rm -rf "$work/w/.candor"; }
check() {
	for one in json text html swap deals status; do
		cmp "$work/first.$one" "$work/$1.$one" || { echo "$1 differs in $one"; exit 1; }
	done
}
fresh; run first LC_ALL=C.UTF-8 TZ=UTC "$candor"
test -s "$work/first.json" && test -s "$work/first.html" && test -s "$work/first.swap"
run indexed LC_ALL=C.UTF-8 TZ=UTC "$candor"; check indexed
for j in 1 2 8; do
	fresh
	printf '#!/bin/sh\nc=$1; shift; exec "%s" "$c" -j %s "$@"\n' "$candor" $j >"$work/with-j"
	chmod +x "$work/with-j"
	run "j$j" LC_ALL=C.UTF-8 TZ=Asia/Tokyo "$work/with-j"; check "j$j"
done
find "$work/w" -type f -not -path '*/.candor/*' -exec touch {} +
run touched LC_ALL=C.UTF-8 TZ=UTC "$candor"; check touched
