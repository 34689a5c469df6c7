/**
 * Prints the demo downloads: demo/<portal>/downloads/<name>.html → <name>.pdf, tagged, with title, language and outline.
 * Title and description come from the portal's portal.json.
 *
 * Usage: npx tsx bin/src/demo-pdfs.ts [PORTAL…]
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Browser } from '@playwright/test';
import { browser, design, escapeHtml, fontFaces } from './lib/demo-design.ts';
import { runMain, UserError } from './lib/errors.ts';
import { inRoot } from './lib/paths.ts';
import { type Portal, portalById, portalList } from './lib/portals.ts';

/** Largest PDF that still counts as light. */
const MOST_BYTES = 60_000;

interface Download {
	readonly file: string;
	readonly title: string;
	readonly category: string;
	readonly description: string;
	readonly date: string;
}

function downloads( portal: Portal ): readonly Download[] {
	const data = JSON.parse( readFileSync( inRoot( `demo/${ portal.id }/portal.json` ), 'utf8' ) ) as {
		downloads: readonly Download[];
	};
	return data.downloads;
}

/** The sheet around the text of a download. */
async function sheet( portal: Portal, download: Download ): Promise< string > {
	const name = basename( download.file, '.pdf' );
	const body = readFileSync( inRoot( `demo/${ portal.id }/downloads/${ name }.html` ), 'utf8' );
	const { colours, motif } = await design( portal, name, 'card' );
	const variables = Object.entries( colours )
		.map( ( [ slug, value ] ) => `--${ slug }:${ value }` )
		.join( ';' );
	const month = new Intl.DateTimeFormat( 'de-DE', { month: 'long', year: 'numeric' } ).format(
		new Date( download.date )
	);
	const footer = `${ portal.name } · ${ portal.domain } · Stand: ${ month }`;
	return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>${ escapeHtml( download.title ) }</title>
<meta name="description" content="${ escapeHtml( download.description ) }">
<meta name="author" content="${ escapeHtml( portal.name ) }">
<style>${ fontFaces() }:root{${ variables }}${ readFileSync( inRoot( 'demo/common/pdf.css' ), 'utf8' ) }
@page{@bottom-left{content:"${ footer }"}}</style>
</head>
<body>
<header>
<img alt="" src="data:image/svg+xml;base64,${ Buffer.from( motif ).toString( 'base64' ) }">
<p>${ escapeHtml( portal.name ) } · ${ escapeHtml( download.category ) }</p>
<h1>${ escapeHtml( download.title ) }</h1>
</header>
<main>
${ body }</main>
</body>
</html>`;
}

/** Puts the date of the download in the place of the moment of printing, so that the same sheet gives the same file. */
function dated( pdf: Buffer, date: string ): Buffer {
	const stamp = `D:${ date.replaceAll( '-', '' ) }090000+00'00'`;
	return Buffer.from( pdf.toString( 'latin1' ).replace( /D:\d{14}\+00'00'/g, stamp ), 'latin1' );
}

async function print( chrome: Browser, portal: Portal, download: Download ): Promise< void > {
	const target = inRoot( `demo/${ portal.id }/downloads/${ download.file }` );
	const page = await chrome.newPage();
	await page.setContent( await sheet( portal, download ), { waitUntil: 'load' } );
	await page.evaluate( () => document.fonts.ready.then( () => undefined ) );
	const printed = await page.pdf( { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } );
	await page.close();
	const pdf = dated( printed, download.date );
	process.stdout.write( `${ portal.id }/${ download.file }: ${ Math.round( pdf.length / 1000 ) } kB\n` );
	if ( pdf.length > MOST_BYTES ) {
		throw new UserError( `${ target } has ${ pdf.length } bytes, more than ${ MOST_BYTES }: shorten it.` );
	}
	await writeFile( target, pdf );
}

await runMain( async () => {
	const names = process.argv.slice( 2 );
	const portals = names.length === 0 ? portalList().portals : names.map( portalById );
	const chrome = await browser();
	try {
		for ( const portal of portals ) {
			for ( const download of downloads( portal ) ) {
				await print( chrome, portal, download );
			}
		}
	} finally {
		await chrome.close();
	}
} );
