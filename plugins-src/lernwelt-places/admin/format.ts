import { __, sprintf } from '@wordpress/i18n';
import type { ImportRun } from '../types/generated/import-run';

const language = (): string => document.documentElement.lang || 'de';

/** A whole number as people read it. */
export function count( value: number ): string {
	return new Intl.NumberFormat( language() ).format( value );
}

/**
 * A size in MB or kB.
 *
 * @param bytes Size.
 */
export function size( bytes: number ): string {
	const large = bytes >= 1024 * 1024;
	const value = bytes / ( large ? 1024 * 1024 : 1024 );
	return `${ new Intl.NumberFormat( language(), { maximumFractionDigits: large ? 1 : 0 } ).format( value ) } ${ large ? 'MB' : 'kB' }`;
}

/**
 * An instant in the time of the viewer, '' for none.
 *
 * @param iso UTC, ISO 8601.
 */
export function time( iso: string | null ): string {
	return iso === null
		? ''
		: new Intl.DateTimeFormat( language(), { dateStyle: 'medium', timeStyle: 'short' } ).format( new Date( iso ) );
}

/**
 * What became of a run, in one or two words.
 *
 * @param run Run.
 */
export function stateOf( run: ImportRun ): string {
	switch ( run.state ) {
		case 'waiting':
			return __( 'is waiting', 'lernwelt-places' );
		case 'running':
			return __( 'is running', 'lernwelt-places' );
		case 'finished':
			return __( 'finished', 'lernwelt-places' );
		case 'stopped':
			return __( 'stopped for safety', 'lernwelt-places' );
		case 'failed':
			return __( 'failed', 'lernwelt-places' );
		case 'cancelled':
			return __( 'cancelled', 'lernwelt-places' );
	}
}

/**
 * Whether a run is still going on.
 *
 * @param run Run.
 */
export function isActive( run: ImportRun ): boolean {
	return run.state === 'waiting' || run.state === 'running';
}

/**
 * How far a run is, 0 to 100; undefined when nobody knows.
 *
 * @param run Run.
 */
export function percent( run: ImportRun ): number | undefined {
	return run.total === null || run.total === 0
		? undefined
		: Math.min( 100, Math.floor( ( run.position / run.total ) * 100 ) );
}

/**
 * What is said while a run goes on: only at every quarter, so that listening stays bearable.
 *
 * @param run Run.
 */
export function spoken( run: ImportRun ): string {
	if ( ! isActive( run ) ) {
		/* translators: %s: state of an import, e.g. "finished". */
		return sprintf( __( 'The import has ended: %s.', 'lernwelt-places' ), stateOf( run ) );
	}
	const quarter = Math.floor( ( percent( run ) ?? 0 ) / 25 ) * 25;
	return quarter === 0
		? __( 'The import is running.', 'lernwelt-places' )
		: /* translators: %d: percentage. */
			sprintf( __( '%d percent done.', 'lernwelt-places' ), quarter );
}
