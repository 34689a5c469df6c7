import { Button, Notice, ProgressBar, Spinner } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ImportRun } from '../types/generated/import-run';
import { api } from './api';
import { count, isActive, percent, spoken, time } from './format';
import { Back, Steps, Title, Trouble } from './parts';
import type { Place } from './place';
import { failureOf } from './problems';
import { ChangesTable, FindingsTable } from './report-tables';
import { useRun } from './use-run';

interface RunViewProps {
	readonly id: number;
	readonly go: ( place: Place ) => void;
}

/** Steps 3 to 5: a check or an import, while it goes on and afterwards. */
export function RunView( { id, go }: RunViewProps ) {
	const { run, message, set, retry } = useRun( id );
	return (
		<>
			<Back onClick={ () => go( { view: 'overview' } ) } />
			<Title>{ run === undefined ? __( 'Import', 'lernwelt-places' ) : title( run ) }</Title>
			{ run !== undefined && <Steps current={ stepOf( run ) } /> }
			<Trouble message={ message } retry={ retry } />
			{ run === undefined && message === '' && <Spinner /> }
			{ run !== undefined &&
				( isActive( run ) ? (
					<Progress run={ run } onChange={ set } />
				) : (
					<Outcome run={ run } go={ go } follow={ retry } />
				) ) }
			{ /* Stays in place, so that the end is spoken too. */ }
			<p className="screen-reader-text" role="status">
				{ run === undefined ? '' : spoken( run ) }
			</p>
		</>
	);
}

function stepOf( run: ImportRun ): 3 | 4 | 5 {
	if ( run.dry_run ) {
		return 3;
	}
	return isActive( run ) ? 4 : 5;
}

function title( run: ImportRun ): string {
	if ( run.dry_run && isActive( run ) ) {
		/* translators: %s: source. */
		return sprintf( __( '“%s” is being checked', 'lernwelt-places' ), run.label );
	}
	if ( run.dry_run ) {
		/* translators: %s: source. */
		return sprintf( __( 'What the import of “%s” would change', 'lernwelt-places' ), run.label );
	}
	if ( isActive( run ) ) {
		/* translators: %s: source. */
		return sprintf( __( '“%s” is being imported', 'lernwelt-places' ), run.label );
	}
	/* translators: %s: source. */
	return sprintf( __( 'Report of the import of “%s”', 'lernwelt-places' ), run.label );
}

function Progress( { run, onChange }: { readonly run: ImportRun; readonly onChange: ( run: ImportRun ) => void } ) {
	const [ message, setMessage ] = useState( '' );
	const cancel = async () => {
		try {
			onChange( await api.act( run.id, 'cancel' ) );
		} catch ( error ) {
			setMessage( failureOf( error ).message );
		}
	};
	const done = percent( run );
	return (
		<div className="lernwelt-import-progress">
			<ProgressBar
				{ ...( done === undefined ? {} : { value: done } ) }
				aria-label={
					run.dry_run
						? __( 'Progress of the check', 'lernwelt-places' )
						: __( 'Progress of the import', 'lernwelt-places' )
				}
			/>
			<p>{ rowsDone( run ) }</p>
			<p className="lernwelt-import-help">
				{ __(
					'You can leave this page: the work goes on, and you find it under “Earlier imports”.',
					'lernwelt-places'
				) }
			</p>
			<Trouble message={ message } />
			<Button __next40pxDefaultSize variant="secondary" onClick={ () => void cancel() }>
				{ run.dry_run
					? __( 'Cancel the check', 'lernwelt-places' )
					: __( 'Cancel the import', 'lernwelt-places' ) }
			</Button>
		</div>
	);
}

interface OutcomeProps {
	readonly run: ImportRun;
	readonly go: ( place: Place ) => void;
	/** Follows the same run again, because it goes on. */
	readonly follow: () => void;
}

