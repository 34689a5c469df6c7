import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inRoot } from '../src/lib/paths.ts';
import { pack } from '../src/lib/release/archive.ts';
import { sameEverywhere } from '../src/lib/release/composer.ts';
import { checkVersion, defaultVersion, releaseJson } from '../src/lib/release/facts.ts';
import { manifestOf } from '../src/lib/release/manifest.ts';
import { sbom } from '../src/lib/release/sbom.ts';
import { isShipped } from '../src/lib/release/tree.ts';
import { must, run } from '../src/lib/run.ts';
import { ensurePrograms } from './deploy-programs.ts';

const EPOCH = 1_790_000_000;
const facts = { version: '1.2.3', commit: 'c'.repeat( 40 ), epoch: EPOCH };

let folder = '';

before( async () => {
	await ensurePrograms( 'ssh-keygen' );
	folder = await mkdtemp( join( tmpdir(), 'lernwelt-release-' ) );
} );

after( () => rm( folder, { recursive: true } ) );

/** A small release, made the way that umask and clock of the moment have it. */
async function small( place: string, mode: number, time: number, names: readonly string[] ): Promise< string > {
	const release = join( folder, place, 'lernwelt-1.2.3' );
	for ( const name of names ) {
		const file = join( release, name );
		await mkdir( join( file, '..' ), { recursive: true } );
		await writeFile( file, `content of ${ name }` );
		await chmod( file, name.startsWith( 'deploy/bin/' ) ? mode + 0o100 : mode );
		await utimes( file, time, time );
	}
	return release;
}

test( 'the same files make the same archive, wherever, whenever and by whomever', async () => {
	const names = [
		'public/index.php',
		'public/wp-content/ä.txt',
		'public/B.php',
		'deploy/bin/deploy',
		'release.json',
	];
	const one = await small( 'one', 0o644, 1_000_000_000, names );
	const two = await small( 'another/place', 0o600, 1_700_000_000, [ ...names ].reverse() );
	const sums = [ await pack( one, `${ one }.tar.gz`, EPOCH ), await pack( two, `${ two }.tar.gz`, EPOCH ) ];
	assert.equal( sums[ 0 ], sums[ 1 ] );
	assert.ok( ( await readFile( `${ one }.tar.gz` ) ).equals( await readFile( `${ two }.tar.gz` ) ) );
	await must( 'sha256sum', [ '--check', '--quiet', 'lernwelt-1.2.3.tar.gz.sha256' ], { cwd: join( folder, 'one' ) } );

	const { stdout } = await must( 'tar', [ '--list', '--verbose', '--numeric-owner', '--file', `${ one }.tar.gz` ] );
	assert.match( stdout, /^-rwxr-xr-x 0\/0 .*deploy\/bin\/deploy$/m );
	assert.match( stdout, /^-rw-r--r-- 0\/0 .*public\/index\.php$/m );

	await writeFile( join( two, 'public/B.php' ), 'Content of public/B.php' );
	assert.notEqual( await pack( two, `${ two }.tar.gz`, EPOCH ), sums[ 0 ] );
	assert.notEqual( await pack( one, `${ one }.tar.gz`, EPOCH + 1 ), sums[ 0 ] );
} );

