import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FormEvent, ReactNode } from 'react';
import { ReasonField, useReason } from '../reason';
import type { Action, Approval } from './api';
import { actionWord, clockWord, when } from './words';

interface Props {
	readonly item: Approval;
	readonly act: ( id: number, action: Action, text: string ) => Promise< void >;
}

/** One request with what the viewer can do about it. */
export function Card( { item, act }: Props ) {
	const [ asking, setAsking ] = useState< Action >();
	const [ busy, setBusy ] = useState( false );
	const title = `lernwelt-approval-${ item.id }`;
	const run = async ( action: Action, text = '' ): Promise< void > => {
		setBusy( true );
		await act( item.id, action, text );
		setBusy( false );
		setAsking( undefined );
	};
	return (
		<li className="lernwelt-approvals-card" aria-labelledby={ title }>
			<h3 id={ title }>{ heading( item ) }</h3>
			<ul className="lernwelt-approvals-what">
				{ item.what.map( ( sentence ) => (
					<li key={ sentence }>{ sentence }</li>
				) ) }
			</ul>
			<dl>
				<Fact term={ __( 'State', 'lernwelt-security' ) }>{ item.state }</Fact>
				<Fact term={ __( 'Where', 'lernwelt-security' ) }>{ item.portal }</Fact>
				<Fact term={ __( 'Requested', 'lernwelt-security' ) }>
					{ `${ item.requested_by }, ${ when( item.requested_at ) }` }
				</Fact>
				{ item.reason !== '' && <Fact term={ __( 'Reason', 'lernwelt-security' ) }>{ item.reason }</Fact> }
				{ item.pending && <Fact term={ __( 'Time', 'lernwelt-security' ) }>{ clock( item ) }</Fact> }
				{ item.decided_at !== '' && (
					<Fact term={ __( 'Decided', 'lernwelt-security' ) }>
						{ `${ item.decided_by }, ${ when( item.decided_at ) }` }
					</Fact>
				) }
				{ item.answer !== '' && <Fact term={ __( 'Answer', 'lernwelt-security' ) }>{ item.answer }</Fact> }
			</dl>
			{ asking === 'deny' || asking === 'explain' ? (
				<ReasonForm
					action={ asking }
					busy={ busy }
					send={ ( text ) => run( asking, text ) }
					close={ () => setAsking( undefined ) }
				/>
			) : (
				<div className="lernwelt-approvals-actions">
					{ item.actions.map( ( action, place ) => (
						<Button
							key={ action }
							__next40pxDefaultSize
							variant={ place === 0 && action !== 'withdraw' ? 'primary' : 'secondary' }
							disabled={ busy }
							accessibleWhenDisabled
							aria-describedby={ title }
							onClick={ () =>
								action === 'deny' || action === 'explain' ? setAsking( action ) : void run( action )
							}
						>
							{ actionWord( action ) }
						</Button>
					) ) }
				</div>
			) }
		</li>
	);
}

function heading( { kind, id }: Approval ): string {
	/* translators: 1: what is asked for, 2: number. */
	return sprintf( __( '%1$s (no. %2$d)', 'lernwelt-security' ), kind, id );
}

function clock( { due, ends_at: end }: Approval ): string {
	/* translators: 1: time to decide, 2: date. */
	return sprintf( __( '%1$s; expires on %2$s', 'lernwelt-security' ), clockWord( due, new Date() ), when( end ) );
}

function Fact( { term, children }: { readonly term: string; readonly children: ReactNode } ) {
	return (
		<div>
			<dt>{ term }</dt>
			<dd>{ children }</dd>
		</div>
	);
}

interface FormProps {
	readonly action: Action;
	readonly busy: boolean;
	readonly send: ( text: string ) => Promise< void >;
	readonly close: () => void;
}

/** The reason that is needed to deny a request, or to send off one's own. */
function ReasonForm( { action, busy, send, close }: FormProps ) {
	const reason = useReason();
	const submit = ( event: FormEvent ): void => {
		event.preventDefault();
		const text = reason.given();
		if ( text !== undefined ) {
			void send( text );
		}
	};
	return (
		<form onSubmit={ submit } noValidate>
			<ReasonField reason={ reason } first />
			<div className="lernwelt-approvals-actions">
				<Button __next40pxDefaultSize variant="primary" type="submit" disabled={ busy } accessibleWhenDisabled>
					{ action === 'deny'
						? __( 'Deny request', 'lernwelt-security' )
						: __( 'Send request', 'lernwelt-security' ) }
				</Button>
				<Button __next40pxDefaultSize variant="tertiary" onClick={ close }>
					{ __( 'Back', 'lernwelt-security' ) }
				</Button>
			</div>
		</form>
	);
}
