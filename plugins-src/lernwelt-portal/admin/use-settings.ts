import apiFetch from '@wordpress/api-fetch';
import { useCallback, useEffect, useState } from '@wordpress/element';
import type { PortalSettings } from '../types/generated/portal-settings';
import { failureOf, type Problems } from './problems';

const PATH = '/lernwelt/v1/portal-settings';

/** Where the screen stands. */
export type Status = 'loading' | 'failed' | 'idle' | 'saving' | 'saved' | 'refused';

/** The settings as the person sees them, and what can be done with them. */
export interface Settings {
	/** Undefined until they are loaded. */
	readonly values: PortalSettings | undefined;
	readonly status: Status;
	/** Field → sentence. */
	readonly problems: Problems;
	/** Why saving failed as a whole, '' when it did not. */
	readonly message: string;
	/** Whether something would be lost by leaving. */
	readonly dirty: boolean;
	readonly change: ( values: Partial< PortalSettings > ) => void;
	readonly save: () => Promise< void >;
	readonly load: () => Promise< void >;
}

/** Loads, keeps and saves the settings of this portal. */
export function useSettings(): Settings {
	const [ stored, setStored ] = useState< PortalSettings >();
	const [ changes, setChanges ] = useState< Partial< PortalSettings > >( {} );
	const [ status, setStatus ] = useState< Status >( 'loading' );
	const [ problems, setProblems ] = useState< Problems >( {} );
	const [ message, setMessage ] = useState( '' );

	const load = useCallback( async () => {
		setStatus( 'loading' );
		try {
			setStored( await apiFetch< PortalSettings >( { path: PATH } ) );
			setStatus( 'idle' );
		} catch {
			setStatus( 'failed' );
		}
	}, [] );

	useEffect( () => void load(), [ load ] );

	const change = useCallback( ( values: Partial< PortalSettings > ) => {
		setChanges( ( before ) => ( { ...before, ...values } ) );
		setStatus( ( before ) => ( before === 'saved' ? 'idle' : before ) );
	}, [] );

	const save = async () => {
		setStatus( 'saving' );
		setProblems( {} );
		setMessage( '' );
		try {
			setStored(
				await apiFetch< PortalSettings >( { path: PATH, method: 'PUT', data: { ...stored, ...changes } } )
			);
			setChanges( {} );
			setStatus( 'saved' );
		} catch ( error ) {
			const failure = failureOf( error );
			setProblems( failure.problems );
			setMessage( failure.message );
			setStatus( 'refused' );
		}
	};

	const dirty = stored !== undefined && hasChanges( stored, changes );
	useLeaveGuard( dirty );

	return { values: stored && { ...stored, ...changes }, status, problems, message, dirty, change, save, load };
}

/**
 * Whether changes differ from what is stored: typing something and taking it back is no change.
 *
 * @param stored  What is stored.
 * @param changes What was changed.
 */
export function hasChanges( stored: PortalSettings, changes: Partial< PortalSettings > ): boolean {
	return ( Object.keys( changes ) as ( keyof PortalSettings )[] ).some(
		( field ) => changes[ field ] !== stored[ field ]
	);
}

function useLeaveGuard( dirty: boolean ): void {
	useEffect( () => {
		if ( ! dirty ) {
			return undefined;
		}
		const guard = ( event: BeforeUnloadEvent ) => event.preventDefault();
		window.addEventListener( 'beforeunload', guard );
		return () => window.removeEventListener( 'beforeunload', guard );
	}, [ dirty ] );
}
