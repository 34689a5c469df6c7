# shellcheck shell=bash
# Sourced after lib-backup.sh: the same few things for MariaDB and SQLite.

# The config.php whose account reaches the database: the running portals', on an empty machine the backup's.
config_in_use=${LERNWELT_CONFIG:-}

# Sets engine, database and the options for MariaDB's programs.
# LERNWELT_DB_ADMIN_CNF names an option file of an account that may dump with the position of the binary log, make databases
# and rename tables; without it the account of config.php must do.
open_database() {
	local config=$1
	engine=$(tool get "$config" db.engine)
	if [ "$engine" = sqlite ]; then
		database=$(tool get "$config" db.file)
		return
	fi
	database=$(tool get "$config" db.name)
	account=$(tool get "$config" db.user)
	option_file=${LERNWELT_DB_ADMIN_CNF:-}
	if [ -z "$option_file" ]; then
		option_file="$LERNWELT_BACKUP_WORK/client.cnf"
		tool option-file "$config" >"$option_file"
	fi
	[ -r "$option_file" ] || fail "$option_file can't be read: LERNWELT_DB_ADMIN_CNF must name an option file of MariaDB."
}

sql() { mariadb --defaults-extra-file="$option_file" --default-character-set=utf8mb4 --batch --skip-column-names "$@"; }

# One consistent state of all tables, a file each. Prints rows, position and instant as JSON.
dump_database() {
	local folder=$1 stamp
	if [ "$engine" = sqlite ]; then
		stamp=$(now)
		rm -f "$folder.sqlite"
		tool sqlite-copy "$database" "$folder.sqlite"
		tool sqlite-dump "$folder.sqlite" "$folder" "$stamp"
		rm -f "$folder.sqlite"
		return
	fi
	local position=()
	[ "$(sql -e 'SELECT @@log_bin')" != 1 ] || position=(--master-data=2)
	mariadb-dump --defaults-extra-file="$option_file" --single-transaction --skip-lock-tables --order-by-primary --skip-dump-date \
		--hex-blob --no-autocommit --net-buffer-length=64K --default-character-set=utf8mb4 "${position[@]}" "$database" |
		tool split "$folder"
}

# Number, id and host of every portal.
portal_rows() {
	local query="SELECT b.blog_id, COALESCE(m.meta_value, ''), b.domain FROM wp_blogs b LEFT JOIN wp_blogmeta m ON m.blog_id = b.blog_id AND m.meta_key = 'lernwelt_portal_id' WHERE b.deleted = 0 AND b.archived = 0 ORDER BY b.blog_id"
	if [ "$engine" = sqlite ]; then
		tool sqlite-query "$database" "$query"
	else
		sql "$database" -e "$query"
	fi
}

portals_json() {
	local number id host list=''
	while IFS=$'\t' read -r number id host; do
		list+="${list:+,}{\"blog_id\":$number,\"id\":\"${id:-${host%%.*}}\",\"host\":\"$host\"}"
	done < <(portal_rows)
	printf '[%s]' "$list"
}

# A database of its own for the copy: beside the running one, never in it.
make_scratch() {
	local name=$1 folder=$2
	if [ "$engine" = sqlite ]; then
		rm -f "$name" "$name-wal" "$name-shm"
		tool sqlite-load "$folder" "$name"
		return
	fi
	sql -e "SET SESSION sql_log_bin = 0; DROP DATABASE IF EXISTS \`$name\`; $(creation "$name")" ||
		fail "The database server doesn't let this account make a database: LERNWELT_DB_ADMIN_CNF must name the option file of one that may."
	# Not into the binary log: a copy is no change of the portals.
	{
		printf 'SET SESSION sql_log_bin = 0;\n'
		cat "$folder/_header.sql"
		find "$folder" -name '*.sql' ! -name _header.sql -print0 | sort -z | xargs -0 cat
	} | sql "$name"
}

# Statements that make a database which WordPress's account may use.
creation() {
	local host=localhost password
	[[ "$account" =~ ^[A-Za-z0-9_]+$ ]] || fail "The database account \"$account\" must consist of letters, digits and _."
	[ "$(tool get "$config_in_use" db.host | cut -d: -f1)" = localhost ] || host='%'
	password=$(tool get "$config_in_use" db.password)
	printf "CREATE DATABASE IF NOT EXISTS \`%s\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci; " "$1"
	printf "CREATE USER IF NOT EXISTS '%s'@'%s' IDENTIFIED BY '%s'; " "$account" "$host" "${password//\'/\'\'}"
	printf "GRANT ALL ON \`%s\`.* TO '%s'@'%s'" "$1" "$account" "$host"
}

scratch_counts() {
	local name=$1
	if [ "$engine" = sqlite ]; then
		tool sqlite-count "$name"
		return
	fi
	# shellcheck disable=SC2016
	sql "$name" -e 'SHOW TABLES' | sed 's/.*/SELECT "&", COUNT(*) FROM `&`;/' | sql "$name" |
		awk -F '\t' '{ printf "%s\"%s\":%s", NR == 1 ? "{" : ",", $1, $2 } END { print "}" }'
}

drop_scratch() {
	local name=$1
	if [ "$engine" = sqlite ]; then
		rm -f "$name" "$name-wal" "$name-shm"
	else
		sql -e "SET SESSION sql_log_bin = 0; DROP DATABASE IF EXISTS \`$name\`"
	fi
}

# Puts the copy's tables (all, or those of one portal) in the place of the running ones, which move to the database $3.
switch_database() {
	local scratch=$1 blog=$2 old=$3
	if [ "$engine" = sqlite ]; then
		if [ "$blog" = 0 ]; then
			tool sqlite-switch "$database" "$scratch" "$old"
		else
			tool sqlite-switch-portal "$database" "$scratch" "$old" "$blog"
		fi
		return
	fi
	local new running table moves=()
	new=$(sql "$scratch" -e 'SHOW TABLES')
	[ -n "$(sql -e "SHOW DATABASES LIKE '$database'")" ] || sql -e "$(creation "$database")"
	running=$(sql "$database" -e 'SHOW TABLES')
	if [ "$blog" != 0 ]; then
		new=$(printf '%s\n' "$new" | tool tables-of "$blog")
		running=$(printf '%s\n' "$running" | tool tables-of "$blog")
	fi
	# Numbers given after the backup are not given again: the journal of erasures names objects by them.
	sql -e "SELECT CONCAT('SET SESSION sql_log_bin = 0; ALTER TABLE \`', a.table_name, '\` AUTO_INCREMENT = ', a.auto_increment, ';') FROM information_schema.tables a JOIN information_schema.tables b ON b.table_name = a.table_name AND b.table_schema = '$scratch' WHERE a.table_schema = '$database' AND a.auto_increment > b.auto_increment" | sql "$scratch"
	[ -z "$running" ] || sql -e "SET SESSION sql_log_bin = 0; CREATE DATABASE \`$old\`"
	for table in $running; do moves+=("\`$database\`.\`$table\` TO \`$old\`.\`$table\`"); done
	for table in $new; do moves+=("\`$scratch\`.\`$table\` TO \`$database\`.\`$table\`"); done
	local IFS=,
	# One statement: others see all of the old or all of the new.
	sql -e "SET SESSION sql_log_bin = 0; RENAME TABLE ${moves[*]}"
}
