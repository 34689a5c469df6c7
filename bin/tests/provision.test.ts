import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUpCommands } from '../src/lib/provision.ts';

const names = ( isThere: boolean ): string[] =>
	setUpCommands( '{id}.localhost:8080', isThere ).map( ( command ) => command.slice( 0, 3 ).join( ' ' ) );

test( 'a network that is there has its tables before anything in it changes', () => {
	assert.deepEqual( names( true ), [
		'core update-db --network',
		'lernwelt migrate',
		'lernwelt network setup',
		'lernwelt migrate',
	] );
} );

test( 'a new network has no portal yet whose tables could be missing', () => {
	assert.deepEqual( names( false ), [ 'core update-db --network', 'lernwelt network setup', 'lernwelt migrate' ] );
} );
