import { __ } from '@wordpress/i18n';
import type { MapSettings } from '../types/generated/map-settings';

/** A map server that is offered by name. */
export interface Server {
	readonly id: string;
	readonly label: string;
	/** What is stored for it; nothing for an address people type themselves. */
	readonly values?: Pick< MapSettings, 'tiles' | 'credit' | 'max_zoom' >;
}

const BASEMAP = 'https://sgx.geodatenzentrum.de/wmts_basemapde/tile/1.0.0';
const GRID = 'default/GLOBAL_WEBMERCATOR/{z}/{y}/{x}.png';

/** The servers in the order they are offered. */
export function servers(): Server[] {
	const credit = '© GeoBasis-DE / BKG (basemap.de), CC BY 4.0';
	return [
		{
			id: 'colour',
			label: __( 'basemap.de, in colour', 'lernwelt-dataview' ),
			values: { tiles: `${ BASEMAP }/de_basemapde_web_raster_farbe/${ GRID }`, credit, max_zoom: 18 },
		},
		{
			id: 'grey',
			label: __( 'basemap.de, in grey', 'lernwelt-dataview' ),
			values: { tiles: `${ BASEMAP }/de_basemapde_web_raster_grau/${ GRID }`, credit, max_zoom: 18 },
		},
		{ id: 'own', label: __( 'Another address of BKG or of the state survey office', 'lernwelt-dataview' ) },
	];
}

/**
 * The server of an address.
 *
 * @param tiles Address.
 * @return Id of a server that is offered by name, or `own`.
 */
export function serverOf( tiles: string ): string {
	return servers().find( ( { values } ) => values?.tiles === tiles )?.id ?? 'own';
}
