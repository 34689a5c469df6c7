import { Button, TextareaControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { controlId, type PlaceField } from './fields';
import {
	columnOf,
	isElaborate,
	stepOf,
	tableOf,
	tableText,
	withColumn,
	withStep,
	type Draft,
	type Rule,
	type Step,
} from './mapping';
import { ColumnSelect, type Columns } from './mapping-editor';
import type { Reasons } from './problems';

interface FieldRowProps {
	readonly field: PlaceField;
	readonly draft: Draft;
	readonly columns: Columns;
	readonly problems: Reasons;
	readonly onChange: ( draft: Draft ) => void;
}

/** One field of the place: its column, and what happens to the value. */
export function FieldRow( { field, draft, columns, problems, onChange }: FieldRowProps ) {
	const rule = draft.fields?.[ field.name ];
	return (
		<div className="lernwelt-import-field">
			<ColumnSelect
				path={ `fields.${ field.name }` }
				label={ field.label }
				value={ columnOf( rule ) }
				columns={ columns }
				problems={ problems }
				onChange={ ( column ) => onChange( withColumn( draft, field.name, column, stepsFor( field ) ) ) }
			/>
			{ rule !== undefined && <Options field={ field } rule={ rule } draft={ draft } onChange={ onChange } /> }
		</div>
	);
}

function stepsFor( { kind, name }: PlaceField ): Step[] {
	switch ( kind ) {
		case 'boolean':
			return [ { do: 'boolean' } ];
		case 'url':
			return [ { do: 'url' } ];
		case 'terms':
			return name === 'region' ? [] : [ { do: 'split', by: ',' } ];
		case 'text':
			return [];
	}
}

interface OptionsProps {
	readonly field: PlaceField;
	readonly rule: Rule;
	readonly draft: Draft;
	readonly onChange: ( draft: Draft ) => void;
}

function Options( { field, rule, draft, onChange }: OptionsProps ) {
	const lookup = stepOf( rule, 'lookup' );
	const [ open, setOpen ] = useState( lookup !== undefined );
	const set = ( kind: Step[ 'do' ], step: Step | undefined ) => onChange( withStep( draft, field.name, kind, step ) );
	if ( isElaborate( rule ) ) {
		return (
			<p className="lernwelt-import-help">
				{ rule.value === undefined
					? __(
							'This field has steps that were written in the mapping file. They are kept.',
							'lernwelt-places'
						)
					: /* translators: %s: text. */
						sprintf( __( 'Every place gets “%s”.', 'lernwelt-places' ), rule.value ) }
			</p>
		);
	}
	return (
		<div className="lernwelt-import-options">
			{ field.kind === 'terms' && field.name !== 'region' && (
				<TextControl
					__next40pxDefaultSize
					className="lernwelt-import-short"
					/* translators: %s: field. */
					label={ sprintf( __( 'Sign between several values of “%s”', 'lernwelt-places' ), field.label ) }
					maxLength={ 10 }
					value={ stepOf( rule, 'split' )?.by ?? '' }
					onChange={ ( by ) => set( 'split', by === '' ? undefined : { do: 'split', by } ) }
				/>
			) }
			{ field.kind === 'boolean' && (
				<TextControl
					__next40pxDefaultSize
					/* translators: %s: field. */
					label={ sprintf( __( 'Further words for yes in “%s”', 'lernwelt-places' ), field.label ) }
					help={ __( 'ja, yes, wahr, x and 1 are known. Put commas between words.', 'lernwelt-places' ) }
					value={ ( stepOf( rule, 'boolean' )?.true ?? [] ).join( ', ' ) }
					onChange={ ( words ) => set( 'boolean', yes( words ) ) }
				/>
			) }
			{ ( field.kind === 'terms' || lookup !== undefined ) && (
				<>
					<Button variant="link" aria-expanded={ open } onClick={ () => setOpen( ! open ) }>
						{
							/* translators: %s: field. */ sprintf(
								__( 'Replace values of “%s”', 'lernwelt-places' ),
								field.label
							)
						}
					</Button>
					{ open && (
						<Lookup
							id={ `${ controlId( `fields.${ field.name }` ) }-lookup` }
							step={ lookup }
							onChange={ ( step ) => set( 'lookup', step ) }
						/>
					) }
				</>
			) }
		</div>
	);
}

function yes( words: string ): Step {
	const list = words.split( ',' ).map( ( word ) => word.trimStart() );
	return words.trim() === '' ? { do: 'boolean' } : { do: 'boolean', true: list };
}

interface LookupProps {
	readonly id: string;
	readonly step: Step | undefined;
	readonly onChange: ( step: Step | undefined ) => void;
}

function Lookup( { id, step, onChange }: LookupProps ) {
	// What is typed stays as it is; the mapping gets what can be read of it.
	const [ lines, setLines ] = useState( () => tableText( step ) );
	return (
		<TextareaControl
			id={ id }
			label={ __( 'Value of the source = word of the portal', 'lernwelt-places' ) }
			help={ __(
				'One pair a line, for example: Nawi = Biologie. Other values stay as they are.',
				'lernwelt-places'
			) }
			rows={ 4 }
			value={ lines }
			onChange={ ( text ) => {
				setLines( text );
				const table = tableOf( text );
				onChange( Object.keys( table ).length === 0 ? undefined : { ...step, do: 'lookup', table } );
			} }
		/>
	);
}
