import apiFetch from '@wordpress/api-fetch';
import { __ } from '@wordpress/i18n';
import type { Approvals } from '../../types/generated/approvals';

/** A request that needs a second person. */
export type Approval = Approvals[ 'items' ][ number ];

/** What the viewer can do about one. */
export type Action = Approval[ 'actions' ][ number ];

const ROUTE = '/lernwelt/v1/approvals';

/**
 * Reads the requests.
 *
 * @param portal Site, 0 for all.
 */
export async function readApprovals( portal: number ): Promise< readonly Approval[] > {
	return ( await apiFetch< Approvals >( { path: `${ ROUTE }?portal=${ portal }` } ) ).items;
}

/**
 * Does something about a request.
 *
 * @param portal Site, 0 for all.
 * @param id     Number.
 * @param action What.
 * @param text   Reason, to explain and to deny.
 * @return All requests afterwards.
 */
export async function decide(
	portal: number,
	id: number,
	action: Action,
	text: string
): Promise< readonly Approval[] > {
	const data = text === '' ? { portal, action } : { portal, action, text };
	return ( await apiFetch< Approvals >( { path: `${ ROUTE }/${ id }`, method: 'PUT', data } ) ).items;
}

/**
 * What the server said when it refused.
 *
 * @param error Whatever was thrown.
 */
export function failure( error: unknown ): string {
	const { message } = ( typeof error === 'object' && error !== null ? error : {} ) as { readonly message?: string };
	return message === undefined || message === ''
		? __( 'This did not work. Please check your connection and try again.', 'lernwelt-security' )
		: message;
}
