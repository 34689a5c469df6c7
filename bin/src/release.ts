/**
 * ./bin/release – makes the archive that a server installs, from a commit.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/build.ts';
import { runMain, UserError } from './lib/errors.ts';
import { ensureWordPress } from './lib/packages.ts';
import { VAR } from './lib/paths.ts';
import { precompress } from './lib/precompress.ts';
import { say, step, total } from './lib/progress.ts';
import { must } from './lib/run.ts';
import { pack } from './lib/release/archive.ts';
import { checkVersion, defaultVersion, type Facts, PROJECT_VERSION } from './lib/release/facts.ts';
import { buildInRoom, findCommit, uncommitted } from './lib/release/room.ts';
import { sbom } from './lib/release/sbom.ts';
import { layOut, writeManifest } from './lib/release/tree.ts';

const HELP = `Usage: ./bin/release [--commit REF] [--version X] [--twice] [--sign KEY]

Makes var/release/lernwelt-<version>.tar.gz of a commit, in a clean folder, with its checksum (.sha256) and bill of
materials (.cdx.json). The same commit and version give the same bytes.

  --commit REF   commit, branch or tag; HEAD without it
  --version X    name of the release; without it the tag "vX" of the commit, else one made of its time and hash
  --twice        builds a second time elsewhere, with another umask, and stops when one byte differs
  --sign KEY     signs the archive (.sig) with this private SSH key: deploy/bin/sign
`;

const OUT = join( VAR, 'release' );

/** What browsers load of a release. */
const SERVED = [ 'wp-admin', 'wp-includes', 'wp-content/mu-plugins', 'wp-content/plugins', 'wp-content/themes' ];

/** The last step, in the clean folder. */
async function here( facts: Facts ): Promise< void > {
	// Without it Composer writes the branch and commit of whatever git folder it finds above.
	process.env.COMPOSER_ROOT_VERSION = PROJECT_VERSION;
	await ensureWordPress();
	await build();
	const folder = join( OUT, `lernwelt-${ facts.version }` );
	await layOut( folder, facts );
	for ( const part of SERVED ) {
		await precompress( join( folder, 'public', part ) );
	}
	const bill = await sbom( facts, await writeManifest( folder ) );
	await writeFile( join( folder, 'sbom.cdx.json' ), bill );
	await writeFile( `${ folder }.cdx.json`, bill );
	await pack( folder, `${ folder }.tar.gz`, facts.epoch );
	await rm( folder, { recursive: true } );
}

async function releaseOf( facts: Facts, twice: boolean ): Promise< string > {
	const first = await step( `Building ${ facts.version } of ${ facts.commit.slice( 0, 8 ) }`, () =>
		buildInRoom( facts )
	);
	if ( twice ) {
		const second = await step( 'Building it again, elsewhere', () => buildInRoom( facts, '077' ) );
		const equal = ( await readFile( first ) ).equals( await readFile( second ) );
		if ( ! equal ) {
			throw new UserError(
				`Two builds of the same commit differ: compare ${ first } and ${ second } (tar, diff -r) and find out what depends on place or time.`
			);
		}
		await rm( dirname( second ), { recursive: true } );
		say( '  Both builds are equal, byte for byte.' );
	}
	const archive = join( OUT, basename( first ) );
	for ( const suffix of [ '.tar.gz', '.tar.gz.sha256', '.cdx.json' ] ) {
		await rename( first.replace( /\.tar\.gz$/, suffix ), archive.replace( /\.tar\.gz$/, suffix ) );
	}
	await rm( dirname( first ), { recursive: true } );
	await rm( `${ archive }.sig`, { force: true } );
	return archive;
}

await runMain( async () => {
	const { values } = parseArgs( {
		options: {
			commit: { type: 'string', default: 'HEAD' },
			version: { type: 'string' },
			twice: { type: 'boolean', default: false },
			sign: { type: 'string' },
			here: { type: 'boolean', default: false },
			epoch: { type: 'string' },
			help: { type: 'boolean', short: 'h', default: false },
		},
	} );
	if ( values.help ) {
		process.stdout.write( HELP );
		return 0;
	}
	await mkdir( OUT, { recursive: true } );
	if ( values.here ) {
		const { commit, version = '', epoch = '' } = values;
		await here( { commit, version: checkVersion( version ), epoch: Number( epoch ) } );
		return 0;
	}
	const commit = await findCommit( values.commit );
	const version = checkVersion( values.version ?? commit.tag ?? defaultVersion( commit.hash, commit.epoch ) );
	const open = values.commit === 'HEAD' ? await uncommitted() : 0;
	if ( open > 0 ) {
		say( `  ${ open } changed files are not committed: they are not part of this release.` );
	}
	const archive = await releaseOf( { version, commit: commit.hash, epoch: commit.epoch }, values.twice );
	if ( values.sign !== undefined ) {
		await must( join( import.meta.dirname, '../../deploy/bin/sign' ), [ archive, values.sign ] );
	}
	say( `${ ( await readFile( `${ archive }.sha256`, 'utf8' ) ).trim() }` );
	say(
		`${ archive }${ values.sign === undefined ? ' (not signed: deploy/bin/sign does it)' : '' }, in ${ total() }.`
	);
	return 0;
} );
