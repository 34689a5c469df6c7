import type { Check } from '../part.ts';
import { phpSources } from './facts.ts';
import { matches, read, sources } from './sources.ts';

const SHIPPED = [ 'plugins-src', 'theme-src' ];

/** Places from which a browser would load something from elsewhere. A link to another site is none. */
const LOADS = [
	/url\(\s*['"]?(https?:)?\/\/(?!www\.w3\.org)/i,
	/@import\s+(url\()?['"]?(https?:)?\/\//i,
	/<(script|img|iframe|source|video|audio|embed|object|link)\b[^>]*\b(src|href|data|poster)\s*=\s*['"](https?:)?\/\//i,
	/\b(fetch|import|importScripts)\(\s*['"`](https?:)?\/\//,
	/wp_(enqueue|register)_(script|style|script_module)\([^)]*['"](https?:)?\/\//,
];

async function inlineCode(): Promise< Check > {
	const style = /\sstyle\s*=\s*\\?["']/i;
	const handler = /<[a-z][^<>]*\son[a-z]+\s*=\s*\\?["']/i;
	const files = [ ...( await phpSources() ).files ].filter( ( [ path ] ) => ! /\/(tests|patterns)\//.test( path ) );
	const scripts = files.flatMap( ( [ path, { html } ] ) =>
		html
			.filter( ( { name } ) => /<script\b/i.test( name ) )
			.map( ( { line } ) => `${ path }:${ line }: inline script` )
	);
	const attributes = files.flatMap( ( [ path, { html, strings } ] ) =>
		[ ...html, ...strings ].flatMap( ( { name, line } ) =>
			name
				.split( '\n' )
				.flatMap( ( text, offset ) => [
					...( style.test( text ) && /[<%]/.test( text )
						? [ `${ path }:${ line + offset }: inline style: ${ text.trim().slice( 0, 90 ) }` ]
						: [] ),
					...( handler.test( text )
						? [ `${ path }:${ line + offset }: event handler in an attribute` ]
						: [] ),
				] )
		)
	);
	return { name: 'templates hold no inline style, script or event handler', problems: [ ...scripts, ...attributes ] };
}

async function permissions(): Promise< Check > {
	const files = [ ...( await phpSources() ).files ].filter( ( [ path ] ) => ! path.includes( '/tests/' ) );
	const problems = files.flatMap( ( [ path, { strings, calls } ] ) => {
		const open = strings.some( ( { name } ) => /permission_callback/.test( name ) );
		return [
			...( open ? strings.filter( ( { name } ) => /__return_true/.test( name ) ) : [] ).map(
				( { line } ) => `${ path }:${ line }: __return_true as permission`
			),
			...calls
				.filter( ( { name } ) => name === 'is_super_admin' )
				.map( ( { line } ) => `${ path }:${ line }: asks is_super_admin() instead of a capability` ),
		];
	} );
	return { name: 'every route asks a capability', problems };
}

function thirdParties(): Check {
	const problems = SHIPPED.flatMap( ( folder ) =>
		sources( folder, 'php', 'ts', 'tsx', 'scss', 'css', 'svg', 'json', 'html' )
	)
		.filter( ( path ) => ! path.includes( '/tests/' ) )
		.flatMap( ( path ) => {
			const text = read( path );
			return LOADS.flatMap( ( pattern ) => matches( path, pattern, text ) );
		} );
	return { name: 'shipped files load nothing from other hosts', problems };
}

/** What can be seen of security without running anything. */
export async function securityChecks(): Promise< Check[] > {
	return [ await inlineCode(), await permissions(), thirdParties() ];
}
