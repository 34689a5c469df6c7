/** Somebody whom the demo provider lets in. All of them, their schools and numbers are invented. */
export interface Person {
	/** What the login page sends; people see the name. */
	readonly login: string;
	/** Stable for ever: with the issuer it is the person's identity. */
	readonly sub: string;
	readonly name: string;
	/** German, for the login page and network.json. */
	readonly role: string;
	/** What the realm sends as realm_access.roles; Keycloak leaves the claim out when there are none. */
	readonly roles: readonly string[];
	readonly email: string;
	readonly school?: { readonly number: string; readonly name: string };
}

const SEKUNDARSCHULE = { number: '0471188', name: 'Sekundarschule „Am Mühlteich“ Auendorf' };
const GYMNASIUM = { number: '0471214', name: 'Gymnasium „Luise Hensel“ Brachfeld' };
const GRUNDSCHULE = { number: '0470933', name: 'Grundschule „Elbwiese“ Neuhagen' };

export const PEOPLE: readonly Person[] = [
	{
		login: 'lehrkraft',
		sub: '5b0f2a54-8f0e-4f0b-9a53-1f7a4c2f6d01',
		name: 'Anja Lehmann',
		role: 'Lehrkraft',
		roles: [ 'lehrkraft' ],
		email: 'anja.lehmann@schule.example.org',
		school: SEKUNDARSCHULE,
	},
	{
		login: 'schulleitung',
		sub: '8d9b4f0e-6a7c-4f55-8a4e-0a6de1b6c902',
		name: 'Dr. Bernd Schulze',
		role: 'Schulleitung',
		roles: [ 'lehrkraft', 'schulleitung' ],
		email: 'bernd.schulze@schule.example.org',
		school: SEKUNDARSCHULE,
	},
	{
		login: 'schueler',
		sub: '2c7e9d3a-41b8-4e0d-b6f4-7c5d2e8a9b03',
		name: 'Clara Fuchs',
		role: 'Schülerin',
		roles: [ 'schueler' ],
		email: 'clara.fuchs@schueler.example.org',
		school: SEKUNDARSCHULE,
	},
	{
		login: 'schul-admin',
		sub: 'e14a6c70-95d2-4c3b-8f19-3b2a7d5e6f04',
		name: 'Daniel Krause',
		role: 'Schul-Admin',
		roles: [ 'lehrkraft', 'schul-admin' ],
		email: 'daniel.krause@schule.example.org',
		school: GYMNASIUM,
	},
	{
		login: 'redaktion',
		sub: '7f3b8e21-0c64-4a9d-9e57-5d4c1b8a7205',
		name: 'Elif Yıldız',
		role: 'Redaktion',
		roles: [ 'redaktion' ],
		email: 'elif.yildiz@bildung.example.org',
	},
	{
		login: 'portal-admin',
		sub: '9a5d7c18-b3e6-4f2a-8c04-6e1f9b7d5306',
		name: 'Frank Neumann',
		role: 'Portal-Admin',
		roles: [ 'portal-admin' ],
		email: 'frank.neumann@bildung.example.org',
	},
	{
		login: 'veranstaltungen',
		sub: '3e8c5b92-7d1f-4b60-a2c9-8f6e4d3b1a07',
		name: 'Greta Hoffmann',
		role: 'Veranstaltungen',
		roles: [ 'veranstaltungen' ],
		email: 'greta.hoffmann@bildung.example.org',
	},
	{
		login: 'geraete',
		sub: 'b6d2f4a7-5c93-4e81-9b30-2a7f8c6e4d08',
		name: 'Henrik Vogt',
		role: 'Geräteverwaltung im Medienzentrum',
		roles: [ 'geraete' ],
		email: 'henrik.vogt@medienzentrum.example.org',
	},
	{
		login: 'auswertung',
		sub: 'c8f1e6d3-2b75-4d94-8a6e-9d3c7b5f1e09',
		name: 'Ines Bergmann',
		role: 'Auswertung',
		roles: [ 'auswertung' ],
		email: 'ines.bergmann@bildung.example.org',
	},
	{
		login: 'ohne-rolle',
		sub: '4d6a9c2f-e837-4b15-9f42-1c8e5d7a3b10',
		name: 'Jonas Weber',
		role: 'ohne Rolle',
		roles: [],
		email: 'jonas.weber@schule.example.org',
		school: GRUNDSCHULE,
	},
];

/** Claims of a person as the realm sends them, those of the protocol aside. */
export function claimsOf( person: Person ): Readonly< Record< string, unknown > > {
	const words = person.name.split( ' ' );
	return {
		name: person.name,
		given_name: words.slice( 0, -1 ).join( ' ' ),
		family_name: words.at( -1 ),
		preferred_username: person.login,
		email: person.email,
		email_verified: true,
		...( person.roles.length === 0 ? {} : { realm_access: { roles: person.roles } } ),
		...( person.school === undefined ? {} : { schulnummer: person.school.number, schulname: person.school.name } ),
	};
}
