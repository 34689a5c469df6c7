/**
 * Prints the numbers of scss/_fonts.scss: how a system font must be scaled so that text set in it takes
 * the same room as in the web font, and nothing jumps when the web font arrives.
 *
 * Usage: tsx tools/font-metrics.ts <web-font.woff> <system-font.ttf>
 * The .woff files of the same package carry the same tables as the .woff2 ones, without their transformation.
 */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/** Letters of ordinary German text, in parts per thousand. */
const FREQUENCY: Record< string, number > = {
	' ': 150,
	e: 140,
	n: 82,
	i: 64,
	s: 58,
	r: 58,
	a: 54,
	t: 51,
	d: 42,
	h: 38,
	u: 34,
	l: 29,
	c: 26,
	g: 25,
	m: 21,
	o: 21,
	b: 16,
	w: 15,
	f: 13,
	k: 10,
	z: 9,
	p: 7,
	v: 6,
	ü: 6,
	ä: 5,
	ß: 3,
	ö: 3,
	j: 2,
	y: 1,
	x: 1,
	q: 1,
	E: 4,
	S: 7,
	L: 5,
	D: 6,
	M: 4,
	A: 5,
	B: 4,
	'.': 10,
	',': 9,
	'-': 3,
};

interface Metrics {
	readonly unitsPerEm: number;
	readonly ascent: number;
	readonly descent: number;
	readonly lineGap: number;
	readonly meanWidth: number;
}

function tables( file: string ): Map< string, Buffer > {
	const font = readFileSync( file );
	const isWoff = font.toString( 'latin1', 0, 4 ) === 'wOFF';
	const count = font.readUInt16BE( isWoff ? 12 : 4 );
	const found = new Map< string, Buffer >();
	for ( let i = 0; i < count; i++ ) {
		const entry = isWoff ? 44 + i * 20 : 12 + i * 16;
		const tag = font.toString( 'latin1', entry, entry + 4 );
		if ( isWoff ) {
			const start = font.readUInt32BE( entry + 4 );
			const packed = font.readUInt32BE( entry + 8 );
			const length = font.readUInt32BE( entry + 12 );
			const data = font.subarray( start, start + packed );
			found.set( tag, packed < length ? inflateSync( data ) : data );
		} else {
			const start = font.readUInt32BE( entry + 8 );
			found.set( tag, font.subarray( start, start + font.readUInt32BE( entry + 12 ) ) );
		}
	}
	return found;
}

function glyphOf( cmap: Buffer, code: number ): number {
	for ( let i = 0; i < cmap.readUInt16BE( 2 ); i++ ) {
		const start = cmap.readUInt32BE( 4 + i * 8 + 4 );
		if ( cmap.readUInt16BE( start ) !== 4 ) {
			continue;
		}
		const doubled = cmap.readUInt16BE( start + 6 );
		for ( let s = 0; s < doubled; s += 2 ) {
			const end = cmap.readUInt16BE( start + 14 + s );
			const first = cmap.readUInt16BE( start + 16 + doubled + s );
			if ( code > end || code < first ) {
				continue;
			}
			const delta = cmap.readUInt16BE( start + 16 + 2 * doubled + s );
			const place = start + 16 + 3 * doubled + s;
			const offset = cmap.readUInt16BE( place );
			const glyph = offset === 0 ? code : cmap.readUInt16BE( place + offset + 2 * ( code - first ) );
			return ( glyph + delta ) % 0x10000;
		}
	}
	throw new Error( `No glyph for U+${ code.toString( 16 ) }.` );
}

function metrics( file: string ): Metrics {
	const all = tables( file );
	const table = ( tag: string ): Buffer => {
		const data = all.get( tag );
		if ( data === undefined ) {
			throw new Error( `${ file } has no table ${ tag }.` );
		}
		return data;
	};
	const [ head, hhea, hmtx, cmap ] = [ table( 'head' ), table( 'hhea' ), table( 'hmtx' ), table( 'cmap' ) ];
	const last = hhea.readUInt16BE( 34 ) - 1;
	let width = 0;
	let weight = 0;
	for ( const [ letter, share ] of Object.entries( FREQUENCY ) ) {
		width += share * hmtx.readUInt16BE( 4 * Math.min( glyphOf( cmap, letter.codePointAt( 0 ) ?? 32 ), last ) );
		weight += share;
	}
	return {
		unitsPerEm: head.readUInt16BE( 18 ),
		ascent: hhea.readInt16BE( 4 ),
		descent: -hhea.readInt16BE( 6 ),
		lineGap: hhea.readInt16BE( 8 ),
		meanWidth: width / weight / head.readUInt16BE( 18 ),
	};
}

const [ web, system ] = process.argv.slice( 2 );
if ( web === undefined || system === undefined ) {
	throw new Error( 'Usage: tsx tools/font-metrics.ts <web-font.woff> <system-font.ttf>' );
}
const target = metrics( web );
const scale = target.meanWidth / metrics( system ).meanWidth;
const percent = ( value: number ): string => `${ ( ( value * 100 ) / target.unitsPerEm / scale ).toFixed( 2 ) }%`;
process.stdout.write(
	`size-adjust: ${ ( scale * 100 ).toFixed( 2 ) }%;\nascent-override: ${ percent( target.ascent ) };\n` +
		`descent-override: ${ percent( target.descent ) };\nline-gap-override: ${ percent( target.lineGap ) };\n`
);
