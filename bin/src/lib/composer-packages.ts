import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './paths.ts';
import { must } from './run.ts';

/** Of TCPDF's 24 MB of fonts the one family that documents are set in, and the measures of Helvetica, which it reads when it starts. */
const FONTS = /^(dejavusansb?|helvetica(b|i|bi)?)\.(php|z|ctg\.z)$/;

/** Parts of packages that don't run: a fraction of what Composer installs is copied along with core. */
const LEFT_OUT = [ 'tecnickcom/tcpdf/tools' ];

/**
 * Installs what `require` of composer.json lists, without the tools of `require-dev`.
 *
 * @param into Folder; what it holds already isn't fetched again.
 */
export async function installPackages( into: string ): Promise< void > {
	await must(
		'composer',
		[ 'install', '--no-dev', '--classmap-authoritative', '--no-interaction', '--no-progress', '--quiet' ],
		{ cwd: inRoot(), env: { COMPOSER_ALLOW_SUPERUSER: '1', COMPOSER_VENDOR_DIR: into } }
	);
	const fonts = join( into, 'tecnickcom/tcpdf/fonts' );
	const unused = ( await readdir( fonts ) ).filter( ( name ) => ! FONTS.test( name ) );
	await Promise.all(
		[ ...unused.map( ( name ) => join( fonts, name ) ), ...LEFT_OUT.map( ( path ) => join( into, path ) ) ].map(
			( path ) => rm( path, { recursive: true, force: true } )
		)
	);
}
