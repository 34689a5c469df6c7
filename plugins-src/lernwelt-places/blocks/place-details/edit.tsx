import { useBlockProps } from '@wordpress/block-editor';
import { CheckboxControl, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { pageDistricts } from './districts';
import { Editorial } from './editorial';
import { labelOf, type TextField } from './fields';
import { Group } from './group';
import { Location } from './location';
import { TextInput } from './text-input';
import { type PlaceForm, usePlace } from './use-place';

interface EditProps {
	readonly context: { readonly postId?: number; readonly postType?: string };
}

/** The form for everything about a place that isn't its text; it is saved with the place. */
export function Edit( { context }: EditProps ) {
	const props = useBlockProps( { className: 'lw-place-form' } );
	return (
		<div { ...props }>
			{ context.postType === 'lernwelt_place' && context.postId !== undefined ? (
				<Form id={ context.postId } />
			) : (
				<Notice status="info" isDismissible={ false }>
					{ __( 'This block belongs to learning places.', 'lernwelt-places' ) }
				</Notice>
			) }
		</div>
	);
}

/**
 * The form of one place.
 *
 * @param props    Properties.
 * @param props.id Id of the place.
 */
export function Form( { id }: { readonly id: number } ) {
	const place = usePlace( id );
	const { details, change } = place;
	return (
		<>
			<Group title={ __( 'For visitors', 'lernwelt-places' ) }>
				<TextInput field="summary" value={ place.summary } onChange={ place.setSummary } rows={ 2 } />
				<Details place={ place } field="offers" rows={ 5 } />
			</Group>
			<Group title={ __( 'Address and contact', 'lernwelt-places' ) }>
				<Details place={ place } field="street" />
				<div className="lw-place-form__pair">
					<Details place={ place } field="postcode" mode="numeric" />
					<Details place={ place } field="city" />
				</div>
				<Details place={ place } field="phone" mode="tel" />
				<Details place={ place } field="email" mode="email" />
				<Details place={ place } field="website" mode="url" />
			</Group>
			<Group title={ __( 'Visit', 'lernwelt-places' ) }>
				<Details place={ place } field="opening_hours" rows={ 3 } />
				<Details place={ place } field="prices" rows={ 3 } />
				<CheckboxControl
					label={ labelOf( 'free' ) }
					checked={ details.free === true }
					onChange={ ( free ) => change( { free } ) }
				/>
				<Details place={ place } field="accessibility" rows={ 3 } />
				<CheckboxControl
					label={ labelOf( 'accessible' ) }
					checked={ details.accessible === true }
					onChange={ ( accessible ) => change( { accessible } ) }
				/>
			</Group>
			<Group title={ labelOf( 'coordinates' ) }>
				<Location
					lat={ details.lat ?? null }
					lng={ details.lng ?? null }
					onChange={ change }
					districts={ pageDistricts() }
					regions={ place.regions }
					onRegion={ place.chooseRegion }
				/>
			</Group>
			{ place.note !== undefined && (
				<Group title={ __( 'For editors', 'lernwelt-places' ) }>
					<TextInput field="note" value={ place.note } onChange={ place.setNote } rows={ 3 } />
				</Group>
			) }
			<Editorial chosen={ details.editorial ?? [] } onChange={ ( editorial ) => change( { editorial } ) } />
		</>
	);
}

interface DetailsProps {
	readonly place: PlaceForm;
	readonly field: TextField;
	readonly rows?: number;
	readonly mode?: 'numeric' | 'tel' | 'email' | 'url';
}

function Details( { place, field, ...rest }: DetailsProps ) {
	return (
		<TextInput
			field={ field }
			value={ place.details[ field ] ?? '' }
			onChange={ ( value ) => place.change( { [ field ]: value } ) }
			{ ...rest }
		/>
	);
}
