import type { BrowserContext } from '@playwright/test';
import { address, network } from './network.ts';

/** Roles that demo accounts have; single sign-on will add the portals' own. */
export type Role = 'super admin' | 'administrator' | 'editor' | 'author' | 'contributor' | 'subscriber';

/**
 * Logs a browser in on one portal. Every test gets its session here and nowhere else, so that single sign-on
 * has one place to change.
 *
 * @param context Browser context; its cookies carry the session afterwards.
 * @param portal  Portal id.
 * @param role    Role of the demo account.
 * @throws Error when the login is refused.
 */
export async function loggedIn( context: BrowserContext, portal: string, role: Role ): Promise< void > {
	const account = network().accounts.find( ( candidate ) => candidate.role === role );
	if ( account === undefined ) {
		throw new Error( `No demo account has the role "${ role }".` );
	}
	const login = address( portal, '/wp-login.php' );
	// WordPress wants to see its test cookie come back.
	await context.request.get( login );
	const response = await context.request.post( login, {
		form: {
			log: account.login,
			pwd: account.password,
			testcookie: '1',
			redirect_to: address( portal, '/wp-admin/profile.php' ),
		},
		headers: { Origin: address( portal, '' ), Referer: login },
	} );
	const cookies = await context.cookies( address( portal ) );
	if ( ! cookies.some( ( { name } ) => name.startsWith( 'wordpress_logged_in_' ) ) ) {
		throw new Error(
			`The login of "${ account.login }" on ${ portal } was refused (status ${ response.status() }).`
		);
	}
}
