#!/bin/sh
# offline.sh CANDOR SHIM EXAMPLE: every command but capture works where no socket can be opened, and none of them has
# libcurl in memory. Proved by the shim, which ends whoever tries, and by strace where it is installed.
set -eu
candor=$1 shim=$2 example=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$example" "$work/w"
cd "$work/w"

# The shim works: capture, which may open a connection, is ended by it.
status=0
LD_PRELOAD=$shim "$candor" capture shiftly http://127.0.0.1:9/ --allow-private >"$work/out" 2>&1 || status=$?
[ "$status" = 99 ] || { echo "the shim did not stop capture (status $status):"; cat "$work/out"; exit 1; }

commands=$("$candor" help | sed -n '/^commands/,/^$/s/^  \([a-z][a-z]*\) .*/\1/p' | grep -vx capture)
[ "$(echo "$commands" | wc -l)" -ge 6 ] || { echo "too few commands found: $commands"; exit 1; }
for command in $commands; do
	case $command in
	serve | lsp) continue ;; # they listen, on loopback only; tests of their own
	told) words="--check" ;;
	claim) words="" ;;
	check) words="site --no-exit" ;;
	sql) words="SELECT 1" ;;
	init) words="$work/new" ;;
	*) words="" ;;
	esac
	status=0
	# shellcheck disable=SC2086
	LD_PRELOAD=$shim "$candor" $command $words --as-of 2025-11-30 >"$work/out" 2>&1 || status=$?
	[ "$status" -lt 2 ] || { echo "candor $command: status $status"; cat "$work/out"; exit 1; }
	echo "candor $command: no socket"
	if strace -V >/dev/null 2>&1; then
		strace -f -qq -o "$work/trace" -e trace=network,openat "$candor" $command $words --as-of 2025-11-30 \
			>/dev/null 2>&1 || true
		if ! grep -q 'openat(' "$work/trace"; then
			echo "strace may not trace here: skipped"
		elif grep -E '(socket|connect|sendto|bind|listen)\(|libcurl|libssl' "$work/trace" | grep -v 'socketpair'; then
			echo "candor $command: touched the network"
			exit 1
		fi
	else
		echo "strace is not installed: skipped"
	fi
done
! ldd "$candor" | grep -E 'libcurl|libssl|libgnutls'
