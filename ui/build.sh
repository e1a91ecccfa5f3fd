#!/bin/sh
# Builds the assets outside of the source tree: build.sh SOURCE WORK OUT.  Run by meson.
# npm ci runs again only when the lock file changed.
set -eu
source=$1 work=$2 out=$(cd "$3" && pwd)
mkdir -p "$work"
for name in package.json package-lock.json .npmrc build.mjs src; do
	cp -R "$source/$name" "$work/"
done
cd "$work"
if ! cmp -s package-lock.json .installed; then
	npm ci --omit=dev --ignore-scripts --loglevel=error
	cp package-lock.json .installed
fi
node build.mjs dist
cp dist/ui.css dist/ui.js "$out/"
