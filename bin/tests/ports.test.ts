import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot } from '../src/lib/paths.ts';
import { BLOCK, PORTS } from '../src/lib/ports.ts';

test( 'what may run at once takes no port of the other', () => {
	const first = Object.values( PORTS ).toSorted( ( one, other ) => one - other );
	first.forEach( ( port, index ) =>
		assert.ok( index === 0 || port - ( first[ index - 1 ] ?? 0 ) >= BLOCK, String( port ) )
	);
} );

test( 'nobody takes a port beside the list', () => {
	const sources = readdirSync( inRoot( 'bin' ), { recursive: true, encoding: 'utf8' } ).filter( ( file ) =>
		file.endsWith( '.ts' )
	);
	const found = sources.filter( ( file ) =>
		/\bport\w*( =|:) 8\d{3}\b/i.test( readFileSync( inRoot( `bin/${ file }` ), 'utf8' ) )
	);
	assert.deepEqual( found, [] );
} );
