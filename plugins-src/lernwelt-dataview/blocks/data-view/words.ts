/** Everything a data view says by script; the server translates it. */
export type Word =
	| 'failed'
	| 'mapFailed'
	| 'pointsFailed'
	| 'cardFailed'
	| 'loading'
	| 'map'
	| 'help'
	| 'zoomIn'
	| 'zoomOut'
	| 'whole'
	| 'close'
	| 'cluster'
	| 'spot'
	| 'more';

export type Words = Readonly< Record< Word, string > >;

/**
 * Puts values into a translated sentence with `%s` and `%d` or `%1$s`.
 *
 * @param sentence Sentence.
 * @param values   Values, in the order of the placeholders.
 */
export function fill( sentence: string, ...values: ReadonlyArray< string | number > ): string {
	let next = 0;
	return sentence.replace( /%(?:(\d)\$)?[sd]/g, ( _match, position?: string ) =>
		String( values[ position === undefined ? next++ : Number( position ) - 1 ] ?? '' )
	);
}
