import apiFetch from '@wordpress/api-fetch';
import type { AuditEvents } from '../../types/generated/audit-events';
import type { AuditOverview } from '../../types/generated/audit-overview';
import type { AuditPerson } from '../../types/generated/audit-person';
import type { AuditSettings } from '../../types/generated/audit-settings';
import { type Filter, queryOf } from './filter';

const ROOT = '/lernwelt/v1';

/** Number of a site as part of an address; nothing for the whole network. */
const of = ( portal: number | undefined ): string => ( portal === undefined ? '' : `?portal=${ portal }` );

/** Every request of the screen. Each throws what apiFetch throws. */
export const api = {
	overview: ( portal: number | undefined ): Promise< AuditOverview > =>
		apiFetch( { path: `${ ROOT }/audit-overview${ of( portal ) }` } ),
	events: ( filter: Filter, page: number, upTo: number | undefined ): Promise< AuditEvents > =>
		apiFetch( { path: `${ ROOT }/audit-events?${ queryOf( filter, page, upTo ) }` } ),
	/** Posted, so that the name stands in no address and no log of the server. */
	person: ( account: string, portal: number | undefined ): Promise< AuditPerson > =>
		apiFetch( {
			path: `${ ROOT }/audit-person`,
			method: 'POST',
			data: { account, ...( portal !== undefined && { portal } ) },
		} ),
	keep: ( days: number ): Promise< AuditSettings > =>
		apiFetch( { path: `${ ROOT }/audit-settings`, method: 'PUT', data: { days } } ),
} as const;
