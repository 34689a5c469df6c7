import { useCallback, useEffect, useState } from '@wordpress/element';
import type { SsoSettings } from '../../types/generated/sso-settings';
import { api } from './api';
import { differs, draftOf, plain, type Draft } from './draft';
import { failureOf, type Failure } from './problems';

export type Status = 'loading' | 'failed' | 'idle' | 'saving' | 'saved';

/** The settings as the person sees them, and what can be done with them. */
export interface Settings {
	readonly stored: SsoSettings | undefined;
	readonly draft: Draft | undefined;
	readonly status: Status;
	/** Why saving was refused; undefined when it wasn't. */
	readonly failure: Failure | undefined;
	readonly dirty: boolean;
	readonly change: ( draft: Draft ) => void;
	readonly save: () => Promise< void >;
	readonly load: () => Promise< void >;
}

/** Loads, keeps and saves the settings of the network. */
export function useSettings(): Settings {
	const [ stored, setStored ] = useState< SsoSettings >();
	const [ draft, setDraft ] = useState< Draft >();
	const [ status, setStatus ] = useState< Status >( 'loading' );
	const [ failure, setFailure ] = useState< Failure >();

	const take = ( settings: SsoSettings ) => {
		setStored( settings );
		setDraft( draftOf( settings ) );
		setFailure( undefined );
	};
	const load = useCallback( async () => {
		setStatus( 'loading' );
		try {
			take( await api.settings() );
			setStatus( 'idle' );
		} catch {
			setStatus( 'failed' );
		}
	}, [] );
	useEffect( () => void load(), [ load ] );

	const change = useCallback( ( next: Draft ) => {
		setDraft( next );
		setStatus( 'idle' );
	}, [] );

	const save = async () => {
		if ( stored === undefined || draft === undefined ) {
			return;
		}
		setStatus( 'saving' );
		setFailure( undefined );
		try {
			const { revision } = stored;
			take( await api.save( { revision, connection: draft.connection, rows: plain( draft.rows ) } ) );
			setStatus( 'saved' );
		} catch ( error ) {
			setFailure( failureOf( error ) );
			setStatus( 'idle' );
		}
	};

	const dirty = stored !== undefined && draft !== undefined && differs( draft, stored );
	useEffect( () => {
		const guard = ( event: BeforeUnloadEvent ) => event.preventDefault();
		if ( dirty ) {
			window.addEventListener( 'beforeunload', guard );
		}
		return () => window.removeEventListener( 'beforeunload', guard );
	}, [ dirty ] );

	return { stored, draft, status, failure, dirty, change, save, load };
}
