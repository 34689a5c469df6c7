import type { Result } from './trial.ts';

/**
 * The results as a table in Markdown.
 *
 * @param results Results.
 */
export function markdown( results: readonly Result[] ): string {
	const row = ( cells: readonly string[] ): string =>
		`| ${ cells.map( ( cell ) => cell.replaceAll( '|', '\\|' ).replace( /\s+/g, ' ' ) ).join( ' | ' ) } |`;
	const head = [
		'fault',
		'cached pages',
		'logged-in pages',
		'bookings',
		'good again after',
		'alarm',
		'besides',
		'result',
	];
	return [
		row( head ),
		row( head.map( () => '---' ) ),
		...results.map( ( { title, cached, own, bookings, recovery, alarm, findings, verdict, reasons } ) =>
			row( [
				...[ title, cached, own, bookings, recovery, alarm ],
				findings.map( ( { text } ) => text ).join( '; ' ),
				verdict === 'fail' ? `**fail**: ${ reasons.join( '; ' ) }` : verdict,
			] )
		),
	].join( '\n' );
}

/**
 * New rows in the place of old ones, in the order of the titles; rows of faults that are no longer tried go.
 *
 * @param old    Text with a table, or without any.
 * @param fresh  Table of this run.
 * @param titles Titles of all faults.
 */
export function merged( old: string, fresh: string, titles: readonly string[] ): string {
	const rows = ( table: string ): string[] => table.split( '\n' ).filter( ( line ) => line.startsWith( '| ' ) );
	const head = rows( fresh ).slice( 0, 2 );
	const all = [ ...rows( fresh ).slice( 2 ), ...rows( old ).slice( 2 ) ];
	const found = titles.map( ( title ) => all.find( ( line ) => line.startsWith( `| ${ title } |` ) ) );
	return [ ...head, ...found.filter( ( line ) => line !== undefined ) ].join( '\n' );
}
