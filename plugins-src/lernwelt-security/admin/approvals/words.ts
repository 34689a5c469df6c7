import { __, _n, sprintf } from '@wordpress/i18n';
import type { Action } from './api';

const DAY = 86_400_000;

/**
 * Name of a button.
 *
 * @param action What it does.
 */
export function actionWord( action: Action ): string {
	switch ( action ) {
		case 'confirm':
			return __( 'Confirm', 'lernwelt-security' );
		case 'deny':
			return __( 'Deny', 'lernwelt-security' );
		case 'withdraw':
			return __( 'Withdraw', 'lernwelt-security' );
		case 'explain':
			return __( 'Give the reason', 'lernwelt-security' );
	}
}

/**
 * What was done, for the notice.
 *
 * @param action What.
 */
export function doneWord( action: Action ): string {
	switch ( action ) {
		case 'confirm':
			return __( 'You have confirmed the request.', 'lernwelt-security' );
		case 'deny':
			return __( 'You have denied the request.', 'lernwelt-security' );
		case 'withdraw':
			return __( 'You have withdrawn your request.', 'lernwelt-security' );
		case 'explain':
			return __( 'Your request now waits for a second person.', 'lernwelt-security' );
	}
}

/**
 * How much time is left to decide.
 *
 * @param due   Last day, Y-m-d.
 * @param today Today.
 */
export function clockWord( due: string, today: Date ): string {
	const [ year = 0, month = 1, day = 1 ] = due.split( '-' ).map( Number );
	const midnight = Date.UTC( today.getFullYear(), today.getMonth(), today.getDate() );
	const days = Math.round( ( Date.UTC( year, month - 1, day ) - midnight ) / DAY );
	const date = new Date( year, month - 1, day ).toLocaleDateString( 'de-DE', { dateStyle: 'medium' } );
	if ( days < 0 ) {
		/* translators: %s: date. */
		return sprintf( __( 'Overdue since %s', 'lernwelt-security' ), date );
	}
	if ( days === 0 ) {
		return __( 'To be decided today', 'lernwelt-security' );
	}
	return sprintf(
		/* translators: 1: number of days, 2: date. */
		_n(
			'%1$d day left to decide (until %2$s)',
			'%1$d days left to decide (until %2$s)',
			days,
			'lernwelt-security'
		),
		days,
		date
	);
}

/**
 * An instant.
 *
 * @param instant ISO 8601.
 */
export function when( instant: string ): string {
	return new Date( instant ).toLocaleString( 'de-DE', { dateStyle: 'medium', timeStyle: 'short' } );
}
