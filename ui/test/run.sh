#!/bin/sh
# run.sh UI WORK PAGES: looks at the built pages in Debian's Chromium, offline.  "skipped" without it.
# CANDOR_SHOTS=FOLDER keeps the screenshots there.
set -eu
ui=$1 work=$2 pages=$3
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
npx --no-install tsc
CHROMIUM=$chromium CANDOR_PAGES=$work/pages node --test test/page.test.mjs