test( 'two runs of Composer are made equal', async () => {
	const vendor = inRoot( 'plugins-src/lernwelt-core/build/vendor' );
	const copies = [ join( folder, 'vendor-a' ), join( folder, 'vendor-b' ) ];
	for ( const [ index, copy ] of copies.entries() ) {
		await cp( join( vendor, 'composer' ), join( copy, 'composer' ), { recursive: true } );
		await cp( join( vendor, 'autoload.php' ), join( copy, 'autoload.php' ) );
		for ( const name of [ 'autoload.php', 'composer/autoload_real.php', 'composer/autoload_static.php' ] ) {
			const text = await readFile( join( copy, name ), 'utf8' );
			await writeFile(
				join( copy, name ),
				text.replace( /(Init)[0-9a-f]{32}/g, `$1${ String( index ).repeat( 32 ) }` )
			);
		}
		const installed = join( copy, 'composer/installed.php' );
		const versions = await readFile( installed, 'utf8' );
		assert.match( versions, /'reference' => '[0-9a-f]{40}'/ );
		await writeFile( installed, versions.replace( /'[0-9a-f]{40}'/g, `'${ String( index ).repeat( 40 ) }'` ) );
		await sameEverywhere( copy );
	}
	assert.equal( ( await run( 'diff', [ '-r', ...copies ] ) ).stdout, '' );
	assert.doesNotMatch(
		await readFile( join( copies[ 0 ] ?? '', 'composer/installed.json' ), 'utf8' ),
		/https?:\/\/[^"]*\.zip/
	);
	const [ named = '-' ] =
		/ComposerAutoloaderInit[0-9a-f]{32}/.exec(
			await readFile( join( copies[ 0 ] ?? '', 'autoload.php' ), 'utf8' )
		) ?? [];
	const loader = await readFile( join( copies[ 0 ] ?? '', 'composer/autoload_real.php' ), 'utf8' );
	assert.ok( loader.includes( `class ${ named }\n` ) );
} );

test( 'sources, tests and papers stay at home', () => {
	const shipped = [
		'',
		'/src/Plugin.php',
		'/build/admin/index.js',
		'/build/blocks/a/render.php',
		'/build/languages/a-de_DE.l10n.php',
		'/schemas/a.json',
		'/style.css',
		'/build/vendor/a/b/LICENSE',
		'/build/vendor/a/b/LICENSE.TXT',
		'/build/vendor/a/b/src/tests.php',
	];
	const left = [
		'/admin/index.tsx',
		'/blocks/a/render.php',
		'/tests/Unit/ATest.php',
		'/languages/a-de_DE.po',
		'/build/.sources',
		'/node_modules/a/b.js',
		'/build/admin/index.js.map',
		'/README.md',
		'/build/vendor/a/b/composer.json',
		'/scss/theme.scss',
		'/types/generated/a.ts',
	];
	assert.deepEqual(
		shipped.filter( ( path ) => ! isShipped( path ) ),
		[]
	);
	assert.deepEqual( left.filter( isShipped ), [] );
} );

test( 'a link in the web root is refused', async () => {
	const root = join( folder, 'linked' );
	await mkdir( root );
	await writeFile( join( root, 'b' ), 'b' );
	assert.deepEqual( Object.keys( JSON.parse( await manifestOf( root ) ) as object ), [ 'b' ] );
	await must( 'ln', [ '-s', '/etc/passwd', join( root, 'a' ) ] );
	await assert.rejects( manifestOf( root ), /a is neither a file nor a folder/ );
} );

test( 'versions name folders, and later commits come later', () => {
	for ( const bad of [ '', '../1', 'v1', '1/2', '1 2', '.1', '-1' ] ) {
		assert.throws( () => checkVersion( bad ), /can't name a release/, bad );
	}
	assert.equal( checkVersion( defaultVersion( 'abcdef0123', EPOCH ) ), '0.1.0-20260921-1413-abcdef01' );
	assert.ok( defaultVersion( 'f', EPOCH ) < defaultVersion( 'a', EPOCH + 60 ) );
	assert.equal( ( JSON.parse( releaseJson( facts ) ) as { built_at: string } ).built_at, '2026-09-21T14:13:20.000Z' );
} );

interface Bom {
	readonly components: readonly { 'bom-ref': string; name: string; version?: string; licenses: readonly object[] }[];
	readonly dependencies: readonly { ref: string; dependsOn: readonly string[] }[];
}

test( 'the bill of materials names what is inside, with licences, and nothing else', async () => {
	const text = await sbom( facts, '{}' );
	assert.equal( await sbom( facts, '{}' ), text );
	assert.notEqual( await sbom( facts, '{ }' ), text );
	const { components, dependencies } = JSON.parse( text ) as Bom;
	const names = components.map( ( { name } ) => name );
	const { require } = JSON.parse( await readFile( inRoot( 'composer.json' ), 'utf8' ) ) as {
		require: Record< string, string >;
	};
	for ( const [ name, version ] of Object.entries( require ).filter( ( [ key ] ) => key !== 'php' ) ) {
		assert.ok(
			components.some( ( entry ) => entry[ 'bom-ref' ] === `pkg:composer/${ name }@${ version }` ),
			name
		);
	}
	// What docs/dependencies.md says that visitors and editors get.
	for ( const name of [
		'wordpress',
		'wp-cli',
		'bootstrap',
		'@fontsource/atkinson-hyperlegible-next',
		'morphdom',
		'leaflet',
		'supercluster',
		'kdbush',
		'qrcode-generator',
		'write-excel-file',
		'fflate',
		'@wordpress/dataviews',
		'DejaVu Sans',
	] ) {
		assert.ok( names.includes( name ), name );
	}
	// Tools, and what WordPress brings itself.
	for ( const name of [
		'typescript',
		'webpack',
		'jest',
		'@wordpress/components',
		'@wordpress/interactivity',
		'react',
		'phpunit',
	] ) {
		assert.ok( ! names.includes( name ), name );
	}
	assert.deepEqual(
		components.filter( ( { licenses } ) => licenses.length === 0 ),
		[]
	);
	const refs = components.map( ( entry ) => entry[ 'bom-ref' ] );
	assert.equal( new Set( refs ).size, refs.length );
	assert.deepEqual(
		dependencies.flatMap( ( { dependsOn } ) => dependsOn ).filter( ( ref ) => ! refs.includes( ref ) ),
		[]
	);
} );

test( 'a signature is bound to the archive and to its purpose', async () => {
	const archive = join( folder, 'lernwelt-9.tar.gz' );
	await writeFile( archive, 'content' );
	await writeFile(
		`${ archive }.sha256`,
		( await must( 'sha256sum', [ 'lernwelt-9.tar.gz' ], { cwd: folder } ) ).stdout
	);
	const key = join( folder, 'key' );
	await must( 'ssh-keygen', [ '-q', '-t', 'ed25519', '-N', '', '-f', key ] );
	await must( inRoot( 'deploy/bin/sign' ), [ archive, '-' ], {
		env: { LERNWELT_SIGNING_KEY: await readFile( key, 'utf8' ) },
	} );
	assert.ok( existsSync( `${ archive }.sig` ) );
	const check = ( purpose: string ) =>
		run( 'bash', [ '-c', 'ssh-keygen -Y check-novalidate -n "$1" -s "$2.sig" < "$2"', 'bash', purpose, archive ] );
	assert.equal( ( await check( 'lernwelt-release' ) ).code, 0 );
	assert.notEqual( ( await check( 'git' ) ).code, 0 );
	await writeFile( archive, 'Content' );
	assert.notEqual( ( await check( 'lernwelt-release' ) ).code, 0 );
	const again = await run( inRoot( 'deploy/bin/sign' ), [ archive, key ] );
	assert.equal( again.code, 1 );
	assert.match( again.stderr, /its checksum is wrong/ );
} );
