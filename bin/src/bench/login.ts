import { setTimeout as sleep } from 'node:timers/promises';
import { issuerOf } from '../lib/identity.ts';
import { portalById } from '../lib/portals.ts';
import { ensureFree, stopGroups } from '../lib/processes.ts';
import { startIdentity } from '../lib/servers.ts';
import type { Stack } from '../lib/stack.ts';
import { type Timed, timed } from './answer.ts';
import { onBenchStack } from './stack.ts';
import { median, quantile, type Table } from './table.ts';

const PORTAL = 'lernorte';

/** Measured logins of one person. */
const ROUNDS = 25;

/** Logins before, in which the account is made and everything gets warm. */
const WARM_UP = 4;

const PEOPLE = { lehrkraft: 'teacher', 'portal-admin': 'portal admin', schueler: 'pupil' } as const;

const PAGES = { start: '/', 'list of places': '/orte/' } as const;

/** Cookies of one browser at one server. */
class Cookies {
	private readonly jar = new Map< string, string >();

	/** @param set Headers Set-Cookie of an answer. */
	take( set: readonly string[] ): void {
		for ( const cookie of set ) {
			const [ pair = '' ] = cookie.split( ';' );
			const at = pair.indexOf( '=' );
			if ( /max-age=0|=Thu, 01 Jan 1970/i.test( cookie ) ) {
				this.jar.delete( pair.slice( 0, at ) );
			} else {
				this.jar.set( pair.slice( 0, at ), pair.slice( at + 1 ) );
			}
		}
	}

	toString(): string {
		return [ ...this.jar ].map( ( [ name, value ] ) => `${ name }=${ value }` ).join( '; ' );
	}
}

async function ask( address: string, cookies: Cookies ): Promise< Timed > {
	const answer = await timed( address, { Cookie: String( cookies ) } );
	cookies.take( answer.headers[ 'set-cookie' ] ?? [] );
	return answer;
}

/** The way through the demo provider: chooses a person there. */
async function throughProvider( address: string, person: string, portal: string ): Promise< string > {
	const cookies = new Cookies();
	let next = address;
	for ( let step = 0; step < 8 && ! next.startsWith( portal ); step++ ) {
		const choose = next.includes( '/login-actions/' );
		const answer: Response = await fetch( next, {
			redirect: 'manual',
			headers: { Cookie: String( cookies ) },
			...( choose ? { method: 'POST', body: new URLSearchParams( { login: person } ) } : {} ),
		} );
		await answer.arrayBuffer();
		cookies.take( answer.headers.getSetCookie() );
		next = new URL( answer.headers.get( 'Location' ) ?? '', next ).href;
	}
	return next;
}

interface Login {
	/** Milliseconds of the callback. */
	readonly took: number;
	readonly cookies: Cookies;
}

async function logIn( portal: string, person: string ): Promise< Login > {
	const cookies = new Cookies();
	const start = await ask( `${ portal }/sso/start`, cookies );
	const callback = await throughProvider( start.headers.location ?? '', person, portal );
	const answer = await ask( callback, cookies );
	if ( answer.status !== 302 ) {
		throw new Error( `${ person } could not log in: the callback answered ${ answer.status }.` );
	}
	return { took: answer.firstByte, cookies };
}

const ms = ( value: number ): string => value.toFixed( 1 );

async function logins( portal: string ): Promise< string[][] > {
	const rows: string[][] = [];
	for ( const [ person, role ] of Object.entries( PEOPLE ) ) {
		const took: number[] = [];
		for ( let round = -WARM_UP; round < ROUNDS; round++ ) {
			const done = await logIn( portal, person );
			if ( round >= 0 ) {
				took.push( done.took );
			}
		}
		rows.push( [ `login callback: ${ role }`, ms( median( took ) ), ms( quantile( took, 0.95 ) ), '', '' ] );
	}
	return rows;
}

/** Page views of a guest and of somebody logged in, in turns. */
async function views( portal: string ): Promise< string[][] > {
	const rows: string[][] = [];
	for ( const [ person, role ] of Object.entries( PEOPLE ) ) {
		const { cookies } = await logIn( portal, person );
		for ( const [ name, path ] of Object.entries( PAGES ) ) {
			const guest: Timed[] = [];
			const known: Timed[] = [];
			for ( let round = -2; round < ROUNDS; round++ ) {
				const pair = [ await timed( portal + path ), await ask( portal + path, cookies ) ] as const;
				if ( round >= 0 ) {
					guest.push( pair[ 0 ] );
					known.push( pair[ 1 ] );
				}
			}
			const cost = ( all: readonly Timed[] ): number => median( all.map( ( { queries } ) => queries ?? NaN ) );
			const took = known.map( ( { firstByte } ) => firstByte );
			rows.push( [
				`${ name }: ${ role }`,
				ms( median( took ) ),
				ms( quantile( took, 0.95 ) ),
				`${ ms( median( guest.map( ( { firstByte } ) => firstByte ) ) ) }`,
				`${ cost( known ) } (guest ${ cost( guest ) })`,
			] );
		}
	}
	return rows;
}

async function untilThere( issuer: string ): Promise< void > {
	for ( let tries = 0; ; tries++ ) {
		try {
			await fetch( `${ issuer }/.well-known/openid-configuration` );
			return;
		} catch ( error ) {
			if ( tries === 150 ) {
				throw error;
			}
			await sleep( 100 );
		}
	}
}

async function measure( stack: Stack ): Promise< string[][] > {
	const { port } = stack.identity();
	await ensureFree( port, 'end the program that uses it, then run this command again.' );
	const portal = stack.url( portalById( PORTAL ) );
	const provider = startIdentity( stack );
	const rows: string[][] = [];
	try {
		await untilThere( issuerOf( port ) );
		rows.push( ...( await logins( portal ) ), ...( await views( portal ) ) );
	} finally {
		await stopGroups( [ provider.pid ?? 0 ].filter( ( pid ) => pid > 0 ) );
	}
	return rows;
}

/** What a login costs, and what a page costs those who are logged in. */
export async function login(): Promise< Table > {
	return {
		head: [ PORTAL, 'median ms', 'p95 ms', 'guest, median ms', 'queries' ],
		rows: await onBenchStack( measure ),
	};
}
