/** Pages of guests may come from a cache: asks for the seats of this moment. Without this script the page shows those of the moment it was made. */
interface Seats {
	readonly items: readonly { readonly id: number; readonly bookable: boolean; readonly words: string }[];
}

async function refresh( section: HTMLElement ): Promise< void > {
	const shown = new Map(
		[ ...section.querySelectorAll< HTMLElement >( '[data-lw-seats]' ) ].map( ( element ) => [
			Number( element.dataset.lwSeats ),
			element,
		] )
	);
	const address = section.dataset.lwSeatsUrl ?? '';
	if ( address === '' || shown.size === 0 ) {
		return;
	}
	const url = new URL( address );
	url.searchParams.set( 'ids', [ ...shown.keys() ].slice( 0, 100 ).join( ',' ) );
	const response = await fetch( url, { credentials: 'omit', cache: 'no-store' } );
	if ( ! response.ok ) {
		throw new Error( `The seats could not be read: ${ response.status }.` );
	}
	const { items } = ( await response.json() ) as Seats;
	for ( const { id, bookable, words } of items ) {
		const element = shown.get( id );
		if ( element !== undefined && element.textContent !== words ) {
			element.textContent = words;
		}
		const action = section.querySelector< HTMLElement >( `#termin-${ id } .lw-slot__action` );
		if ( action !== null ) {
			action.hidden = ! bookable;
		}
	}
}

for ( const section of document.querySelectorAll< HTMLElement >( '.lw-slots[data-lw-seats-url]' ) ) {
	// What the page says stays true for the moment it was made; booking asks the database anyway.
	refresh( section ).catch( ( error: unknown ) => window.console.warn( error ) );
}
