import Supercluster from 'supercluster';
import type { Spot } from './points';

/** Something that can be opened on the map. */
export interface Item {
	/** The same thing has the same key after the map moved. */
	readonly key: string;
	readonly lat: number;
	readonly lng: number;
	/** Number of records. */
	readonly count: number;
	/** Title of one of them. */
	readonly title: string;
	/** Its one spot, or null for a cluster of several. */
	readonly spot: Spot | null;
	/** Number of the cluster, -1 for a spot. */
	readonly cluster: number;
}

interface Summary {
	readonly title: string;
	count: number;
}

type Properties = Summary & { readonly spot: Spot };

/** Part of the earth in degrees: west, south, east, north. */
export type Bounds = readonly [ number, number, number, number ];

/** Spots that lie close together at a zoom are shown as one. */
export class Clusters {
	private readonly index: Supercluster< Properties, Summary >;

	/**
	 * @param spots   Spots.
	 * @param maxZoom Deepest zoom of the map; there nothing is put together.
	 */
	public constructor( spots: readonly Spot[], maxZoom: number ) {
		this.index = new Supercluster< Properties, Summary >( {
			radius: 48,
			extent: 256,
			maxZoom: maxZoom - 1,
			map: ( { title, count } ) => ( { title, count } ),
			reduce: ( all, one ) => {
				all.count += one.count;
			},
		} );
		this.index.load(
			spots.map( ( spot ) => ( {
				type: 'Feature',
				properties: { spot, title: spot.points[ 0 ]?.title ?? '', count: spot.points.length },
				geometry: { type: 'Point', coordinates: [ spot.lng, spot.lat ] },
			} ) )
		);
	}

	/**
	 * What is to be shown.
	 *
	 * @param bounds Part of the map.
	 * @param zoom   Zoom of the map.
	 */
	public within( bounds: Bounds, zoom: number ): Item[] {
		return this.index.getClusters( [ ...bounds ], Math.round( zoom ) ).map( ( { properties, geometry } ) => {
			const [ lng = 0, lat = 0 ] = geometry.coordinates;
			const { title, count } = properties;
			if ( 'cluster' in properties ) {
				const cluster = properties.cluster_id;
				return { key: `c${ cluster }`, lat, lng, count, title, spot: null, cluster };
			}
			const { spot } = properties;
			return { key: `s${ spot.points[ 0 ]?.id ?? 0 }`, lat, lng, count, title, spot, cluster: -1 };
		} );
	}

	/**
	 * The zoom at which a cluster falls apart.
	 *
	 * @param cluster Number of a cluster.
	 */
	public expansionZoom( cluster: number ): number {
		return this.index.getClusterExpansionZoom( cluster );
	}
}
