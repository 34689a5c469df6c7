# shellcheck shell=bash
# Sourced after lib-backup.sh and lib-database.sh: makes a complete copy of the portals from a backup, beside the running ones
# and without touching them. restore puts it in their place, a drill throws it away.
# shellcheck disable=SC2154,SC2034 # These files share their variables: kind, copy, engine, reached …

# Chooses repository and full backup: sets repository, snapshot, taken_at, stage_path, uploads_path.
choose_snapshot() {
	local at=$1 only=$2 name listed chosen time best='' problems=''
	for name in ${only:-$LERNWELT_BACKUP_REPOSITORIES}; do
		reachable "$name" || continue
		listed=$(with_repository "$name" restic snapshots --json --no-lock 2>/dev/null) || continue
		printf '%s' "$listed" >"$copy/snapshots-$name.json"
		chosen=$(tool snapshot full "$at" <"$copy/snapshots-$name.json" 2>&1) || {
			problems+="$name: ${chosen#Error: } "
			continue
		}
		time=$(sed -n 2p <<<"$chosen")
		if [ -z "$best" ] || [[ "$time" > "$taken_at" ]]; then
			best=$chosen repository=$name taken_at=$time
		fi
	done
	[ -n "$best" ] || fail "${problems:-No repository can be read.}"
	snapshot=$(sed -n 1p <<<"$best")
	stage_path=$(sed -n '3,$p' <<<"$best" | grep '/lernwelt-backup$')
	uploads_path=$(sed -n '3,$p' <<<"$best" | grep -v '/lernwelt-backup$')
}

# Brings a part of a snapshot here.
fetch() {
	local id=$1 output
	shift
	output=$(with_repository "$repository" restic restore "$id" --no-lock --quiet --target "$copy/fetched" "$@" 2>&1) || {
		complain "$(explain "$repository" "$output")"
		fail "Nothing was changed. Try another repository (--from) or an earlier time (--at)."
	}
}

# The journals that know of the newest erasures: the running machine's, and those of the newest snapshots.
collect_journals() {
	local name newest path
	journals=()
	if [ -f "${LERNWELT_JOURNAL:-}" ]; then
		cp "$LERNWELT_JOURNAL" "$copy/journal-of-this-machine.jsonl"
		journals+=("$copy/journal-of-this-machine.jsonl")
	fi
	for name in $LERNWELT_BACKUP_REPOSITORIES; do
		[ -s "$copy/snapshots-$name.json" ] || continue
		newest=$(tool snapshot newest '' <"$copy/snapshots-$name.json")
		path=$(sed -n '3,$p' <<<"$newest" | grep -E '/lernwelt-(backup|binlog)$') || continue
		if with_repository "$name" restic dump --no-lock --quiet "$(sed -n 1p <<<"$newest")" "$path/journal/erasures.jsonl" >"$copy/journal-$name.jsonl" 2>/dev/null; then
			journals+=("$copy/journal-$name.jsonl")
		fi
	done
}

# Replays MariaDB's binary logs on the copy. Sets reached: the instant whose state the copy has.
replay_logs() {
	local at=$1 chosen id time path line folder first position original logs=() stop=()
	reached=$dumped_at
	[ "$engine" != sqlite ] && [ -n "$(tool manifest-get "$manifest" log)" ] || return 0
	chosen=$(tool snapshot binlog "$at" <"$copy/snapshots-$repository.json")
	time=$(sed -n 2p <<<"$chosen")
	[ -n "$chosen" ] && [[ "$time" > "$dumped_at" ]] || return 0
	id=$(sed -n 1p <<<"$chosen") path=$(sed -n 3p <<<"$chosen") line=$(tool manifest-get "$manifest" timeline)
	fetch "$id" --include "$path/$line"
	folder="$copy/fetched$path/$line"
	first=$(tool manifest-get "$manifest" log.file) position=$(tool manifest-get "$manifest" log.position)
	if [ ! -f "$folder/$first" ]; then
		[ -d "$folder" ] || return 0
		fail "The binary logs don't reach back to the backup of $dumped_at ($first is missing): give an earlier --at, or --no-log for the state of the backup."
	fi
	while IFS= read -r log; do
		[[ "$(basename "$log")" < "$first" ]] || logs+=("$log")
	done < <(find "$folder" -type f -name "${first%.*}.*" | sort)
	original=$(tool manifest-get "$manifest" database)
	[ -z "$at" ] || stop=(--stop-datetime="$(tool utc "$at")")
	mariadb-binlog --no-defaults --disable-log-bin --start-position="$position" "${stop[@]}" --rewrite-db="$original->$scratch" --database="$original" "${logs[@]}" |
		sql "$scratch" || fail 'The binary logs could not be replayed: nothing was changed.'
	reached=$time
	if [ -n "$at" ] && [[ "$(tool utc "$at" | tr ' ' T)Z" < "$time" ]]; then
		reached="$(tool utc "$at" | tr ' ' T)Z"
	fi
}

