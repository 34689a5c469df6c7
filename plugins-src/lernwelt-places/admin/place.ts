import { useCallback, useEffect, useState } from '@wordpress/element';

/** What the screen shows; it stands in the address, so that reloading and going back find it again. */
export type Place =
	| { readonly view: 'overview' }
	| { readonly view: 'source'; readonly source: string }
	| { readonly view: 'mapping'; readonly input: string; readonly source: string; readonly label: string }
	| { readonly view: 'run'; readonly run: number };

/**
 * Reads an address; what makes no sense leads to the overview.
 *
 * @param search Query of the address.
 */
export function placeOf( search: string ): Place {
	const query = new URLSearchParams( search );
	const source = query.get( 'source' ) ?? '';
	const run = Number( query.get( 'run' ) );
	const input = query.get( 'input' ) ?? '';
	if ( Number.isSafeInteger( run ) && run > 0 ) {
		return { view: 'run', run };
	}
	if ( /^[0-9a-f]{32}$/.test( input ) && /^[a-z0-9][a-z0-9-]*$/.test( source ) ) {
		return { view: 'mapping', input, source, label: query.get( 'label' ) ?? source };
	}
	return query.has( 'new' ) ? { view: 'source', source } : { view: 'overview' };
}

/**
 * The address of what is shown.
 *
 * @param place  What is shown.
 * @param search Present query; parameters of WordPress stay.
 */
export function searchOf( place: Place, search: string ): string {
	const query = new URLSearchParams( search );
	for ( const name of [ 'run', 'input', 'source', 'label', 'new' ] ) {
		query.delete( name );
	}
	switch ( place.view ) {
		case 'run':
			query.set( 'run', String( place.run ) );
			break;
		case 'mapping':
			query.set( 'input', place.input );
			query.set( 'source', place.source );
			query.set( 'label', place.label );
			break;
		case 'source':
			query.set( 'new', '1' );
			if ( place.source !== '' ) {
				query.set( 'source', place.source );
			}
			break;
		case 'overview':
	}
	return `?${ query.toString() }`;
}

/** The place that the address names, and how to go to another one. */
export function usePlace(): [ Place, ( place: Place ) => void ] {
	const [ place, setPlace ] = useState( () => placeOf( window.location.search ) );
	useEffect( () => {
		const back = () => setPlace( placeOf( window.location.search ) );
		window.addEventListener( 'popstate', back );
		return () => window.removeEventListener( 'popstate', back );
	}, [] );
	const go = useCallback( ( next: Place ) => {
		window.history.pushState( null, '', searchOf( next, window.location.search ) );
		setPlace( next );
		window.scrollTo( 0, 0 );
	}, [] );
	return [ place, go ];
}
