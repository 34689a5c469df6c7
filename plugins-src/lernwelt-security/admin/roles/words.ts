import { __, sprintf } from '@wordpress/i18n';
import type { Cell, Decision } from './api';

/**
 * "yes" or "no".
 *
 * @param granted Whether.
 */
export function yesNo( granted: boolean ): string {
	return granted ? __( 'yes', 'lernwelt-security' ) : __( 'no', 'lernwelt-security' );
}

/**
 * A decision in words.
 *
 * @param decision  Decision.
 * @param inherited What counts without one.
 * @param network   Whether it is the network's matrix: there the default counts.
 */
export function decisionWord( decision: Decision, inherited: boolean, network: boolean ): string {
	if ( decision !== 'inherited' ) {
		return yesNo( decision === 'yes' );
	}
	return network
		? /* translators: %s: "yes" or "no". */
			sprintf( __( 'Default: %s', 'lernwelt-security' ), yesNo( inherited ) )
		: /* translators: %s: "yes" or "no". */
			sprintf( __( 'Inherits: %s', 'lernwelt-security' ), yesNo( inherited ) );
}

/**
 * A fixed cell in words.
 *
 * @param cell Cell.
 */
export function fixedWord( cell: Cell ): string {
	return cell.granted ? __( 'yes, fixed', 'lernwelt-security' ) : __( 'no, fixed', 'lernwelt-security' );
}
