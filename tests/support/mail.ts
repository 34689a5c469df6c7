import { setTimeout as sleep } from 'node:timers/promises';
import { network } from './network.ts';

interface Mailbox {
	readonly address: string;
	readonly name: string;
}

/** A mail in the catcher. */
export interface CaughtMail {
	readonly id: string;
	readonly subject: string;
	readonly text: string;
	readonly from: readonly Mailbox[];
	readonly to: readonly Mailbox[];
	readonly replyTo?: readonly Mailbox[];
	readonly headers: Readonly< Record< string, string > >;
}

function catcher( path: string ): string {
	// The catcher listens on 127.0.0.1 only, while "localhost" may mean ::1 as well.
	return `${ network().mail.web.replace( 'localhost', '127.0.0.1' ) }${ path }`;
}

/** Everything the catcher holds. */
export async function caughtMails(): Promise< CaughtMail[] > {
	const response = await fetch( catcher( '/email' ) );
	return ( await response.json() ) as CaughtMail[];
}

/**
 * Waits for a mail. Tests run side by side, so they look for a mark of their own instead of emptying the catcher.
 *
 * @param mark    Text that only this mail holds, in its subject or body.
 * @param seconds How long to wait: scheduled tasks, which send mails, go through all portals first.
 * @throws Error when it does not come.
 */
export async function mailWith( mark: string, seconds = 60 ): Promise< CaughtMail > {
	for ( let tries = 0; tries < seconds * 4; tries++ ) {
		const mail = ( await caughtMails() ).find( ( { subject, text } ) =>
			`${ subject }\n${ text }`.includes( mark )
		);
		if ( mail !== undefined ) {
			return mail;
		}
		await sleep( 250 );
	}
	throw new Error( `No mail with "${ mark }" came within ${ seconds } s.` );
}

/**
 * A mail as the server got it: headers and parts, lines ended by CRLF.
 *
 * @param mail Mail.
 */
export async function mailSource( { id }: CaughtMail ): Promise< string > {
	const response = await fetch( catcher( `/email/${ id }/source` ) );
	return ( await response.text() ).replace( /\r?\n/g, '\r\n' );
}
