import { Notice, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Person } from './api';
import { count, matching } from './filter';
import type { Mark } from './marks';
import { failureOf } from './problems';
import { useMarks, useOnline } from './use-marks';

interface AttendanceProps {
	readonly date: number;
	readonly people: readonly Person[];
}

/** Who came: large buttons for a phone at the door, which may lose its connection. */
export function AttendanceTab( { date, people }: AttendanceProps ) {
	const marks = useMarks( date );
	const online = useOnline();
	const [ search, setSearch ] = useState( '' );
	const { waiting, refused, failure } = marks.read();
	const held = people.filter( ( person ) => person.held && ! person.anonymised );
	const there = held.filter( ( person ) => marks.of( person.number, person.attended ) === true ).length;
	const lost = people.filter( ( { number } ) => refused.includes( number ) ).map( ( { name } ) => name );
	const status = failure === undefined ? 0 : failureOf( failure ).status;
	return (
		<>
			<p role="status" className="lernwelt-bookings-count">
				{
					/* translators: 1: number of people who came, 2: number of people who booked. */
					sprintf( __( '%1$s of %2$s are there.', 'lernwelt-booking' ), count( there ), count( held.length ) )
				}{ ' ' }
				{ waiting.size > 0 &&
					sprintf(
						/* translators: %s: number of marks. */
						_n(
							'%s mark is not sent yet.',
							'%s marks are not sent yet.',
							waiting.size,
							'lernwelt-booking'
						),
						count( waiting.size )
					) }
			</p>
			{ ( ! online || ( waiting.size > 0 && failure !== undefined && status === 0 ) ) && (
				<Notice status="warning" isDismissible={ false }>
					{ __(
						'There is no connection. Go on marking and leave this page open: everything is sent when the connection is back.',
						'lernwelt-booking'
					) }
				</Notice>
			) }
			{ waiting.size > 0 && status > 0 && (
				<Notice status="error" isDismissible={ false }>
					{ failureOf( failure ).message }
				</Notice>
			) }
			{ lost.length > 0 && (
				<Notice status="warning" isDismissible={ false }>
					{
						/* translators: %s: names. */
						sprintf( __( 'Cancelled meanwhile, so not marked: %s', 'lernwelt-booking' ), lost.join( ', ' ) )
					}
				</Notice>
			) }
			<TextControl
				__next40pxDefaultSize
				type="search"
				label={ __( 'Name, e-mail, school or number', 'lernwelt-booking' ) }
				value={ search }
				onChange={ setSearch }
			/>
			{ held.length === 0 && <p>{ __( 'Nobody has booked yet.', 'lernwelt-booking' ) }</p> }
			<ul className="lernwelt-bookings-marks">
				{ matching( held, search, 'booked' ).map( ( person ) => (
					<MarkRow
						key={ person.number }
						person={ person }
						mark={ marks.of( person.number, person.attended ) }
						waits={ waiting.has( person.number ) }
						set={ ( mark ) => marks.set( person.number, mark ) }
					/>
				) ) }
			</ul>
		</>
	);
}

interface RowProps {
	readonly person: Person;
	readonly mark: Mark;
	readonly waits: boolean;
	readonly set: ( mark: Mark ) => void;
}

/** Not there, there: colours alone say nothing to everybody. */
const SIGNS = [ '✗ ', '✓ ' ];

function MarkRow( { person, mark, waits, set }: RowProps ) {
	const name = `lernwelt-bookings-mark-${ person.number }`;
	const button = ( value: boolean, label: string ) => (
		<button
			type="button"
			className={ `lernwelt-bookings-mark ${ value ? 'is-yes' : 'is-no' }` }
			aria-pressed={ mark === value }
			aria-describedby={ name }
			onClick={ () => set( mark === value ? null : value ) }
		>
			<span aria-hidden="true">{ mark === value && SIGNS[ Number( value ) ] }</span>
			{ label }
		</button>
	);
	return (
		<li>
			<p id={ name }>
				<strong>{ person.name }</strong>
				<span className="is-quiet">{ person.school }</span>
				{ waits && (
					<span className="lernwelt-bookings-badge">{ __( 'not sent yet', 'lernwelt-booking' ) }</span>
				) }
			</p>
			<div className="lernwelt-bookings-marks-buttons">
				{ button( true, __( 'There', 'lernwelt-booking' ) ) }
				{ button( false, __( 'Not there', 'lernwelt-booking' ) ) }
			</div>
		</li>
	);
}
