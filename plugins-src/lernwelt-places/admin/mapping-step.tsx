import { Button, Spinner } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { ImportSourceRequest } from '../types/generated/import-source-request';
import { api } from './api';
import { controlId } from './fields';
import { MappingEditor } from './mapping-editor';
import { pathLabel, pathProblem } from './mapping-words';
import { Back, Steps, Title, Trouble } from './parts';
import type { Place } from './place';
import { PreviewPlaces } from './preview-places';
import { failureOf, type Reasons } from './problems';
import { useMapping, type Editing } from './use-mapping';

interface MappingStepProps {
	readonly place: Extract< Place, { view: 'mapping' } >;
	readonly go: ( place: Place ) => void;
}

/** Step 2: which column becomes what, with the first rows as places beside it. */
export function MappingStep( { place, go }: MappingStepProps ) {
	const editing = useMapping( place );
	return (
		<>
			<Back onClick={ () => go( { view: 'source', source: editing.saved === undefined ? '' : place.source } ) }>
				{ __( 'Other file or address', 'lernwelt-places' ) }
			</Back>
			<Title>
				{
					/* translators: %s: source. */ sprintf(
						__( 'What stands in the columns of “%s”?', 'lernwelt-places' ),
						place.label
					)
				}
			</Title>
			<Steps current={ 2 } />
			<Trouble message={ editing.message } retry={ editing.retry } />
			{ editing.draft === undefined && editing.message === '' && <Spinner /> }
			{ editing.draft !== undefined && editing.preview !== undefined && (
				<Form place={ place } go={ go } editing={ editing } />
			) }
		</>
	);
}

function Form( { place, go, editing }: MappingStepProps & { readonly editing: Editing } ) {
	const { draft, preview, saved } = editing;
	const [ asked, setAsked ] = useState( 0 );
	const [ refused, setRefused ] = useState< Reasons >( {} );
	const [ message, setMessage ] = useState( '' );
	const [ busy, setBusy ] = useState( false );
	const problems: Reasons = { ...preview?.problems, ...refused };
	const unreadable = preview?.message ?? '';

	const next = async () => {
		setMessage( '' );
		setRefused( {} );
		setAsked( ( before ) => before + 1 );
		if (
			draft === undefined ||
			editing.stale ||
			unreadable !== '' ||
			Object.keys( preview?.problems ?? {} ).length > 0
		) {
			return;
		}
		setBusy( true );
		try {
			const mapping = draft as ImportSourceRequest[ 'mapping' ];
			const { label, source } = place;
			await api.saveSource( source, {
				label,
				url: saved?.url ?? '',
				interval: saved?.interval ?? 'never',
				mapping,
			} );
			const run = await api.start( { input: place.input, source, label, mapping, dry_run: true } );
			go( { view: 'run', run: run.id } );
		} catch ( error ) {
			const failure = failureOf( error );
			setBusy( false );
			setRefused( ofMapping( failure.fields ) );
			setMessage( Object.keys( ofMapping( failure.fields ) ).length > 0 ? '' : failure.message );
		}
	};

	return (
		<form
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				void next();
			} }
		>
			<Trouble message={ message } />
			{ asked > 0 && ! editing.stale && <Summary key={ asked } problems={ problems } /> }
			<div className="lernwelt-import-columns">
				<MappingEditor
					draft={ draft ?? { version: 1, format: 'csv' } }
					columns={ preview?.columns ?? [] }
					problems={ asked > 0 ? problems : only( problems, 'no_such_column' ) }
					unreadable={ unreadable }
					onChange={ editing.change }
				/>
				<PreviewPlaces editing={ editing } />
			</div>
			<div className="lernwelt-import-actions is-sticky">
				<Button
					__next40pxDefaultSize
					variant="primary"
					type="submit"
					isBusy={ busy }
					disabled={ busy }
					accessibleWhenDisabled
				>
					{ __( 'Check what would change', 'lernwelt-places' ) }
				</Button>
				<span>{ __( 'Nothing is written yet.', 'lernwelt-places' ) }</span>
			</div>
		</form>
	);
}

function ofMapping( fields: Reasons ): Reasons {
	return Object.fromEntries(
		Object.entries( fields )
			.filter( ( [ path ] ) => path.startsWith( 'mapping.' ) )
			.map( ( [ path, reason ] ) => [ path.slice( 'mapping.'.length ), reason ] )
	);
}

function only( problems: Reasons, wanted: string ): Reasons {
	return Object.fromEntries( Object.entries( problems ).filter( ( [ , reason ] ) => reason === wanted ) );
}

/** Takes the focus when something is missing, and leads there. */
function Summary( { problems }: { readonly problems: Reasons } ) {
	const box = useRef< HTMLDivElement >( null );
	const paths = Object.keys( problems );
	const any = paths.length > 0;
	useEffect( () => {
		if ( any ) {
			box.current?.focus();
		}
	}, [ any ] );
	if ( ! any ) {
		return null;
	}
	/* translators: %d: number of entries. */
	const words = _n( 'Please check %d entry:', 'Please check %d entries:', paths.length, 'lernwelt-places' );
	return (
		<div ref={ box } tabIndex={ -1 } className="lernwelt-import-trouble notice notice-error inline" role="alert">
			<p>{ sprintf( words, paths.length ) }</p>
			<ul>
				{ paths.map( ( path ) => (
					<li key={ path }>
						<a
							href={ `#${ controlId( path ) }` }
							onClick={ ( event ) => {
								event.preventDefault();
								document.getElementById( controlId( path ) )?.focus();
							} }
						>
							{ `${ pathLabel( path ) }: ${ pathProblem( path, problems[ path ] ) ?? '' }` }
						</a>
					</li>
				) ) }
			</ul>
		</div>
	);
}
