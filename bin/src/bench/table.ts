/** A table for the terminal, also valid Markdown. */
export interface Table {
	readonly head: readonly string[];
	readonly rows: ReadonlyArray< readonly string[] >;
}

/** @param values Measured values, at least one. */
export function median( values: readonly number[] ): number {
	return quantile( values, 0.5 );
}

/**
 * @param values Measured values, at least one.
 * @param share  Between 0 and 1.
 */
export function quantile( values: readonly number[], share: number ): number {
	const sorted = [ ...values ].sort( ( a, b ) => a - b );
	const position = ( sorted.length - 1 ) * share;
	const low = sorted[ Math.floor( position ) ];
	const high = sorted[ Math.ceil( position ) ];
	if ( low === undefined || high === undefined ) {
		throw new RangeError( 'No values were measured.' );
	}
	return low + ( high - low ) * ( position - Math.floor( position ) );
}

/** @param table What to print: the first column left, numbers right. */
export function print( table: Table ): string {
	const { head, rows } = table;
	const widths = head.map( ( title, column ) =>
		Math.max( title.length, ...rows.map( ( row ) => ( row[ column ] ?? '' ).length ) )
	);
	const line = ( cells: readonly string[] ): string =>
		`| ${ widths.map( ( width, column ) => ( column === 0 ? ( cells[ column ] ?? '' ).padEnd( width ) : ( cells[ column ] ?? '' ).padStart( width ) ) ).join( ' | ' ) } |`;
	const rule = `|${ widths.map( ( width, column ) => ( column === 0 ? '-'.repeat( width + 2 ) : `${ '-'.repeat( width + 1 ) }:` ) ).join( '|' ) }|`;
	return [ line( head ), rule, ...rows.map( line ) ].join( '\n' );
}
