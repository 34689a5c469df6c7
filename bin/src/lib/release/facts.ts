import { readFileSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { wordpressPackage } from '../packages.ts';
import { inRoot } from '../paths.ts';

/** What one release is, apart from its files. Nothing in it depends on where or when it is built. */
export interface Facts {
	/** Also the name of its folder on the server. */
	readonly version: string;
	/** Commit it is made of, 40 hex digits. */
	readonly commit: string;
	/** Seconds since 1970 of that commit: the time of every file in the archive. */
	readonly epoch: number;
}

/** Version that composer.json's own package gets; Composer would write the branch and commit of the moment instead. */
export const PROJECT_VERSION = (
	JSON.parse( readFileSync( inRoot( 'package.json' ), 'utf8' ) ) as { readonly version: string }
 ).version;

/**
 * @param version What becomes a folder's name on the server.
 * @throws UserError when it isn't fit for that.
 */
export function checkVersion( version: string ): string {
	if ( ! /^[0-9][0-9A-Za-z.-]{0,60}$/.test( version ) ) {
		throw new UserError(
			`"${ version }" can't name a release: begin with a digit, then digits, letters, dots and hyphens.`
		);
	}
	return version;
}

/**
 * A version for commits without a name of their own; later commits sort after earlier ones.
 *
 * @param commit Commit.
 * @param epoch  Its time.
 */
export function defaultVersion( commit: string, epoch: number ): string {
	const minute = new Date( epoch * 1000 ).toISOString().slice( 0, 16 ).replace( /[-:]/g, '' ).replace( 'T', '-' );
	return `${ PROJECT_VERSION }-${ minute }-${ commit.slice( 0, 8 ) }`;
}

/** @param facts The release. */
export function releaseJson( facts: Facts ): string {
	return `${ JSON.stringify(
		{
			version: facts.version,
			commit: facts.commit,
			wordpress: wordpressPackage.wordpress,
			built_at: new Date( facts.epoch * 1000 ).toISOString(),
		},
		null,
		2
	) }\n`;
}
