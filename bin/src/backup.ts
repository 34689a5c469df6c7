/**
 * ./bin/backup – backs a local stack up with the script that does it on a server (deploy/bin/backup).
 */
import { runMain } from './lib/errors.ts';
import { ensurePhp } from './lib/php.ts';
import { ensureRestic, needsRepository, runScript, settingsFor } from './lib/safekeeping.ts';
import { Stack } from './lib/stack.ts';

const HELP = `Usage: ./bin/backup [--init | --binlog]

Backs the network up: database, uploads, configuration, journal of erasures. Without LERNWELT_BACKUP_SETTINGS and
LERNWELT_BACKUP_REPOSITORIES (see deploy/backup/backup.env.example) into var/.backups/<stack>.

  --init    makes the repositories that aren't there yet
  --binlog  only what changed since the last backup, from MariaDB's binary log
`;

await runMain( async () => {
	const args = process.argv.slice( 2 );
	if ( args.includes( '--help' ) || args.includes( '-h' ) ) {
		process.stdout.write( HELP );
		return 0;
	}
	const stack = Stack.current();
	stack.state();
	await ensurePhp();
	await ensureRestic();
	const settings = await settingsFor( stack );
	if ( args.includes( '--binlog' ) ) {
		return runScript(
			'ship-binlog',
			args.filter( ( word ) => word !== '--binlog' ),
			settings
		);
	}
	return runScript( 'backup', needsRepository( stack ) ? [ '--init', ...args ] : args, settings );
} );
