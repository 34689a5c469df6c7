import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { ImportPreview } from '../types/generated/import-preview';
import type { ImportSource } from '../types/generated/import-source';
import { api } from './api';
import { asDraft, type Draft } from './mapping';
import type { Place } from './place';
import { failureOf } from './problems';

/** Milliseconds without typing after which the preview is asked for. */
const PAUSE = 500;

/** A mapping that is being edited, and what it makes of the input. */
export interface Editing {
	/** Undefined until the first preview is there. */
	readonly draft: Draft | undefined;
	readonly preview: ImportPreview | undefined;
	/** The source as it is stored, if it is. */
	readonly saved: ImportSource | undefined;
	/** Whether the preview is older than the draft. */
	readonly stale: boolean;
	readonly message: string;
	readonly change: ( draft: Draft ) => void;
	readonly retry: () => void;
}

/**
 * Loads the stored or proposed mapping of an input, keeps changes over a reload, and follows them with the preview.
 *
 * @param place Input and source.
 */
export function useMapping( place: Extract< Place, { view: 'mapping' } > ): Editing {
	const { input, source } = place;
	const [ draft, setDraft ] = useState< Draft >();
	const [ preview, setPreview ] = useState< ImportPreview >();
	const [ saved, setSaved ] = useState< ImportSource >();
	const [ stale, setStale ] = useState( true );
	const [ message, setMessage ] = useState( '' );
	const [ round, setRound ] = useState( 0 );
	const request = useRef< AbortController >( undefined );

	const look = useCallback(
		async ( mapping: Draft | undefined ) => {
			request.current?.abort();
			const controller = new AbortController();
			request.current = controller;
			setStale( true );
			setMessage( '' );
			try {
				const found = await api.preview( input, mapping, controller.signal );
				setPreview( found );
				setStale( false );
				return found;
			} catch ( error ) {
				if ( ! controller.signal.aborted ) {
					setMessage( failureOf( error ).message );
				}
				return undefined;
			}
		},
		[ input ]
	);

	useEffect( () => {
		let current = true;
		const load = async () => {
			const [ { items }, { format } ] = await Promise.all( [ api.sources(), api.input( input ) ] );
			const stored = items.find( ( candidate ) => candidate.source === source );
			const fits = stored !== undefined && ( stored.mapping as { format?: string } ).format === format;
			const begin = remembered( input ) ?? ( fits ? asDraft( stored.mapping ) : undefined );
			const found = await look( begin );
			if ( current && found !== undefined ) {
				setSaved( stored );
				setDraft( begin ?? asDraft( found.mapping ) );
			}
		};
		load().catch( ( error: unknown ) => current && setMessage( failureOf( error ).message ) );
		return () => {
			current = false;
			request.current?.abort();
		};
	}, [ input, source, look, round ] );

	const timer = useRef< ReturnType< typeof setTimeout > >( undefined );
	useEffect( () => () => clearTimeout( timer.current ), [] );
	const change = useCallback(
		( next: Draft ) => {
			setDraft( next );
			setStale( true );
			remember( input, next );
			clearTimeout( timer.current );
			timer.current = setTimeout( () => void look( next ), PAUSE );
		},
		[ input, look ]
	);

	const retry = () => ( draft === undefined ? setRound( ( before ) => before + 1 ) : void look( draft ) );
	return { draft, preview, saved, stale, message, change, retry };
}

const key = ( input: string ): string => `lernwelt-import-${ input }`;

function remember( input: string, draft: Draft ): void {
	window.sessionStorage.setItem( key( input ), JSON.stringify( draft ) );
}

function remembered( input: string ): Draft | undefined {
	const text = window.sessionStorage.getItem( key( input ) );
	return text === null ? undefined : ( JSON.parse( text ) as Draft );
}
