import { Button, Card, CardBody, SelectControl, Spinner, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ImportSource } from '../types/generated/import-source';
import { api } from './api';
import { time } from './format';
import { Trouble } from './parts';
import type { Place } from './place';
import { failureOf, sentenceOf, type Reasons } from './problems';
import { useLoad } from './use-load';

/** Saved sources with their schedule. */
export function SourcesPanel( { go }: { readonly go: ( place: Place ) => void } ) {
	const sources = useLoad( api.sources );
	const items = sources.data?.items;
	if ( items !== undefined && items.length === 0 ) {
		return null;
	}
	return (
		<section aria-labelledby="lernwelt-import-sources">
			<h2 id="lernwelt-import-sources">{ __( 'Sources and schedule', 'lernwelt-places' ) }</h2>
			<Trouble message={ sources.message } retry={ sources.reload } />
			{ items === undefined && sources.message === '' && <Spinner /> }
			<ul className="lernwelt-import-sources">
				{ items?.map( ( source ) => (
					<li key={ source.source }>
						<SourceCard source={ source } go={ go } onDeleted={ sources.reload } />
					</li>
				) ) }
			</ul>
		</section>
	);
}

interface SourceCardProps {
	readonly source: ImportSource;
	readonly go: ( place: Place ) => void;
	readonly onDeleted: () => void;
}

function SourceCard( { source, go, onDeleted }: SourceCardProps ) {
	const [ saved, setSaved ] = useState( source );
	const [ open, setOpen ] = useState( false );
	const [ asks, setAsks ] = useState( false );
	const [ message, setMessage ] = useState( '' );
	const question = asks
		? __( 'Really delete? Its places stay.', 'lernwelt-places' )
		: __( 'Delete', 'lernwelt-places' );
	const remove = async () => {
		try {
			await api.deleteSource( source.source );
			onDeleted();
		} catch ( error ) {
			setMessage( failureOf( error ).message );
		}
	};
	return (
		<Card>
			<CardBody className="lernwelt-import-source">
				<h3>{ saved.label }</h3>
				<p>{ plan( saved ) }</p>
				<Trouble message={ message } />
				<div className="lernwelt-import-actions">
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ () => go( { view: 'source', source: source.source } ) }
						aria-label={ named( __( 'Import now', 'lernwelt-places' ), saved.label ) }
					>
						{ __( 'Import now', 'lernwelt-places' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						aria-expanded={ open }
						onClick={ () => setOpen( ! open ) }
						aria-label={ named( __( 'Schedule', 'lernwelt-places' ), saved.label ) }
					>
						{ __( 'Schedule', 'lernwelt-places' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						isDestructive
						onClick={ () => ( asks ? void remove() : setAsks( true ) ) }
						onBlur={ () => setAsks( false ) }
						aria-label={ named( question, saved.label ) }
					>
						{ question }
					</Button>
				</div>
				{ open && <ScheduleForm source={ saved } onSaved={ setSaved } /> }
			</CardBody>
		</Card>
	);
}

/** Many cards have the same buttons, so each says what it is about; it begins with what is seen. */
function named( action: string, label: string ): string {
	return `${ action }: ${ label }`;
}

function plan( source: ImportSource ): string {
	if ( source.url === '' || source.interval === 'never' ) {
		return __( 'Imported by hand only.', 'lernwelt-places' );
	}
	const name = intervals().find( ( { value } ) => value === source.interval )?.label ?? '';
	return source.next_run_at === null
		? name
		: /* translators: 1: interval, e.g. "Every day", 2: date and time. */
			sprintf( __( '%1$s, next on %2$s', 'lernwelt-places' ), name, time( source.next_run_at ) );
}

function intervals(): Array< { value: ImportSource[ 'interval' ]; label: string } > {
	return [
		{ value: 'never', label: __( 'By hand only', 'lernwelt-places' ) },
		{ value: 'hourly', label: __( 'Every hour', 'lernwelt-places' ) },
		{ value: 'daily', label: __( 'Every day', 'lernwelt-places' ) },
		{ value: 'weekly', label: __( 'Every week', 'lernwelt-places' ) },
	];
}

interface ScheduleFormProps {
	readonly source: ImportSource;
	readonly onSaved: ( source: ImportSource ) => void;
}

function ScheduleForm( { source, onSaved }: ScheduleFormProps ) {
	const [ url, setUrl ] = useState( source.url );
	const [ interval, setInterval ] = useState( source.interval );
	const [ problems, setProblems ] = useState< Reasons >( {} );
	const [ message, setMessage ] = useState( '' );
	const [ status, setStatus ] = useState( '' );
	const save = async () => {
		setStatus( '' );
		setProblems( {} );
		setMessage( '' );
		try {
			const { label, mapping } = source;
			onSaved( await api.saveSource( source.source, { label, mapping, url: url.trim(), interval } ) );
			setStatus( __( 'The schedule is saved.', 'lernwelt-places' ) );
		} catch ( error ) {
			const failure = failureOf( error );
			setProblems( failure.fields );
			setMessage( failure.fields.url === undefined ? failure.message : '' );
		}
	};
	const problem = sentenceOf( problems.url );
	return (
		<form
			noValidate
			className="lernwelt-import-fields"
			onSubmit={ ( event ) => {
				event.preventDefault();
				void save();
			} }
		>
			<Trouble message={ message } />
			<TextControl
				__next40pxDefaultSize
				id={ `lernwelt-import-url-${ source.source }` }
				type="url"
				label={ __( 'Address of the data', 'lernwelt-places' ) }
				className={ problem === undefined ? '' : 'lernwelt-import-invalid' }
				help={
					problem ??
					__(
						'The places are fetched from here. A list in several pages has {page} in its address.',
						'lernwelt-places'
					)
				}
				aria-invalid={ problem !== undefined }
				value={ url }
				onChange={ setUrl }
			/>
			<SelectControl
				__next40pxDefaultSize
				label={ __( 'How often', 'lernwelt-places' ) }
				value={ interval }
				options={ intervals() }
				onChange={ ( value ) => setInterval( value ) }
			/>
			<div className="lernwelt-import-actions">
				<Button __next40pxDefaultSize variant="secondary" type="submit">
					{ __( 'Save schedule', 'lernwelt-places' ) }
				</Button>
				<span role="status">{ status }</span>
			</div>
		</form>
	);
}
