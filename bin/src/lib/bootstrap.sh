# Sourced by every command in bin/: makes sure Node and the npm packages are there, then runs bin/src/<name>.ts with tsx.
# Plain bash, because without Node nothing else can run yet.

set -euo pipefail

lernwelt_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)

lernwelt_fail() {
	printf 'Error: %s\n' "$1" >&2
	exit 1
}

lernwelt_bootstrap() {
	command -v node >/dev/null || lernwelt_fail 'Node.js is missing: install Node.js 20.19 or newer, then run this command again.'
	node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)' ||
		lernwelt_fail "Node.js $(node -v) is too old: install Node.js 20.19 or newer, then run this command again."

	local stamp="$lernwelt_root/node_modules/.lernwelt-stamp" wanted
	wanted=$(cat "$lernwelt_root/package.json" "$lernwelt_root/package-lock.json" | sha256sum | cut -d' ' -f1)
	if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
		(
			# Two commands started at once must not install into the same folder.
			mkdir -p "$lernwelt_root/var"
			exec 9>"$lernwelt_root/var/npm.lock"
			flock 9
			[ "$(cat "$stamp" 2>/dev/null || true)" = "$wanted" ] && exit 0
			printf 'Installing npm packages (about two minutes the first time) …' >&2
			cd "$lernwelt_root"
			# Not "npm ci": it deletes everything first, and it refuses a lock file that lacks an optional package of another platform.
			npm install --no-audit --no-fund --loglevel=error >"$lernwelt_root/var/npm-install.log" 2>&1 &
			npm_pid=$!
			while kill -0 "$npm_pid" 2>/dev/null; do
				sleep 5
				printf ' %ss' "$SECONDS" >&2
			done
			printf '\n' >&2
			if ! wait "$npm_pid"; then
				grep -m 8 'npm error' "$lernwelt_root/var/npm-install.log" >&2 || true
				lernwelt_fail 'npm install failed (all its lines are in var/npm-install.log): check the network and free disk space, then run this command again.'
			fi
			cat package.json package-lock.json | sha256sum | cut -d' ' -f1 >"$stamp"
		)
	fi
}

lernwelt_run() {
	local name=$1
	shift
	lernwelt_bootstrap
	exec "$lernwelt_root/node_modules/.bin/tsx" "$lernwelt_root/bin/src/$name.ts" "$@"
}
