import { Button, Notice, Spinner } from '@wordpress/components';
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { AuditEvents } from '../../types/generated/audit-events';
import type { AuditOverview } from '../../types/generated/audit-overview';
import { api } from './api';
import { count, everything, failureOf, type Filter, PER_PAGE } from './filter';
import { Filters } from './filters';
import { Lines } from './lines';
import { Pages } from './pages';
import { Retention } from './retention';

interface Wish {
	readonly filter: Filter;
	readonly page: number;
	/** Newest line of the first page; undefined for the newest of all. */
	readonly upTo: number | undefined;
}

/** The log. `portal` is undefined in the network's administration. */
export function Screen( { portal }: { readonly portal: number | undefined } ) {
	const [ overview, setOverview ] = useState< AuditOverview >();
	const [ wish, setWish ] = useState< Wish >( { filter: everything( portal ), page: 1, upTo: undefined } );
	const [ found, setFound ] = useState< AuditEvents >();
	const [ message, setMessage ] = useState( '' );
	const [ busy, setBusy ] = useState( true );
	const heading = useRef< HTMLHeadingElement >( null );
	const moved = useRef( false );

	useEffect( () => {
		api.overview( portal ).then( setOverview, ( error: unknown ) => setMessage( failureOf( error ).message ) );
	}, [ portal ] );
	useEffect( () => {
		let current = true;
		setBusy( true );
		setMessage( '' );
		api.events( wish.filter, wish.page, wish.upTo )
			.then(
				( events ) => current && setFound( events ),
				( error: unknown ) => current && setMessage( failureOf( error ).message )
			)
			.finally( () => {
				if ( current ) {
					setBusy( false );
					if ( moved.current ) {
						heading.current?.focus();
					}
				}
			} );
		return () => {
			current = false;
		};
	}, [ wish ] );

	const search = useCallback( ( filter: Filter ) => {
		moved.current = true;
		setWish( { filter, page: 1, upTo: undefined } );
	}, [] );

	return (
		<div className="lernwelt-audit">
			<h1>{ __( 'Log', 'lernwelt-security' ) }</h1>
			<p className="lernwelt-audit-intro">
				{ __(
					'Logins, changes of roles and settings, exports, and who viewed or changed data of people. Names are replaced by pseudonyms; nobody can change or delete a line.',
					'lernwelt-security'
				) }
			</p>
			{ overview !== undefined && <Verdict overview={ overview } /> }
			{ overview !== undefined && (
				<Filters overview={ overview } portal={ portal } filter={ wish.filter } search={ search } />
			) }
			<section aria-labelledby="lernwelt-audit-lines" aria-busy={ busy }>
				<h2 id="lernwelt-audit-lines" ref={ heading } tabIndex={ -1 }>
					{ found === undefined ? __( 'Lines', 'lernwelt-security' ) : linesOf( found.total ) }
				</h2>
				{ message !== '' && (
					<Notice status="error" isDismissible={ false } politeness="assertive">
						{ message }{ ' ' }
						<Button variant="link" onClick={ () => setWish( { ...wish } ) }>
							{ __( 'Try again', 'lernwelt-security' ) }
						</Button>
					</Notice>
				) }
				{ busy && found === undefined && <Spinner /> }
				{ found?.total === 0 && ! busy && (
					<p>{ __( 'Nothing was found. Please change or clear the filters.', 'lernwelt-security' ) }</p>
				) }
				{ found !== undefined && found.total > 0 && (
					<>
						<Lines
							items={ found.items }
							network={ portal === undefined }
							onlyPerson={ ( person ) => search( { ...wish.filter, person } ) }
						/>
						<Pages
							page={ wish.page }
							pages={ Math.ceil( found.total / PER_PAGE ) }
							of="lernwelt-audit-lines"
							onChange={ ( page ) => {
								moved.current = true;
								setWish( { ...wish, page, upTo: found.up_to } );
							} }
						/>
					</>
				) }
			</section>
			{ overview?.manages === true && <Retention overview={ overview } /> }
		</div>
	);
}

function linesOf( total: number ): string {
	/* translators: %s: number of lines of the log. */
	return sprintf( _n( '%s line', '%s lines', total, 'lernwelt-security' ), count( total ) );
}

function Verdict( { overview }: { readonly overview: AuditOverview } ) {
	const status = { whole: 'success', broken: 'error', unknown: 'warning' } as const;
	return (
		<Notice status={ status[ overview.state ] } isDismissible={ false } spokenMessage={ overview.message }>
			{ overview.message }
		</Notice>
	);
}
