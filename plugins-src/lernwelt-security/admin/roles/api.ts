import apiFetch from '@wordpress/api-fetch';
import type { RoleHistory } from '../../types/generated/role-history';
import type { RoleMatrix } from '../../types/generated/role-matrix';
import type { RolePeople } from '../../types/generated/role-people';
import type { RoleWhy } from '../../types/generated/role-why';

export type { RoleHistory, RoleMatrix, RolePeople, RoleWhy };

/** A right with its cells. */
export type Right = RoleMatrix[ 'rights' ][ number ];

/** Whether a role has a right, and why. */
export type Cell = Right[ 'cells' ][ number ];

/** What can be decided about a cell. */
export type Decision = Cell[ 'decision' ];

/** One cell to change. */
export interface Change {
	readonly role: string;
	readonly capability: string;
	readonly granted: Decision;
}

/** A portal to choose. */
export interface PortalChoice {
	readonly id: number;
	readonly name: string;
}

const ROUTE = '/lernwelt/v1/role-matrix';

function address( path: string, values: Readonly< Record< string, string | number > > ): string {
	const query = new URLSearchParams(
		Object.entries( values ).map( ( [ name, value ] ) => [ name, String( value ) ] )
	);
	return `${ ROUTE }${ path }?${ query.toString() }`;
}

/**
 * Reads a matrix.
 *
 * @param portal Site, 0 for the network.
 */
export function readMatrix( portal: number ): Promise< RoleMatrix > {
	return apiFetch( { path: address( '', { portal } ) } );
}

/**
 * Makes all changes or none.
 *
 * @param portal   Site, 0 for the network.
 * @param revision Revision the changes are based on.
 * @param changes  Changes.
 * @param reason   Why, where a second person has to confirm; '' otherwise.
 */
export function saveMatrix(
	portal: number,
	revision: number,
	changes: readonly Change[],
	reason: string
): Promise< RoleMatrix > {
	const data = { portal, revision, changes };
	return apiFetch( { path: ROUTE, method: 'PUT', data: reason === '' ? data : { ...data, reason } } );
}

/**
 * Reads the history, the newest lines first.
 *
 * @param portal Site, 0 for all.
 * @param before Only lines with a smaller number, 0 for the newest.
 */
export function readHistory( portal: number, before: number ): Promise< RoleHistory > {
	return apiFetch( { path: address( '/history', { portal, before } ) } );
}

/**
 * Finds people.
 *
 * @param portal Site, 0 for everybody.
 * @param search At least two characters.
 */
export function findPeople( portal: number, search: string ): Promise< RolePeople > {
	return apiFetch( { path: address( '/people', { portal, search } ) } );
}

/**
 * Asks why a person may do something.
 *
 * @param portal     Site.
 * @param user       Account.
 * @param capability Right.
 */
export function explain( portal: number, user: number, capability: string ): Promise< RoleWhy > {
	return apiFetch( { path: address( '/why', { portal, user, capability } ) } );
}

/**
 * Fetches the table for Excel and hands it to the browser as a download.
 *
 * @param portal Site.
 */
export async function download( portal: number ): Promise< void > {
	const response = await apiFetch< Response, false >( {
		path: address( '/export', { portal } ),
		parse: false,
	} );
	const name = /filename="([^"]+)"/.exec( response.headers.get( 'Content-Disposition' ) ?? '' )?.[ 1 ];
	const link = document.createElement( 'a' );
	link.href = URL.createObjectURL( await response.blob() );
	link.download = name ?? 'rechte.csv';
	link.click();
	URL.revokeObjectURL( link.href );
}

/**
 * What the server said when it refused.
 *
 * @param error Whatever was thrown.
 */
export function refusal( error: unknown ): { readonly status: number; readonly message: string } {
	const { message, data } = ( typeof error === 'object' && error !== null ? error : {} ) as {
		readonly message?: string;
		readonly data?: { readonly status?: number };
	};
	return { status: data?.status ?? 0, message: message ?? '' };
}
