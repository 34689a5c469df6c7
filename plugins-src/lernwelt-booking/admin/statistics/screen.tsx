import { Button, Notice, SelectControl, Spinner } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import {
	type BookingStatistics,
	download,
	type Measure,
	type Period,
	readStatistics,
	type Refusal,
	refusalOf,
	type SchoolYear,
} from './api';
import { Breakdown } from './chart';
import { dayInWords, number } from './numbers';
import { PeriodForm } from './period';
import { useOpenWhenPrinted } from './print';

interface Props {
	readonly years: readonly SchoolYear[];
	/** Name of the portal, for the print. */
	readonly portal: string;
}

const NOTHING: Refusal = { message: '', fields: {} };

/** The statistics of bookings: days, totals, one breakdown below the other. */
export function Screen( { years, portal }: Props ) {
	const start = years.find( ( { running } ) => running );
	const [ period, setPeriod ] = useState< Period >( { first: start?.first ?? '', last: start?.last ?? '' } );
	const [ found, setFound ] = useState< BookingStatistics >();
	const [ refused, setRefused ] = useState( NOTHING );
	const [ busy, setBusy ] = useState( true );
	const page = useRef< HTMLDivElement >( null );
	useOpenWhenPrinted( page );

	useEffect( () => {
		let current = true;
		setBusy( true );
		readStatistics( period )
			.then(
				( numbers ) => {
					if ( current ) {
						setFound( numbers );
						setRefused( NOTHING );
					}
				},
				( error: unknown ) => current && setRefused( refusalOf( error ) )
			)
			.finally( () => current && setBusy( false ) );
		return () => {
			current = false;
		};
	}, [ period ] );

	return (
		<div className="lernwelt-statistics" ref={ page }>
			<h1>{ __( 'Booking statistics', 'lernwelt-booking' ) }</h1>
			<p className="lernwelt-statistics-portal">{ portal }</p>
			<PeriodForm years={ years } period={ period } errors={ refused.fields } choose={ setPeriod } />
			{ refused.message !== '' && (
				<Notice status="error" isDismissible={ false } politeness="assertive">
					{ refused.message }
				</Notice>
			) }
			<p className="lernwelt-statistics-days" role="status" aria-busy={ busy }>
				{ found !== undefined &&
					sprintf(
						/* translators: 1: first day, 2: last day. */
						__( 'Dates from %1$s to %2$s', 'lernwelt-booking' ),
						dayInWords( found.first ),
						dayInWords( found.last )
					) }
				{ busy && <Spinner /> }
			</p>
			{ found !== undefined && <Numbers found={ found } /> }
		</div>
	);
}

function Numbers( { found }: { readonly found: BookingStatistics } ) {
	const [ measure, setMeasure ] = useState< Measure >( 'booked' );
	const measures = Object.entries( found.measures ) as Array< [ Measure, string ] >;
	return (
		<>
			<dl className="lernwelt-statistics-totals">
				{ measures.map( ( [ id, label ] ) => (
					<div key={ id }>
						<dt>{ label }</dt>
						<dd>{ number( found.total[ id ] ) }</dd>
					</div>
				) ) }
			</dl>
			<Files period={ found } />
			{ found.total.dates + found.total.called_off === 0 ? (
				<Notice status="info" isDismissible={ false }>
					{ __( 'No date begins in these days. Choose another period.', 'lernwelt-booking' ) }
				</Notice>
			) : (
				<>
					<div className="lernwelt-statistics-measure">
						<SelectControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							label={ __( 'What the bars show', 'lernwelt-booking' ) }
							help={ __(
								'By school only bookings are counted: a school offers no seats.',
								'lernwelt-booking'
							) }
							value={ measure }
							options={ measures.map( ( [ value, label ] ) => ( { value, label } ) ) }
							onChange={ ( value ) => setMeasure( value ) }
						/>
					</div>
					{ found.dimensions.map( ( dimension ) => (
						<Breakdown
							key={ dimension.id }
							dimension={ dimension }
							measures={ found.measures }
							measure={ measure }
						/>
					) ) }
				</>
			) }
		</>
	);
}

function Files( { period }: { readonly period: Period } ) {
	const [ failed, setFailed ] = useState( '' );
	const fetch = ( ending: '.csv' | '.json' ) => {
		setFailed( '' );
		download( ending, period ).catch( () =>
			setFailed( __( 'The file could not be made. Please try again.', 'lernwelt-booking' ) )
		);
	};
	return (
		<div className="lernwelt-statistics-files">
			<Button __next40pxDefaultSize variant="secondary" onClick={ () => fetch( '.csv' ) }>
				{ __( 'Download for Excel (CSV)', 'lernwelt-booking' ) }
			</Button>
			<Button __next40pxDefaultSize variant="secondary" onClick={ () => fetch( '.json' ) }>
				{ __( 'Download as JSON', 'lernwelt-booking' ) }
			</Button>
			<Button __next40pxDefaultSize variant="secondary" onClick={ () => window.print() }>
				{ __( 'Print', 'lernwelt-booking' ) }
			</Button>
			{ failed !== '' && (
				<Notice status="error" isDismissible={ false } politeness="assertive">
					{ failed }
				</Notice>
			) }
		</div>
	);
}
