import type { BrowserContext } from '@playwright/test';
import { wp } from '../../bin/src/lib/wp.ts';
import { network, portals, stack } from './network.ts';
import { loggedIn } from './session.ts';
import { type Example, examples } from './templates.ts';

/** Somebody without further rights. */
const MEMBER = 'subscriber';

/** Pages that a closed portal shows to everybody; R1.2 names them. */
export const OPEN_PAGES = [
	'/anmelden/',
	'/impressum/',
	'/datenschutz/',
	'/barrierefreiheit/',
	'/barriere-melden/',
] as const;

/**
 * Whether a portal shows nothing to guests.
 *
 * @param id Portal id.
 */
export function isClosed( id: string ): boolean {
	return portals.find( ( portal ) => portal.id === id )?.guests === false;
}

let withoutBar: Promise< unknown > | undefined;

/** The members of a portal have no admin bar; the local account that stands for them gets rid of its own. */
function hideBar(): Promise< unknown > {
	const { login = '' } = network().accounts.find( ( { role } ) => role === MEMBER ) ?? {};
	return ( withoutBar ??= wp( stack, [ 'user', 'meta', 'update', login, 'show_admin_bar_front', 'false' ] ) );
}

/**
 * Lets a browser see the pages of a portal: where guests may not, it logs in.
 *
 * @param context Browser context.
 * @param portal  Portal id.
 */
export async function admitted( context: BrowserContext, portal: string ): Promise< void > {
	if ( isClosed( portal ) ) {
		await hideBar();
		await loggedIn( context, portal, MEMBER );
	}
}

/** A page that guests may see: every template of the open portals, and every open page of the closed ones. */
export function forGuests(): ReadonlyArray< Omit< Example, 'template' > & { readonly template: string } > {
	return [
		...examples().filter( ( { portal } ) => ! isClosed( portal ) ),
		...portals
			.filter( ( { id } ) => isClosed( id ) )
			.flatMap( ( { id } ) =>
				OPEN_PAGES.map( ( path ) => ( { portal: id, template: path.replaceAll( '/', '' ), path } ) )
			),
	];
}

/** Every template of the closed portals, which only members see. */
export function forMembers(): Example[] {
	return examples().filter( ( { portal } ) => isClosed( portal ) );
}
