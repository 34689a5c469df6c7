# shellcheck shell=bash
# Sourced by backup, ship-binlog, restore, prune and staging-copy: settings, repositories, restic, wp-cli.

# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
umask 077
# restic and mariadb-binlog read times as local ones: everything here is UTC.
export TZ=UTC

lernwelt_deploy=$(dirname "$lernwelt_bin")

# PHP's part of the work; its sentence is the sentence of this script.
tool() { php -d memory_limit=512M -d display_errors=stderr "$lernwelt_deploy/backup/tool.php" "$@"; }

load_settings() {
	read_settings deploy/backup/backup.env.example "$@"
	: "${LERNWELT_BACKUP_WORK:=/var/lib/lernwelt/backup}" "${LERNWELT_BACKUP_SETTINGS:=/etc/lernwelt/backup}"
	: "${LERNWELT_BACKUP_REPOSITORIES:=}" "${LERNWELT_BACKUP_TIMEOUT:=60}" "${LERNWELT_BACKUP_DAYS:=30}"
	mkdir -p "$LERNWELT_BACKUP_WORK" || fail "The folder $LERNWELT_BACKUP_WORK can't be made: set LERNWELT_BACKUP_WORK."
	export RESTIC_CACHE_DIR="$LERNWELT_BACKUP_WORK/cache" RESTIC_PROGRESS_FPS=0.01
}

need_programs() {
	local program
	for program in "$@"; do
		command -v "$program" >/dev/null || fail "$program is missing: install it (Debian: apt-get install $program)."
	done
}

# restic with the settings of one repository, in a process of its own so that no password meets another repository.
# The network may be gone: restic itself would try for a quarter of an hour, so ask for the repository first.
with_repository() {
	local name=$1 file="$LERNWELT_BACKUP_SETTINGS/$1.env"
	shift
	(
		[ -r "$file" ] || fail "The settings of the repository \"$name\" are missing: write $file."
		set -a
		# shellcheck disable=SC1090
		source "$file"
		set +a
		[ -n "${RESTIC_REPOSITORY:-}" ] || fail "$file names no RESTIC_REPOSITORY."
		[ -r "${RESTIC_PASSWORD_FILE:-}" ] || fail "The password file of the repository \"$name\" is missing: $file must name one that can be read (RESTIC_PASSWORD_FILE)."
		exec "$@"
	)
}

# What restic said, as one sentence. Never the address: it may hold a password.
explain() {
	local name=$1 output=$2
	case $output in
	*"wrong password"*) say "The password file of the repository \"$name\" doesn't open it." ;;
	*"no space left"* | *"quota exceeded"* | *"Insufficient Storage"*) say "The disk of the repository \"$name\" is full." ;;
	*"connection refused"* | *"no such host"* | *"timeout"* | *"dial tcp"* | *"timed out"*) say "The repository \"$name\" can't be reached." ;;
	*"already locked"* | *"unable to create lock"*) say "The repository \"$name\" is locked: somebody is working on it, or a run was killed (then: restic unlock on the backup host)." ;;
	*"x509:"*) say "The certificate of the repository \"$name\" is not trusted here, has expired or names another host (an authority of your own: SSL_CERT_FILE in its settings)." ;;
	*Unauthorized*) say "The repository \"$name\" refuses the name and password in its address." ;;
	*"unable to open config file"* | *"repository does not exist"* | *"Is there a repository"*) say "There is no repository \"$name\" at its address, or it can't be reached; \"backup --init\" makes a new one." ;;
	*Forbidden* | *"403"*) say "The repository \"$name\" refuses that: it only takes additions from here." ;;
	*) say "The repository \"$name\" is damaged or refuses: $(printf '%s\n' "$output" | grep -v '^$' | tail -n 1 | cut -c1-200)" ;;
	esac
}

# Asks for the repository within a time that people are ready to wait. Its sentence goes to stderr.
reachable() {
	local output code=0
	output=$(with_repository "$1" timeout "$LERNWELT_BACKUP_TIMEOUT" restic cat config --no-lock 2>&1) || code=$?
	if [ "$code" -ne 0 ]; then
		[ "$code" -ne 124 ] || output=timeout
		case $output in
		Error:*) printf '%s\n' "$output" >&2 ;;
		*) complain "$(explain "$1" "$output")" ;;
		esac
		return 1
	fi
}

# wp-cli on the running portals.
wp() {
	local words
	read -ra words <<<"$LERNWELT_WP"
	as_user "${words[@]}" --allow-root "$@"
}

# Tells WordPress what happened, where it runs and knows the command; a file beside says the same to others.
note() {
	local kind=$1 json=$2 output
	mkdir -p "$LERNWELT_BACKUP_WORK/state"
	printf '%s\n' "$json" >"$LERNWELT_BACKUP_WORK/state/$kind${3:+-$3}.json"
	[ -n "${LERNWELT_WP:-}" ] || return 0
	if ! output=$(wp lernwelt operations note "$kind" "$json" 2>&1); then
		case $output in
		*"not a registered"*) ;;
		*) complain "WordPress was not told about it: $(printf '%s\n' "$output" | tail -n 1)" ;;
		esac
	fi
}

now() { date -u +%Y-%m-%dT%H:%M:%SZ; }
