import { Button, Notice, Spinner } from '@wordpress/components';
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { type Action, type Approval, decide, failure, readApprovals } from './api';
import { Card } from './card';
import { doneWord } from './words';

interface Said {
	readonly status: 'success' | 'error';
	readonly message: string;
}

/** Settings → Approvals of a portal, and Approvals of the network. */
export function Screen( { portal }: { readonly portal: number } ) {
	const [ items, setItems ] = useState< readonly Approval[] >();
	const [ failed, setFailed ] = useState( false );
	const [ said, setSaid ] = useState< Said >();
	const heading = useRef< HTMLHeadingElement >( null );

	const load = useCallback( async () => {
		setFailed( false );
		try {
			setItems( await readApprovals( portal ) );
		} catch {
			setFailed( true );
		}
	}, [ portal ] );
	useEffect( () => void load(), [ load ] );

	const act = async ( id: number, action: Action, text: string ): Promise< void > => {
		setSaid( undefined );
		try {
			setItems( await decide( portal, id, action, text ) );
			setSaid( { status: 'success', message: doneWord( action ) } );
			// The buttons are gone: the words about them are at the top.
			heading.current?.focus();
		} catch ( error ) {
			setSaid( { status: 'error', message: failure( error ) } );
		}
	};

	const pending = ( items ?? [] ).filter( ( item ) => item.pending );
	const decided = ( items ?? [] ).filter( ( item ) => ! item.pending );
	return (
		<div className="lernwelt-approvals">
			<h1 ref={ heading } tabIndex={ -1 }>
				{ __( 'Approvals', 'lernwelt-security' ) }
			</h1>
			<p className="lernwelt-approvals-lead">
				{ __(
					'Erasing somebody’s data, exporting everything and changing rights need two people: one asks, another confirms. Requests expire after 14 days. Every step is in the audit log.',
					'lernwelt-security'
				) }
			</p>
			{ said !== undefined && (
				<Notice status={ said.status } isDismissible={ false }>
					{ said.message }
				</Notice>
			) }
			{ failed && (
				<Notice status="error" isDismissible={ false }>
					{ __( 'The requests could not be loaded.', 'lernwelt-security' ) }{ ' ' }
					<Button variant="link" onClick={ () => void load() }>
						{ __( 'Try again', 'lernwelt-security' ) }
					</Button>
				</Notice>
			) }
			{ items === undefined && ! failed && <Spinner /> }
			{ items !== undefined && (
				<>
					<h2>{ __( 'To be decided', 'lernwelt-security' ) }</h2>
					{ pending.length === 0 && <p>{ __( 'Nothing waits for a decision.', 'lernwelt-security' ) }</p> }
					<ul className="lernwelt-approvals-list">
						{ pending.map( ( item ) => (
							<Card key={ item.id } item={ item } act={ act } />
						) ) }
					</ul>
					{ decided.length > 0 && (
						<>
							<h2>{ __( 'Decided', 'lernwelt-security' ) }</h2>
							<ul className="lernwelt-approvals-list">
								{ decided.map( ( item ) => (
									<Card key={ item.id } item={ item } act={ act } />
								) ) }
							</ul>
						</>
					) }
				</>
			) }
		</div>
	);
}
