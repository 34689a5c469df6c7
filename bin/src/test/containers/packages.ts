import { phpPackages } from '../../lib/php.ts';
import { serverPackages } from '../../lib/production.ts';
import { textOf } from './manifests.ts';

/** Version of Debian 12. */
const PHP = '8.2';

/** Where packages are named. */
export interface Papers {
	readonly handbook: string;
	readonly dockerfile: string;
	/** Both pipelines. */
	readonly pipelines: readonly string[];
}

/** The papers as they are. */
export const papers = (): Papers => ( {
	handbook: textOf( 'docs/handover/deployment.md' ),
	dockerfile: textOf( 'deploy/docker/Dockerfile' ),
	pipelines: [ '.github/workflows/release.yml', '.gitlab-ci.yml' ].map( textOf ),
} );

/** Packages of every "apt-get install" in a text. */
function installed( text: string ): readonly ( readonly string[] )[] {
	const whole = text.replaceAll( /\\\n/g, ' ' );
	return [ ...whole.matchAll( /apt-get install ([^\n&#]*)/g ) ].map( ( [ , words = '' ] ) =>
		words.split( /\s+/ ).filter( ( word ) => word !== '' && ! word.startsWith( '-' ) )
	);
}

/** What a place lacks of the packages it needs, and PHP's packages there that nobody knows. */
function compared(
	place: string,
	found: readonly string[],
	wanted: readonly string[],
	spare: readonly string[] = []
): readonly string[] {
	return [
		...wanted.filter( ( name ) => ! found.includes( name ) ).map( ( name ) => `${ place } has no ${ name }` ),
		...found
			.filter( ( name ) => name.startsWith( 'php' ) && ! wanted.includes( name ) && ! spare.includes( name ) )
			.map( ( name ) => `${ place } has ${ name }, which deploy/release/extensions.json doesn't know` ),
	];
}

/** Packages that one place names and another forgot. */
export function packageProblems( { handbook, dockerfile, pipelines }: Papers ): readonly string[] {
	const server = [
		...serverPackages( PHP ).flatMap( ( [ , packages ] ) => packages ),
		...[ 'cli', ...phpPackages( 'server' ) ].map( ( suffix ) => `php${ PHP }-${ suffix }` ),
	];
	const here = [ 'cli', ...phpPackages( 'here' ) ].map( ( suffix ) => `php-${ suffix }` );
	const [ built = '', ...run ] = dockerfile.split( /^FROM .* AS base$/m );
	return [
		...compared( 'docs/handover/deployment.md', installed( handbook )[ 0 ] ?? [], server ),
		...compared(
			'the images',
			installed( run.join() ).flat(),
			[ ...server, `php${ PHP }-opcache` ],
			[
				// Backups of a developer's machine can be looked into as well.
				`php${ PHP }-sqlite3`,
			]
		),
		...compared( 'the stage that makes the release', installed( built ).flat(), here ),
		...pipelines.flatMap( ( text, index ) => {
			const lists = installed( text );
			const place = `pipeline ${ index + 1 }`;
			const whole = lists.find( ( list ) => here.every( ( name ) => list.includes( name ) ) );
			return [
				...( whole === undefined ? [ `${ place } nowhere installs all of ${ here.join( ' ' ) }` ] : [] ),
				...lists.flatMap( ( list ) => compared( place, list, [], here ) ),
			];
		} ),
	];
}
