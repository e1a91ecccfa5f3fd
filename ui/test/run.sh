#!/bin/sh
# run.sh UI WORK PAGES WEBS CANDOR EXAMPLE: looks at the built pages in Debian's Chromium, offline.  "skipped" without it.
# CANDOR_SHOTS=FOLDER keeps the screenshots there.
set -eu
ui=$1 work=$2 pages=$3 webs=$4 candor=$5 example=$6
chromium=$(command -v chromium || true)
if [ -z "$chromium" ]; then
	echo "skipped: no chromium"
	exit 77
fi
mkdir -p "$work"
for name in package.json package-lock.json .npmrc tsconfig.json src test; do
	cp -R "$ui/$name" "$work/"
done
cd "$work"
if ! cmp -s package-lock.json .installed; then
	npm ci --ignore-scripts --loglevel=error
	cp package-lock.json .installed
fi
rm -rf pages && mkdir pages
"$pages" pages
rm -rf webs company && mkdir webs
"$webs" webs
for name in fourteen longer; do
	cp "webs/$name.html" pages/
done
cp webs/hostile.html pages/hostile-web.html
# A copy: the ring keeps its order, and the index lies beside the files.
cp -R "$example" company
"$candor" brief -C company --as-of 2025-11-30 --format html -o pages/example-brief.html
"$candor" web -C company --as-of 2025-11-30 --format html -o pages/example-web.html
npx --no-install tsc
CHROMIUM=$chromium CANDOR_PAGES=$work/pages node --test test/page.test.mjs
