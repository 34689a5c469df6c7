import { Button, SelectControl, TextControl } from '@wordpress/components';
import { type FormEvent, useEffect, useState } from 'react';
import { __, sprintf } from '@wordpress/i18n';
import type { AuditOverview } from '../../types/generated/audit-overview';
import { api } from './api';
import { everything, failureOf, type Filter } from './filter';

interface FiltersProps {
	readonly overview: AuditOverview;
	readonly portal: number | undefined;
	/** What is shown now. */
	readonly filter: Filter;
	readonly search: ( filter: Filter ) => void;
}

/** What to look for. Nothing is asked before somebody presses the button: each look is a line of the log itself. */
export function Filters( { overview, portal, filter, search }: FiltersProps ) {
	const [ draft, setDraft ] = useState( filter );
	const [ account, setAccount ] = useState( '' );
	const [ problem, setProblem ] = useState( '' );
	useEffect( () => setDraft( filter ), [ filter ] );
	const set = ( change: Partial< Filter > ): void => setDraft( { ...draft, ...change } );

	const submit = async ( event: FormEvent ): Promise< void > => {
		event.preventDefault();
		setProblem( '' );
		const backwards = draft.from !== '' && draft.to !== '' && draft.from > draft.to;
		const [ from, to ] = backwards ? [ draft.to, draft.from ] : [ draft.from, draft.to ];
		try {
			const person =
				account.trim() === ''
					? draft.person
					: ( await api.person( account.trim(), draft.portal === '' ? undefined : Number( draft.portal ) ) )
							.person;
			setAccount( '' );
			search( { ...draft, from, to, person } );
		} catch ( error ) {
			const { fields, message } = failureOf( error );
			setProblem(
				fields.account === undefined
					? message
					: __( 'There is no such account here. Please check the spelling.', 'lernwelt-security' )
			);
			document.getElementById( 'lernwelt-audit-account' )?.focus();
		}
	};
	const reset = (): void => {
		setAccount( '' );
		setProblem( '' );
		search( everything( portal ) );
	};

	return (
		<form className="lernwelt-audit-filters" onSubmit={ ( event ) => void submit( event ) } noValidate>
			<div className="lernwelt-audit-fields">
				<TextControl
					__next40pxDefaultSize
					id="lernwelt-audit-search"
					label={ __( 'Text in the event', 'lernwelt-security' ) }
					value={ draft.search }
					maxLength={ 100 }
					onChange={ ( value ) => set( { search: value } ) }
				/>
				<Choice
					id="area"
					label={ __( 'Area', 'lernwelt-security' ) }
					choices={ overview.areas }
					value={ draft.area }
					onChange={ ( area ) => set( { area, event: '' } ) }
				/>
				<Choice
					id="event"
					label={ __( 'Event', 'lernwelt-security' ) }
					choices={ overview.actions.filter(
						( { value } ) => draft.area === '' || value.startsWith( `${ draft.area }/` )
					) }
					value={ draft.event }
					onChange={ ( event ) => set( { event } ) }
				/>
				<Choice
					id="reason"
					label={ __( 'Reason', 'lernwelt-security' ) }
					choices={ overview.reasons }
					value={ draft.reason }
					onChange={ ( reason ) => set( { reason } ) }
				/>
				<TextControl
					__next40pxDefaultSize
					id="lernwelt-audit-from"
					type="date"
					label={ __( 'From day', 'lernwelt-security' ) }
					value={ draft.from }
					onChange={ ( from ) => set( { from } ) }
				/>
				<TextControl
					__next40pxDefaultSize
					id="lernwelt-audit-to"
					type="date"
					label={ __( 'To day', 'lernwelt-security' ) }
					value={ draft.to }
					onChange={ ( to ) => set( { to } ) }
				/>
				{ overview.portals.length > 0 && (
					<Choice
						id="portal"
						label={ __( 'Portal', 'lernwelt-security' ) }
						choices={ overview.portals }
						value={ draft.portal }
						onChange={ ( value ) => set( { portal: value } ) }
					/>
				) }
				<div className={ problem === '' ? '' : 'lernwelt-audit-invalid' }>
					<TextControl
						__next40pxDefaultSize
						id="lernwelt-audit-account"
						label={ __( 'Person (login name or e-mail address)', 'lernwelt-security' ) }
						help={
							problem !== ''
								? problem
								: __( 'Looking somebody up is recorded in the log.', 'lernwelt-security' )
						}
						aria-invalid={ problem !== '' }
						autoComplete="off"
						value={ account }
						maxLength={ 100 }
						onChange={ setAccount }
					/>
				</div>
			</div>
			{ draft.person !== '' && (
				<p className="lernwelt-audit-person">
					{
						/* translators: %s: beginning of a pseudonym. */
						sprintf( __( 'Only person %s', 'lernwelt-security' ), draft.person.slice( 0, 8 ) )
					}{ ' ' }
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ () => search( { ...filter, person: '' } ) }
					>
						{ __( 'Show all people', 'lernwelt-security' ) }
					</Button>
				</p>
			) }
			<div className="lernwelt-audit-actions">
				<Button __next40pxDefaultSize variant="primary" type="submit">
					{ __( 'Search', 'lernwelt-security' ) }
				</Button>
				<Button __next40pxDefaultSize variant="tertiary" onClick={ reset }>
					{ __( 'Clear filters', 'lernwelt-security' ) }
				</Button>
			</div>
		</form>
	);
}

interface ChoiceProps {
	readonly id: string;
	readonly label: string;
	readonly choices: ReadonlyArray< { readonly value: string; readonly label: string } >;
	readonly value: string;
	readonly onChange: ( value: string ) => void;
}

function Choice( { id, label, choices, value, onChange }: ChoiceProps ) {
	return (
		<SelectControl
			__next40pxDefaultSize
			id={ `lernwelt-audit-${ id }` }
			label={ label }
			value={ value }
			options={ [ { value: '', label: __( 'All', 'lernwelt-security' ) }, ...choices ] }
			onChange={ onChange }
		/>
	);
}