# WordPress of its own for the copy: the same code as hard links, the uploads and the database brought back.
make_docroot() {
	local entry changes extra=()
	# Only a copy may lose its people, never what calls itself production.
	[ "$kind" != staging ] || extra=('environment="staging"')
	mkdir -p "$copy/public/wp-content" "$copy/logs" "$copy/tmp" "$copy/journal"
	for entry in "$LERNWELT_PUBLIC"/* "$LERNWELT_PUBLIC"/wp-content/*; do
		[ -e "$entry" ] || continue
		case ${entry#"$LERNWELT_PUBLIC"} in
		/wp-content | /wp-content/uploads* | /wp-content/object-cache.php | /wp-content/cache) ;;
		/wp-content/*) link_tree "$entry" "$copy/public/wp-content/" ;;
		*) link_tree "$entry" "$copy/public/" ;;
		esac
	done
	[ -d "$fetched_uploads" ] || mkdir -p "$fetched_uploads"
	ln -s "$fetched_uploads" "$copy/public/wp-content/uploads"
	changes="{\"name\":\"$scratch\"}"
	[ "$engine" != sqlite ] || changes="{\"engine\":\"sqlite\",\"file\":\"$scratch\"}"
	# Mail goes nowhere from a copy.
	tool copy-config "$config_in_use" "$copy/config.php" "db=$changes" "network_host=\"$main_host\"" "debug=false" \
		'smtp={"host":"127.0.0.1","port":9}' "log_file=\"$copy/logs/php.log\"" "tmp=\"$copy/tmp\"" \
		"journal_file=\"$copy/journal/erasures.jsonl\"" "salts=$(tool group "$fetched_config" salts)" "${extra[@]}"
}

link_tree() { cp -al "$1" "$2" 2>/dev/null || cp -a "$1" "$2"; }

# wp-cli on the copy, always as the one who runs this: the copy is nobody else's.
wp_copy() {
	local words=() word
	for word in $LERNWELT_WP; do
		[ ${#words[@]} -gt 0 ] || [[ "$(basename "$word")" =~ ^(php[0-9.]*|wp|wp-cli.*)$ ]] || continue
		words+=("$word")
	done
	[ "$(id -u)" -ne 0 ] || words+=(--allow-root)
	env -u LERNWELT_CONFIG -u LERNWELT_JOURNAL "${words[@]}" --path="$copy/public" --url="$scheme://$main_host" "$@"
}

# A step on the copy; what it prints is only read when it fails.
on_copy() {
	wp_copy "$@" >>"$copy/logs/steps.log" 2>&1 || fail "\"wp $*\" failed on the copy: $( (grep '^Error' "$copy/logs/steps.log" || tail -n 3 "$copy/logs/steps.log") | tr '\n' ' ')Nothing was changed."
}

# Other host names than the backup's, from LERNWELT_PORTALS (lines: id, host).
rehost_copy() {
	local id host number wanted pairs=() main=$main_host before='' after='' new_scheme
	new_scheme=$(tool get "$config_in_use" scheme)
	if [ "$new_scheme" != "$scheme" ]; then
		before="$scheme://" after="$new_scheme://"
	fi
	[ -r "${LERNWELT_PORTALS:-}" ] || return 0
	while read -r id host number; do
		wanted=$(awk -v id="$id" '$1 == id { print $2 }' "$LERNWELT_PORTALS")
		if [ "$before${wanted:+$host}" != "$after$wanted" ]; then
			pairs+=("$before$host=$after${wanted:-$host}")
			[ "$number" != 1 ] || main=${wanted:-$host}
		fi
	done < <(tool manifest-hosts "$manifest")
	[ ${#pairs[@]} -gt 0 ] || return 0
	on_copy lernwelt rehost "${pairs[@]}"
	main_host=$main scheme=$new_scheme
	tool copy-config "$copy/config.php" "$copy/config.php" "network_host=\"$main_host\""
}

# Every portal of the copy must answer, from a server that only this machine reaches and that ends here.
portals_answer() {
	local port id host _ status server wrong=0 router="$lernwelt_deploy/backup/copy-router.php"
	for ((tries = 0; tries < 20; tries++)); do
		port=$((20000 + RANDOM % 20000))
		(exec 9<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
	done
	(
		cd "$copy/public" || exit 1
		unset LERNWELT_CONFIG LERNWELT_JOURNAL
		exec env PHP_CLI_SERVER_WORKERS=2 LERNWELT_COPY_SCHEME="$scheme" php -d memory_limit=256M -d display_errors=0 -d log_errors=1 -d error_log="$copy/logs/php.log" \
			-S "127.0.0.1:$port" -t "$copy/public" "$router" >"$copy/logs/web.log" 2>&1
	) &
	server=$!
	for ((tries = 0; tries < 100; tries++)); do
		(exec 9<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
		sleep 0.1
	done
	while read -r id host _; do
		status=$(curl -s -o "$copy/answer.html" -w '%{http_code}' --max-time 60 -H "Host: $host" "http://127.0.0.1:$port/") || true
		case $status in
		200 | 302) say "  $id answers $status" ;;
		*) complain "$id answers $status on the copy. $(why_not)" && wrong=1 ;;
		esac
	done < <(portals_of_copy)
	end_server "$server"
	return "$wrong"
}

# The reason that PHP noted, else what the page says.
why_not() {
	local reason
	reason=$(grep -hE 'Fatal|Uncaught|Exception|Error' "$copy/logs/php.log" 2>/dev/null | tail -n 1 | cut -c1-400)
	[ -n "$reason" ] || reason=$(tr -s ' \n\t' ' ' <"$copy/answer.html" | sed 's/<style.*<\/style>//g; s/<[^>]*>/ /g' | tr -s ' ' | cut -c1-300)
	say "$reason"
}

portals_of_copy() {
	local database=$scratch id number host
	portal_rows | while IFS=$'\t' read -r number id host; do
		printf '%s %s %s\n' "${id:-${host%%.*}}" "$host" "$number"
	done
}

# PHP's server leaves its workers behind when only the parent ends.
end_server() {
	local child
	for child in $(cat "/proc/$1/task/$1/children" 2>/dev/null || true); do
		kill "$child" 2>/dev/null || true
	done
	kill "$1" 2>/dev/null || true
	wait "$1" 2>/dev/null || true
}

# The copy that staging-copy made elsewhere: nobody is in it, so nobody has to be erased again.
take_over() {
	local folder=$1 wrong
	[ -f "$folder/manifest.json" ] || fail "$folder is no copy of staging-copy."
	fetched=$folder manifest="$folder/manifest.json" fetched_config=$LERNWELT_CONFIG blog=0 reached=''
	[ -f "$fetched_config" ] || fail "Staging needs a configuration of its own first: $LERNWELT_CONFIG."
	prepare_database
	reached=$dumped_at
	cp -a "$folder/uploads" "$copy/uploads"
	fetched_uploads="$copy/uploads"
	wrong=$(tool uploads-check "$fetched_uploads" "$folder/uploads.list" '')
	[ -z "$wrong" ] || fail "Uploads came damaged: $(head -n 3 <<<"$wrong" | tr '\n' ' ')Nothing was changed."
	make_docroot
	on_copy lernwelt migrate
	rehost_copy
	portals_answer || fail 'Nothing was changed.'
}

# The whole copy. Arguments: time, repository, number of the only portal (0: all), "log" or "".
make_copy() {
	local at=$1 only=$2 portal=$3 use_log=$4 wrong include=()
	choose_snapshot "$at" "$only"
	say "Backup of $taken_at from \"$repository\" (${snapshot:0:8})"
	fetch "$snapshot" --include "$stage_path"
	fetched="$copy/fetched$stage_path"
	manifest="$fetched/manifest.json" fetched_config="$fetched/config/config.php"
	prepare_database
	blog=0
	include=(--include "$uploads_path")
	if [ -n "$portal" ]; then
		blog=$(tool manifest-hosts "$manifest" | awk -v id="$portal" '$1 == id { print $3 }')
		[ -n "$blog" ] || fail "The backup knows no portal \"$portal\", only: $(tool manifest-hosts "$manifest" | cut -d' ' -f1 | tr '\n' ' ')"
		[ "$blog" = 1 ] || include=(--include "$uploads_path/sites/$blog")
	fi
	fetch "$snapshot" "${include[@]}"
	fetched_uploads="$copy/fetched$uploads_path"
	below=''
	[ "$blog" -lt 2 ] || below="sites/$blog/"
	wrong=$(tool uploads-check "$fetched_uploads" "$fetched/uploads.list" "$below")
	[ -z "$wrong" ] || fail "Uploads came back damaged: $(head -n 3 <<<"$wrong" | tr '\n' ' ')Nothing was changed."
	finish_copy "$at" "$use_log"
}

# What the manifest says, and the database beside the running one.
prepare_database() {
	local wrong
	[ -f "$manifest" ] || fail 'The backup has no manifest: it is none of ours. Nothing was changed.'
	dumped_at=$(tool manifest-get "$manifest" dumped_at) scheme=$(tool manifest-get "$manifest" scheme)
	main_host=$(tool manifest-hosts "$manifest" | awk '$3 == 1 { print $2 }')
	config_in_use=$LERNWELT_CONFIG
	[ -f "$LERNWELT_CONFIG" ] || config_in_use=$fetched_config
	open_database "$config_in_use"
	[ "$engine" = "$(tool manifest-get "$manifest" engine)" ] ||
		fail "The backup comes from $(tool manifest-get "$manifest" engine), these portals run on $engine: restore into portals of the same kind."
	scratch="${database}_$kind"
	[ "$engine" != sqlite ] || scratch="$copy/copy.sqlite"
	make_scratch "$scratch" "$fetched/database"
	scratch_counts "$scratch" >"$copy/counts.json"
	wrong=$(tool rows-differ "$manifest" "$copy/counts.json")
	[ -z "$wrong" ] || fail "The database came back damaged: $(head -n 3 <<<"$wrong" | tr '\n' ' ')Nothing was changed."
	say "  $(tool manifest-get "$manifest" tables | tr ',' '\n' | wc -l) tables, rows as recorded"
}

# Brings the copy up to date and looks whether it works.
finish_copy() {
	local at=$1 use_log=$2
	reached=$dumped_at
	[ -z "$use_log" ] || replay_logs "$at"
	make_docroot
	on_copy lernwelt migrate
	[ "$kind" = drill ] || rehost_copy
	collect_journals
	if [ ${#journals[@]} -gt 0 ]; then
		on_copy lernwelt journal replay "${journals[@]}"
	else
		complain 'No journal of erasures was found: what was erased since the backup is back. Erase it again.'
	fi
	on_copy lernwelt retention run
	on_copy lernwelt journal restored
	portals_answer || fail 'Nothing was changed.'
}
