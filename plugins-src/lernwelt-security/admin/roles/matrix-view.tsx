import { Button, Notice, SearchControl, SelectControl, Spinner } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { RefObject } from 'react';
import { filtered } from './draft';
import { MatrixTable } from './matrix-table';
import { countOfChanges, Summary } from './summary';
import type { MatrixState } from './use-matrix';

/** The matrix with its filter and the bar to save. */
export function MatrixView( { state }: { readonly state: MatrixState } ) {
	const { matrix, status } = state;
	const [ filter, setFilter ] = useState( '' );
	const [ role, setRole ] = useState( 'editor' );
	const [ asking, setAsking ] = useState( false );
	const bar = useRef< HTMLSpanElement >( null );
	useFocusAfterButtons( bar, state.changes.length > 0, asking );
	if ( status === 'failed' ) {
		return <LoadFailure retry={ state.load } />;
	}
	if ( matrix === undefined ) {
		return <Spinner />;
	}
	const rights = filtered( matrix, filter );
	const close = () => setAsking( false );
	return (
		<>
			<p className="lernwelt-roles-lead">{ lead( matrix.portal === 0 ) }</p>
			{ status === 'moved' && (
				<Notice status="warning" isDismissible={ false }>
					{ __(
						'Somebody else has saved in the meantime, so nothing of yours was saved. The table now shows what counts; your changes are still marked. Please check them and save again.',
						'lernwelt-security'
					) }
				</Notice>
			) }
			<div className="lernwelt-roles-tools">
				<SearchControl
					__nextHasNoMarginBottom
					label={ __( 'Find rights', 'lernwelt-security' ) }
					hideLabelFromVision={ false }
					value={ filter }
					onChange={ setFilter }
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					className="lernwelt-roles-phone"
					label={ __( 'Role', 'lernwelt-security' ) }
					value={ role }
					options={ matrix.roles.map( ( each ) => ( { value: each.role, label: each.name } ) ) }
					onChange={ setRole }
				/>
				<span role="status" className="lernwelt-roles-count">
					{ sprintf(
						/* translators: %d: number of rights. */
						_n( '%d right', '%d rights', rights.length, 'lernwelt-security' ),
						rights.length
					) }
				</span>
			</div>
			{ rights.length === 0 ? (
				<p>{ __( 'No right fits these words.', 'lernwelt-security' ) }</p>
			) : (
				<MatrixTable
					matrix={ matrix }
					rights={ rights }
					draft={ state.draft }
					role={ role }
					decide={ state.decide }
				/>
			) }
			<div className={ `lernwelt-roles-bar ${ state.changes.length > 0 ? 'has-changes' : '' }` }>
				<span role="status" ref={ bar } tabIndex={ -1 }>
					{ progress( state ) }
				</span>
				{ state.changes.length > 0 && (
					<>
						<Button __next40pxDefaultSize variant="primary" onClick={ () => setAsking( true ) }>
							{ __( 'Check and save', 'lernwelt-security' ) }
						</Button>
						<Button __next40pxDefaultSize variant="tertiary" onClick={ state.discard }>
							{ __( 'Discard changes', 'lernwelt-security' ) }
						</Button>
					</>
				) }
			</div>
			{ asking && <Summary state={ state } close={ close } /> }
		</>
	);
}

/**
 * Saving and discarding take their own buttons away: the focus then goes to the words beside them, not to the page's top.
 *
 * @param words   Words beside the buttons.
 * @param changes Whether there are changes, so buttons.
 * @param asking  Whether the dialog is open.
 */
function useFocusAfterButtons( words: RefObject< HTMLElement | null >, changes: boolean, asking: boolean ): void {
	const there = useRef( false );
	useEffect( () => {
		if ( changes ) {
			there.current = true;
		} else if ( there.current && ! asking ) {
			there.current = false;
			const page = words.current?.ownerDocument;
			if ( page?.activeElement === page?.body ) {
				words.current?.focus();
			}
		}
	}, [ words, changes, asking ] );
}

function lead( network: boolean ): string {
	return network
		? __(
				'Here you decide for all portals what a role may do. A portal can decide otherwise for itself under Settings → Rights.',
				'lernwelt-security'
			)
		: __(
				'Here you decide what a role may do on this portal. Whatever you don’t decide is inherited from the network.',
				'lernwelt-security'
			);
}

function progress( { status, changes }: MatrixState ): string {
	if ( changes.length > 0 ) {
		return countOfChanges( changes.length );
	}
	if ( status === 'asked' ) {
		return __(
			'Your request waits for a second person under “Approvals”. Nothing has changed yet.',
			'lernwelt-security'
		);
	}
	return status === 'saved'
		? __( 'The changes are saved and count at once.', 'lernwelt-security' )
		: __( 'No changes', 'lernwelt-security' );
}

function LoadFailure( { retry }: { readonly retry: () => Promise< void > } ) {
	return (
		<Notice
			status="error"
			isDismissible={ false }
			actions={ [ { label: __( 'Try again', 'lernwelt-security' ), onClick: () => void retry() } ] }
		>
			{ __( 'The rights could not be loaded.', 'lernwelt-security' ) }
		</Notice>
	);
}
