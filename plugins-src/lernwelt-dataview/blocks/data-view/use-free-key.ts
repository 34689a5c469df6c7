import { store as blockEditorStore } from '@wordpress/block-editor';
import { useSelect } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { freeKey } from './attributes';

const NAME = 'lernwelt/data-view';

interface BlockEditorSelectors {
	getClientIdsWithDescendants: () => string[];
	getBlockName: ( clientId: string ) => string | null;
	getBlockAttributes: ( clientId: string ) => { readonly key?: string } | null;
}

/**
 * Keeps the keys of all data views of a page apart: of two alike, the later one gets another.
 *
 * @param clientId Block.
 * @param key      Its key.
 * @param setKey   Sets it.
 */
export function useFreeKey( clientId: string, key: string, setKey: ( key: string ) => void ): void {
	const free = useSelect(
		( select ) => {
			const editor = select( blockEditorStore ) as unknown as BlockEditorSelectors;
			const views = editor.getClientIdsWithDescendants().filter( ( id ) => editor.getBlockName( id ) === NAME );
			const before = views.slice( 0, Math.max( 0, views.indexOf( clientId ) ) );
			return freeKey(
				key,
				before.map( ( id ) => editor.getBlockAttributes( id )?.key ?? '' )
			);
		},
		[ clientId, key ]
	);
	useEffect( () => {
		if ( free !== key ) {
			setKey( free );
		}
	}, [ free, key, setKey ] );
}
