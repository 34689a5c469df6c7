import { describe, expect, it } from '@jest/globals';
// eslint-disable-next-line import/no-extraneous-dependencies -- it comes with write-excel-file
import { unzipSync } from 'fflate';
import { TextDecoder } from 'node:util';
import { cells, workbook } from '../files';

const ROWS = [
	[ 'Name', 'Notiz' ],
	[ "=cmd|'/C calc'!A0", '' ],
	[ '0471188', '<b>Ä & „ß“</b>' ],
];

describe( 'Excel file', () => {
	it( 'takes every cell as text', () => {
		const made = cells( ROWS );
		expect( made.flat().filter( ( cell ) => cell !== null && ( cell.type as unknown ) !== String ) ).toEqual( [] );
		expect( made[ 1 ] ).toEqual( [ { type: String, value: "=cmd|'/C calc'!A0" }, null ] );
	} );

	it( 'holds no formula and what was typed, letter for letter', async () => {
		const blob = await workbook( ROWS, 'Teilnehmende' );
		const parts = unzipSync( new Uint8Array( await bytes( blob ) ) );
		const text = ( name: string ) => new TextDecoder().decode( parts[ name ] );
		expect( text( 'xl/workbook.xml' ) ).toContain( 'Teilnehmende' );
		const sheet = text( 'xl/worksheets/sheet1.xml' );
		expect( sheet ).not.toMatch( /<f[ >]/ );
		const strings = new DOMParser().parseFromString( text( 'xl/sharedStrings.xml' ), 'application/xml' );
		const words = [ ...strings.getElementsByTagName( 't' ) ].map( ( { textContent } ) => textContent );
		expect( words ).toEqual( [ 'Name', 'Notiz', "=cmd|'/C calc'!A0", '0471188', '<b>Ä & „ß“</b>' ] );
	} );
} );

/** jsdom's blobs can't be read otherwise. */
function bytes( blob: Blob ): Promise< ArrayBuffer > {
	return new Promise( ( resolve, reject ) => {
		const reader = new FileReader();
		reader.onload = () => resolve( reader.result as ArrayBuffer );
		reader.onerror = () => reject( new Error( 'The file can’t be read.' ) );
		reader.readAsArrayBuffer( blob );
	} );
}
