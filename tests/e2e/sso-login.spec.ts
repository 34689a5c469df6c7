import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { wp } from '../../bin/src/lib/wp.ts';
import { address, stack } from '../support/network.ts';
import { PEOPLE } from '../support/provider/people.ts';

/** Portal → roles; every other portal has none. */
type Roles = Readonly< Record< string, readonly string[] > >;

const ALL = [ 'lernwelt-lsa', 'eure-lernwelt', 'lernorte', 'startchancen', 'kreativpotentiale' ];

const everywhere = ( ...roles: string[] ): Roles => Object.fromEntries( ALL.map( ( portal ) => [ portal, roles ] ) );

/** Who has which role where after a login, and on which portals they log in. */
const EXPECTED: Readonly< Record< string, { readonly roles: Roles; readonly portals: readonly string[] } > > = {
	lehrkraft: { roles: everywhere( 'lernwelt_teacher' ), portals: [ 'lernorte', 'eure-lernwelt' ] },
	schulleitung: {
		roles: everywhere( 'lernwelt_teacher', 'lernwelt_head_teacher' ),
		portals: [ 'startchancen', 'eure-lernwelt' ],
	},
	'schul-admin': {
		roles: everywhere( 'lernwelt_teacher', 'lernwelt_school_admin' ),
		portals: [ 'lernwelt-lsa', 'kreativpotentiale' ],
	},
	redaktion: { roles: everywhere( 'editor' ), portals: [ 'kreativpotentiale', 'lernorte' ] },
	'portal-admin': { roles: everywhere( 'administrator' ), portals: [ 'lernwelt-lsa', 'startchancen' ] },
	veranstaltungen: { roles: { startchancen: [ 'lernwelt_event_organiser' ] }, portals: [ 'startchancen' ] },
	geraete: { roles: { 'eure-lernwelt': [ 'lernwelt_device_manager' ] }, portals: [ 'eure-lernwelt' ] },
	auswertung: { roles: everywhere( 'lernwelt_statistics_reader' ), portals: [ 'lernorte', 'startchancen' ] },
};

function nameOf( login: string ): string {
	return PEOPLE.find( ( person ) => person.login === login )?.name ?? '';
}

/** Begins at the portal's own button, on the login page where guests see nothing else. */
async function pressButton( page: Page, portal: string ): Promise< void > {
	await page.goto( address( portal ) );
	await page
		.getByRole( 'link', { name: /Mit Bildungsserver anmelden/ } )
		.first()
		.click();
}

async function choosePerson( page: Page, login: string ): Promise< void > {
	await page.getByRole( 'button', { name: nameOf( login ) } ).click();
}

/** What the account has, as it is stored. */
async function storedRoles( login: string ): Promise< Roles > {
	const code = `
		$found = [];
		foreach ( get_users( [ 'blog_id' => 0, 'search' => '${ nameOf( login ) }', 'search_columns' => [ 'display_name' ] ] ) as $user ) {
			foreach ( Lernwelt\\Core\\Core::services()->portals->all() as $portal ) {
				$roles = ( new WP_User( $user->ID, '', $portal->blog_id ) )->roles;
				if ( [] !== $roles ) { $found[ $portal->id ] = array_values( $roles ); }
			}
		}
		echo wp_json_encode( (object) $found );`;
	return JSON.parse( ( await wp( stack, [ 'eval', code ] ) ).stdout ) as Roles;
}

async function sessionCookies( context: BrowserContext, portal: string ): Promise< string[] > {
	return ( await context.cookies( address( portal ) ) )
		.map( ( { name } ) => name )
		.filter( ( name ) => name.startsWith( 'wordpress_logged_in_' ) );
}

for ( const [ login, { roles, portals } ] of Object.entries( EXPECTED ) ) {
	test( `${ login } logs in by the button and gets exactly the roles of the table`, async ( { page } ) => {
		const [ first = '', ...others ] = portals;
		await pressButton( page, first );
		await choosePerson( page, login );
		await expect( page.locator( '.lw-account summary' ) ).toHaveText( nameOf( login ) );
		expect( new URL( page.url() ).origin ).toBe( address( first, '' ) );
		for ( const portal of others ) {
			// No list of people, no password: the provider knows them. A closed portal asks it without any button.
			await ( portal === 'eure-lernwelt' ? page.goto( address( portal ) ) : pressButton( page, portal ) );
			await expect( page.locator( '.lw-account summary' ) ).toHaveText( nameOf( login ) );
			expect( new URL( page.url() ).origin ).toBe( address( portal, '' ) );
		}
		expect( await storedRoles( login ) ).toEqual( roles );
	} );
}

test( 'a teacher has no admin bar and is led back from the dashboard, an editor has both', async ( { browser } ) => {
	for ( const [ login, front ] of [
		[ 'lehrkraft', true ],
		[ 'redaktion', false ],
	] as const ) {
		const context = await browser.newContext();
		const page = await context.newPage();
		await pressButton( page, 'lernorte' );
		await choosePerson( page, login );
		await expect( page.locator( '.lw-account summary' ) ).toHaveText( nameOf( login ) );
		await expect( page.locator( '#wpadminbar' ) ).toHaveCount( front ? 0 : 1 );
		await page.goto( address( 'lernorte', '/wp-admin/' ) );
		expect( new URL( page.url() ).pathname ).toBe( front ? '/' : '/wp-admin/' );
		await context.close();
	}
} );

test( 'who has no role sees a German page and is not logged in', async ( { page, context } ) => {
	await pressButton( page, 'lernorte' );
	const answer = page.waitForResponse( ( response ) => response.url().includes( '/sso/callback' ) );
	await choosePerson( page, 'ohne-rolle' );
	expect( ( await answer ).status() ).toBe( 403 );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toHaveText( 'Für Ihr Konto kamen keine Rollen an' );
	expect( await sessionCookies( context, 'lernorte' ) ).toEqual( [] );
	expect( await storedRoles( 'ohne-rolle' ) ).toEqual( {} );
} );

test( 'a role of another portal does not count here', async ( { page, context } ) => {
	await pressButton( page, 'lernorte' );
	const answer = page.waitForResponse( ( response ) => response.url().includes( '/sso/callback' ) );
	await choosePerson( page, 'geraete' );
	expect( ( await answer ).status() ).toBe( 403 );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toHaveText(
		'Ihr Konto hat keine Rolle auf diesem Portal'
	);
	expect( await sessionCookies( context, 'lernorte' ) ).toEqual( [] );
} );

test( 'a pupil is let in without an account', async ( { page } ) => {
	await pressButton( page, 'lernorte' );
	await choosePerson( page, 'schueler' );
	await expect( page.locator( '.lw-account summary' ) ).toHaveText( 'Schülerin/Schüler' );
	expect( await storedRoles( 'schueler' ) ).toEqual( {} );
	const { stdout } = await wp( stack, [
		'eval',
		`echo count( get_users( [ 'blog_id' => 0, 'search' => '*Fuchs*' ] ) );`,
	] );
	expect( stdout.trim() ).toBe( '0' );
} );
