/** What the server says of a date at this moment. */
interface Seat {
	readonly id: number;
	readonly state: string;
	readonly bookable: boolean;
	readonly words: string;
}

export interface Seats {
	readonly items: readonly Seat[];
}

/** Dates the server answers at once. */
const AT_ONCE = 100;

function show( section: HTMLElement, date: HTMLElement, seat: Seat | undefined ): void {
	const words = date.querySelector( '[data-lw-seats]' );
	if ( seat !== undefined && words !== null && words.textContent !== seat.words ) {
		words.textContent = seat.words;
	}
	date.classList.toggle( 'lw-slot--closed', seat?.bookable !== true );
	// A date the server doesn't know any more can't be booked.
	for ( const part of date.querySelectorAll< HTMLElement >( '[data-lw-only]' ) ) {
		part.hidden = part.dataset.lwOnly !== seat?.state;
	}
	const others = section.querySelector< HTMLElement >( '.lw-slots__others' );
	if ( others !== null && seat?.bookable === true ) {
		others.hidden = true;
	}
}

/**
 * Brings the dates of a page to this moment: how many seats are free, and whether one can be booked. The page itself
 * may come from a cache, so it holds what each state needs.
 *
 * @param section Dates of an event, with the address to ask.
 * @throws Error when the server doesn't answer.
 */
export async function refresh( section: HTMLElement ): Promise< void > {
	const dates = new Map(
		[ ...section.querySelectorAll< HTMLElement >( '[data-lw-seats]' ) ].map( ( words ) => [
			Number( words.dataset.lwSeats ),
			words.closest< HTMLElement >( '.lw-slot' ) ?? words,
		] )
	);
	const address = section.dataset.lwSeatsUrl ?? '';
	const ids = [ ...dates.keys() ].slice( 0, AT_ONCE );
	if ( address === '' || ids.length === 0 ) {
		return;
	}
	const url = new URL( address );
	url.searchParams.set( 'ids', ids.join( ',' ) );
	const response = await fetch( url, { credentials: 'omit', cache: 'no-store' } );
	if ( ! response.ok ) {
		throw new Error( `The seats could not be read: ${ response.status }.` );
	}
	const { items } = ( await response.json() ) as Seats;
	for ( const id of ids ) {
		const date = dates.get( id );
		if ( date !== undefined ) {
			show(
				section,
				date,
				items.find( ( item ) => item.id === id )
			);
		}
	}
}
