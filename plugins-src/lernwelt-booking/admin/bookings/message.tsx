import { Button, TextareaControl, TextControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { api, type Participants } from './api';
import { count } from './filter';
import { Done, Trouble } from './parts';
import { failureOf } from './problems';

/** A mail to everybody who has a seat; each gets their own. */
export function Message( { people }: { readonly people: Participants } ) {
	const [ subject, setSubject ] = useState( '' );
	const [ text, setText ] = useState( '' );
	const [ errors, setErrors ] = useState< Readonly< Record< string, string > > >( {} );
	const [ message, setMessage ] = useState( '' );
	const [ done, setDone ] = useState( '' );
	const [ busy, setBusy ] = useState( false );
	const form = useRef< HTMLFormElement >( null );
	useEffect( () => form.current?.querySelector< HTMLElement >( '[aria-invalid="true"]' )?.focus(), [ errors ] );
	const reached = people.items.filter( ( { held, email } ) => held && email !== '' ).length;
	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		setBusy( true );
		setErrors( {} );
		setMessage( '' );
		setDone( '' );
		try {
			const { sent } = await api.write( people.date.id, subject, text );
			setDone(
				/* translators: %s: number of people. */
				sprintf( _n( 'Sent to %s person.', 'Sent to %s people.', sent, 'lernwelt-booking' ), count( sent ) )
			);
			setSubject( '' );
			setText( '' );
		} catch ( error ) {
			const failure = failureOf( error );
			setErrors( failure.fields );
			setMessage( Object.keys( failure.fields ).length > 0 ? '' : failure.message );
		} finally {
			setBusy( false );
		}
	};
	return (
		<form
			ref={ form }
			className="lernwelt-bookings-message"
			noValidate
			onSubmit={ ( event ) => void submit( event ) }
		>
			<p>
				{ sprintf(
					/* translators: %s: number of people. */
					_n(
						'%s person with a seat gets a mail.',
						'%s people with a seat get a mail each. Nobody sees who else gets it.',
						reached,
						'lernwelt-booking'
					),
					count( reached )
				) }
			</p>
			<Trouble message={ message } />
			<Done message={ done } />
			<TextControl
				__next40pxDefaultSize
				label={ __( 'Subject', 'lernwelt-booking' ) }
				value={ subject }
				maxLength={ 150 }
				help={ errors.subject ?? '' }
				aria-invalid={ errors.subject !== undefined }
				className={ errors.subject === undefined ? '' : 'is-invalid' }
				onChange={ setSubject }
			/>
			<TextareaControl
				label={ __( 'Message', 'lernwelt-booking' ) }
				value={ text }
				maxLength={ 5000 }
				rows={ 8 }
				help={
					errors.message ?? __( 'Greeting, facts of the date and contact are added.', 'lernwelt-booking' )
				}
				aria-invalid={ errors.message !== undefined }
				className={ errors.message === undefined ? '' : 'is-invalid' }
				onChange={ setText }
			/>
			<Button
				__next40pxDefaultSize
				variant="primary"
				type="submit"
				isBusy={ busy }
				disabled={ busy || reached === 0 }
				accessibleWhenDisabled
			>
				{ __( 'Send to everybody', 'lernwelt-booking' ) }
			</Button>
		</form>
	);
}
