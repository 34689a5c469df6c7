# shellcheck shell=bash
# Sourced by deploy, rollback, smoke, sign, ship, wp and the containers' migrate: steps, wp-cli of a release, tables, the switch.

# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
umask 022
began=$SECONDS

# With the time: deployments are watched.
say() { printf '[%4d s] %s\n' "$((SECONDS - began))" "$*"; }

load_settings() {
	read_settings deploy/env.example LERNWELT_ROOT LERNWELT_CONFIG LERNWELT_UPLOADS LERNWELT_RUN LERNWELT_PORTALS
	export LERNWELT_CONFIG
	: "${LERNWELT_PHP:=php}" "${LERNWELT_FPM_PROGRAM:=php-fpm8.2}" "${LERNWELT_HOST_PATTERN:=https://{domain\}}"
	: "${LERNWELT_FPM_PID:=$LERNWELT_RUN/php-fpm.pid}" "${LERNWELT_NGINX_PID:=$LERNWELT_RUN/nginx.pid}"
	: "${LERNWELT_NGINX_FOLDER:=$LERNWELT_RUN/nginx}" "${LERNWELT_SIGNERS:=/etc/lernwelt/release-signers}"
	: "${LERNWELT_RELEASES_KEPT:=5}" "${LERNWELT_MIN_FREE_MB:=1024}" "${LERNWELT_SMOKE_SECONDS:=60}"
	# shellcheck disable=SC2016 # PHP's own variable.
	main_host=$("$LERNWELT_PHP" -r 'echo (require $argv[1])["network_host"] ?? "";' "$LERNWELT_CONFIG" 2>/dev/null) || main_host=''
	[ -n "$main_host" ] || fail "The configuration can't be read, or names no network_host: $LERNWELT_CONFIG."
}

# wp-cli of a release on that release's code: wp_of RELEASE ARGUMENTS…
wp_of() {
	local release=$1
	shift
	as_user "$LERNWELT_PHP" -d memory_limit=512M -d display_errors=stderr "$release/wp-cli.phar" --allow-root \
		--path="$release/public" --url="https://$main_host" "$@" </dev/null
}

# Makes the network in an empty database, and its administrator "netzwerk". Sets password.
make_network() {
	local release=$1 email=$2
	password=$(openssl rand -base64 18)
	LERNWELT_INSTALLING=1 wp_of "$release" core multisite-install --subdomains --skip-config --skip-email \
		--title='Lernwelt Sachsen-Anhalt' --admin_user=netzwerk --admin_email="$email" --admin_password="$password" >/dev/null ||
		fail 'The network could not be made: see above.'
}

# Brings the tables to what a release expects: only additions, so that the other release goes on working (decision 0035).
# Arguments: release, number of portals there were (0: the network was just made), what serves on when this fails.
update_tables() {
	local release=$1 portals=$2 serves=$3
	wp_of "$release" core update-db --network >/dev/null || fail "WordPress's tables could not be brought up to date; $serves."
	# Plugins bring their tables when they are activated; a new network has none yet.
	[ "$portals" = 0 ] || wp_of "$release" lernwelt migrate || fail "A migration failed: see above; $serves, and works with what was added."
	wp_of "$release" lernwelt network setup "$release/portals.json" --host="$LERNWELT_HOST_PATTERN" >/dev/null ||
		fail "The portals could not be set up; $serves."
	# The indexes of a portal that is new are still missing.
	if [ "$(wp_of "$release" site list --format=count)" != "$portals" ]; then
		wp_of "$release" lernwelt migrate >/dev/null || fail "A migration failed: see above; $serves."
	fi
}

# The list of portals that nginx, cron and smoke read; it changes when a portal joins or is closed.
write_portals() {
	wp_of "$1" lernwelt network portals >"$LERNWELT_PORTALS.new" && [ -s "$LERNWELT_PORTALS.new" ] || return 1
	chmod 644 "$LERNWELT_PORTALS.new"
	mv -T "$LERNWELT_PORTALS.new" "$LERNWELT_PORTALS"
}

# Folder of the release that "current" or "previous" names; nothing when there is none.
release_of() {
	[ -L "$LERNWELT_ROOT/$1" ] || return 0
	readlink -f "$LERNWELT_ROOT/$1"
}

