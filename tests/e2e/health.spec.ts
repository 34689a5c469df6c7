import { type APIResponse, expect, test } from '@playwright/test';
import { derived } from '../../bin/src/lib/stack.ts';
import { isClosed } from '../support/gate.ts';
import { address, portals, stack } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';
import { ON_STACK } from '../support/tags.ts';

const MAIN = portals[ 0 ]?.id ?? '';

interface Ready {
	readonly status: string;
	readonly checks: ReadonlyArray< Readonly< Record< string, unknown > > >;
}

function expectUnkept( response: APIResponse ): void {
	expect.soft( response.headers()[ 'cache-control' ], response.url() ).toBe( 'no-store' );
	expect.soft( response.headers()[ 'set-cookie' ], response.url() ).toBeUndefined();
}

test(
	'every portal tells guests whether it works, the closed one too, and no more than that',
	ON_STACK,
	async ( { request } ) => {
		for ( const { id } of portals ) {
			const alive = await request.get( address( id, '/healthz' ) );
			expect( [ alive.status(), ( await alive.text() ).trim() ], id ).toEqual( [ 200, 'ok' ] );

			const response = await request.get( address( id, '/readyz' ) );
			expect( response.status(), id ).toBe( 200 );
			expectUnkept( response );
			const ready = ( await response.json() ) as Ready;
			expect( [ 'ok', 'warn' ] ).toContain( ready.status );
			expect( ready.checks[ 0 ] ).toEqual( { name: 'database', status: 'ok' } );
			expect( new Set( ready.checks.flatMap( ( check ) => Object.keys( check ) ) ) ).toEqual(
				new Set( [ 'name', 'status' ] )
			);
		}
	}
);

test( 'numbers are read with the token only, on the main portal only', ON_STACK, async ( { request } ) => {
	const token = derived( stack.state(), 'metrics' );
	for ( const headers of [ {}, { Authorization: 'Bearer wrong' }, { Authorization: `Basic ${ token }` } ] ) {
		const refused = await request.get( address( MAIN, '/metrics' ), { headers } );
		expect( refused.status() ).toBe( 401 );
		expectUnkept( refused );
	}

	const headers = { Authorization: `Bearer ${ token }` };
	const metrics = await request.get( address( MAIN, '/metrics' ), { headers } );
	expect( metrics.status() ).toBe( 200 );
	expect( metrics.headers()[ 'content-type' ] ).toBe( 'text/plain; version=0.0.4; charset=utf-8' );
	expectUnkept( metrics );
	const text = await metrics.text();
	expect( text ).toContain( '\nlernwelt_health_status{check="database",portal="lernwelt-lsa"} 1\n' );
	expect( text ).toContain( '\nlernwelt_mail_queue_messages{state="failed"} ' );
	expect( text ).not.toMatch( /@|lernwelt_metrics_errors\{.*\} 1/ );

	for ( const { id } of portals.slice( 1 ) ) {
		const elsewhere = await request.get( address( id, '/metrics' ), { headers, maxRedirects: 0 } );
		expect( elsewhere.status(), id ).toBe( isClosed( id ) ? 302 : 404 );
		expect( await elsewhere.text() ).not.toContain( 'lernwelt_health_status' );
	}

	const detailed = ( await ( await request.get( address( 'lernorte', '/readyz' ), { headers } ) ).json() ) as Ready;
	expect( detailed.checks[ 0 ] ).toMatchObject( {
		label: 'Datenbank',
		message: 'Die Datenbank liest und schreibt.',
	} );
} );

test( 'Site Health says in German how the portal is', async ( { page, context } ) => {
	await loggedIn( context, MAIN, 'super admin' );
	await page.goto( address( MAIN, '/wp-admin/site-health.php' ) );
	await page.getByRole( 'button', { name: /Bestandene Tests/ } ).click();
	const passed = page.locator( '#health-check-issues-good' );
	await expect( passed.getByText( 'Datenbank: Die Datenbank liest und schreibt.' ) ).toBeVisible();
	await expect( passed.getByText( /^Speicherplatz: / ) ).toBeVisible();
	await expect( page.getByRole( 'button', { name: /Loopback|Authorization|WordPress\.org/ } ) ).toHaveCount( 0 );
} );
