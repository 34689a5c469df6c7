import type { DataField, DataSource } from '../../types/generated/data-sources';

/** Ways to show records. */
export const LAYOUTS = [ 'list', 'cards', 'table', 'map', 'calendar', 'chart' ] as const;
export type Layout = ( typeof LAYOUTS )[ number ];

/** Attributes of the block, as in block.json. */
export interface Attributes {
	source: string;
	/** The first one is shown at first. */
	layouts: Layout[];
	/** Whether the map stands above list and cards. */
	map: boolean;
	/** Field ids; undefined for all the source offers. */
	filters?: string[] | undefined;
	/** Field ids; undefined for the first ones. */
	columns?: string[] | undefined;
	/** Field id or "title", "" for the source's own order. */
	sort: string;
	descending: boolean;
	perPage: number;
	/** Whether visitors turn pages; else the first one is all there is. */
	paged: boolean;
	search: boolean;
	/** Field id to fixed values. */
	scope: Record< string, string[] >;
	/** Field id whose values a chart counts, "" for the first filter. */
	chart: string;
	/** Prefix of parameters when another view stands on the page. */
	key: string;
	[ name: string ]: unknown;
}

/** Columns shown while nobody has chosen any; the server does the same. */
const USUAL_COLUMNS = 5;

/**
 * What has to change when another source is chosen: what belonged to the old one goes.
 *
 * @param source     The new source.
 * @param attributes Attributes so far.
 */
export function withSource( source: DataSource, attributes: Attributes ): Partial< Attributes > {
	const possible = offeredLayouts( source );
	const layouts = attributes.layouts.filter( ( layout ) => possible.includes( layout ) );
	return {
		source: source.id,
		layouts: layouts.length > 0 ? layouts : [ 'list' ],
		map: attributes.map && source.map,
		filters: undefined,
		columns: undefined,
		sort: '',
		descending: false,
		scope: {},
		chart: '',
	};
}

/**
 * The layouts in which a source has something to show.
 *
 * @param source The source.
 */
export function offeredLayouts( source: DataSource ): Layout[] {
	const without: Layout[] = [
		...( source.map ? [] : ( [ 'map' ] as const ) ),
		...( source.calendar ? [] : ( [ 'calendar' ] as const ) ),
		...( filterFields( source ).length > 0 ? [] : ( [ 'chart' ] as const ) ),
	];
	return LAYOUTS.filter( ( layout ) => ! without.includes( layout ) );
}

/**
 * The fields that can be filters.
 *
 * @param source The source.
 */
export function filterFields( source: DataSource ): DataField[] {
	return source.fields.filter( ( field ) => field.filter );
}

/**
 * The fields whose values can be fixed. One that visitors don't see would leave them nothing, so it isn't offered; what is
 * fixed all the same, or belongs to no field any more, stays in sight to be taken out.
 *
 * @param source The source.
 * @param scope  Values fixed so far.
 */
export function scopeFields( source: DataSource, scope: Attributes[ 'scope' ] ): DataField[] {
	const offered = filterFields( source ).filter(
		( { id, restricted, choices } ) => id in scope || ( ! restricted && choices.length > 0 )
	);
	const gone = Object.keys( scope ).filter( ( id ) => ! offered.some( ( field ) => field.id === id ) );
	return [ ...offered, ...gone.map( unknownField ) ];
}

function unknownField( id: string ): DataField {
	return { id, label: id, type: 'terms', filter: false, sort: false, restricted: false, choices: [] };
}

/**
 * Ids of the filters that are offered.
 *
 * @param source     The source.
 * @param attributes Attributes.
 */
export function chosenFilters( source: DataSource, attributes: Attributes ): string[] {
	const offered = filterFields( source ).map( ( field ) => field.id );
	return attributes.filters?.filter( ( id ) => offered.includes( id ) ) ?? offered;
}

/**
 * Ids of the fields that are shown.
 *
 * @param source     The source.
 * @param attributes Attributes.
 */
export function chosenColumns( source: DataSource, attributes: Attributes ): string[] {
	const offered = source.fields.map( ( field ) => field.id );
	const usual = source.fields
		.filter( ( field ) => ! field.restricted && field.type !== 'link' && field.type !== 'email' )
		.slice( 0, USUAL_COLUMNS )
		.map( ( field ) => field.id );
	return attributes.columns?.filter( ( id ) => offered.includes( id ) ) ?? usual;
}

/**
 * A list with an entry taken in at its end, or taken out.
 *
 * @param list  The list.
 * @param entry The entry.
 * @param on    Whether it shall be in.
 */
export function toggled< Entry >( list: readonly Entry[], entry: Entry, on: boolean ): Entry[] {
	const others = list.filter( ( other ) => other !== entry );
	return on ? [ ...others, entry ] : others;
}

/**
 * A list with an entry one place further up or down.
 *
 * @param list  The list.
 * @param entry The entry.
 * @param by    -1 for up, 1 for down.
 */
export function moved< Entry >( list: readonly Entry[], entry: Entry, by: -1 | 1 ): Entry[] {
	const from = list.indexOf( entry );
	const to = from + by;
	if ( from < 0 || to < 0 || to >= list.length ) {
		return [ ...list ];
	}
	const others = list.filter( ( other ) => other !== entry );
	return [ ...others.slice( 0, to ), entry, ...others.slice( to ) ];
}

/**
 * Layouts with one of them switched on or off; one always stays.
 *
 * @param layouts Layouts so far.
 * @param layout  The layout.
 * @param on      Whether it shall be offered.
 */
export function withLayout( layouts: readonly Layout[], layout: Layout, on: boolean ): Layout[] {
	const next = toggled( layouts, layout, on );
	return next.length > 0 ? next : [ ...layouts ];
}

/**
 * Values a scope fixes, without a field that fixes nothing.
 *
 * @param scope  Scope so far.
 * @param field  Field id.
 * @param values Its values.
 */
export function withScope(
	scope: Readonly< Record< string, string[] > >,
	field: string,
	values: string[]
): Record< string, string[] > {
	const others = Object.entries( scope ).filter( ( [ id ] ) => id !== field );
	return Object.fromEntries( values.length > 0 ? [ ...others, [ field, values ] ] : others );
}

/**
 * A key that none of the other views of the page has.
 *
 * @param key    Key so far.
 * @param others Keys of the views that stand before it.
 */
export function freeKey( key: string, others: readonly string[] ): string {
	if ( ! others.includes( key ) ) {
		return key;
	}
	for ( let number = 2; ; number++ ) {
		if ( ! others.includes( `v${ number }` ) ) {
			return `v${ number }`;
		}
	}
}
