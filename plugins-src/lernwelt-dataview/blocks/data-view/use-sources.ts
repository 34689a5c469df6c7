import apiFetch from '@wordpress/api-fetch';
import { useEffect, useState } from '@wordpress/element';
import type { DataSource, DataSources } from '../../types/generated/data-sources';

/** What the portal offers: still on its way, there, or not to be had. */
export type Sources =
	| { readonly state: 'loading' }
	| { readonly state: 'ready'; readonly sources: readonly DataSource[] }
	| { readonly state: 'failed' };

/** The data sources of this portal. */
export function useSources(): Sources {
	const [ sources, setSources ] = useState< Sources >( { state: 'loading' } );
	useEffect( () => {
		let wanted = true;
		apiFetch< DataSources >( { path: '/lernwelt/v1/data-sources' } ).then(
			( answer ) => wanted && setSources( { state: 'ready', sources: answer.sources } ),
			() => wanted && setSources( { state: 'failed' } )
		);
		return () => {
			wanted = false;
		};
	}, [] );
	return sources;
}
