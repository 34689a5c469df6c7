import { readFileSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { UserError } from './errors.ts';
import { inRoot } from './paths.ts';
import { type Portal } from './portals.ts';
import { must } from './run.ts';

/** Colours of a portal, by palette slug. */
export type Colours = Readonly< Record< string, string > >;

/** What PDFs and pictures take from the theme. */
export interface Design {
	readonly colours: Colours;
	/** The learning path of a seed as an SVG document. */
	readonly motif: string;
}

interface Variant {
	readonly settings: { readonly custom: { readonly accent: string; readonly tint: string } };
}

// The theme's own classes, so that a PDF shows the same path as the page.
const PHP = `
spl_autoload_register( static fn ( string $c ) => require $argv[1] . '/' . basename( strtr( $c, '\\\\', '/' ) ) . '.php' );
use Lernwelt\\Core\\Design\\{Color, Motif, MotifShape, MotifSvg, Palette};
$palette = Palette::of( Color::from_hex( $argv[2] ), Color::from_hex( $argv[3] ) );
$motif   = Motif::grow( $argv[4], MotifShape::from( $argv[5] ) );
echo json_encode( array( 'colours' => $palette->hexes(), 'motif' => MotifSvg::for_file( $motif, $palette ) ) );
`;

/**
 * Asks the theme's design classes for colours and motif.
 *
 * @param portal Portal.
 * @param seed   Seed of the motif.
 * @param shape  Format of the motif.
 */
export async function design( portal: Portal, seed: string, shape: 'band' | 'card' | 'square' ): Promise< Design > {
	const file = inRoot( `theme-src/${ portal.theme }/theme.json` );
	const { accent, tint } = ( JSON.parse( readFileSync( file, 'utf8' ) ) as Variant ).settings.custom;
	const classes = inRoot( 'plugins-src/lernwelt-core/src/Design' );
	const { stdout } = await must( 'php', [ '-r', PHP, '--', classes, accent, tint, seed, shape ] );
	return JSON.parse( stdout ) as Design;
}

/** The theme's fonts as a style sheet that needs no other file. */
export function fontFaces(): string {
	return [ 400, 700 ]
		.map( ( weight ) => {
			const file = inRoot(
				`node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${ weight }-normal.woff2`
			);
			const data = readFileSync( file ).toString( 'base64' );
			return `@font-face{font-family:Atkinson;font-weight:${ weight };src:url(data:font/woff2;base64,${ data })}`;
		} )
		.join( '' );
}

/**
 * Starts the system's Chromium.
 *
 * @throws UserError when there is none.
 */
export async function browser(): Promise< Browser > {
	try {
		return await chromium.launch( {
			executablePath: process.env.LERNWELT_CHROMIUM ?? '/usr/bin/chromium',
			args: [ '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking' ],
		} );
	} catch ( error ) {
		throw new UserError(
			`Chromium does not start (${ error instanceof Error ? error.message.split( '\n' )[ 0 ] : 'unknown error' }): install it with "apt-get install chromium" or name it in LERNWELT_CHROMIUM.`
		);
	}
}

/** @param text Plain text for HTML. */
export function escapeHtml( text: string ): string {
	return text.replace( /&/g, '&amp;' ).replace( /</g, '&lt;' ).replace( />/g, '&gt;' ).replace( /"/g, '&quot;' );
}
