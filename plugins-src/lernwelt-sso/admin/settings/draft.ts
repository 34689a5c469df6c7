import type { SsoSettings } from '../../types/generated/sso-settings';
import type { SsoSettingsRequest } from '../../types/generated/sso-settings-request';

/** Stands for all portals, those of the future included. */
export const ALL = '*';

export type Connection = SsoSettingsRequest[ 'connection' ];

export type ConnectionField = keyof Connection;

/** A line of the role table while it is edited; the key stays when lines before it go. */
export interface Row {
	readonly key: number;
	readonly claim: string;
	readonly value: string;
	readonly role: string;
	readonly portals: readonly string[];
}

/** What can be changed on the screen. */
export interface Draft {
	readonly connection: Connection;
	readonly rows: readonly Row[];
}

let lastKey = 0;

/** @param row Line without key. */
export function withKey( row: Omit< Row, 'key' > ): Row {
	return { ...row, key: ++lastKey };
}

/**
 * What is stored, to be edited: a default is an empty field.
 *
 * @param stored Settings.
 */
export function draftOf( stored: SsoSettings ): Draft {
	const entries = Object.entries( stored.connection ).map( ( [ name, { value, source } ] ) => [
		name,
		source === 'default' ? '' : value,
	] );
	return { connection: Object.fromEntries( entries ) as Connection, rows: stored.rows.map( withKey ) };
}

/** @param rows Lines while they are edited. */
export function plain( rows: readonly Row[] ): SsoSettingsRequest[ 'rows' ] {
	return rows.map( ( { claim, value, role, portals } ) => ( { claim, value, role, portals: [ ...portals ] } ) );
}

/**
 * Whether something would be lost by leaving.
 *
 * @param draft  What is on the screen.
 * @param stored What is stored.
 */
export function differs( draft: Draft, stored: SsoSettings ): boolean {
	const before = draftOf( stored );
	return (
		JSON.stringify( [ draft.connection, plain( draft.rows ) ] ) !==
		JSON.stringify( [ before.connection, plain( before.rows ) ] )
	);
}

/** A new line: most roles stand where the last one stands. */
export function newRow( rows: readonly Row[] ): Row {
	return withKey( { claim: rows.at( -1 )?.claim ?? 'realm_access.roles', value: '', role: '', portals: [ ALL ] } );
}
