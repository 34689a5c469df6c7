import { inRoot, ROOT } from '../../lib/paths.ts';
import { must } from '../../lib/run.ts';
import { sources } from './sources.ts';

/** A word of the code and where it stands. */
export interface Place {
	readonly name: string;
	readonly line: number;
}

/** What one PHP file says; see bin/src/test/php-facts.php. */
export interface PhpFacts {
	readonly namespace: string;
	readonly types: readonly Place[];
	readonly uses: readonly Place[];
	/** Qualified names in the code, as written. */
	readonly names: readonly Place[];
	/** Plain function calls. */
	readonly calls: readonly Place[];
	readonly variables: readonly Place[];
	/** String literals with their quotes. */
	readonly strings: readonly Place[];
	readonly html: readonly Place[];
	readonly translations: ReadonlyArray< Place & { readonly arguments: ReadonlyArray< string | null > } >;
}

/** Facts about all PHP files of plugins and themes. */
export interface PhpSources {
	readonly files: ReadonlyMap< string, PhpFacts >;
	/** PHP's own functions. */
	readonly internal: ReadonlySet< string >;
}

let cached: Promise< PhpSources > | undefined;

/** Reads all PHP files of plugins and themes, once per run. */
export function phpSources(): Promise< PhpSources > {
	cached ??= load();
	return cached;
}

async function load(): Promise< PhpSources > {
	const paths = [ ...sources( 'plugins-src', 'php' ), ...sources( 'theme-src', 'php' ) ];
	const { stdout } = await must( 'php', [ '-d', 'memory_limit=512M', inRoot( 'bin/src/test/php-facts.php' ) ], {
		cwd: ROOT,
		input: paths.join( '\n' ),
	} );
	const result = JSON.parse( stdout ) as { internal: string[]; files: Record< string, PhpFacts > };
	return { files: new Map( Object.entries( result.files ) ), internal: new Set( result.internal ) };
}
