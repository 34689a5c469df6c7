import { useCallback, useEffect, useState } from '@wordpress/element';
import { failureOf } from './problems';

/** Something from the server. */
export interface Loaded< Data > {
	/** Undefined until it is there; the old one stays while it is loaded anew. */
	readonly data: Data | undefined;
	/** Why it can't be had, '' otherwise. */
	readonly message: string;
	readonly reload: () => void;
	readonly set: ( change: ( data: Data ) => Data ) => void;
}

/**
 * Loads something when the view is shown, and again when asked.
 *
 * @param load Asks the server; must stay the same function between renderings, or it is asked again.
 */
export function useLoad< Data >( load: () => Promise< Data > ): Loaded< Data > {
	const [ data, setData ] = useState< Data >();
	const [ message, setMessage ] = useState( '' );
	const [ round, setRound ] = useState( 0 );
	useEffect( () => {
		let current = true;
		setMessage( '' );
		load().then(
			( found ) => current && setData( found ),
			( error: unknown ) => current && setMessage( failureOf( error ).message )
		);
		return () => {
			current = false;
		};
	}, [ load, round ] );
	const reload = useCallback( () => setRound( ( before ) => before + 1 ), [] );
	const set = useCallback(
		( change: ( before: Data ) => Data ) =>
			setData( ( before ) => ( before === undefined ? before : change( before ) ) ),
		[]
	);
	return { data, message, reload, set };
}
