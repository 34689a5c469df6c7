import { store as coreStore, useEntityProp } from '@wordpress/core-data';
import { useDispatch, useSelect } from '@wordpress/data';
import type { EventDetails } from '../../../types/generated/event-details';
import { known } from './known';

export const TYPE = 'lernwelt_event';

interface Meta {
	readonly lernwelt_event?: EventDetails;
}

/** The event in the editor. */
export interface EventForm {
	readonly details: EventDetails;
	/** Changes some details; empty ones are left out of what is stored. */
	readonly change: ( values: EventDetails ) => void;
	readonly summary: string;
	readonly setSummary: ( summary: string ) => void;
	/** Whether it was ever saved; what was not may vanish. */
	readonly saved: boolean;
	readonly saving: boolean;
	readonly save: () => void;
}

/**
 * Reads and changes the event that is being edited. What the editor saves is what stands here.
 *
 * @param id Its id.
 */
export function useEvent( id: number ): EventForm {
	const [ meta, setMeta ] = useEntityProp( 'postType', TYPE, 'meta', id ) as unknown as [
		Meta | undefined,
		( meta: Meta ) => void,
	];
	const [ summary, setSummary ] = useEntityProp( 'postType', TYPE, 'excerpt', id ) as unknown as [
		string | undefined,
		( summary: string ) => void,
	];
	const { status, saving } = useSelect(
		( select ) => {
			const core = select( coreStore );
			const record = core.getEntityRecord< { readonly status?: string } >( 'postType', TYPE, id );
			return { status: record?.status, saving: core.isSavingEntityRecord( 'postType', TYPE, id ) };
		},
		[ id ]
	);
	const { editEntityRecord, saveEditedEntityRecord } = useDispatch( coreStore );
	const details = meta?.lernwelt_event ?? {};
	return {
		details,
		change: ( values ) => setMeta( { ...meta, lernwelt_event: known( { ...details, ...values } ) } ),
		summary: summary ?? '',
		setSummary,
		saved: status !== undefined && status !== 'auto-draft',
		saving,
		save: () => {
			void editEntityRecord( 'postType', TYPE, id, { status: 'draft' } );
			void saveEditedEntityRecord( 'postType', TYPE, id, {} );
		},
	};
}
