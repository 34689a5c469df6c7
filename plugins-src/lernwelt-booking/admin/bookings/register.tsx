import { Button, TextareaControl, TextControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { api, type Person } from './api';
import { Trouble } from './parts';
import { failureOf } from './problems';

const NOBODY = { name: '', email: '', school_number: '', note: '' };

type Field = keyof typeof NOBODY;

interface RegisterProps {
	readonly date: number;
	readonly close: () => void;
	readonly registered: ( person: Person ) => void;
}

/** A form for somebody who called, or who stands at the door. */
export function Register( { date, close, registered }: RegisterProps ) {
	const [ person, setPerson ] = useState( NOBODY );
	const [ errors, setErrors ] = useState< Readonly< Record< string, string > > >( {} );
	const [ message, setMessage ] = useState( '' );
	const [ busy, setBusy ] = useState( false );
	const form = useRef< HTMLFormElement >( null );
	useEffect( () => form.current?.querySelector( 'input' )?.focus(), [] );
	useEffect( () => form.current?.querySelector< HTMLElement >( '[aria-invalid="true"]' )?.focus(), [ errors ] );
	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		setBusy( true );
		setMessage( '' );
		setErrors( {} );
		try {
			registered( await api.register( date, person ) );
		} catch ( error ) {
			const failure = failureOf( error );
			setErrors( failure.fields );
			setMessage( failure.fields.date ?? ( Object.keys( failure.fields ).length > 0 ? '' : failure.message ) );
			setBusy( false );
		}
	};
	const field = ( name: Field, label: string, help = '' ) => ( {
		label,
		value: person[ name ],
		help: errors[ name ] ?? help,
		'aria-invalid': errors[ name ] !== undefined,
		className: errors[ name ] === undefined ? '' : 'is-invalid',
		onChange: ( value: string ) => setPerson( { ...person, [ name ]: value } ),
	} );
	return (
		<form
			ref={ form }
			className="lernwelt-bookings-register"
			aria-labelledby="lernwelt-bookings-register"
			noValidate
			onSubmit={ ( event ) => void submit( event ) }
		>
			<h2 id="lernwelt-bookings-register">{ __( 'Register by hand', 'lernwelt-booking' ) }</h2>
			<Trouble message={ message } />
			<TextControl
				__next40pxDefaultSize
				{ ...field( 'name', __( 'Name', 'lernwelt-booking' ) ) }
				autoComplete="off"
			/>
			<TextControl
				__next40pxDefaultSize
				type="email"
				autoComplete="off"
				{ ...field(
					'email',
					__( 'E-mail at work (optional)', 'lernwelt-booking' ),
					__(
						'With an address, the person gets a confirmation, a reminder and messages.',
						'lernwelt-booking'
					)
				) }
			/>
			<TextControl
				__next40pxDefaultSize
				autoComplete="off"
				{ ...field(
					'school_number',
					__( 'School number (optional)', 'lernwelt-booking' ),
					__( 'Name, type and district come from the school register.', 'lernwelt-booking' )
				) }
			/>
			<TextareaControl rows={ 2 } { ...field( 'note', __( 'Note (optional)', 'lernwelt-booking' ) ) } />
			<div className="lernwelt-bookings-buttons">
				<Button
					__next40pxDefaultSize
					variant="primary"
					type="submit"
					isBusy={ busy }
					disabled={ busy }
					accessibleWhenDisabled
				>
					{ __( 'Register', 'lernwelt-booking' ) }
				</Button>
				<Button __next40pxDefaultSize variant="tertiary" onClick={ close }>
					{ __( 'Discard', 'lernwelt-booking' ) }
				</Button>
			</div>
		</form>
	);
}