function Outcome( { run, go, follow }: OutcomeProps ) {
	const [ message, setMessage ] = useState( '' );
	const [ busy, setBusy ] = useState( false );
	const box = useRef< HTMLDivElement >( null );
	useEffect( () => {
		// The button that was in focus has gone with the progress.
		const { activeElement } = document;
		if ( activeElement === null || activeElement === document.body ) {
			box.current?.focus();
		}
	}, [] );
	const act = async ( action: 'import' | 'force' ) => {
		setBusy( true );
		setMessage( '' );
		try {
			const next = await api.act( run.id, action );
			if ( next.id === run.id ) {
				follow();
			} else {
				go( { view: 'run', run: next.id } );
			}
		} catch ( error ) {
			setBusy( false );
			setMessage( failureOf( error ).message );
		}
	};
	const writes = run.counts.created + run.counts.updated + run.counts.unpublished;
	return (
		<div ref={ box } tabIndex={ -1 } className="lernwelt-import-outcome">
			<Verdict run={ run } />
			<Numbers run={ run } />
			<Trouble message={ message } />
			<div className="lernwelt-import-actions">
				{ run.can_import && (
					<Button
						__next40pxDefaultSize
						variant="primary"
						isBusy={ busy }
						disabled={ busy }
						accessibleWhenDisabled
						onClick={ () => void act( 'import' ) }
					>
						{ writes === 0
							? __( 'Import all the same', 'lernwelt-places' )
							: __( 'Import now', 'lernwelt-places' ) }
					</Button>
				) }
				{ run.can_force && (
					<Button
						__next40pxDefaultSize
						variant="primary"
						isDestructive
						isBusy={ busy }
						disabled={ busy }
						accessibleWhenDisabled
						onClick={ () => void act( 'force' ) }
					>
						{ __( 'Import and unpublish all the same', 'lernwelt-places' ) }
					</Button>
				) }
				{ run.counts.findings > 0 && (
					<Button __next40pxDefaultSize variant="secondary" href={ run.report }>
						{ __( 'Download remarks as CSV', 'lernwelt-places' ) }
					</Button>
				) }
			</div>
			<ChangesTable run={ run } />
			<FindingsTable run={ run } />
		</div>
	);
}

function rowsDone( run: ImportRun ): string {
	if ( run.total === null ) {
		/* translators: %s: number of rows. */
		return sprintf( __( '%s rows done', 'lernwelt-places' ), count( run.position ) );
	}
	/* translators: 1: number of rows done, 2: number of all rows. */
	const words = __( '%1$s of %2$s rows done', 'lernwelt-places' );
	return sprintf( words, count( run.position ), count( run.total ) );
}

/** How a state is coloured. */
const STATUS = {
	waiting: 'info',
	running: 'info',
	finished: 'success',
	stopped: 'warning',
	failed: 'error',
	cancelled: 'info',
} as const;

/** What happened, in one sentence. */
function Verdict( { run }: { readonly run: ImportRun } ) {
	return (
		<Notice status={ STATUS[ run.state ] } isDismissible={ false } politeness="polite">
			{ verdict( run ) }
		</Notice>
	);
}

function verdict( run: ImportRun ): string {
	switch ( run.state ) {
		case 'stopped':
		case 'failed':
			return run.message;
		case 'cancelled':
			return run.dry_run
				? __( 'The check was cancelled. Nothing was written.', 'lernwelt-places' )
				: __( 'The import was cancelled. What was imported until then stays.', 'lernwelt-places' );
		case 'finished':
		case 'waiting':
		case 'running':
			return finished( run );
	}
}

function finished( run: ImportRun ): string {
	/* translators: %s: date and time. */
	const ended = __( 'The import ended on %s.', 'lernwelt-places' );
	const sentence = run.dry_run
		? __( 'The check is done. Nothing has been written yet.', 'lernwelt-places' )
		: sprintf( ended, time( run.finished_at ) );
	return `${ sentence } ${ run.message }`.trim();
}

function Numbers( { run }: { readonly run: ImportRun } ) {
	const { counts, dry_run: dry } = run;
	const rows: Array< [ string, number, string ] > = [
		[ __( 'Rows read', 'lernwelt-places' ), counts.read, '' ],
		[ dry ? __( 'would be new', 'lernwelt-places' ) : __( 'new', 'lernwelt-places' ), counts.created, '' ],
		[ dry ? __( 'would change', 'lernwelt-places' ) : __( 'changed', 'lernwelt-places' ), counts.updated, '' ],
		[ __( 'unchanged', 'lernwelt-places' ), counts.unchanged, '' ],
		[
			__( 'refused rows', 'lernwelt-places' ),
			counts.refused,
			counts.refused > 0 ? __( 'Reasons below', 'lernwelt-places' ) : '',
		],
		[ __( 'no longer in the data', 'lernwelt-places' ), counts.vanished, '' ],
		[
			dry ? __( 'would be unpublished', 'lernwelt-places' ) : __( 'unpublished', 'lernwelt-places' ),
			counts.unpublished,
			'',
		],
	];
	return (
		<dl className="lernwelt-import-numbers">
			{ rows.map( ( [ name, value, help ] ) => (
				<div key={ name }>
					<dt>{ name }</dt>
					<dd>
						{ count( value ) }
						{ help !== '' && <span>{ help }</span> }
					</dd>
				</div>
			) ) }
		</dl>
	);
}
