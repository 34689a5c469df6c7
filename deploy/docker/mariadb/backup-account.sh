# Sourced by the image of MariaDB when the database is made: an account that reads everything and the binary log.
password=$(< /run/secrets/db-backup-password)
docker_process_sql <<SQL
CREATE USER 'backup'@'%' IDENTIFIED BY '${password//\'/\'\'}';
GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, LOCK TABLES, RELOAD, PROCESS, BINLOG MONITOR, REPLICATION SLAVE ON *.* TO 'backup'@'%';
SQL
unset password
