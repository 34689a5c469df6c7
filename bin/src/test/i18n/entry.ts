/** A translatable text in the sources. */
export interface Entry {
	readonly id: string;
	readonly plural?: string;
	readonly context?: string;
	/** Text domain as written; null when it isn't a plain string. */
	readonly domain: string | null;
	/** "path:line" for people. */
	readonly where: string;
}

/** Something that looks like a translation call but can't be read by a translator's tools. */
export interface Unreadable {
	readonly where: string;
	readonly why: string;
}

/** Which argument of a translation function is what. */
interface Shape {
	readonly plural?: number;
	readonly context?: number;
	readonly domain: number;
}

/** The translation functions of WordPress, PHP and JavaScript. */
export const SHAPES: Readonly< Record< string, Shape > > = {
	__: { domain: 1 },
	_e: { domain: 1 },
	esc_html__: { domain: 1 },
	esc_html_e: { domain: 1 },
	esc_attr__: { domain: 1 },
	esc_attr_e: { domain: 1 },
	_x: { context: 1, domain: 2 },
	_ex: { context: 1, domain: 2 },
	esc_html_x: { context: 1, domain: 2 },
	esc_attr_x: { context: 1, domain: 2 },
	_n: { plural: 1, domain: 3 },
	_nx: { plural: 1, context: 3, domain: 4 },
	_n_noop: { plural: 1, domain: 2 },
	_nx_noop: { plural: 1, context: 2, domain: 3 },
};

/**
 * Makes an entry of a call's arguments.
 *
 * @param name  Function.
 * @param args  Literal arguments; null for anything else.
 * @param where "path:line".
 */
export function entryOf(
	name: string,
	args: ReadonlyArray< string | null >,
	where: string
): Entry | Unreadable | null {
	const shape = SHAPES[ name ];
	if ( shape === undefined ) {
		return null;
	}
	const at = ( position: number | undefined ): string | undefined =>
		position === undefined ? undefined : ( args[ position ] ?? undefined );
	const id = at( 0 );
	if ( id === undefined ) {
		return { where, why: `${ name }() needs a plain string` };
	}
	const plural = at( shape.plural );
	const context = at( shape.context );
	const lacksPlural = shape.plural !== undefined && plural === undefined;
	const lacksContext = shape.context !== undefined && context === undefined;
	if ( lacksPlural || lacksContext ) {
		return { where, why: `${ name }( "${ id }" ) needs plain strings` };
	}
	return {
		id,
		domain: at( shape.domain ) ?? null,
		where,
		...( plural === undefined ? {} : { plural } ),
		...( context === undefined ? {} : { context } ),
	};
}

/** @param found What {@link entryOf} made. */
export function isEntry( found: Entry | Unreadable ): found is Entry {
	return 'id' in found;
}

/** @param found What {@link entryOf} made. */
export function isUnreadable( found: Entry | Unreadable ): found is Unreadable {
	return ! isEntry( found );
}
