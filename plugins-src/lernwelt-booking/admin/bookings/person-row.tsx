import { Button, Modal, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { api, type Participants, type Person } from './api';
import { Trouble } from './parts';
import { failureOf } from './problems';

interface RowProps {
	readonly person: Person;
	readonly questions: Participants[ 'questions' ];
	readonly changed: ( person: Person ) => void;
}

/** Somebody who booked. */
export function PersonRow( { person, questions, changed }: RowProps ) {
	const [ notes, setNotes ] = useState( false );
	const [ cancels, setCancels ] = useState( false );
	const name = person.anonymised ? __( 'anonymised', 'lernwelt-booking' ) : person.name;
	const answers = questions.filter( ( { id } ) => ( person.answers[ id ] ?? '' ) !== '' );
	return (
		<tr>
			<th scope="row">
				{ name }
				{ person.email !== '' && (
					<a className="is-quiet" href={ `mailto:${ person.email }` }>
						{ person.email }
					</a>
				) }
				{ ! person.held && <span className="lernwelt-bookings-badge">{ person.state_words }</span> }
			</th>
			<td>
				{ person.school === '' ? person.school_number : person.school }
				{ person.role !== '' && <span className="is-quiet">{ person.role }</span> }
				{ ! person.anonymised && <span className="is-quiet">{ person.number }</span> }
			</td>
			<td>
				{ answers.map( ( { id, label } ) => (
					<p key={ id }>
						<span className="is-quiet">{ label }</span> { person.answers[ id ] }
					</p>
				) ) }
				{ notes ? (
					<Note person={ person } close={ () => setNotes( false ) } changed={ changed } />
				) : (
					person.note !== '' && <p className="lernwelt-bookings-note">{ person.note }</p>
				) }
			</td>
			<td className="lernwelt-bookings-actions">
				{ ! person.anonymised && ! notes && (
					<Button __next40pxDefaultSize variant="tertiary" onClick={ () => setNotes( true ) }>
						{ __( 'Note', 'lernwelt-booking' ) }
						<span className="screen-reader-text">: { name }</span>
					</Button>
				) }
				{ person.held && ! person.anonymised && (
					<Button __next40pxDefaultSize variant="tertiary" isDestructive onClick={ () => setCancels( true ) }>
						{ __( 'Cancel booking', 'lernwelt-booking' ) }
						<span className="screen-reader-text">: { name }</span>
					</Button>
				) }
				{ cancels && <Cancel person={ person } close={ () => setCancels( false ) } changed={ changed } /> }
			</td>
		</tr>
	);
}

interface EditProps {
	readonly person: Person;
	readonly close: () => void;
	readonly changed: ( person: Person ) => void;
}

function Note( { person, close, changed }: EditProps ) {
	const [ note, setNote ] = useState( person.note );
	/* translators: %s: name. */
	const label = sprintf( __( 'Note about %s', 'lernwelt-booking' ), person.name );
	const [ message, setMessage ] = useState( '' );
	const save = async () => {
		try {
			changed( await api.note( person.number, note ) );
			close();
		} catch ( error ) {
			const failure = failureOf( error );
			setMessage( failure.fields.note ?? failure.message );
		}
	};
	return (
		<div className="lernwelt-bookings-edit">
			<Trouble message={ message } />
			<TextareaControl
				// The person asked for it just now.
				autoFocus // eslint-disable-line jsx-a11y/no-autofocus
				label={ label }
				help={ __(
					'Nothing about health, religion or private life. People may ask to see it.',
					'lernwelt-booking'
				) }
				value={ note }
				maxLength={ 1000 }
				rows={ 3 }
				onChange={ setNote }
			/>
			<Button __next40pxDefaultSize variant="primary" onClick={ () => void save() }>
				{ __( 'Save note', 'lernwelt-booking' ) }
			</Button>
			<Button __next40pxDefaultSize variant="tertiary" onClick={ close }>
				{ __( 'Discard', 'lernwelt-booking' ) }
			</Button>
		</div>
	);
}

function Cancel( { person, close, changed }: EditProps ) {
	const [ words, setWords ] = useState( '' );
	const [ message, setMessage ] = useState( '' );
	const [ busy, setBusy ] = useState( false );
	const cancel = async () => {
		setBusy( true );
		try {
			const cancelled = await api.cancel( person.number, words );
			close();
			changed( cancelled );
		} catch ( error ) {
			const failure = failureOf( error );
			setMessage( failure.fields.message ?? failure.message );
			setBusy( false );
		}
	};
	return (
		<Modal
			/* translators: %s: name. */
			title={ sprintf( __( 'Cancel the booking of %s?', 'lernwelt-booking' ), person.name ) }
			onRequestClose={ close }
			size="medium"
		>
			<Trouble message={ message } />
			<p>
				{ person.email === ''
					? __(
							'The seat is given back at once. There is no e-mail address: please tell the person yourself.',
							'lernwelt-booking'
						)
					: __( 'The seat is given back at once, and the person gets a mail.', 'lernwelt-booking' ) }
			</p>
			{ person.email !== '' && (
				<TextareaControl
					label={ __( 'Words to the person (optional)', 'lernwelt-booking' ) }
					value={ words }
					maxLength={ 2000 }
					rows={ 4 }
					onChange={ setWords }
				/>
			) }
			<div className="lernwelt-bookings-buttons">
				<Button
					__next40pxDefaultSize
					variant="primary"
					isDestructive
					isBusy={ busy }
					disabled={ busy }
					accessibleWhenDisabled
					onClick={ () => void cancel() }
				>
					{ __( 'Cancel booking', 'lernwelt-booking' ) }
				</Button>
				<Button __next40pxDefaultSize variant="tertiary" onClick={ close }>
					{ __( 'Keep booking', 'lernwelt-booking' ) }
				</Button>
			</div>
		</Modal>
	);
}
