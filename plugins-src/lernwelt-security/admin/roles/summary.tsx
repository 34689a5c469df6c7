import { Button, Modal, Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ReasonField, useReason } from '../reason';
import { granted, type NamedChange } from './draft';
import type { MatrixState } from './use-matrix';
import { decisionWord } from './words';

/**
 * "3 changes".
 *
 * @param count How many.
 */
export function countOfChanges( count: number ): string {
	/* translators: %d: number of changes. */
	return sprintf( _n( '%d change', '%d changes', count, 'lernwelt-security' ), count );
}

/** What will be saved, before it is. */
export function Summary( { state, close }: { readonly state: MatrixState; readonly close: () => void } ) {
	const saving = state.status === 'saving';
	const network = state.matrix?.portal === 0;
	const needsSecond = state.matrix?.second_person === true;
	const reason = useReason();
	const save = () => {
		const text = needsSecond ? reason.given() : '';
		if ( text !== undefined ) {
			void state.save( text ).then( ( done ) => done && close() );
		}
	};
	return (
		<Modal
			title={ countOfChanges( state.changes.length ) }
			onRequestClose={ close }
			className="lernwelt-roles-summary"
		>
			{ state.message !== '' && (
				<Notice status="error" isDismissible={ false }>
					{ state.message }
				</Notice>
			) }
			{ needsSecond && (
				<p>
					{ __(
						'Changes of rights need two people: somebody else has to confirm them under “Approvals” before they count.',
						'lernwelt-security'
					) }
				</p>
			) }
			<p>
				{ network
					? __(
							'This counts on all portals that have not decided otherwise, for everybody with the role and at once.',
							'lernwelt-security'
						)
					: __(
							'This counts on this portal, for everybody with the role and at once.',
							'lernwelt-security'
						) }
			</p>
			<ul>
				{ state.changes.map( ( change ) => (
					<li key={ `${ change.role }/${ change.capability }` }>
						<strong>{ `${ change.roleName } – ${ change.label }` }</strong>
						<br />
						{ fromTo( change, network ) }
					</li>
				) ) }
			</ul>
			{ needsSecond && <ReasonField reason={ reason } /> }
			<div className="lernwelt-roles-actions">
				<Button
					__next40pxDefaultSize
					variant="primary"
					isBusy={ saving }
					disabled={ saving }
					accessibleWhenDisabled
					onClick={ save }
				>
					{ needsSecond
						? __( 'Ask a second person', 'lernwelt-security' )
						: __( 'Save changes', 'lernwelt-security' ) }
				</Button>
				<Button __next40pxDefaultSize variant="tertiary" onClick={ close }>
					{ __( 'Back', 'lernwelt-security' ) }
				</Button>
			</div>
		</Modal>
	);
}

function fromTo( change: NamedChange, network: boolean ): string {
	const { before } = change;
	const words = sprintf(
		/* translators: 1: before, e.g. "no", 2: after, e.g. "yes". */
		__( 'from “%1$s” to “%2$s”', 'lernwelt-security' ),
		decisionWord( before.decision, before.inherited, network ),
		decisionWord( change.granted, before.inherited, network )
	);
	if ( before.granted === granted( before, change.granted ) ) {
		/* translators: %s: change, e.g. "from “yes” to “Inherits: yes”". */
		return sprintf( __( '%s (makes no difference today)', 'lernwelt-security' ), words );
	}
	return words;
}
