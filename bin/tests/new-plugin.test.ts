import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { run } from '../src/lib/run.ts';
import { type Copy, copyOfRepository } from './copy.ts';

const SLUG = 'lernwelt-probe';

let copy: Copy;

before( () => {
	copy = copyOfRepository();
} );

after( () => copy.remove() );

/** Runs a command of the copy, not of this repository. */
function inCopy( command: string, ...args: string[] ): ReturnType< typeof run > {
	return run( join( copy.directory, 'bin', command ), args, { cwd: copy.directory } );
}

test( 'refuses slugs that no plugin of ours has', async () => {
	for ( const slug of [ 'booking', 'lernwelt-', 'lernwelt-Booking', '../lernwelt-x', 'lernwelt-core' ] ) {
		const { code, stderr } = await inCopy( 'new-plugin', slug );
		assert.equal( code, 1, slug );
		assert.match( stderr, /^Error: [^\n]+\n$/, slug );
	}
} );

test( 'writes a plugin and registers it', async () => {
	const { code, stderr } = await inCopy( 'new-plugin', SLUG, '--portal', 'lernorte' );
	assert.equal( code, 0, stderr );
	assert.ok( existsSync( join( copy.directory, `plugins-src/${ SLUG }/${ SLUG }.php` ) ) );
	const list = JSON.parse( readFileSync( join( copy.directory, 'bin/portals.json' ), 'utf8' ) ) as {
		portals: Array< { id: string; plugins: string[] } >;
	};
	assert.deepEqual(
		list.portals.filter( ( { plugins } ) => plugins.includes( SLUG ) ).map( ( { id } ) => id ),
		[ 'lernorte' ]
	);
} );

test( 'its own unit tests pass', async () => {
	const { code, stdout } = await inCopy( 'test', '--only', 'unit', '--', '--filter', 'Lernwelt.Probe' );
	assert.equal( code, 0, stdout );
	assert.match( stdout, /\n6 passed, 0 failed\n$/ );
} );

test( 'rules of the house find nothing in it', async () => {
	const { stdout } = await inCopy( 'test', '--only', 'structure,i18n,wp-env' );
	const found = stdout.split( '\n' ).filter( ( line ) => line.includes( SLUG ) );
	assert.deepEqual( found, [] );
	assert.match( stdout, /\d+ passed, \d+ failed\n$/ );
} );

for ( const linter of [ 'phpcs', 'phpstan' ] ) {
	test( `${ linter } finds nothing in it`, async () => {
		const { code, stdout } = await inCopy( 'test', '--only', linter, '--', `plugins-src/${ SLUG }` );
		assert.equal( code, 0, stdout );
	} );
}
