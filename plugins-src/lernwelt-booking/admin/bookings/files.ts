import type { ParticipantTable } from '../../types/generated/participant-table';
import { api } from './api';

/** A cell of an Excel file. */
export interface Cell {
	readonly type: StringConstructor;
	readonly value: string;
	readonly fontWeight?: 'bold';
}

/**
 * Cells of an Excel file. Every one is text, whatever it looks like: "=1+1" is what somebody typed, no formula.
 *
 * @param rows Rows, the headings first.
 */
export function cells( rows: ParticipantTable[ 'rows' ] ): Array< Array< Cell | null > > {
	return rows.map( ( row, index ) =>
		row.map( ( value ) =>
			value === '' ? null : { type: String, value, ...( index === 0 ? { fontWeight: 'bold' as const } : {} ) }
		)
	);
}

/**
 * Makes an Excel file; the code for it is loaded now.
 *
 * @param rows  Rows, the headings first.
 * @param sheet Name of the sheet.
 */
export async function workbook( rows: ParticipantTable[ 'rows' ], sheet: string ): Promise< Blob > {
	const { default: write } = await import( /* webpackChunkName: "bookings-xlsx" */ 'write-excel-file/universal' );
	const columns = ( rows[ 0 ] ?? [] ).map( ( heading ) => ( { width: Math.max( 14, heading.length + 4 ) } ) );
	return write( cells( rows ), { sheet, columns, stickyRowsCount: 1 } ).toBlob();
}

function save( blob: Blob, name: string ): void {
	const link = document.createElement( 'a' );
	link.href = URL.createObjectURL( blob );
	link.download = name;
	link.click();
	URL.revokeObjectURL( link.href );
}

/**
 * Hands the CSV file of a date to the browser as a download.
 *
 * @param date Date.
 */
export async function saveCsv( date: number ): Promise< void > {
	const response = await api.csv( date );
	const name = /filename="([^"]+)"/.exec( response.headers.get( 'Content-Disposition' ) ?? '' )?.[ 1 ];
	save( await response.blob(), name ?? 'teilnehmende.csv' );
}

/**
 * Makes the Excel file of a date and hands it to the browser as a download.
 *
 * @param date  Date.
 * @param sheet Name of the sheet.
 */
export async function saveWorkbook( date: number, sheet: string ): Promise< void > {
	const { name, rows } = await api.table( date );
	save( await workbook( rows, sheet ), `${ name }.xlsx` );
}
