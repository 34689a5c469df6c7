import apiFetch from '@wordpress/api-fetch';
import { useCallback, useEffect, useState } from '@wordpress/element';
import type { MapSettings } from '../types/generated/map-settings';
import { failureOf, type Problems } from './problems';

const PATH = '/lernwelt/v1/map-settings';

/** Where the screen stands. */
export type Status = 'loading' | 'failed' | 'idle' | 'saving' | 'saved' | 'refused';

/** The setting as the person sees it, and what can be done with it. */
export interface Settings {
	/** Undefined until it is loaded. */
	readonly values: MapSettings | undefined;
	readonly status: Status;
	readonly problems: Problems;
	/** Why saving failed as a whole, '' when it did not. */
	readonly message: string;
	readonly change: ( values: Partial< MapSettings > ) => void;
	readonly save: () => Promise< void >;
	readonly load: () => Promise< void >;
}

/** Loads, keeps and saves the map's setting of this portal. */
export function useSettings(): Settings {
	const [ values, setValues ] = useState< MapSettings >();
	const [ status, setStatus ] = useState< Status >( 'loading' );
	const [ failure, setFailure ] = useState< ReturnType< typeof failureOf > >( { problems: {}, message: '' } );

	const load = useCallback( async () => {
		setStatus( 'loading' );
		try {
			setValues( await apiFetch< MapSettings >( { path: PATH } ) );
			setStatus( 'idle' );
		} catch {
			setStatus( 'failed' );
		}
	}, [] );

	useEffect( () => void load(), [ load ] );

	const change = useCallback( ( changes: Partial< MapSettings > ) => {
		setValues( ( before ) => before && { ...before, ...changes } );
		setStatus( ( before ) => ( before === 'saved' ? 'idle' : before ) );
	}, [] );

	const save = async () => {
		setStatus( 'saving' );
		setFailure( { problems: {}, message: '' } );
		try {
			setValues( await apiFetch< MapSettings >( { path: PATH, method: 'PUT', data: values } ) );
			setStatus( 'saved' );
		} catch ( error ) {
			setFailure( failureOf( error ) );
			setStatus( 'refused' );
		}
	};

	return { values, status, ...failure, change, save, load };
}
