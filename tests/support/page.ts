import type { ConsoleMessage, Page, Response } from '@playwright/test';

/** What a page complained about while it loaded. */
export interface Complaints {
	readonly list: string[];
}

/**
 * Collects console errors, script errors and failed requests of a page.
 *
 * @param page     Page, before it is opened.
 * @param expected Statuses of the document itself that are no complaint, e.g. 404 for the page not found.
 */
export function complaints( page: Page, expected: readonly number[] = [] ): Complaints {
	const list: string[] = [];
	page.on( 'console', ( message: ConsoleMessage ) => {
		const document = message.location().url === page.url() && /status of (\d+)/.exec( message.text() )?.[ 1 ];
		if ( message.type() === 'error' && ! expected.includes( Number( document ) ) ) {
			list.push( `console: ${ message.text() } (${ message.location().url })` );
		}
	} );
	page.on( 'pageerror', ( error ) => list.push( `script: ${ error.message }` ) );
	page.on( 'requestfailed', ( request ) =>
		list.push( `request: ${ request.url() } ${ request.failure()?.errorText ?? '' }` )
	);
	page.on( 'response', ( response: Response ) => {
		if ( response.status() >= 400 && response.request().resourceType() !== 'document' ) {
			list.push( `response: ${ response.status() } ${ response.url() }` );
		}
	} );
	return { list };
}

/** Heading levels in the order of the page, hidden ones left out. */
export function headingLevels( page: Page ): Promise< number[] > {
	return page.evaluate( () =>
		[ ...document.querySelectorAll( 'h1, h2, h3, h4, h5, h6' ) ]
			.filter( ( heading ) => heading.checkVisibility() )
			.map( ( heading ) => Number( heading.tagName.slice( 1 ) ) )
	);
}

/** What sticks out to the right of the window; empty when nobody has to scroll sideways. */
export function tooWide( page: Page ): Promise< string[] > {
	return page.evaluate( () => {
		const root = document.documentElement;
		if ( root.scrollWidth <= root.clientWidth ) {
			return [];
		}
		const scrolls = ( element: Element | null ): boolean =>
			element !== null &&
			element !== document.body &&
			( [ 'auto', 'scroll', 'hidden', 'clip' ].includes( getComputedStyle( element ).overflowX ) ||
				scrolls( element.parentElement ) );
		const outside = [ ...document.body.querySelectorAll( '*' ) ]
			.filter( ( element ) => element.checkVisibility() && ! scrolls( element.parentElement ) )
			.filter( ( element ) => element.getBoundingClientRect().right > root.clientWidth + 1 )
			.map(
				( element ) =>
					`${ element.tagName.toLowerCase() }.${ [ ...element.classList ].join( '.' ) } ends at ${ Math.round( element.getBoundingClientRect().right ) } px`
			);
		return [
			`the page is ${ root.scrollWidth } px wide, the window ${ root.clientWidth } px`,
			...outside.slice( 0, 8 ),
		];
	} );
}

/** Texts that a box with a fixed size cuts off. */
export function cutOff( page: Page ): Promise< string[] > {
	return page.evaluate( () =>
		[ ...document.body.querySelectorAll( 'p, h1, h2, h3, h4, a, button, li, label, summary, td, th, dt, dd' ) ]
			.filter( ( element ) => element.checkVisibility() && element.textContent.trim() !== '' )
			.filter( ( element ) => {
				const { overflowX, overflowY, clipPath, position } = getComputedStyle( element );
				const hides = [ overflowX, overflowY ].some( ( value ) => value === 'hidden' || value === 'clip' );
				const onPurpose = clipPath !== 'none' || ( position === 'absolute' && element.clientWidth <= 1 );
				return (
					hides &&
					! onPurpose &&
					( element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2 )
				);
			} )
			.map(
				( element ) =>
					`${ element.tagName.toLowerCase() }.${ element.className }: ${ element.textContent.trim().slice( 0, 60 ) }`
			)
	);
}
