/** A mapping of a YAML file, of which nothing is known yet. */
export type Tree = Readonly< Record< string, unknown > >;

/** Whether a value is a mapping. */
export function isTree( value: unknown ): value is Tree {
	return typeof value === 'object' && value !== null && ! Array.isArray( value );
}

/**
 * Follows keys into a value; what isn't there is undefined.
 *
 * @param value Mapping or list.
 * @param keys  Keys, numbers for lists.
 */
export function dig( value: unknown, ...keys: readonly ( string | number )[] ): unknown {
	let here = value;
	for ( const key of keys ) {
		if ( typeof key === 'number' ) {
			here = Array.isArray( here ) ? ( here as readonly unknown[] )[ key ] : undefined;
		} else {
			here = isTree( here ) ? here[ key ] : undefined;
		}
	}
	return here;
}

/** The mapping below some keys, an empty one when there is none. */
export function treeAt( value: unknown, ...keys: readonly ( string | number )[] ): Tree {
	const found = dig( value, ...keys );
	return isTree( found ) ? found : {};
}

/** The mappings of the list below some keys. */
export function treesAt( value: unknown, ...keys: readonly ( string | number )[] ): readonly Tree[] {
	const found = dig( value, ...keys );
	return Array.isArray( found ) ? found.filter( isTree ) : [];
}

/** The text below some keys, "" when there is none; numbers as text. */
export function textAt( value: unknown, ...keys: readonly ( string | number )[] ): string {
	const found = dig( value, ...keys );
	return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? String( found ) : '';
}

/** The texts of the list below some keys. */
export function textsAt( value: unknown, ...keys: readonly ( string | number )[] ): readonly string[] {
	const found = dig( value, ...keys );
	return Array.isArray( found ) ? found.map( String ) : [];
}

/** Whether labels fulfil a selector's matchLabels; an empty selector takes everything. */
export function selects( selector: unknown, labels: Tree ): boolean {
	return Object.entries( treeAt( selector, 'matchLabels' ) ).every( ( [ key, value ] ) => labels[ key ] === value );
}

/**
 * Bytes of a quantity: "512Mi", "2g", "256mb", "256M" (PHP's and Redis's units are powers of 1024, too).
 *
 * @param text Quantity.
 */
export function bytes( text: string ): number {
	const [ , number = '', unit = '' ] = /^(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?$/i.exec( text.trim() ) ?? [];
	if ( number === '' ) {
		throw new RangeError( `"${ text }" is no size.` );
	}
	return Number( number ) * 1024 ** ' kmgt'.indexOf( unit === '' ? ' ' : unit.toLowerCase() );
}
