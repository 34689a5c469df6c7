import { MediaUpload, MediaUploadCheck } from '@wordpress/block-editor';
import { Button, RadioControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { EventDetails } from '../../../types/generated/event-details';
import { Field, Group } from './field';
import { type Field as Name, ownAddress, problemOf } from './problems';
import type { EventForm } from './use-event';

type Material = NonNullable< EventDetails[ 'materials' ] >[ number ];

interface CheckedProps {
	readonly name: Name;
	readonly label: string;
	readonly value: string;
	readonly onChange: ( value: string ) => void;
	readonly help?: string;
	readonly rows?: number;
	readonly type?: 'text' | 'url' | 'email' | 'tel';
}

/** A field that says what is wrong; nobody is told off while still typing. */
function Checked( { name, onChange, ...rest }: CheckedProps ) {
	const [ typing, setTyping ] = useState( false );
	return (
		<Field
			{ ...rest }
			error={ typing ? undefined : problemOf( name, rest.value ) }
			onChange={ ( value ) => {
				setTyping( true );
				onChange( value );
			} }
			onBlur={ () => setTyping( false ) }
		/>
	);
}

/** Everything about an event that is neither its text nor a date; it is saved with the event. */
export function Details( { event }: { readonly event: EventForm } ) {
	const { details, change } = event;
	return (
		<>
			<Checked
				name="summary"
				label={ __( 'In one sentence', 'lernwelt-booking' ) }
				help={ __( 'Shown on cards and in lists: what is it, and for whom?', 'lernwelt-booking' ) }
				rows={ 2 }
				value={ event.summary }
				onChange={ event.setSummary }
			/>
			<RadioControl
				label={ __( 'On site or online', 'lernwelt-booking' ) }
				selected={ details.format ?? 'onsite' }
				options={ [
					{ value: 'onsite', label: __( 'on site', 'lernwelt-booking' ) },
					{ value: 'online', label: __( 'online', 'lernwelt-booking' ) },
					{ value: 'hybrid', label: __( 'on site and online', 'lernwelt-booking' ) },
				] }
				onChange={ ( format ) => change( { format: format as NonNullable< EventDetails[ 'format' ] > } ) }
			/>
			<Group title={ __( 'Contact', 'lernwelt-booking' ) }>
				<div className="lw-event-form__pair">
					<Checked
						name="contact_name"
						label={ __( 'Contact person', 'lernwelt-booking' ) }
						value={ details.contact_name ?? '' }
						onChange={ ( name ) => change( { contact_name: name } ) }
					/>
					<Checked
						name="contact_phone"
						type="tel"
						label={ __( 'Telephone of the contact', 'lernwelt-booking' ) }
						value={ details.contact_phone ?? '' }
						onChange={ ( phone ) => change( { contact_phone: phone } ) }
					/>
				</div>
				<Checked
					name="contact_email"
					type="email"
					label={ __( 'E-mail of the contact', 'lernwelt-booking' ) }
					help={ __( 'Answers to confirmations and reminders go there.', 'lernwelt-booking' ) }
					value={ details.contact_email ?? '' }
					onChange={ ( email ) => change( { contact_email: email } ) }
				/>
			</Group>
			<Materials materials={ details.materials ?? [] } onChange={ ( materials ) => change( { materials } ) } />
		</>
	);
}

interface MaterialsProps {
	readonly materials: readonly Material[];
	readonly onChange: ( materials: Material[] ) => void;
}

function Materials( { materials, onChange }: MaterialsProps ) {
	const set = ( place: number, values: Partial< Material > ) =>
		onChange( materials.map( ( one, index ) => ( index === place ? { ...one, ...values } : one ) ) );
	return (
		<Group title={ __( 'Materials', 'lernwelt-booking' ) }>
			{ materials.map( ( { title, url }, place ) => (
				<fieldset key={ place } className="lw-event-form__part">
					<legend className="screen-reader-text">
						{
							/* translators: %d: number in the list. */ sprintf(
								__( 'Material %d', 'lernwelt-booking' ),
								place + 1
							)
						}
					</legend>
					<Checked
						name="title"
						/* translators: %d: number in the list. */
						label={ sprintf( __( 'Title of material %d', 'lernwelt-booking' ), place + 1 ) }
						value={ title }
						onChange={ ( value ) => set( place, { title: value } ) }
					/>
					<Checked
						name="url"
						type="url"
						/* translators: %d: number in the list. */
						label={ sprintf( __( 'Address of material %d', 'lernwelt-booking' ), place + 1 ) }
						value={ url }
						onChange={ ( value ) => set( place, { url: value } ) }
					/>
					<Button
						variant="link"
						isDestructive
						onClick={ () => onChange( materials.filter( ( one, index ) => index !== place ) ) }
					>
						{
							/* translators: %d: number in the list. */ sprintf(
								__( 'Remove material %d', 'lernwelt-booking' ),
								place + 1
							)
						}
					</Button>
				</fieldset>
			) ) }
			<div className="lw-event-form__buttons">
				<MediaUploadCheck>
					<MediaUpload
						title={ __( 'Choose material', 'lernwelt-booking' ) }
						onSelect={ ( file: { title?: string; url: string } ) =>
							onChange( [
								...materials,
								{ title: file.title ?? '', url: ownAddress( file.url, window.location.origin ) },
							] )
						}
						render={ ( { open }: { open: () => void } ) => (
							<Button variant="secondary" __next40pxDefaultSize onClick={ open }>
								{ __( 'Add file from the media library', 'lernwelt-booking' ) }
							</Button>
						) }
					/>
				</MediaUploadCheck>
				<Button
					variant="secondary"
					__next40pxDefaultSize
					onClick={ () => onChange( [ ...materials, { title: '', url: '' } ] ) }
				>
					{ __( 'Add link', 'lernwelt-booking' ) }
				</Button>
			</div>
		</Group>
	);
}
