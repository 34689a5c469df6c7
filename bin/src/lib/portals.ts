import { readFileSync } from 'node:fs';
import { UserError } from './errors.ts';
import { inRoot } from './paths.ts';

/** One portal as listed in bin/portals.json. */
export interface Portal {
	/** Slug; also the first label of the local host name. */
	readonly id: string;
	/** Public domain in production. */
	readonly domain: string;
	/** Site title, German. */
	readonly name: string;
	/** Theme variant. */
	readonly theme: string;
	/** Plugins active on this portal only. */
	readonly plugins: readonly string[];
	/** false: nobody sees anything of it without a login. */
	readonly guests?: boolean;
}

/** The whole of bin/portals.json. */
export interface PortalList {
	/** Id of the network's main site. */
	readonly network: string;
	readonly parentTheme: string;
	readonly portals: readonly Portal[];
	readonly muPlugins: readonly string[];
	readonly networkPlugins: readonly string[];
}

let cached: PortalList | undefined;

/** Reads bin/portals.json once per process. */
export function portalList(): PortalList {
	cached ??= JSON.parse( readFileSync( inRoot( 'bin/portals.json' ), 'utf8' ) ) as PortalList;
	return cached;
}

/** Every plugin slug the project builds, must-use ones first. */
export function allPlugins(): string[] {
	const list = portalList();
	return [
		...new Set( [
			...list.muPlugins,
			...list.networkPlugins,
			...list.portals.flatMap( ( portal ) => portal.plugins ),
		] ),
	];
}

/** Every theme slug, the parent first. */
export function allThemes(): string[] {
	const list = portalList();
	return [ list.parentTheme, ...list.portals.map( ( portal ) => portal.theme ) ];
}

/** The network's main portal. */
export function mainPortal(): Portal {
	return portalById( portalList().network );
}

/**
 * @param id Portal id.
 * @throws UserError when there is no such portal.
 */
export function portalById( id: string ): Portal {
	const portal = portalList().portals.find( ( candidate ) => candidate.id === id );
	if ( portal === undefined ) {
		throw new UserError(
			`There is no portal "${ id }": use one of ${ portalList()
				.portals.map( ( p ) => p.id )
				.join( ', ' ) }.`
		);
	}
	return portal;
}
