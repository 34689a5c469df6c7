import { Button, Card, CardBody, RadioControl, SelectControl, Spinner, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ImportSource } from '../types/generated/import-source';
import { api } from './api';
import { size } from './format';
import { slugOf } from './mapping';
import { Back, Steps, Title, Trouble } from './parts';
import type { Place } from './place';
import { failureOf, sentenceOf } from './problems';
import { useLoad } from './use-load';

interface SourceStepProps {
	readonly place: Extract< Place, { view: 'source' } >;
	readonly go: ( place: Place ) => void;
	readonly maxBytes: number;
}

/** Step 1: where the places come from. */
export function SourceStep( { place, go, maxBytes }: SourceStepProps ) {
	const sources = useLoad( api.sources );
	return (
		<>
			<Back onClick={ () => go( { view: 'overview' } ) } />
			<Title>{ __( 'Where do the places come from?', 'lernwelt-places' ) }</Title>
			<Steps current={ 1 } />
			<Trouble message={ sources.message } retry={ sources.reload } />
			{ sources.data === undefined && sources.message === '' && <Spinner /> }
			{ sources.data !== undefined && (
				<SourceForm saved={ sources.data.items } chosen={ place.source } go={ go } maxBytes={ maxBytes } />
			) }
		</>
	);
}

interface SourceFormProps {
	readonly saved: readonly ImportSource[];
	readonly chosen: string;
	readonly go: ( place: Place ) => void;
	readonly maxBytes: number;
}

type Field = 'label' | 'file' | 'url';

function SourceForm( { saved, chosen, go, maxBytes }: SourceFormProps ) {
	const known = ( name: string ) => saved.find( ( candidate ) => candidate.source === name );
	const [ source, setSource ] = useState( known( chosen )?.source ?? '' );
	const [ label, setLabel ] = useState( '' );
	const [ url, setUrl ] = useState( known( chosen )?.url ?? '' );
	const [ kind, setKind ] = useState( url === '' ? 'file' : 'url' );
	const [ file, setFile ] = useState< File >();
	const [ problems, setProblems ] = useState< Partial< Record< Field, string > > >( {} );
	const [ message, setMessage ] = useState( '' );
	const [ busy, setBusy ] = useState( false );

	const choose = ( name: string ) => {
		const address = known( name )?.url ?? '';
		setSource( name );
		setUrl( address );
		setKind( address === '' ? 'file' : 'url' );
	};

	const check = (): Partial< Record< Field, string > > => ( {
		...( source === '' &&
			slugOf( label ) === '' && { label: __( 'Please give the source a name.', 'lernwelt-places' ) } ),
		...( source === '' &&
			known( slugOf( label ) ) !== undefined && {
				label: __(
					'There is a source of this name already. Please choose it above, or take another name.',
					'lernwelt-places'
				),
			} ),
		...( kind === 'file' && file === undefined && { file: __( 'Please choose a file.', 'lernwelt-places' ) } ),
		...( kind === 'file' && file !== undefined && file.size > maxBytes && { file: tooLarge( maxBytes ) } ),
		...( kind === 'url' && url.trim() === '' && { url: __( 'Please enter an address.', 'lernwelt-places' ) } ),
	} );

	const show = ( found: Partial< Record< Field, string > > ) => {
		setProblems( found );
		const first = ( [ 'label', 'file', 'url' ] as const ).find( ( field ) => found[ field ] !== undefined );
		if ( first !== undefined ) {
			document.getElementById( `lernwelt-import-${ first }` )?.focus();
		}
	};

	const next = async () => {
		const found = check();
		setMessage( '' );
		show( found );
		if ( Object.keys( found ).length > 0 ) {
			return;
		}
		setBusy( true );
		try {
			const input =
				kind === 'file' && file !== undefined ? await api.upload( file ) : await api.fetchAddress( url.trim() );
			go( {
				view: 'mapping',
				input: input.id,
				source: source === '' ? slugOf( label ) : source,
				label: source === '' ? label.trim() : ( known( source )?.label ?? source ),
			} );
		} catch ( error ) {
			const failure = failureOf( error );
			const field = kind === 'file' ? 'file' : 'url';
			const reason = failure.fields[ field ];
			setBusy( false );
			if ( reason === undefined ) {
				setMessage( failure.message );
			} else {
				show( {
					[ field ]:
						reason === 'too_large' && kind === 'file'
							? tooLarge( maxBytes )
							: ( sentenceOf( reason ) ?? '' ),
				} );
			}
		}
	};

	return (
		<Card className="lernwelt-import-narrow">
			<CardBody>
				<form
					className="lernwelt-import-fields"
					noValidate
					onSubmit={ ( event ) => {
						event.preventDefault();
						void next();
					} }
				>
					<Trouble message={ message } />
					{ saved.length > 0 && (
						<SelectControl
							__next40pxDefaultSize
							label={ __( 'Source', 'lernwelt-places' ) }
							help={ __(
								'Choose the same source as last time, so that its places are found again.',
								'lernwelt-places'
							) }
							value={ source }
							options={ [
								{ value: '', label: __( 'New source', 'lernwelt-places' ) },
								...saved.map( ( { source: value, label: name } ) => ( { value, label: name } ) ),
							] }
							onChange={ choose }
						/>
					) }
					{ source === '' && (
						<TextControl
							__next40pxDefaultSize
							id="lernwelt-import-label"
							label={ __( 'Name of the source', 'lernwelt-places' ) }
							className={ problems.label === undefined ? '' : 'lernwelt-import-invalid' }
							help={
								problems.label ??
								__(
									'Who keeps these data, for example “Museum association”. The mapping is kept under this name.',
									'lernwelt-places'
								)
							}
							aria-invalid={ problems.label !== undefined }
							maxLength={ 100 }
							autoComplete="off"
							value={ label }
							onChange={ setLabel }
						/>
					) }
					<RadioControl
						label={ __( 'How do the data get here?', 'lernwelt-places' ) }
						selected={ kind }
						options={ [
							{ value: 'file', label: __( 'I upload a file', 'lernwelt-places' ) },
							{ value: 'url', label: __( 'They are fetched from an address', 'lernwelt-places' ) },
						] }
						onChange={ setKind }
					/>
					{ kind === 'file' ? (
						<FileField problem={ problems.file } maxBytes={ maxBytes } onChange={ setFile } />
					) : (
						<TextControl
							__next40pxDefaultSize
							id="lernwelt-import-url"
							type="url"
							label={ __( 'Address of the data', 'lernwelt-places' ) }
							className={ problems.url === undefined ? '' : 'lernwelt-import-invalid' }
							help={
								problems.url ??
								__(
									'For example https://daten.example.org/orte.csv. Only allowed hosts can be used.',
									'lernwelt-places'
								)
							}
							aria-invalid={ problems.url !== undefined }
							autoComplete="off"
							value={ url }
							onChange={ setUrl }
						/>
					) }
					<div className="lernwelt-import-actions">
						<Button
							__next40pxDefaultSize
							variant="primary"
							type="submit"
							isBusy={ busy }
							disabled={ busy }
							accessibleWhenDisabled
						>
							{ __( 'Continue to the columns', 'lernwelt-places' ) }
						</Button>
						<span role="status">
							{ busy ? __( 'The data are being fetched …', 'lernwelt-places' ) : '' }
						</span>
					</div>
				</form>
			</CardBody>
		</Card>
	);
}