# Puts a link in the place of another in one step: there is no moment without it.
put_link() {
	local target=$1 name=$2
	ln -sfn "$target" "$LERNWELT_ROOT/.$name.new" &&
		mv -T "$LERNWELT_ROOT/.$name.new" "$LERNWELT_ROOT/$name"
}

# nginx's files of a release, tried before they are used. Does nothing where nginx isn't run from these files.
prepare_nginx() {
	local release=$1
	[ -d "$LERNWELT_NGINX_FOLDER" ] || return 0
	"$release/deploy/bin/render-nginx" "$LERNWELT_NGINX_FOLDER" &&
		nginx -t -q -c "$LERNWELT_NGINX_FOLDER/nginx.conf" 2>&1 | sed 's/^/  nginx: /' >&2
}

signal_program() {
	local name=$1 file=$2 signal=$3
	# "nginx -t" makes an empty file.
	if [ ! -s "$file" ]; then
		say "$name does not run from here (nothing in $file): start or reload it yourself."
	elif ! kill -s "$signal" "$(cat "$file")"; then
		complain "$name could not be reloaded: its process id in $file is not running."
		return 1
	fi
}

# Makes a release the one that serves. Requests under way end on the code they began with: nginx names the real folder
# to php-fpm ($realpath_root), and php-fpm's reload waits for its workers (process_control_timeout).
switch_to() {
	local release=$1 before
	before=$(release_of current)
	put_link "releases/$(basename "$release")" current || return 1
	signal_program php-fpm "$LERNWELT_FPM_PID" USR2 || return 1
	prepare_nginx "$release" || return 1
	signal_program nginx "$LERNWELT_NGINX_PID" HUP || return 1
	[ -z "$before" ] || empty_object_cache "$release"
}

# What it holds was made by the other release's code. Requests that end on that code may put a little back; it is gone
# after a day at the latest (decision 0038). No reason to undo a switch: most values fit both.
empty_object_cache() {
	wp_of "$1" --quiet cache flush >/dev/null ||
		complain 'The object cache could not be emptied: restart Redis, or run "deploy/bin/wp cache flush".'
}

# Keeps what happened where health and metrics find it; a missing note is no reason to undo anything.
note_deploy() {
	local release=$1 ok=$2
	printf '%s\t%s\t%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(basename "$release")" "$ok" >>"$LERNWELT_ROOT/deployments.tsv"
	wp_of "$release" lernwelt operations note deploy \
		"{\"finished_at\":\"$(date -u +%Y-%m-%dT%H:%M:%SZ)\",\"version\":\"$(basename "$release")\",\"ok\":$ok}" >/dev/null ||
		complain 'The deployment could not be noted in the portals; deployments.tsv has it.'
}

# Pages in the cache still name files of the other release. Visitors keep them until new ones are there; where WordPress
# doesn't know the cache (no page_cache in config.php) they are deleted.
refresh_pages() {
	local release=$1 host
	# shellcheck disable=SC2016 # PHP's own variable.
	if ! "$LERNWELT_PHP" -r 'exit( isset( ( require $argv[1] )["page_cache"] ) ? 0 : 1 );' "$LERNWELT_CONFIG"; then
		[ ! -d "${LERNWELT_CACHE:-}/pages" ] || find "$LERNWELT_CACHE/pages" -type f -delete
		return 0
	fi
	while read -r _ host _; do
		wp_of "$release" --url="https://$host" lernwelt cache refresh --all >/dev/null ||
			complain "The page cache of $host could not be refreshed: run \"deploy/bin/wp --url=https://$host lernwelt cache clear\"."
	done < <(grep -vE '^(#|$)' "$LERNWELT_PORTALS")
}

# Deletes the oldest releases beyond the number to keep; never the one that serves nor the one before it.
forget_old_releases() {
	local keep release
	keep=$(printf '%s\n%s\n' "$(release_of current)" "$(release_of previous)")
	find "$LERNWELT_ROOT/releases" -mindepth 1 -maxdepth 1 -type d ! -name '.*' -printf '%T@ %p\n' | sort -rn |
		tail -n +"$((LERNWELT_RELEASES_KEPT + 1))" | cut -d' ' -f2- | while read -r release; do
		if ! grep -qxF "$release" <<<"$keep"; then
			rm -rf "$release"
			say "Deleted the old release $(basename "$release")."
		fi
	done
}
