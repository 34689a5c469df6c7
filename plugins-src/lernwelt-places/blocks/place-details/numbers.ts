import type { Point } from './districts';

/**
 * A number as people write it: with a comma or a point.
 *
 * @param text What was typed.
 * @return Null when it is no number.
 */
export function parseDegrees( text: string ): number | null {
	return /^[+-]?\d{1,3}([.,]\d+)?$/.test( text.trim() ) ? Number( text.trim().replace( ',', '.' ) ) : null;
}

/**
 * A number with a comma, at most six places: that is a tenth of a metre.
 *
 * @param degrees Number.
 */
export function formatDegrees( degrees: number ): string {
	return String( Math.round( degrees * 1e6 ) / 1e6 ).replace( '.', ',' );
}

/**
 * Both numbers out of a text copied from a map: "51.4828, 11.9697" or "51,4828 11,9697".
 *
 * @param text What was pasted.
 * @return Null when it holds anything but two numbers.
 */
export function parsePair( text: string ): Point | null {
	const parts = text.trim().split( /\s*[;|]\s*|,\s+|\s+/ );
	const [ lat, lng ] = parts.length === 2 ? parts.map( parseDegrees ) : [];
	return lat === undefined || lng === undefined || lat === null || lng === null ? null : { lat, lng };
}
