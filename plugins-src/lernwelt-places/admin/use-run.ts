import { useEffect, useState } from '@wordpress/element';
import type { ImportRun } from '../types/generated/import-run';
import { api } from './api';
import { isActive } from './format';
import { failureOf } from './problems';

/** Milliseconds between two questions when this browser does not do the work itself. */
const PAUSE = 2000;

/** A run, followed until it ends. */
export interface Followed {
	readonly run: ImportRun | undefined;
	/** Why it can't be followed, '' otherwise; the work goes on all the same. */
	readonly message: string;
	readonly set: ( run: ImportRun ) => void;
	readonly retry: () => void;
}

/**
 * Loads a run and helps it along while it is shown. Scheduled tasks do the same work, so nothing is lost when the page
 * is left.
 *
 * @param id Number of the run.
 */
export function useRun( id: number ): Followed {
	const [ run, set ] = useState< ImportRun >();
	const [ message, setMessage ] = useState( '' );
	const [ round, setRound ] = useState( 0 );

	useEffect( () => {
		let current = true;
		const follow = async () => {
			let known = await api.run( id );
			while ( current ) {
				set( known );
				if ( ! isActive( known ) ) {
					return;
				}
				const next: ImportRun = await api.act( id, 'step' );
				if ( current && isActive( next ) && next.position === known.position && next.state === known.state ) {
					await new Promise( ( done ) => setTimeout( done, PAUSE ) );
				}
				known = next;
			}
		};
		setMessage( '' );
		follow().catch( ( error: unknown ) => current && setMessage( failureOf( error ).message ) );
		return () => {
			current = false;
		};
	}, [ id, round ] );

	return { run, message, set, retry: () => setRound( ( before ) => before + 1 ) };
}
