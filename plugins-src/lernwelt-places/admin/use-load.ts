import { useCallback, useEffect, useState } from '@wordpress/element';
import { failureOf } from './problems';

/** Something from the server. */
export interface Loaded< Data > {
	/** Undefined until it is there. */
	readonly data: Data | undefined;
	/** Why it can't be had, '' otherwise. */
	readonly message: string;
	readonly reload: () => void;
	readonly set: ( data: Data ) => void;
}

/**
 * Loads something when the view is shown, and again when asked.
 *
 * @param load Asks the server; must stay the same function between renderings, or it is asked again.
 */
export function useLoad< Data >( load: () => Promise< Data > ): Loaded< Data > {
	const [ data, set ] = useState< Data >();
	const [ message, setMessage ] = useState( '' );
	const [ round, setRound ] = useState( 0 );
	useEffect( () => {
		let current = true;
		setMessage( '' );
		load().then(
			( found ) => current && set( found ),
			( error: unknown ) => current && setMessage( failureOf( error ).message )
		);
		return () => {
			current = false;
		};
	}, [ load, round ] );
	const reload = useCallback( () => setRound( ( before ) => before + 1 ), [] );
	return { data, message, reload, set };
}
