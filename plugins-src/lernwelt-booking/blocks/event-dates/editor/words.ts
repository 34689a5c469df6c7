import { __, _n, sprintf } from '@wordpress/i18n';
import type { DateInput, DateItem } from './form';

const language = () => document.documentElement.lang || 'de-DE';

function parts( moment: string, options: Intl.DateTimeFormatOptions ): string {
	const time = new Date( `${ moment.length > 10 ? moment.replace( ' ', 'T' ) : `${ moment }T00:00` }Z` );
	return new Intl.DateTimeFormat( language(), { ...options, timeZone: 'UTC' } ).format( time );
}

/**
 * A day in words: "Do., 3. Dez. 2026".
 *
 * @param moment Begins with `YYYY-MM-DD`.
 */
export function dayWords( moment: string ): string {
	return parts( moment, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } );
}

/**
 * When a date takes place.
 *
 * @param input Its form.
 */
export function whenWords( input: DateInput ): string {
	const [ first, last ] = [ dayWords( input.start ), dayWords( input.end ) ];
	if ( input.all_day ) {
		/* translators: 1: first day, 2: last day. */
		return first === last ? first : sprintf( __( '%1$s to %2$s', 'lernwelt-booking' ), first, last );
	}
	const hour = ( moment: string ) => parts( moment, { hour: '2-digit', minute: '2-digit' } );
	if ( first === last ) {
		/* translators: 1: day in words, 2: start, 3: end. */
		return sprintf( __( '%1$s, %2$s to %3$s', 'lernwelt-booking' ), first, hour( input.start ), hour( input.end ) );
	}
	/* translators: 1: first day, 2: start, 3: last day, 4: end. */
	const words = __( '%1$s, %2$s to %3$s, %4$s', 'lernwelt-booking' );
	return sprintf( words, first, hour( input.start ), last, hour( input.end ) );
}

/**
 * How a date stands, in a word.
 *
 * @param item Date.
 */
export function stateWords( item: DateItem ): string {
	if ( item.state === 'cancelled' ) {
		return __( 'called off', 'lernwelt-booking' );
	}
	if ( item.begun ) {
		return item.over ? __( 'over', 'lernwelt-booking' ) : __( 'has begun', 'lernwelt-booking' );
	}
	if ( item.free === 0 ) {
		return __( 'full', 'lernwelt-booking' );
	}
	const missing = item.input.minimum - item.booked;
	return missing > 0
		? /* translators: %d: number of bookings. */
			sprintf( _n( 'needs %d more booking', 'needs %d more bookings', missing, 'lernwelt-booking' ), missing )
		: __( 'planned', 'lernwelt-booking' );
}

/**
 * How many people get a mail.
 *
 * @param booked Number of bookings, at least one.
 */
export function toldWords( booked: number ): string {
	return sprintf(
		/* translators: %d: number of people. */
		_n(
			'%d person has booked and will get an e-mail with the changed calendar entry.',
			'%d people have booked and will get an e-mail with the changed calendar entry.',
			booked,
			'lernwelt-booking'
		),
		booked
	);
}
