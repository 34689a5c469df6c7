import { po } from 'gettext-parser';
import type { Entry } from './entry.ts';

/** sprintf placeholders, "%%" left out. */
const PLACEHOLDER = /%(?:\d+\$)?[+-]?(?:0|'.)?\d*(?:\.\d+)?[bcdeEfFgGosuxX]/g;

function placeholders( text: string ): string {
	return ( text.replaceAll( '%%', '' ).match( PLACEHOLDER ) ?? [] ).sort().join( ' ' );
}

function keyOf( id: string, context = '' ): string {
	return `${ context }\u0004${ id }`;
}

/**
 * What a translation file lacks, gets wrong or holds in vain.
 *
 * @param entries Texts in the sources.
 * @param content The .po file.
 */
export function compare( entries: readonly Entry[], content: Buffer ): string[] {
	const parsed = po.parse( content );
	const known = new Map(
		Object.entries( parsed.translations ).flatMap( ( [ context, messages ] ) =>
			Object.entries( messages )
				.filter( ( [ id ] ) => id !== '' )
				.map( ( [ id, message ] ) => [ keyOf( id, context ), message ] as const )
		)
	);
	const wanted = new Map( entries.map( ( entry ) => [ keyOf( entry.id, entry.context ), entry ] as const ) );
	const missing = [ ...wanted ].flatMap( ( [ key, entry ] ) => {
		const message = known.get( key );
		const name = `"${ entry.id }"${ entry.context === undefined ? '' : ` (${ entry.context })` }`;
		if ( message === undefined || message.msgstr.some( ( text ) => text.trim() === '' ) ) {
			return [ `${ entry.where }: no German for ${ name }` ];
		}
		if ( message.comments?.flag?.includes( 'fuzzy' ) === true ) {
			return [ `${ entry.where }: ${ name } is marked as fuzzy` ];
		}
		if ( entry.plural !== undefined && message.msgid_plural !== entry.plural ) {
			return [ `${ entry.where }: plural of ${ name } is "${ message.msgid_plural ?? '' }" in the translation` ];
		}
		const allowed = new Set(
			[ entry.id, ...( entry.plural === undefined ? [] : [ entry.plural ] ) ].map( placeholders )
		);
		return message.msgstr
			.filter( ( text ) => ! allowed.has( placeholders( text ) ) )
			.map( ( text ) => `${ entry.where }: placeholders differ between ${ name } and "${ text }"` );
	} );
	const unused = [ ...known.keys() ]
		.filter( ( key ) => ! wanted.has( key ) )
		.map( ( key ) => `no code says "${ key.split( '\u0004' )[ 1 ] ?? '' }" any more` );
	return [ ...missing, ...unused ];
}
