import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { precompress } from '../src/lib/precompress.ts';

const room = mkdtempSync( join( tmpdir(), 'lernwelt-' ) );

after( () => rmSync( room, { recursive: true } ) );

function folderWith( name: string, files: Readonly< Record< string, string > > ): string {
	const folder = mkdtempSync( join( room, name ) );
	for ( const [ file, text ] of Object.entries( files ) ) {
		writeFileSync( join( folder, file ), text );
	}
	return folder;
}

const LONG = 'Lernorte in Sachsen-Anhalt. '.repeat( 100 );

for ( const [ how, kept ] of [
	[ 'without keeping anything', undefined ],
	[ 'kept for the next stack', join( room, 'kept' ) ],
] as const ) {
	test( `text files get copies for nginx, ${ how }`, async () => {
		const folder = folderWith( 'first', { 'a.js': LONG, 'short.js': 'x', 'picture.webp': LONG } );
		await precompress( folder, kept );
		assert.deepEqual( readdirSync( folder ).sort(), [ 'a.js', 'a.js.br', 'a.js.gz', 'picture.webp', 'short.js' ] );
		assert.equal( gunzipSync( readFileSync( join( folder, 'a.js.gz' ) ) ).toString(), LONG );
		assert.equal( brotliDecompressSync( readFileSync( join( folder, 'a.js.br' ) ) ).toString(), LONG );
		for ( const copy of [ 'a.js.gz', 'a.js.br' ] ) {
			assert.equal(
				statSync( join( folder, copy ) ).mtime.getTime(),
				statSync( join( folder, 'a.js' ) ).mtime.getTime()
			);
		}
	} );
}

test( 'what was compressed once is taken from there, and only for the same content', async () => {
	const kept = join( room, 'once' );
	await precompress( folderWith( 'first', { 'a.js': LONG } ), kept );
	const files = readdirSync( kept );
	assert.equal( files.length, 2 );
	for ( const file of files ) {
		writeFileSync( join( kept, file ), 'taken from here' );
	}
	const second = folderWith( 'second', { 'b.css': LONG, 'c.css': `${ LONG }!` } );
	await precompress( second, kept );
	assert.equal( readFileSync( join( second, 'b.css.gz' ), 'utf8' ), 'taken from here' );
	assert.equal( gunzipSync( readFileSync( join( second, 'c.css.gz' ) ) ).toString(), `${ LONG }!` );
	assert.ok( existsSync( join( second, 'c.css.br' ) ) );
} );
