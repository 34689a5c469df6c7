import { parseArgs } from 'node:util';
import { runMain, UserError } from './lib/errors.ts';
import { writePlugin } from './lib/new-plugin.ts';
import { say } from './lib/progress.ts';

const HELP = `Usage: ./bin/new-plugin SLUG [--portal ID]…

Writes plugins-src/SLUG in the house's shape and registers it in bin/portals.json, composer.json and .wp-env.json.

  --portal ID   runs on this portal only (repeatable); without it the plugin runs on the whole network
`;

await runMain( async () => {
	const { values, positionals } = parseArgs( {
		options: {
			portal: { type: 'string', multiple: true, default: [] },
			help: { type: 'boolean', short: 'h', default: false },
		},
		allowPositionals: true,
	} );
	const [ slug, ...rest ] = positionals;
	if ( values.help ) {
		say( HELP );
		return;
	}
	if ( slug === undefined || rest.length > 0 ) {
		throw new UserError( 'Give exactly one slug, e.g. ./bin/new-plugin lernwelt-booking.' );
	}
	const files = await writePlugin( { slug, portals: values.portal } );
	say(
		[
			'Written:',
			...files.map( ( file ) => `  ${ file }` ),
			'',
			'Next: ./bin/start takes it in, ./bin/test checks it.',
		].join( '\n' )
	);
} );
