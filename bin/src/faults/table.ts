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
