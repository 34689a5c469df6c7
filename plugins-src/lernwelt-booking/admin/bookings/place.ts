import { useCallback, useEffect, useState } from '@wordpress/element';

/**
 * The date that an address names.
 *
 * @param search Query of the address.
 * @return 0 for the list.
 */
export function dateOf( search: string ): number {
	const date = Number( new URLSearchParams( search ).get( 'date' ) );
	return Number.isSafeInteger( date ) && date > 0 ? date : 0;
}

/**
 * The address of a date.
 *
 * @param date   Date, 0 for the list.
 * @param search Present query; parameters of WordPress stay.
 */
export function searchOf( date: number, search: string ): string {
	const query = new URLSearchParams( search );
	query.delete( 'date' );
	if ( date > 0 ) {
		query.set( 'date', String( date ) );
	}
	return `?${ query.toString() }`;
}

/** The date that is shown, and how to go to another one: reloading and going back find it again. */
export function usePlace(): [ number, ( date: number ) => void ] {
	const [ date, setDate ] = useState( () => dateOf( window.location.search ) );
	useEffect( () => {
		const back = () => setDate( dateOf( window.location.search ) );
		window.addEventListener( 'popstate', back );
		return () => window.removeEventListener( 'popstate', back );
	}, [] );
	const go = useCallback( ( next: number ) => {
		window.history.pushState( null, '', searchOf( next, window.location.search ) );
		setDate( next );
		window.scrollTo( 0, 0 );
	}, [] );
	return [ date, go ];
}
