import { useCallback, useEffect, useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { type Cell, type Decision, readMatrix, refusal, type RoleMatrix, saveMatrix } from './api';
import { changesOf, decided, type Draft, type NamedChange } from './draft';

/** The matrix with what somebody is changing in it. */
export interface MatrixState {
	readonly status: 'loading' | 'failed' | 'ready' | 'saving' | 'saved' | 'asked' | 'moved';
	readonly matrix: RoleMatrix | undefined;
	readonly draft: Draft;
	readonly changes: readonly NamedChange[];
	/** Why saving failed, '' otherwise. */
	readonly message: string;
	readonly decide: ( key: string, cell: Cell, decision: Decision ) => void;
	readonly discard: () => void;
	readonly load: () => Promise< void >;
	/** Whether there is nothing more to say in the dialog: saved, asked for, or somebody was faster. */
	readonly save: ( reason: string ) => Promise< boolean >;
}

const NOTHING: Draft = new Map();

/**
 * Loads, changes and saves a matrix.
 *
 * @param portal Site, 0 for the network.
 */
export function useMatrix( portal: number ): MatrixState {
	const [ matrix, setMatrix ] = useState< RoleMatrix >();
	const [ draft, setDraft ] = useState< Draft >( NOTHING );
	const [ status, setStatus ] = useState< MatrixState[ 'status' ] >( 'loading' );
	const [ message, setMessage ] = useState( '' );

	const load = useCallback( async () => {
		setStatus( 'loading' );
		try {
			setMatrix( await readMatrix( portal ) );
			setStatus( 'ready' );
		} catch {
			setStatus( 'failed' );
		}
	}, [ portal ] );
	useEffect( () => void load(), [ load ] );

	const changes = useMemo( () => ( matrix === undefined ? [] : changesOf( matrix, draft ) ), [ matrix, draft ] );
	useLeaveWarning( changes.length > 0 );

	const save = async ( reason: string ) => {
		if ( matrix === undefined ) {
			return false;
		}
		setStatus( 'saving' );
		setMessage( '' );
		try {
			const wanted = changes.map( ( { role, capability, granted } ) => ( { role, capability, granted } ) );
			setMatrix( await saveMatrix( portal, matrix.revision, wanted, reason ) );
			setDraft( NOTHING );
			setStatus( matrix.second_person ? 'asked' : 'saved' );
			return true;
		} catch ( error ) {
			const refused = refusal( error );
			if ( refused.status === 409 ) {
				// What others saved is shown; what isn't saved yet stays.
				setMatrix( await readMatrix( portal ).catch( () => matrix ) );
				setStatus( 'moved' );
				return true;
			}
			setMessage(
				refused.message === ''
					? __( 'The changes could not be saved. Please check your connection.', 'lernwelt-security' )
					: refused.message
			);
			setStatus( 'ready' );
			return false;
		}
	};

	return {
		status,
		matrix,
		draft,
		changes,
		message,
		load,
		save,
		decide: ( key, cell, decision ) => {
			setDraft( ( before ) => decided( before, key, cell.decision, decision ) );
			setStatus( 'ready' );
		},
		discard: () => setDraft( NOTHING ),
	};
}

function useLeaveWarning( dirty: boolean ) {
	useEffect( () => {
		const stop = ( event: BeforeUnloadEvent ) => event.preventDefault();
		if ( dirty ) {
			window.addEventListener( 'beforeunload', stop );
		}
		return () => window.removeEventListener( 'beforeunload', stop );
	}, [ dirty ] );
}
