import { Card, CardBody, CardHeader, CheckboxControl, Notice, SelectControl, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { ImportPreview } from '../types/generated/import-preview';
import { allFields, controlId, fieldGroups } from './fields';
import { FieldRow } from './field-row';
import { columnOf, type Draft } from './mapping';
import { problemAt } from './mapping-words';
import type { Reasons } from './problems';

export type Columns = ImportPreview[ 'columns' ];

interface EditorProps {
	readonly draft: Draft;
	readonly columns: Columns;
	readonly problems: Reasons;
	/** Why the input can't be read at all, '' when it can. */
	readonly unreadable: string;
	readonly onChange: ( draft: Draft ) => void;
}

/** Which column becomes which field. */
export function MappingEditor( props: EditorProps ) {
	return (
		<div className="lernwelt-import-editor">
			<Reading { ...props } />
			<Identity { ...props } />
			{ fieldGroups().map( ( { label, fields } ) => (
				<Section key={ label } title={ label }>
					{ fields.map( ( field ) => (
						<FieldRow key={ field.name } field={ field } { ...props } />
					) ) }
				</Section>
			) ) }
			<Position { ...props } />
			<Later { ...props } />
		</div>
	);
}

function Section( { title, children }: { readonly title: string; readonly children: ReactNode } ) {
	return (
		<Card>
			<CardHeader>
				<h2>{ title }</h2>
			</CardHeader>
			<CardBody className="lernwelt-import-fields">{ children }</CardBody>
		</Card>
	);
}

/** How the file is read. */
function Reading( { draft, problems, unreadable, onChange }: EditorProps ) {
	const path = problemAt( problems, 'path' );
	return (
		<Section title={ __( 'How the data are written', 'lernwelt-places' ) }>
			{ unreadable !== '' && (
				<Notice status="error" isDismissible={ false }>
					{ unreadable }
				</Notice>
			) }
			{ draft.format === 'csv' ? (
				<div className="lernwelt-import-pair">
					<SelectControl
						__next40pxDefaultSize
						id={ controlId( 'delimiter' ) }
						label={ __( 'Sign between columns', 'lernwelt-places' ) }
						value={ draft.delimiter ?? 'auto' }
						options={ [
							{ value: 'auto', label: __( 'find out', 'lernwelt-places' ) },
							{ value: ';', label: __( 'Semicolon (;)', 'lernwelt-places' ) },
							{ value: ',', label: __( 'Comma (,)', 'lernwelt-places' ) },
							{ value: 'tab', label: __( 'Tab', 'lernwelt-places' ) },
							{ value: '|', label: __( 'Bar (|)', 'lernwelt-places' ) },
							...( [ 'auto', ';', ',', 'tab', '|', undefined ].includes( draft.delimiter )
								? []
								: [ { value: draft.delimiter ?? '', label: draft.delimiter ?? '' } ] ),
						] }
						onChange={ ( delimiter ) => onChange( { ...draft, delimiter } ) }
					/>
					<SelectControl
						__next40pxDefaultSize
						label={ __( 'Characters', 'lernwelt-places' ) }
						value={ draft.encoding ?? 'auto' }
						options={ [
							{ value: 'auto', label: __( 'find out', 'lernwelt-places' ) },
							{ value: 'utf-8', label: 'UTF-8' },
							{ value: 'windows-1252', label: __( 'Windows-1252 (German Excel)', 'lernwelt-places' ) },
						] }
						onChange={ ( encoding ) => onChange( { ...draft, encoding } ) }
					/>
				</div>
			) : (
				<TextControl
					__next40pxDefaultSize
					id={ controlId( 'path' ) }
					className={ path === undefined ? '' : 'lernwelt-import-invalid' }
					label={ __( 'Path to the records', 'lernwelt-places' ) }
					help={
						path ??
						__(
							'With dots between the levels, for example data.places. Empty when the file is the list itself.',
							'lernwelt-places'
						)
					}
					aria-invalid={ path !== undefined }
					value={ draft.path ?? '' }
					onChange={ ( value ) => onChange( { ...draft, path: value } ) }
				/>
			) }
		</Section>
	);
}

/** What tells the places apart. */
function Identity( { draft, columns, problems, onChange }: EditorProps ) {
	return (
		<Section title={ __( 'What tells the places apart', 'lernwelt-places' ) }>
			<ColumnSelect
				path="id"
				label={ __( 'Id', 'lernwelt-places' ) }
				help={ __(
					'A number or short name that stays the same when everything else changes. By it a place is found again next time.',
					'lernwelt-places'
				) }
				value={ columnOf( draft.id ) }
				columns={ columns }
				problems={ problems }
				onChange={ ( from ) => onChange( { ...draft, id: from === '' ? {} : { ...draft.id, from } } ) }
			/>
		</Section>
	);
}

interface ColumnSelectProps {
	readonly path: string;
	readonly label: string;
	readonly help?: string;
	readonly value: string;
	readonly columns: Columns;
	readonly problems: Reasons;
	readonly onChange: ( column: string ) => void;
}

/** A choice of the source's columns, with what stands in the chosen one. */
export function ColumnSelect( { path, label, help, value, columns, problems, onChange }: ColumnSelectProps ) {
	const problem = problemAt( problems, path );
	const samples = columns.find( ( column ) => column.name === value )?.samples ?? [];
	/* translators: %s: examples of values. */
	const words = __( 'For example: %s', 'lernwelt-places' );
	const example = samples.length > 0 ? sprintf( words, samples.join( ' · ' ) ) : '';
	const gone = value !== '' && ! columns.some( ( column ) => column.name === value );
	return (
		<SelectControl
			__next40pxDefaultSize
			id={ controlId( path ) }
			className={ problem === undefined ? '' : 'lernwelt-import-invalid' }
			label={ label }
			help={ problem ?? ( example || help || '' ) }
			aria-invalid={ problem !== undefined }
			value={ value }
			options={ [
				{ value: '', label: __( '– not in the data –', 'lernwelt-places' ) },
				...( gone ? [ { value, label: value } ] : [] ),
				...columns.map( ( { name } ) => ( { value: name, label: name } ) ),
			] }
			onChange={ onChange }
		/>
	);
}

/** Where the place is. */
function Position( { draft, columns, problems, onChange }: EditorProps ) {
	const at = draft.coordinates;
	const set = ( values: NonNullable< Draft[ 'coordinates' ] > ) => {
		const { coordinates, ...others } = draft;
		const next = { crs: 'EPSG:4326' as const, ...coordinates, ...values };
		const empty = ( next.north ?? '' ) === '' && ( next.east ?? '' ) === '' && next.crs === 'EPSG:4326';
		onChange( empty ? others : { ...others, coordinates: next } );
	};
	return (
		<Section title={ __( 'Place on the map', 'lernwelt-places' ) }>
			{ draft.format === 'geojson' && (
				<p>
					{ __( 'GeoJSON has the place in it. Choose columns only if they are better.', 'lernwelt-places' ) }
				</p>
			) }
			<SelectControl
				__next40pxDefaultSize
				label={ __( 'Kind of coordinates', 'lernwelt-places' ) }
				value={ at?.crs ?? 'EPSG:4326' }
				options={ [
					{ value: 'EPSG:4326', label: __( 'Degrees (WGS 84), for example 52.12', 'lernwelt-places' ) },
					{ value: 'EPSG:25832', label: __( 'Metres, UTM zone 32 (EPSG:25832)', 'lernwelt-places' ) },
					{ value: 'EPSG:25833', label: __( 'Metres, UTM zone 33 (EPSG:25833)', 'lernwelt-places' ) },
				] }
				onChange={ ( crs ) => set( { crs } ) }
			/>
			<div className="lernwelt-import-pair">
				<ColumnSelect
					path="coordinates.north"
					label={ __( 'Latitude or northing', 'lernwelt-places' ) }
					value={ at?.north ?? '' }
					columns={ columns }
					problems={ problems }
					onChange={ ( north ) => set( { north } ) }
				/>
				<ColumnSelect
					path="coordinates.east"
					label={ __( 'Longitude or easting', 'lernwelt-places' ) }
					value={ at?.east ?? '' }
					columns={ columns }
					problems={ problems }
					onChange={ ( east ) => set( { east } ) }
				/>
			</div>
			<SelectControl
				__next40pxDefaultSize
				label={ __( 'Sign in front of the fraction', 'lernwelt-places' ) }
				value={ draft.decimal ?? 'auto' }
				options={ [
					{ value: 'auto', label: __( 'find out', 'lernwelt-places' ) },
					{ value: ',', label: __( 'Comma: 52,12', 'lernwelt-places' ) },
					{ value: '.', label: __( 'Point: 52.12', 'lernwelt-places' ) },
				] }
				onChange={ ( decimal ) => onChange( { ...draft, decimal } ) }
			/>
		</Section>
	);
}

/** What happens in later runs. */
function Later( { draft, onChange }: EditorProps ) {
	const kept = draft.editorial ?? [];
	const mapped = [
		...allFields().filter( ( { name } ) => draft.fields?.[ name ] !== undefined ),
		...( draft.coordinates === undefined && draft.format !== 'geojson'
			? []
			: [ { name: 'coordinates', label: __( 'Place on the map', 'lernwelt-places' ) } ] ),
	];
	const toggle = ( name: string, on: boolean ) => {
		const others = kept.filter( ( candidate ) => candidate !== name );
		onChange( { ...draft, editorial: on ? [ ...others, name as ( typeof kept )[ number ] ] : others } );
	};
	return (
		<Section title={ __( 'When the same data come again', 'lernwelt-places' ) }>
			<fieldset className="lernwelt-import-choices">
				<legend>{ __( 'Only fill when a place is new, never overwrite later', 'lernwelt-places' ) }</legend>
				{ mapped.map( ( { name, label } ) => (
					<CheckboxControl
						key={ name }
						label={ label }
						checked={ kept.some( ( field ) => field === name ) }
						onChange={ ( on ) => toggle( name, on ) }
					/>
				) ) }
			</fieldset>
			<TextControl
				__next40pxDefaultSize
				type="number"
				className="lernwelt-import-short"
				label={ __( 'Unpublish a place when it is missing so many times in a row', 'lernwelt-places' ) }
				min={ 1 }
				max={ 100 }
				value={ String( draft.vanish_after ?? 3 ) }
				onChange={ ( value ) =>
					onChange( {
						...draft,
						vanish_after: Math.min( 100, Math.max( 1, Math.round( Number( value ) ) || 1 ) ),
					} )
				}
			/>
		</Section>
	);
}
