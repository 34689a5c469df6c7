/** Ratio that text needs, as WCAG 2.x level AA says. */
export const TEXT_RATIO = 4.5;

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/**
 * Ratio of a colour on white, 1 to 21.
 *
 * @param color `#RRGGBB`.
 * @return Rounded down to two decimals, so that a shown 4.50 passes; null when it is no colour.
 */
export function ratioOnWhite( color: string ): number | null {
	const channels = HEX.exec( color );
	if ( channels === null ) {
		return null;
	}
	const [ red, green, blue ] = channels.slice( 1 ).map( linear );
	const luminance = 0.2126 * ( red ?? 0 ) + 0.7152 * ( green ?? 0 ) + 0.0722 * ( blue ?? 0 );
	return Math.floor( ( 105 / ( luminance * 100 + 5 ) ) * 100 ) / 100;
}

/**
 * A ratio as people read it: "4,21:1" in German.
 *
 * @param ratio  The ratio.
 * @param locale Language tag.
 */
export function formatRatio( ratio: number, locale = document.documentElement.lang ): string {
	const number = new Intl.NumberFormat( locale === '' ? 'de' : locale, { maximumFractionDigits: 2 } ).format( ratio );
	return `${ number }:1`;
}

function linear( channel: string ): number {
	const value = parseInt( channel, 16 ) / 255;
	return value <= 0.04045 ? value / 12.92 : ( ( value + 0.055 ) / 1.055 ) ** 2.4;
}
