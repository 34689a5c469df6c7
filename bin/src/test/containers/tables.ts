import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../lib/paths.ts';
import { run } from '../../lib/run.ts';
import type { Check } from '../part.ts';

/** In PHP's place: writes down what wp-cli is asked for, and answers as a network with PORTALS portals does. */
const PHP = `#!/usr/bin/env bash
if [[ $1 == -r ]]; then
	printf a.test
	exit
fi
while [[ $1 != --url=* ]]; do shift; done
shift
echo "$*" >> "$RECORD"
case "$*" in
"site list"*) (( PORTALS > 0 )) || grep -q "network setup" "$RECORD" && echo "\${PORTALS/#0/5}" ;;
"$FAILS"*) exit 1 ;;
esac
`;

/** Runs the containers' migrate; returns its code, its words and what it asked wp-cli for, in order. */
async function migrate( setting: Readonly< Record< string, string > >, ...asked: readonly string[] ) {
	const room = await mkdtemp( join( tmpdir(), 'lernwelt-tables-' ) );
	try {
		await mkdir( join( room, 'releases/1.0.0' ), { recursive: true } );
		await symlink( inRoot( 'deploy' ), join( room, 'releases/1.0.0/deploy' ) );
		await symlink( 'releases/1.0.0', join( room, 'current' ) );
		await writeFile( join( room, 'php' ), PHP, { mode: 0o755 } );
		await writeFile( join( room, 'record' ), '' );
		const result = await run( inRoot( 'deploy/docker/bin/migrate' ), asked, {
			env: {
				LERNWELT_ROOT: room,
				LERNWELT_PHP: join( room, 'php' ),
				LERNWELT_CONFIG: join( room, 'config.php' ),
				LERNWELT_UPLOADS: room,
				LERNWELT_RUN: room,
				LERNWELT_PORTALS: join( room, 'portals' ),
				RECORD: join( room, 'record' ),
				PORTALS: '5',
				FAILS: 'nothing',
				...setting,
			},
		} );
		const lines = ( await readFile( join( room, 'record' ), 'utf8' ) ).trim().split( '\n' );
		return { ...result, asked: lines.map( ( line ) => line.split( ' ' ).slice( 0, 3 ).join( ' ' ) ) };
	} finally {
		await rm( room, { recursive: true } );
	}
}

/** The steps to new tables are a server's, in containers too. */
export async function tablesCheck(): Promise< Check > {
	const [ update, first, broken ] = await Promise.all( [
		migrate( {} ),
		migrate( { PORTALS: '0' }, '--first', 'admin@a.test' ),
		migrate( { FAILS: 'lernwelt migrate' } ),
	] );
	const setup = [ 'lernwelt network setup', 'site list --format=count' ];
	const facts = {
		[ `an update brings tables, then portals: ${ update.asked.join( ' · ' ) } ${ update.stderr }` ]:
			update.code === 0 &&
			update.asked.join() ===
				[ 'site list --format=count', 'core update-db --network', 'lernwelt migrate', ...setup ].join(),
		[ `the first time it makes the network: ${ first.asked.join( ' · ' ) } ${ first.stderr }` ]:
			first.code === 0 &&
			first.asked.join() ===
				[
					'core multisite-install --subdomains',
					'core update-db --network',
					...setup,
					'lernwelt migrate',
				].join(),
		'the first time it says the password': /password: \S{20,} /.test( first.stdout ),
		[ `a failed migration is said, and nothing follows it: ${ broken.asked.join( ' · ' ) }` ]:
			broken.code === 1 &&
			broken.asked.at( -1 ) === 'lernwelt migrate' &&
			broken.stderr.includes( 'the version before serves on' ),
	};
	return {
		name: 'migrate takes the steps that a server takes',
		problems: Object.entries( facts )
			.filter( ( [ , holds ] ) => ! holds )
			.map( ( [ fact ] ) => `not true: ${ fact }` ),
	};
}
