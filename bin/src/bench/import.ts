import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../lib/paths.ts';
import { portalById } from '../lib/portals.ts';
import { step } from '../lib/progress.ts';
import type { Stack } from '../lib/stack.ts';
import { wp } from '../lib/wp.ts';

/** Portal with the learning places. */
export const PLACES_PORTAL = portalById( 'lernorte' );

const MAPPING = 'plugins-src/lernwelt-places/data/lernorte.mapping.json';

/** What an import took. */
export interface Import {
	readonly seconds: number;
	/** Peak of PHP's memory, wp-cli and WordPress included. */
	readonly bytes: number;
}

/**
 * Writes invented places as German Excel would.
 *
 * @param stack Any stack with lernwelt-places.
 * @param count How many.
 * @return Path of the file.
 */
export async function inventedPlaces( stack: Stack, count: number ): Promise< string > {
	const file = join( stack.directory, 'tmp', `places-${ count }.csv` );
	await wp( stack, [ 'lernwelt', 'places', 'generate', String( count ), file ], PLACES_PORTAL );
	return file;
}

/**
 * Imports a file as a process of its own, as at the command line.
 *
 * @param stack Stack.
 * @param file  Path.
 * @param label What it is called while it runs.
 */
export async function importPlaces( stack: Stack, file: string, label: string ): Promise< Import > {
	const since = performance.now();
	const { stderr } = await step( label, () =>
		wp(
			stack,
			[
				...[ 'lernwelt', 'places', 'import', file, `--mapping=${ inRoot( MAPPING ) }`, '--source=bench' ],
				`--require=${ inRoot( 'bin/php/peak-memory.php' ) }`,
			],
			PLACES_PORTAL
		)
	);
	const bytes = /peak-memory: (\d+)/.exec( stderr )?.[ 1 ];
	if ( bytes === undefined ) {
		throw new Error( `The import didn't tell its memory:\n${ stderr }` );
	}
	return { seconds: ( performance.now() - since ) / 1000, bytes: Number( bytes ) };
}

/**
 * Makes the overview of the places, as the demo content has it.
 *
 * @param stack Stack.
 */
export async function placesPage( stack: Stack ): Promise< void > {
	const block = /<!-- wp:lernwelt\/data-view .*\/-->/.exec(
		readFileSync( inRoot( 'demo/lernorte/pages/orte.html' ), 'utf8' )
	)?.[ 0 ];
	if ( block === undefined ) {
		throw new Error( 'demo/lernorte/pages/orte.html has no data view.' );
	}
	await wp(
		stack,
		[
			...[ 'post', 'create', '--post_type=page', '--post_status=publish', '--post_name=orte' ],
			...[ '--post_title=Orte', `--post_content=${ block }` ],
		],
		PLACES_PORTAL
	);
}
