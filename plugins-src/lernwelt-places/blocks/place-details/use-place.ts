import { store as coreStore, useEntityProp } from '@wordpress/core-data';
import { useSelect } from '@wordpress/data';
import { type Draft, known } from './draft';

const TYPE = 'lernwelt_place';

interface Meta {
	readonly lernwelt_place?: Draft;
	readonly lernwelt_place_note?: string;
}

interface Term {
	readonly id: number;
	readonly name: string;
}

/** The place in the editor. */
export interface PlaceForm {
	readonly details: Draft;
	/** Changes some details; empty texts, false and null are left out of what is stored. */
	readonly change: ( values: Draft ) => void;
	/** Undefined for people who may not read it. */
	readonly note: string | undefined;
	readonly setNote: ( note: string ) => void;
	readonly summary: string;
	readonly setSummary: ( summary: string ) => void;
	/** Names of the chosen regions; null while they are loading. */
	readonly regions: readonly string[] | null;
	/** Chooses a region by its name. */
	readonly chooseRegion: ( name: string ) => void;
}

/**
 * Reads and changes the place that is being edited. What the editor saves is what stands here.
 *
 * @param id Its id.
 */
export function usePlace( id: number ): PlaceForm {
	const [ meta, setMeta ] = useEntityProp( 'postType', TYPE, 'meta', id ) as unknown as [
		Meta | undefined,
		( meta: Meta ) => void,
	];
	const [ summary, setSummary ] = useEntityProp( 'postType', TYPE, 'excerpt', id ) as unknown as [
		string | undefined,
		( summary: string ) => void,
	];
	const [ chosen, setChosen ] = useEntityProp( 'postType', TYPE, 'place_region', id ) as unknown as [
		number[] | undefined,
		( ids: number[] ) => void,
	];
	const terms = useSelect(
		( select ) =>
			select( coreStore ).getEntityRecords< Term >( 'taxonomy', 'place_region', {
				per_page: 100,
				context: 'view',
			} ),
		[]
	);
	const details = meta?.lernwelt_place ?? {};
	return {
		details,
		change: ( values ) => setMeta( { ...meta, lernwelt_place: known( { ...details, ...values } ) } ),
		note: meta?.lernwelt_place_note,
		setNote: ( note ) => setMeta( { ...meta, lernwelt_place_note: note } ),
		summary: summary ?? '',
		setSummary,
		regions: terms?.filter( ( term ) => chosen?.includes( term.id ) ).map( ( term ) => term.name ) ?? null,
		chooseRegion: ( name ) => {
			const term = terms?.find( ( candidate ) => candidate.name === name );
			if ( term !== undefined ) {
				setChosen( [ term.id ] );
			}
		},
	};
}
