import { CheckboxControl, FormTokenField } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { EventDates } from '../../../types/generated/event-dates';
import type { Sentences } from './api';
import { Group, Help } from './field';
import type { Draft } from './form';

interface AudienceProps {
	readonly draft: Draft;
	readonly change: ( values: Partial< Draft > ) => void;
	readonly roles: EventDates[ 'roles' ];
	readonly errors: Sentences;
}

/** Who may book a date. */
export function Audience( { draft, change, roles, errors }: AudienceProps ) {
	const gone = draft.roles.filter( ( role ) => ! roles.some( ( { value } ) => value === role ) );
	const offered = [ ...roles, ...gone.map( ( value ) => ( { value, label: value } ) ) ];
	return (
		<Group title={ __( 'Who may book?', 'lernwelt-booking' ) } error={ errors.roles }>
			<p className="lw-event-form__help">
				{ __( 'Choose nothing, and everybody may book who may book at all.', 'lernwelt-booking' ) }
			</p>
			<fieldset className="lw-event-form__checks">
				<legend>{ __( 'Only these roles', 'lernwelt-booking' ) }</legend>
				{ offered.map( ( { value, label } ) => (
					<CheckboxControl
						key={ value }
						label={ label }
						checked={ draft.roles.includes( value ) }
						onChange={ ( on ) =>
							change( {
								roles: on ? [ ...draft.roles, value ] : draft.roles.filter( ( one ) => one !== value ),
							} )
						}
					/>
				) ) }
			</fieldset>
			<div className="lw-event-form__tokens">
				<FormTokenField
					__next40pxDefaultSize
					label={ __( 'Only schools with these numbers', 'lernwelt-booking' ) }
					value={ draft.schools }
					tokenizeOnBlur
					onChange={ ( tokens ) =>
						change( { schools: tokens.map( ( one ) => ( typeof one === 'string' ? one : one.value ) ) } )
					}
				/>
				{ errors.schools !== undefined && (
					<p data-problem tabIndex={ -1 }>
						<Help error={ errors.schools } />
					</p>
				) }
			</div>
			<CheckboxControl
				label={ __( 'Only schools of the Startchancen programme', 'lernwelt-booking' ) }
				checked={ draft.startchancen_only }
				onChange={ ( on ) => change( { startchancen_only: on } ) }
			/>
		</Group>
	);
}
