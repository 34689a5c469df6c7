/** What the faults are judged by: plain functions, without any network. */

/** One answer, or why there was none. */
export interface Heard {
	/** HTTP status; 0 when the connection broke or nothing came in time. */
	readonly status: number;
	/** Whether a person who reads German understands what the answer says. */
	readonly isGerman: boolean;
}

/** Answers of one kind of client. */
export class Tally {
	private readonly statuses = new Map< number, number >();
	/** Errors of the server that a visitor could not read. */
	unreadable = 0;

	/** @param heard An answer. */
	add( heard: Heard ): void {
		this.statuses.set( heard.status, ( this.statuses.get( heard.status ) ?? 0 ) + 1 );
		if ( heard.status >= 500 && ! heard.isGerman ) {
			this.unreadable++;
		}
	}

	get total(): number {
		return [ ...this.statuses.values() ].reduce( ( sum, count ) => sum + count, 0 );
	}

	/** Server errors and broken connections. */
	get failed(): number {
		return [ ...this.statuses ]
			.filter( ( [ status ] ) => status === 0 || status >= 500 )
			.reduce( ( sum, [ , count ] ) => sum + count, 0 );
	}

	/** E.g. "41 × 200, 2 × 502, 1 × no answer". */
	toString(): string {
		const parts = [ ...this.statuses ]
			.sort( ( [ one ], [ other ] ) => ( one || 1000 ) - ( other || 1000 ) )
			.map( ( [ status, count ] ) => `${ count } × ${ status === 0 ? 'no answer' : status }` );
		return parts.length === 0 ? 'none' : parts.join( ', ' );
	}
}

/** Whether a body is in German: pages say their language, JSON has a sentence. */
export function isGerman( type: string, body: string ): boolean {
	if ( type.includes( 'json' ) ) {
		const words = /\b(?:bitte|nicht|ist|wurde|sind|kann|konnte|später|noch einmal)\b/i;
		const said: unknown = jsonOf( body );
		return typeof said === 'object' && said !== null && words.test( JSON.stringify( said ) );
	}
	return /<html[^>]*\slang="de/i.test( body ) && ! /Error establishing|critical error/i.test( body );
}

function jsonOf( body: string ): unknown {
	try {
		return JSON.parse( body );
	} catch ( error ) {
		if ( error instanceof SyntaxError ) {
			return undefined;
		}
		throw error;
	}
}

/** A date as the tables have it. */
export interface DateRow {
	readonly date: number;
	readonly capacity: number;
	/** What the counter says. */
	readonly booked: number;
	/** Numbers of the bookings that hold a seat. */
	readonly numbers: readonly string[];
}

/** What clients were told, against what the tables say. */
export interface Books {
	/** Numbers that somebody was told, and that hold no seat. */
	readonly lost: readonly string[];
	/** Dates with more seats given away than there are. */
	readonly oversold: readonly number[];
	/** Dates whose counter isn't the number of their bookings. */
	readonly miscounted: readonly number[];
}

/**
 * @param confirmed Number of the booking → date, as clients were told.
 * @param rows      The tables.
 */
export function compared( confirmed: ReadonlyMap< string, number >, rows: readonly DateRow[] ): Books {
	const held = new Map(
		rows.flatMap( ( { date, numbers } ) => numbers.map( ( number ) => [ number, date ] as const ) )
	);
	return {
		lost: [ ...confirmed ]
			.filter( ( [ number, date ] ) => held.get( number ) !== date )
			.map( ( [ number ] ) => number ),
		oversold: rows
			.filter( ( { capacity, booked, numbers } ) => Math.max( booked, numbers.length ) > capacity )
			.map( ( { date } ) => date ),
		miscounted: rows.filter( ( { booked, numbers } ) => booked !== numbers.length ).map( ( { date } ) => date ),
	};
}

/**
 * Rows of "date, capacity, booked, number" as the database client prints them, one for each booking; number is NULL for a
 * date without any.
 *
 * @param text Lines with tabs.
 */
export function dateRows( text: string ): DateRow[] {
	const found = new Map< number, { date: number; capacity: number; booked: number; numbers: string[] } >();
	for ( const line of text.split( '\n' ).filter( ( one ) => one !== '' ) ) {
		const [ date = '', capacity = '', booked = '', number = 'NULL' ] = line.split( '\t' );
		const row = found.get( Number( date ) ) ?? {
			...{ date: Number( date ), capacity: Number( capacity ), booked: Number( booked ), numbers: [] },
		};
		found.set( row.date, row );
		if ( number !== 'NULL' ) {
			row.numbers.push( number );
		}
	}
	return [ ...found.values() ];
}

/** A rule for an alarm. */
export interface Rule {
	readonly expression: string;
	/** How long it must be true, e.g. "after 5m"; "at once" without. */
	readonly after: string;
}

/**
 * The alarms in a file of rules.
 *
 * @param yaml The file.
 */
export function alarmsIn( yaml: string ): Map< string, Rule > {
	const found = new Map< string, Rule >();
	for ( const block of yaml.split( /^\s*- (?=alert:|record:)/m ) ) {
		const name = /^alert: (\w+)/.exec( block )?.[ 1 ];
		const expression = /^\s*expr:([\s\S]*?)\n\s+(?:for|labels|annotations):/m.exec( block )?.[ 1 ];
		if ( name !== undefined && expression !== undefined ) {
			found.set( name, {
				expression: expression.replace( /\s+/g, ' ' ).trim(),
				after:
					block
						.match( /^\s*for: (\w+)/m )?.[ 0 ]
						.trim()
						.replace( 'for:', 'after' ) ?? 'at once',
			} );
		}
	}
	return found;
}

/**
 * A value in Prometheus's text format.
 *
 * @param text   What /metrics answered.
 * @param series Name, with labels that must be among those of the series: `a{b="c"}`.
 * @return Values of the series that fit.
 */
export function values( text: string, series: string ): number[] {
	const [ , name = '', labels = '' ] = /^(\w+)(?:\{(.*)\})?$/.exec( series ) ?? [];
	const wanted = labels === '' ? [] : labels.split( ',' );
	return text
		.split( '\n' )
		.map( ( line ) => /^(\w+)(?:\{(.*)\})? (\S+)/.exec( line ) )
		.filter(
			( match ) => match?.[ 1 ] === name && wanted.every( ( label ) => ( match[ 2 ] ?? '' ).includes( label ) )
		)
		.map( ( match ) => Number( match?.[ 3 ] ) );
}
