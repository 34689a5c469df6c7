import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../lib/paths.ts';

/** An alarm of deploy/monitoring/rules. */
export interface Alarm {
	readonly name: string;
	/** 1, 2, 3 or "watchdog". */
	readonly incidentClass: string;
	readonly text: string;
	readonly file: string;
}

/** A recorded expression. */
export interface Recorded {
	readonly name: string;
	readonly expression: string;
}

const FOLDER = 'deploy/monitoring/rules';

function entries( kind: 'alert' | 'record' ): Array< { readonly name: string; text: string; file: string } > {
	return readdirSync( inRoot( FOLDER ) ).flatMap( ( file ) =>
		readFileSync( inRoot( FOLDER, file ), 'utf8' )
			.split( /^(?= {6}- )/m )
			.map( ( text ) => ( {
				name: new RegExp( `^ {6}- ${ kind }: (\\S+)$`, 'm' ).exec( text )?.[ 1 ],
				text,
				file,
			} ) )
			.flatMap( ( { name, ...rest } ) => ( name === undefined ? [] : [ { name, ...rest } ] ) )
	);
}

/** Every alarm, in the order of the files. */
export function alarms(): Alarm[] {
	return entries( 'alert' ).map( ( entry ) => ( {
		...entry,
		incidentClass: /labels: \{ class: "?(\w+)"? \}/.exec( entry.text )?.[ 1 ] ?? '',
	} ) );
}

/** Every recorded expression. */
export function recorded(): Recorded[] {
	return entries( 'record' ).map( ( { name, text } ) => {
		const block = /^ {8}expr: \|\n((?: {10,}.*\n|\n)+)/m.exec( text )?.[ 1 ];
		return { name, expression: ( block ?? /^ {8}expr: (.*)$/m.exec( text )?.[ 1 ] ?? '' ).trim() };
	} );
}

/** Words of PromQL that look like metrics. */
const WORDS = new Set( 'and or unless on ignoring group_left group_right by without bool offset'.split( ' ' ) );

/**
 * Names of the metrics an expression asks for.
 *
 * @param expression PromQL.
 */
export function metricsOf( expression: string ): string[] {
	const bare = expression
		.replace( /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '' )
		.replace( /\{[^}]*\}/g, '' )
		.replace( /\[[^\]]*\]/g, '' )
		.replace( /\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, '' )
		.replace( /#.*$/gm, '' );
	return [ ...bare.matchAll( /[a-zA-Z_:][a-zA-Z0-9_:]*(?!\s*\(|[a-zA-Z0-9_:])/g ) ]
		.map( ( [ name ] ) => name )
		.filter( ( name ) => ! WORDS.has( name ) && ! /^\d*(ms|[smhdwy])$/.test( name ) );
}
