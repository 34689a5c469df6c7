/**
 * A number as people here write it.
 *
 * @param value Number.
 */
export function number( value: number ): string {
	return value.toLocaleString( document.documentElement.lang || 'de-DE' );
}

/**
 * A day in words.
 *
 * @param day `YYYY-MM-DD`.
 */
export function dayInWords( day: string ): string {
	return new Date( `${ day }T12:00:00Z` ).toLocaleDateString( document.documentElement.lang || 'de-DE', {
		timeZone: 'UTC',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
	} );
}
