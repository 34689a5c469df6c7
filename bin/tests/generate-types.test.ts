import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { run } from '../src/lib/run.ts';
import { type Copy, copyOfRepository } from './copy.ts';

let copy: Copy;

before( () => {
	copy = copyOfRepository();
} );

after( () => copy.remove() );

function generate( ...args: string[] ): ReturnType< typeof run > {
	const script = join( copy.directory, 'bin/src/generate-types.ts' );
	return run( join( copy.directory, 'node_modules/.bin/tsx' ), [ script, ...args ], { cwd: copy.directory } );
}

function portal( path: string ): string {
	return join( copy.directory, 'plugins-src/lernwelt-portal', path );
}

test( 'what is committed fits the schemas', async () => {
	const { code, stdout } = await generate( '--check' );
	assert.equal( code, 0, stdout );
} );

test( 'a changed, a missing and an orphaned type are noticed, named and mended', async () => {
	const type = portal( 'types/generated/portal-settings.ts' );
	const original = readFileSync( type, 'utf8' );

	for ( const damage of [ () => appendFileSync( type, '// by hand\n' ), () => rmSync( type ) ] ) {
		damage();
		const { code, stdout } = await generate( '--check' );
		assert.equal( code, 1 );
		assert.match( stdout, /lernwelt-portal\/types\/generated\/portal-settings\.ts/ );
		assert.equal( ( await generate() ).code, 0 );
		assert.equal( readFileSync( type, 'utf8' ), original );
	}

	const orphan = portal( 'types/generated/gone.ts' );
	writeFileSync( orphan, 'export interface Gone {}\n' );
	assert.equal( ( await generate( '--check' ) ).code, 1 );
	await generate();
	assert.ok( ! existsSync( orphan ) );
} );

test( 'a new field of a schema becomes a field of the type', async () => {
	const schema = portal( 'schemas/portal-settings.json' );
	const text = readFileSync( schema, 'utf8' );
	writeFileSync( schema, text.replace( '"properties": {', '"properties": { "motto": { "type": "string" },' ) );
	assert.equal( ( await generate( '--check' ) ).code, 1 );
	await generate();
	assert.match( readFileSync( portal( 'types/generated/portal-settings.ts' ), 'utf8' ), /motto\?: string;/ );
} );
