import type { Person } from './api';

/** Which bookings are shown. */
export type StateFilter = 'booked' | 'cancelled' | 'all';

function fold( text: string ): string {
	return text
		.toLocaleLowerCase( 'de' )
		.replaceAll( 'ß', 'ss' )
		.normalize( 'NFD' )
		.replace( /\p{Mn}+/gu, '' );
}

/**
 * People who have all words in name, address, school or number; in the page, so that it works without a connection.
 *
 * @param people People.
 * @param search Words.
 * @param state  Which bookings.
 */
export function matching( people: readonly Person[], search: string, state: StateFilter ): Person[] {
	const words = fold( search ).split( /\s+/ ).filter( Boolean );
	return people.filter( ( person ) => {
		const text = fold( `${ person.name } ${ person.email } ${ person.school } ${ person.number }` );
		return ( state === 'all' || person.state === state ) && words.every( ( word ) => text.includes( word ) );
	} );
}

/**
 * A whole number as people read it.
 *
 * @param value Number.
 */
export function count( value: number ): string {
	return new Intl.NumberFormat( document.documentElement.lang || 'de' ).format( value );
}
