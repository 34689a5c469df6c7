import { Button, SelectControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Participants, Person } from './api';
import { count, matching, type StateFilter } from './filter';
import { Done } from './parts';
import { PersonRow } from './person-row';
import { Register } from './register';

/** Rows that are drawn at once. */
const STEP = 200;

interface PeopleProps {
	readonly people: Participants;
	readonly changed: ( person: Person ) => void;
}

/** Everybody who booked: search, filter, notes, cancelling, registering by hand. */
export function People( { people, changed }: PeopleProps ) {
	const [ search, setSearch ] = useState( '' );
	const [ state, setState ] = useState< StateFilter >( 'booked' );
	const [ most, setMost ] = useState( STEP );
	const [ adds, setAdds ] = useState( false );
	const [ done, setDone ] = useState( '' );
	const found = matching( people.items, search, state );
	return (
		<>
			<div className="lernwelt-bookings-filter" role="search">
				<TextControl
					__next40pxDefaultSize
					type="search"
					label={ __( 'Name, e-mail, school or number', 'lernwelt-booking' ) }
					value={ search }
					onChange={ setSearch }
				/>
				<SelectControl
					__next40pxDefaultSize
					label={ __( 'State', 'lernwelt-booking' ) }
					value={ state }
					options={ [
						{ value: 'booked', label: __( 'Booked', 'lernwelt-booking' ) },
						{ value: 'cancelled', label: __( 'Cancelled', 'lernwelt-booking' ) },
						{ value: 'all', label: __( 'All', 'lernwelt-booking' ) },
					] }
					onChange={ ( value ) => setState( value ) }
				/>
				{ ! adds && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ () => {
							setDone( '' );
							setAdds( true );
						} }
					>
						{ __( 'Register by hand', 'lernwelt-booking' ) }
					</Button>
				) }
			</div>
			<Done message={ done } />
			{ adds && (
				<Register
					date={ people.date.id }
					close={ () => setAdds( false ) }
					registered={ ( person ) => {
						setAdds( false );
						/* translators: %s: name. */
						setDone( sprintf( __( '%s is registered.', 'lernwelt-booking' ), person.name ) );
						changed( person );
					} }
				/>
			) }
			<h2 id="lernwelt-bookings-people">
				<span aria-live="polite">{ numberOf( found.length ) }</span>
			</h2>
			{ found.length === 0 && <p>{ __( 'Nobody is found here.', 'lernwelt-booking' ) }</p> }
			{ found.length > 0 && (
				<table className="lernwelt-bookings-table" aria-labelledby="lernwelt-bookings-people">
					<thead>
						<tr>
							<th scope="col">{ __( 'Name', 'lernwelt-booking' ) }</th>
							<th scope="col">{ __( 'School', 'lernwelt-booking' ) }</th>
							<th scope="col">{ __( 'Answers and note', 'lernwelt-booking' ) }</th>
							<th scope="col">{ __( 'Actions', 'lernwelt-booking' ) }</th>
						</tr>
					</thead>
					<tbody>
						{ found.slice( 0, most ).map( ( person ) => (
							<PersonRow
								key={ person.number }
								person={ person }
								questions={ people.questions }
								changed={ changed }
							/>
						) ) }
					</tbody>
				</table>
			) }
			{ found.length > most && (
				<Button __next40pxDefaultSize variant="secondary" onClick={ () => setMost( most + STEP ) }>
					{ __( 'Show more', 'lernwelt-booking' ) }
				</Button>
			) }
		</>
	);
}

function numberOf( total: number ): string {
	/* translators: %s: number of people. */
	return sprintf( _n( '%s person', '%s people', total, 'lernwelt-booking' ), count( total ) );
}
