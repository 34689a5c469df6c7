import { Button, CheckboxControl, SelectControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { EventSeries } from '../../../types/generated/event-series';
import type { Sentences } from './api';
import { Field, Group } from './field';
import type { Draft, Series } from './form';
import { dayWords } from './words';

interface SeriesProps {
	readonly draft: Draft;
	readonly change: ( values: Partial< Draft > ) => void;
	readonly errors: Sentences;
}

/** Monday is the first of these. */
const MONDAY = '2024-01-01';

function weekdays(): readonly string[] {
	const name = new Intl.DateTimeFormat( document.documentElement.lang || 'de-DE', {
		weekday: 'long',
		timeZone: 'UTC',
	} );
	return Array.from( { length: 7 }, ( _, day ) => name.format( Date.parse( MONDAY ) + day * 24 * 60 * 60 * 1000 ) );
}

/** How a new date repeats. */
export function SeriesFields( { draft, change, errors }: SeriesProps ) {
	const { series } = draft;
	const set = ( values: Partial< Series > ) => change( { series: { ...series, ...values } } );
	return (
		<Group title={ __( 'Repeat', 'lernwelt-booking' ) }>
			<CheckboxControl
				label={ __( 'Make a series of dates', 'lernwelt-booking' ) }
				checked={ series.on }
				onChange={ ( on ) => set( { on } ) }
			/>
			{ series.on && (
				<>
					<div className="lw-event-form__pair">
						<SelectControl
							__next40pxDefaultSize
							label={ __( 'Rhythm', 'lernwelt-booking' ) }
							value={ series.rhythm }
							options={ [
								{ value: 'weekly', label: __( 'every week', 'lernwelt-booking' ) },
								{ value: 'fortnightly', label: __( 'every second week', 'lernwelt-booking' ) },
								{ value: 'monthly', label: __( 'every month, same weekday', 'lernwelt-booking' ) },
							] }
							onChange={ ( rhythm ) => set( { rhythm } ) }
						/>
						<Field
							label={ __( 'Last possible day', 'lernwelt-booking' ) }
							type="date"
							value={ series.until }
							error={ errors.until }
							onChange={ ( until ) => set( { until } ) }
						/>
					</div>
					{ series.rhythm !== 'monthly' && (
						<Weekdays series={ series } set={ set } error={ errors.weekdays } />
					) }
					<CheckboxControl
						label={ __(
							'Leave out school holidays and public holidays of Saxony-Anhalt',
							'lernwelt-booking'
						) }
						checked={ series.skipFree }
						onChange={ ( skipFree ) => set( { skipFree } ) }
					/>
					<Exceptions series={ series } set={ set } error={ errors.except } />
				</>
			) }
		</Group>
	);
}

interface PartProps {
	readonly series: Series;
	readonly set: ( values: Partial< Series > ) => void;
	readonly error: string | undefined;
}

function Weekdays( { series, set, error }: PartProps ) {
	return (
		<fieldset className="lw-event-form__checks">
			<legend>{ __( 'Weekdays; none for that of the first date', 'lernwelt-booking' ) }</legend>
			{ error !== undefined && (
				<strong className="lw-event-form__problem" data-problem tabIndex={ -1 }>
					{ error }
				</strong>
			) }
			{ weekdays().map( ( label, index ) => (
				<CheckboxControl
					key={ label }
					label={ label }
					checked={ series.weekdays.includes( index + 1 ) }
					onChange={ ( on ) =>
						set( {
							weekdays: on
								? [ ...series.weekdays, index + 1 ]
								: series.weekdays.filter( ( day ) => day !== index + 1 ),
						} )
					}
				/>
			) ) }
		</fieldset>
	);
}

function Exceptions( { series, set, error }: PartProps ) {
	return (
		<div className="lw-event-form__exceptions">
			{ series.except.map( ( day, place ) => (
				<div key={ place } className="lw-event-form__row">
					<Field
						/* translators: %d: number in the list. */
						label={ sprintf( __( 'Exception %d', 'lernwelt-booking' ), place + 1 ) }
						type="date"
						value={ day }
						error={ error }
						onChange={ ( changed ) =>
							set( {
								except: series.except.map( ( one, index ) => ( index === place ? changed : one ) ),
							} )
						}
					/>
					<Button
						variant="link"
						isDestructive
						onClick={ () => set( { except: series.except.filter( ( one, index ) => index !== place ) } ) }
					>
						{
							/* translators: %d: number in the list. */ sprintf(
								__( 'Remove exception %d', 'lernwelt-booking' ),
								place + 1
							)
						}
					</Button>
				</div>
			) ) }
			<Button
				variant="secondary"
				__next40pxDefaultSize
				onClick={ () => set( { except: [ ...series.except, '' ] } ) }
			>
				{ __( 'Leave out another day', 'lernwelt-booking' ) }
			</Button>
		</div>
	);
}

/** The days of a series and what was left out. */
export function Preview( { plan }: { readonly plan: EventSeries } ) {
	const count = plan.days.filter( ( { skipped } ) => skipped === '' ).length;
	return (
		<section className="lw-event-form__preview" aria-labelledby="lw-event-form-preview">
			<h2 id="lw-event-form-preview" tabIndex={ -1 } data-preview>
				{
					/* translators: %d: number of dates. */ sprintf(
						_n( '%d date will be made', '%d dates will be made', count, 'lernwelt-booking' ),
						count
					)
				}
			</h2>
			{ plan.known_until !== '' && (
				<p className="lw-event-form__problem">
					{
						/* translators: %s: day. */ sprintf(
							__(
								'School holidays are known until %s only. Please check the days after that.',
								'lernwelt-booking'
							),
							dayWords( plan.known_until )
						)
					}
				</p>
			) }
			<ol>
				{ plan.days.map( ( { day, skipped } ) => (
					<li key={ day } className={ skipped === '' ? '' : 'is-skipped' }>
						{ dayWords( day ) }
						{ skipped !== '' && (
							<>
								{ ' – ' }
								{ skipped === 'except'
									? __( 'left out: exception', 'lernwelt-booking' )
									: /* translators: %s: name of the holidays. */
										sprintf( __( 'left out: %s', 'lernwelt-booking' ), skipped ) }
							</>
						) }
					</li>
				) ) }
			</ol>
		</section>
	);
}