function tooLarge( maxBytes: number ): string {
	/* translators: %s: size, e.g. 20 MB. */
	const words = __(
		'The file is too large: at most %s can be uploaded. Put larger files on an allowed host and enter the address.',
		'lernwelt-places'
	);
	return sprintf( words, size( maxBytes ) );
}

interface FileFieldProps {
	readonly problem: string | undefined;
	readonly maxBytes: number;
	readonly onChange: ( file: File | undefined ) => void;
}

function FileField( { problem, maxBytes, onChange }: FileFieldProps ) {
	/* translators: %s: size, e.g. 20 MB. */
	const help = __(
		'CSV, JSON or GeoJSON, at most %s. Save Excel tables as CSV first. The file is deleted after the import.',
		'lernwelt-places'
	);
	return (
		<div className={ problem === undefined ? '' : 'lernwelt-import-invalid' }>
			<label className="lernwelt-import-label" htmlFor="lernwelt-import-file">
				{ __( 'File', 'lernwelt-places' ) }
			</label>
			<input
				id="lernwelt-import-file"
				type="file"
				accept=".csv,.txt,.tsv,.json,.geojson,text/csv,application/json,application/geo+json"
				aria-describedby="lernwelt-import-file-help"
				aria-invalid={ problem !== undefined }
				onChange={ ( event ) => onChange( event.target.files?.[ 0 ] ) }
			/>
			<p
				id="lernwelt-import-file-help"
				className={ problem === undefined ? 'lernwelt-import-help' : 'lernwelt-import-error' }
			>
				{ problem ?? sprintf( help, size( maxBytes ) ) }
			</p>
		</div>
	);
}
