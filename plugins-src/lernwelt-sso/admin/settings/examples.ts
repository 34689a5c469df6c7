import { __ } from '@wordpress/i18n';

/** Claims to try, as the Bildungsserver would send them. */
export interface Example {
	readonly name: string;
	readonly claims: Readonly< Record< string, unknown > >;
}

const PERSON = {
	name: 'Erika Muster',
	email: 'erika.muster@schule.example.org',
	email_verified: true,
	schulnummer: '0471188',
	schulname: 'Sekundarschule Musterstadt',
};

const of = ( ...roles: string[] ) => ( { ...PERSON, realm_access: { roles } } );

export function examples(): Example[] {
	return [
		{ name: __( 'Teacher', 'lernwelt-sso' ), claims: of( 'lehrkraft', 'offline_access' ) },
		{ name: __( 'Head teacher', 'lernwelt-sso' ), claims: of( 'lehrkraft', 'schulleitung' ) },
		{ name: __( 'Pupil', 'lernwelt-sso' ), claims: of( 'schueler' ) },
		{ name: __( 'School admin', 'lernwelt-sso' ), claims: of( 'lehrkraft', 'schul-admin' ) },
		{ name: __( 'Editor', 'lernwelt-sso' ), claims: of( 'redaktion' ) },
		{ name: __( 'Portal admin', 'lernwelt-sso' ), claims: of( 'portal-admin' ) },
		{ name: __( 'Event organiser', 'lernwelt-sso' ), claims: of( 'veranstaltungen' ) },
		{ name: __( 'Device manager', 'lernwelt-sso' ), claims: of( 'geraete' ) },
		{ name: __( 'Statistics reader', 'lernwelt-sso' ), claims: of( 'auswertung' ) },
		{ name: __( 'Nobody’s role: the claim is there and empty', 'lernwelt-sso' ), claims: of() },
		{ name: __( 'Nobody’s role: the claim is absent', 'lernwelt-sso' ), claims: PERSON },
	];
}

/** @param example What to try. */
export function textOf( example: Example ): string {
	return JSON.stringify( example.claims, null, 2 );
}
