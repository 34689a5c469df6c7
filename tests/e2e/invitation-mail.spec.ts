import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { wp } from '../../bin/src/lib/wp.ts';
import { mailSource, mailWith } from '../support/mail.ts';
import { portals, stack } from '../support/network.ts';

/** Header lines of a part, unfolded. */
const head = ( part: string ): string => ( part.split( '\r\n\r\n' )[ 0 ] ?? '' ).replace( /\r\n[ \t]+/g, ' ' );

/** The parts of a multipart, and nothing before or behind them. */
function parts( source: string ): string[] {
	const boundary = /^Content-Type: multipart\/[^\r\n]*boundary="([^"]+)"/im.exec( head( source ) )?.[ 1 ];
	expect( boundary ).toBeDefined();
	const body = source.slice( source.indexOf( '\r\n\r\n' ) );
	expect( body ).toContain( `\r\n--${ boundary }--` );
	return ( body.split( `\r\n--${ boundary }--` )[ 0 ] ?? '' ).split( `\r\n--${ boundary }\r\n` ).slice( 1 );
}

const decoded = ( part: string ): string =>
	Buffer.from( part.slice( part.indexOf( '\r\n\r\n' ) ), 'base64' ).toString( 'utf8' );

test( 'a mail brings its calendar entry as mail programs and calendars take it', async () => {
	const mark = `einladung-${ Date.now() }`;
	const portal = portals.find( ( { id } ) => id === 'startchancen' );
	await wp( stack, [ 'eval-file', '--use-include', inRoot( 'tests/support/send-invitation.php' ), mark ], portal );
	const mail = await mailWith( mark );
	expect( mail.to.map( ( { address } ) => address ) ).toEqual( [ 'zoe.gross@example.org' ] );
	expect( mail.text ).toContain( 'Sie haben gebucht: Übergänge gestalten.' );

	const source = await mailSource( mail );
	expect( head( source ) ).toMatch( /^Content-Type: multipart\/mixed;/im );
	const [ alternatives = '', file = '', ...others ] = parts( source );
	expect( others ).toEqual( [] );
	expect( head( alternatives ) ).toMatch( /^Content-Type: multipart\/alternative;/im );
	const [ text = '', calendar = '', ...more ] = parts( alternatives );
	expect( more ).toEqual( [] );
	expect( head( text ) ).toMatch( /^Content-Type: text\/plain; charset=UTF-8$/im );
	expect( head( calendar ) ).toMatch( /^Content-Type: text\/calendar; method=REQUEST; charset=UTF-8$/im );
	expect( head( calendar ) ).not.toMatch( /Content-Disposition/i );
	expect( head( file ) ).toMatch( /^Content-Disposition: attachment; filename=invite\.ics$/im );
	expect( decoded( file ) ).toBe( decoded( calendar ) );

	const entry = new ICAL.Component( ICAL.parse( decoded( calendar ) ) as unknown[] );
	const event = new ICAL.Event( entry.getFirstSubcomponent( 'vevent' ) ?? undefined );
	expect( entry.getFirstPropertyValue( 'method' ) ).toBe( 'REQUEST' );
	expect( [ event.uid, event.sequence ] ).toEqual( [ `${ mark }@startchancen.localhost`, 1 ] );
	expect( event.summary ).toBe( 'Übergänge gestalten; Größe, Maß & Zahl' );
	expect( event.description ).toBe( 'Bitte bringen Sie mit:\n– Papier, Stifte 😀' );
	expect( event.startDate.toUnixTime() ).toBe( Date.UTC( 2026, 11, 3, 13 ) / 1000 );
	expect( event.startDate.zone?.tzid ).toBe( 'Europe/Berlin' );
} );
