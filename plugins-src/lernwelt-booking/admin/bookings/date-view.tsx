import { Button, Spinner, TabPanel } from '@wordpress/components';
import { useCallback, useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { api, type Person } from './api';
import { AttendanceTab } from './attendance';
import { DateState, seats } from './dates';
import { Message } from './message';
import { PaperTab } from './paper';
import { Trouble } from './parts';
import { People } from './people';
import type { Addresses } from './screen';
import { useLoad } from './use-load';

interface DateViewProps {
	readonly id: number;
	readonly addresses: Addresses;
	readonly back: () => void;
}

/** One date with everybody who booked it. */
export function DateView( { id, addresses, back }: DateViewProps ) {
	const load = useCallback( () => api.people( id ), [ id ] );
	const { data, message, reload, set } = useLoad( load );
	const heading = useRef< HTMLHeadingElement >( null );
	const isThere = data !== undefined;
	useEffect( () => heading.current?.focus(), [ isThere ] );
	const changed = ( person: Person ) => {
		set( ( before ) => ( {
			...before,
			date: { ...before.date, booked: before.date.booked + difference( before.items, person ) },
			items: before.items.some( ( { number } ) => number === person.number )
				? before.items.map( ( one ) => ( one.number === person.number ? person : one ) )
				: [ person, ...before.items ],
		} ) );
	};
	return (
		<>
			<Button __next40pxDefaultSize className="lernwelt-bookings-back" variant="tertiary" onClick={ back }>
				{ __( 'All dates', 'lernwelt-booking' ) }
			</Button>
			{ message !== '' && data === undefined && <h1>{ __( 'Bookings', 'lernwelt-booking' ) }</h1> }
			<Trouble message={ message } retry={ reload } />
			{ data === undefined && message === '' && <Spinner /> }
			{ data !== undefined && (
				<>
					<h1 ref={ heading } tabIndex={ -1 }>
						{ data.date.event.title }
					</h1>
					<p className="lernwelt-bookings-facts">
						{ data.date.when }
						{ data.date.place !== '' && ` · ${ data.date.place }` }
						{ ` · ${ seats( data.date ) }` } <DateState item={ data.date } />
					</p>
					<TabPanel
						className="lernwelt-bookings-tabs"
						tabs={ [
							{ name: 'people', title: __( 'Participants', 'lernwelt-booking' ) },
							{ name: 'attendance', title: __( 'Attendance', 'lernwelt-booking' ) },
							{ name: 'message', title: __( 'Message', 'lernwelt-booking' ) },
							{ name: 'paper', title: __( 'Print and files', 'lernwelt-booking' ) },
						] }
					>
						{ ( { name } ) => (
							<div className="lernwelt-bookings-tab">
								{ name === 'people' && <People people={ data } changed={ changed } /> }
								{ name === 'attendance' && <AttendanceTab date={ id } people={ data.items } /> }
								{ name === 'message' && <Message people={ data } /> }
								{ name === 'paper' && <PaperTab people={ data } addresses={ addresses } /> }
							</div>
						) }
					</TabPanel>
				</>
			) }
		</>
	);
}

/** How many seats more are taken when one booking changes. */
function difference( before: readonly Person[], person: Person ): number {
	const held = before.find( ( { number } ) => number === person.number )?.held ?? false;
	return Number( person.held ) - Number( held );
}
