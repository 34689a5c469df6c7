import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { portals } from './network.ts';

/** The templates that every portal has. */
export const TEMPLATES = [
	'start',
	'article',
	'overview',
	'detail',
	'search',
	'form',
	'notFound',
	'downloads',
] as const;

export type Template = ( typeof TEMPLATES )[ number ];

/** One template on one portal. */
export interface Example {
	readonly portal: string;
	readonly template: Template;
	readonly path: string;
}

interface PortalJson {
	readonly title: string;
	readonly templates: Readonly< Record< string, string > >;
}

function portalJson( id: string ): PortalJson {
	const file = inRoot( 'demo', id, 'portal.json' );
	if ( ! existsSync( file ) ) {
		throw new Error( `${ file } is missing.` );
	}
	return JSON.parse( readFileSync( file, 'utf8' ) ) as PortalJson;
}

/**
 * An example page for every template of every portal, as the demo content names them.
 *
 * @throws Error when a portal has no example for a template.
 */
export function examples(): Example[] {
	return portals.flatMap( ( { id } ) => {
		const { templates } = portalJson( id );
		return TEMPLATES.map( ( template ) => {
			const path = templates[ template ];
			if ( path === undefined ) {
				throw new Error( `demo/${ id }/portal.json names no example for the template "${ template }".` );
			}
			return { portal: id, template, path };
		} );
	} );
}

/**
 * The example of one template on one portal.
 *
 * @param portal   Portal id.
 * @param template Template.
 */
export function pathOf( portal: string, template: Template ): string {
	return examples().find( ( example ) => example.portal === portal && example.template === template )?.path ?? '/';
}
