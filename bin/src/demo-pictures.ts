/**
 * Turns the drawings of the demo content into pictures: demo/<portal>/pictures/<name>.svg → <name>.webp in the portal's
 * colours, and draws the invented logos of the partners into demo/common/pictures/.
 *
 * Usage: npx tsx bin/src/demo-pictures.ts [PORTAL…]
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Page } from '@playwright/test';
import { browser, type Colours, design, escapeHtml, fontFaces } from './lib/demo-design.ts';
import { runMain, UserError } from './lib/errors.ts';
import { inRoot } from './lib/paths.ts';
import { type Portal, portalById, portalList } from './lib/portals.ts';

/** Largest picture that still counts as light. */
const MOST_BYTES = 40_000;

interface Picture {
	readonly file: string;
	readonly alt: string;
}

interface Size {
	readonly width: number;
	readonly height: number;
}

function pictures( portal: Portal ): readonly Picture[] {
	const data = JSON.parse( readFileSync( inRoot( `demo/${ portal.id }/portal.json` ), 'utf8' ) ) as {
		pictures: readonly Picture[];
	};
	return data.pictures;
}

function sheet( colours: Colours, svg: string ): string {
	const variables = Object.entries( colours ).map( ( [ slug, value ] ) => `--${ slug }:${ value }` );
	return `<!doctype html><style>${ fontFaces() }:root{${ variables.join( ';' ) }}*{margin:0}svg{display:block;width:100vw;height:100vh;font:700 30px Atkinson}</style>${ svg }`;
}

/** A calm word mark: a sign of two quarter arcs, the name in up to three lines. */
function logo( name: string ): string {
	const lines = name
		.split( ' ' )
		.reduce< string[] >( ( all, word ) => {
			const last = all.at( -1 );
			if ( last !== undefined && `${ last } ${ word }`.length <= 16 ) {
				return [ ...all.slice( 0, -1 ), `${ last } ${ word }` ];
			}
			return [ ...all, word ];
		}, [] )
		.map( ( line, index, all ) => {
			const y = 80 + 11 + ( index - ( all.length - 1 ) / 2 ) * 36;
			return `<text x="144" y="${ y }" fill="var(--ink)">${ escapeHtml( line ) }</text>`;
		} );
	const turn = ( name.length % 4 ) * 90;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 160" fill="none"><rect width="480" height="160" fill="#fff"/><g transform="rotate(${ turn } 72 80)"><path d="M40 112a32 32 0 0 1 32-32 32 32 0 0 0 32-32" stroke="var(--blue)" stroke-width="18" stroke-linecap="round"/><circle cx="48" cy="56" r="13" fill="var(--ink)"/></g>${ lines.join( '' ) }</svg>`;
}

/** Renders HTML and returns it as WebP. */
async function render( page: Page, html: string, size: Size, quality: number ): Promise< Buffer > {
	await page.setViewportSize( size );
	await page.setContent( html, { waitUntil: 'load' } );
	await page.evaluate( () => document.fonts.ready.then( () => undefined ) );
	const png = await page.screenshot( { type: 'png' } );
	const webp = await page.evaluate(
		async ( { data, q } ) => {
			const image = new Image();
			image.src = `data:image/png;base64,${ data }`;
			await image.decode();
			const canvas = document.createElement( 'canvas' );
			canvas.width = image.width;
			canvas.height = image.height;
			canvas.getContext( '2d' )?.drawImage( image, 0, 0 );
			return canvas.toDataURL( 'image/webp', q ).split( ',' )[ 1 ] ?? '';
		},
		{ data: png.toString( 'base64' ), q: quality }
	);
	return Buffer.from( webp, 'base64' );
}

async function draw( page: Page, portal: Portal, picture: Picture ): Promise< void > {
	const name = basename( picture.file, '.webp' );
	const source = inRoot( `demo/${ portal.id }/pictures/${ name }.svg` );
	const isLogo = name.startsWith( 'logo-' );
	if ( ! isLogo && ! existsSync( source ) ) {
		throw new UserError( `demo/${ portal.id }/portal.json names ${ picture.file }, but there is no ${ source }.` );
	}
	const { colours } = await design( portal, name, 'card' );
	const svg = isLogo ? logo( picture.alt ) : readFileSync( source, 'utf8' );
	const size = isLogo ? { width: 480, height: 160 } : { width: 1280, height: 720 };
	const webp = await render( page, sheet( colours, svg ), size, isLogo ? 0.9 : 0.82 );
	const folder = inRoot( `demo/${ isLogo ? 'common' : portal.id }/pictures` );
	await mkdir( folder, { recursive: true } );
	await writeFile( `${ folder }/${ picture.file }`, webp );
	process.stdout.write( `${ portal.id }/${ picture.file }: ${ Math.round( webp.length / 1000 ) } kB\n` );
	if ( webp.length > MOST_BYTES ) {
		throw new UserError( `${ picture.file } has ${ webp.length } bytes, more than ${ MOST_BYTES }: simplify it.` );
	}
}

await runMain( async () => {
	const names = process.argv.slice( 2 );
	const portals = names.length === 0 ? portalList().portals : names.map( portalById );
	const chrome = await browser();
	try {
		const page = await chrome.newPage();
		for ( const portal of portals ) {
			for ( const picture of pictures( portal ) ) {
				await draw( page, portal, picture );
			}
		}
	} finally {
		await chrome.close();
	}
} );
