# shellcheck shell=bash
# Sourced by lib-backup.sh and lib-release.sh: words, settings, locks and the portals' user, which all scripts share.

set -euo pipefail
export LC_ALL=C.UTF-8

# The real folder: "current" points elsewhere while a deployment runs.
# shellcheck disable=SC2034 # Used by those who source this.
lernwelt_bin=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)

say() { printf '%s\n' "$*"; }
complain() { printf 'Error: %s\n' "$*" >&2; }
fail() {
	complain "$*"
	exit 1
}

# Settings come from the environment; the file LERNWELT_ENV (default /etc/lernwelt/lernwelt.env) is read where LERNWELT_CONFIG
# isn't set. Arguments: the file that explains the settings, and the names that must not be empty.
read_settings() {
	local explained=$1 file=${LERNWELT_ENV:-/etc/lernwelt/lernwelt.env} name
	shift
	if [ -z "${LERNWELT_CONFIG:-}" ] && [ -r "$file" ]; then
		set -a
		# shellcheck disable=SC1090
		source "$file"
		set +a
	fi
	for name in "$@"; do
		[ -n "${!name:-}" ] || fail "$name is not set: fill in $file ($explained explains it)."
	done
}

# One run at a time: take_lock FOLDER NAME WHAT.
take_lock() {
	exec {lock_handle}>"$1/$2.lock"
	flock -n "$lock_handle" || fail "Another $3 is running: wait until it ends (lock: $1/$2.lock)."
}

# Whatever reads WordPress runs as the portals' user, never as root where there is one: it couldn't write to root's files.
as_user() {
	local user=root
	[ "$(id -u)" -ne 0 ] || user=${LERNWELT_USER:-$(stat -c %U "${LERNWELT_UPLOADS:-/}")}
	if [ "$user" != root ]; then
		runuser -u "$user" -- "$@"
	else
		"$@"
	fi
}
