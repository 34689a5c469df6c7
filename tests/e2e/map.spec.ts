import { expect, type Locator, type Page, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { admitted } from '../support/gate.ts';
import { address, portals } from '../support/network.ts';
import { complaints, tooWide } from '../support/page.ts';
import { watch } from '../support/traffic.ts';
import { weigh } from '../support/weight.ts';

const PLACES = address( 'lernorte', '/orte/' );

/** Bytes of our own scripts on the page, gzipped, while no map has come into view. */
const VIEW_BYTES = 14_000;

/** Bytes of the map's scripts and styles, gzipped. */
const MAP_BYTES = 60_000;

const map = ( page: Page ): Locator => page.locator( '.lw-map' );
const markers = ( page: Page ): Locator => map( page ).locator( '.lw-map__marker' );
const card = ( page: Page ): Locator => map( page ).getByRole( 'dialog' );

async function drawn( page: Page ): Promise< void > {
	await map( page ).scrollIntoViewIfNeeded();
	await expect( map( page ) ).toHaveAttribute( 'data-points', /^\d+$/ );
	await expect( markers( page ).first() ).toBeVisible();
}

/** Enters the map with the tab key from the link before it. */
async function enter( page: Page ): Promise< void > {
	await page.locator( '.lw-dv__skip' ).focus();
	await page.keyboard.press( 'Tab' );
}

/** Name of what has the focus. */
function focused( page: Page ): Promise< string > {
	return page.evaluate( () => document.activeElement?.getAttribute( 'aria-label' ) ?? '' );
}

/** Opens cluster after cluster by keyboard until a record or a list is open. */
async function openByKeyboard( page: Page ): Promise< string > {
	for ( let tries = 0; tries < 15; tries++ ) {
		const name = await focused( page );
		await page.keyboard.press( 'Enter' );
		if ( ! name.includes( 'vergrößern' ) ) {
			await expect( card( page ) ).toBeVisible();
			return name;
		}
		await expect( async () => expect( await focused( page ) ).not.toBe( name ) ).toPass();
	}
	throw new Error( 'No record was reached.' );
}

test( 'no code of the map before it comes into view, none on pages without one', async ( { page } ) => {
	const asked: string[] = [];
	page.on( 'request', ( request ) => asked.push( new URL( request.url() ).pathname ) );
	const mapCode = (): string[] =>
		asked.filter( ( path ) => /data-view\/map\.|\/\d+\.js|districts|\/points/.test( path ) );
	await page.setViewportSize( { width: 360, height: 200 } );
	await page.goto( PLACES );
	await page.waitForLoadState( 'networkidle' );
	expect( asked.some( ( path ) => path.endsWith( '/data-view/view.js' ) ) ).toBe( true );
	expect( mapCode() ).toEqual( [] );
	await drawn( page );
	expect( mapCode().length ).toBeGreaterThan( 2 );

	asked.length = 0;
	await page.goto( `${ PLACES }?ansicht=tabelle` );
	await page.waitForLoadState( 'networkidle' );
	expect( mapCode() ).toEqual( [] );
	asked.length = 0;
	await page.goto( address( 'lernorte', '/kontakt/' ) );
	await page.waitForLoadState( 'networkidle' );
	expect( asked.filter( ( path ) => path.includes( 'data-view' ) || path.includes( 'interactivity' ) ) ).toEqual(
		[]
	);
} );

test( 'what the page and the map weigh', async ( { page } ) => {
	await page.setViewportSize( { width: 1280, height: 900 } );
	const { parts, shift } = await weigh( page, PLACES );
	const own = ( pattern: RegExp ): number =>
		parts.filter( ( { path } ) => pattern.test( path ) ).reduce( ( sum, { bytes } ) => sum + bytes, 0 );
	expect( own( /build\/blocks\/data-view\/view\.js/ ) ).toBeLessThanOrEqual( VIEW_BYTES );
	const code = own( /build\/blocks\/(\d+\.js|data-view\/map\.(js|css))/ );
	expect( code ).toBeGreaterThan( 30_000 );
	expect( code ).toBeLessThanOrEqual( MAP_BYTES );
	expect( parts.filter( ( { path } ) => path.includes( 'interactivity-router' ) ) ).toEqual( [] );
	expect( shift ).toBeLessThanOrEqual( 0.01 );
} );

test( 'by keyboard: one stop, arrows between markers, Enter opens, Escape gives the focus back', async ( { page } ) => {
	const seen = complaints( page );
	await page.goto( PLACES );
	await drawn( page );
	await enter( page );
	const first = await focused( page );
	expect( first ).not.toBe( '' );
	await expect( map( page ).locator( '.lw-map__help' ) ).toBeVisible();

	const reached = new Set( [ first ] );
	for ( const key of [ 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp' ] ) {
		await page.keyboard.press( key );
		reached.add( await focused( page ) );
	}
	expect( reached.size ).toBeGreaterThan( 2 );
	for ( let index = 0; index < ( await markers( page ).count() ); index++ ) {
		await page.keyboard.press( 'PageDown' );
		reached.add( await focused( page ) );
	}
	expect( reached.size ).toBe( await markers( page ).count() );

	// One stop: the next one lies behind the map.
	await page.keyboard.press( 'Tab' );
	expect( await page.evaluate( () => document.activeElement?.closest( '.lw-map' ) === null ) ).toBe( true );
	await page.keyboard.press( 'Shift+Tab' );
	expect( await page.evaluate( () => document.activeElement?.closest( '.lw-map' ) !== null ) ).toBe( true );

	const name = await openByKeyboard( page );
	await expect( card( page ) ).toBeFocused();
	await expect( card( page ) ).toHaveAccessibleName( name );
	await expect( card( page ).getByRole( 'link' ).first() ).toBeVisible();
	expect( await violations( page, '.lw-dv' ) ).toEqual( [] );
	await page.keyboard.press( 'Escape' );
	await expect( card( page ) ).toBeHidden();
	expect( await focused( page ) ).toBe( name );
	await page.keyboard.press( '0' );
	await expect( markers( page ).first() ).toBeVisible();
	expect( seen.list ).toEqual( [] );
} );

test( 'clusters and markers have spoken names, the map says how much it shows', async ( { page } ) => {
	await page.goto( PLACES );
	await drawn( page );
	const total = await map( page ).getAttribute( 'data-points' );
	await expect( map( page ).getByRole( 'application' ) ).toHaveAccessibleName( new RegExp( `Karte: ${ total } ` ) );
	for ( const marker of await markers( page ).all() ) {
		const name = ( await marker.getAttribute( 'aria-label' ) ) ?? '';
		const number = await marker.innerText();
		expect( name ).toMatch( number === '' ? /.{3}/ : new RegExp( `^${ number } .+: (vergrößern|Liste öffnen)$` ) );
	}
	await expect( page.locator( '.lw-dv__credit' ) ).toContainText( 'BKG' );
	await expect( page.locator( '.lw-map__district' ) ).toHaveCount( 14 );
} );

test( 'markers stand where the records are: within a district', async ( { page } ) => {
	await page.goto( PLACES );
	await drawn( page );
	await expect( page.locator( '.lw-map__district' ) ).toHaveCount( 14 );
	const outside = await markers( page ).evaluateAll( ( buttons ) => {
		const districts = [ ...document.querySelectorAll< SVGGeometryElement >( '.lw-map__district' ) ];
		return buttons.filter( ( button ) => {
			const { left, top, width, height } = button.getBoundingClientRect();
			return ! districts.some( ( district ) => {
				const place = new DOMPoint( left + width / 2, top + height / 2 );
				return district.isPointInFill( place.matrixTransform( district.getScreenCTM()?.inverse() ) );
			} );
		} ).length;
	} );
	// The middle of a cluster may lie just beyond the border, a record may not.
	expect( outside ).toBeLessThanOrEqual( 1 );
	expect( await markers( page ).count() ).toBeGreaterThan( 5 );
} );

test( 'list and map share one result set and one address', async ( { page } ) => {
	await page.goto( PLACES );
	await drawn( page );
	const all = Number( await map( page ).getAttribute( 'data-points' ) );
	const place = await map( page ).elementHandle();
	await page.locator( '.lw-dv__facet' ).first().getByRole( 'checkbox' ).first().check();
	await expect( map( page ) ).not.toHaveAttribute( 'data-points', String( all ) );
	const few = Number( await map( page ).getAttribute( 'data-points' ) );
	expect( few ).toBeGreaterThan( 0 );
	expect( few ).toBeLessThan( all );
	await expect( page.locator( '.lw-dv' ).getByRole( 'status' ) ).toContainText( new RegExp( `^${ few } ` ) );
	expect( await map( page ).evaluate( ( now, before ) => now === before, place ) ).toBe( true );
	await page.goBack();
	await expect( map( page ) ).toHaveAttribute( 'data-points', String( all ) );
} );

/** Six places around a point, as the server packs them. */
function around( lat: number, lng: number ): object {
	return {
		ids: [ 1, 1, 1, 1, 1, 1 ],
		lat: [ lat, 10, 10, 10, 10, 10 ],
		lng: [ lng, 10, 10, 10, 10, 10 ],
		titles: [ 'A', 'B', 'C', 'D', 'E', 'F' ],
	};
}

test( 'two filters with equally many records: markers move to where the records are', async ( { page } ) => {
	await page.route( /data-views\/[a-z]+\/points/, ( route ) =>
		route.fulfill( {
			json: route.request().url().includes( 'region' )
				? around( 51_83000, 10_79000 )
				: around( 51_86000, 12_64000 ),
		} )
	);
	await page.emulateMedia( { reducedMotion: 'reduce' } );
	await page.goto( PLACES );
	await drawn( page );
	const left = async (): Promise< number > => ( await markers( page ).first().boundingBox() )?.x ?? 0;
	await expect( markers( page ) ).toHaveCount( 1 );
	const wittenberg = await left();
	await page.locator( '.lw-dv__facet' ).first().getByRole( 'checkbox' ).first().check();
	await expect.poll( left ).toBeLessThan( wittenberg - 100 );
	await expect( markers( page ) ).toHaveCount( 1 );
	await page.goBack();
	await expect.poll( left ).toBeCloseTo( wittenberg, 0 );
} );

test( 'a card that is closed while it loads leaves no marker behind as open', async ( { page } ) => {
	await page.route( /data-views\/[a-z]+\/points/, ( route ) =>
		route.fulfill( { json: { ids: [ 1 ], lat: [ 51_83000 ], lng: [ 10_79000 ], titles: [ 'A' ] } } )
	);
	let answer: () => void = () => undefined;
	const closed = new Promise< void >( ( resolve ) => ( answer = resolve ) );
	await page.route( /data-views\/[a-z]+\/records/, async ( route ) => {
		await closed;
		await route.abort();
	} );
	await page.goto( PLACES );
	await drawn( page );
	await markers( page ).first().click();
	await expect( card( page ) ).toBeVisible();
	await card( page ).getByRole( 'button', { name: 'Schließen' } ).click();
	await expect( card( page ) ).toBeHidden();
	answer();
	await page.evaluate( () => new Promise( ( resolve ) => requestAnimationFrame( resolve ) ) );
	expect( await map( page ).locator( '.lw-map__marker.is-open' ).count() ).toBe( 0 );
} );

test( 'several records at one coordinate open a list', async ( { page } ) => {
	await page.route( /data-views\/[a-z]+\/points/, async ( route ) => {
		const response = await route.fetch();
		const points = ( await response.json() ) as { ids: number[]; lat: number[]; lng: number[]; titles: string[] };
		// The first two at the first one's place, nothing else.
		await route.fulfill( {
			json: {
				ids: points.ids.slice( 0, 2 ),
				lat: [ points.lat[ 0 ], 0 ],
				lng: [ points.lng[ 0 ], 0 ],
				titles: points.titles.slice( 0, 2 ),
			},
		} );
	} );
	await page.goto( PLACES );
	await drawn( page );
	await expect( markers( page ) ).toHaveCount( 1 );
	await expect( markers( page ) ).toHaveAccessibleName( /^2 .*Liste öffnen/ );
	await markers( page ).click();
	await expect(
		card( page )
			.getByRole( 'listitem' )
			.filter( { has: page.getByRole( 'heading' ) } )
	).toHaveCount( 2 );
	await card( page ).getByRole( 'button', { name: 'Schließen' } ).click();
	await expect( card( page ) ).toBeHidden();
	await expect( markers( page ) ).toBeFocused();
} );

test( 'points that do not come are told in words', async ( { page } ) => {
	await page.route( /data-views\/[a-z]+\/points/, ( route ) => route.fulfill( { status: 500, body: '' } ) );
	await page.goto( PLACES );
	await map( page ).scrollIntoViewIfNeeded();
	await expect( map( page ).getByRole( 'alert' ) ).toContainText( 'Liste' );
} );

test( 'a map whose code does not come says that the list shows the same', async ( { page } ) => {
	await page.route( /data-view\/map\.js/, ( route ) => route.abort() );
	await page.goto( PLACES );
	await map( page ).scrollIntoViewIfNeeded();
	await expect( map( page ) ).toContainText( 'Liste' );
} );

for ( const width of [ 360, 1280 ] ) {
	test( `${ width } px: map with an open record is accessible, nobody else is asked`, async ( { page, context } ) => {
		const traffic = await watch( context, address( 'lernorte', '' ) );
		await page.setViewportSize( { width, height: 800 } );
		await page.goto( PLACES );
		await drawn( page );
		await markers( page ).first().focus();
		await openByKeyboard( page );
		expect( await violations( page ) ).toEqual( [] );
		expect( await tooWide( page ) ).toEqual( [] );
		expect( traffic.foreign ).toEqual( [] );
		expect( traffic.violations ).toEqual( [] );
	} );
}

test( 'with reduced motion nothing glides', async ( { page } ) => {
	await page.emulateMedia( { reducedMotion: 'reduce' } );
	await page.goto( PLACES );
	await drawn( page );
	await expect( map( page ).locator( '.lw-map__canvas.leaflet-fade-anim' ) ).toHaveCount( 0 );
	expect( await map( page ).locator( '.leaflet-map-pane.leaflet-zoom-anim' ).count() ).toBe( 0 );
} );

test( 'no portal asks for a map it does not show', async ( { page } ) => {
	const asked: string[] = [];
	page.on( 'request', ( request ) => asked.push( request.url() ) );
	for ( const { id } of portals ) {
		await admitted( page.context(), id );
		await page.goto( address( id ) );
	}
	expect( asked.filter( ( url ) => /data-view\/map|districts|map-tiles/.test( url ) ) ).toEqual( [] );
} );
