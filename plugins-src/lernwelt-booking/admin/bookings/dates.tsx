import { Button, SelectControl, Spinner, TextControl } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { api, type DateItem } from './api';
import { count } from './filter';
import { Pages, Trouble } from './parts';
import { useLoad } from './use-load';

const PER_PAGE = 20;

type Time = 'upcoming' | 'past';

/** All dates of the portal. */
export function Dates( { go }: { readonly go: ( date: number ) => void } ) {
	const [ typed, setTyped ] = useState( '' );
	const [ wish, setWish ] = useState< { time: Time; search: string; page: number } >( {
		time: 'upcoming',
		search: '',
		page: 1,
	} );
	const load = useCallback( () => api.dates( wish.time, wish.search, wish.page, PER_PAGE ), [ wish ] );
	const { data, message, reload } = useLoad( load );
	const search = ( event: FormEvent ) => {
		event.preventDefault();
		setWish( { ...wish, search: typed.trim(), page: 1 } );
	};
	return (
		<>
			<h1>{ __( 'Bookings', 'lernwelt-booking' ) }</h1>
			<form className="lernwelt-bookings-filter" role="search" onSubmit={ search }>
				<SelectControl
					__next40pxDefaultSize
					label={ __( 'Which dates', 'lernwelt-booking' ) }
					value={ wish.time }
					options={ [
						{ value: 'upcoming', label: __( 'Running and to come', 'lernwelt-booking' ) },
						{ value: 'past', label: __( 'Over', 'lernwelt-booking' ) },
					] }
					onChange={ ( time ) => setWish( { ...wish, time, page: 1 } ) }
				/>
				<TextControl
					__next40pxDefaultSize
					type="search"
					label={ __( 'Title of the event', 'lernwelt-booking' ) }
					value={ typed }
					maxLength={ 100 }
					onChange={ setTyped }
				/>
				<Button __next40pxDefaultSize variant="secondary" type="submit">
					{ __( 'Search', 'lernwelt-booking' ) }
				</Button>
			</form>
			<Trouble message={ message } retry={ reload } />
			{ data === undefined && message === '' && <Spinner /> }
			{ data !== undefined && (
				<section aria-labelledby="lernwelt-bookings-dates">
					<h2 id="lernwelt-bookings-dates">
						<span aria-live="polite">{ numberOf( data.total ) }</span>
					</h2>
					{ data.total === 0 && <p>{ __( 'There are no dates here.', 'lernwelt-booking' ) }</p> }
					{ data.items.length > 0 && <DateTable items={ data.items } go={ go } /> }
					<Pages
						page={ wish.page }
						pages={ Math.ceil( data.total / PER_PAGE ) }
						of="lernwelt-bookings-dates"
						onChange={ ( page ) => setWish( { ...wish, page } ) }
					/>
				</section>
			) }
		</>
	);
}

interface TableProps {
	readonly items: readonly DateItem[];
	readonly go: ( date: number ) => void;
}

function DateTable( { items, go }: TableProps ) {
	return (
		<table className="lernwelt-bookings-table" aria-labelledby="lernwelt-bookings-dates">
			<thead>
				<tr>
					<th scope="col">{ __( 'Event', 'lernwelt-booking' ) }</th>
					<th scope="col">{ __( 'When and where', 'lernwelt-booking' ) }</th>
					<th scope="col">{ __( 'Seats', 'lernwelt-booking' ) }</th>
				</tr>
			</thead>
			<tbody>
				{ items.map( ( item ) => (
					<tr key={ item.id }>
						<th scope="row">
							<Button __next40pxDefaultSize variant="link" onClick={ () => go( item.id ) }>
								{ item.event.title }
								<span className="screen-reader-text">, { item.when }</span>
							</Button>
						</th>
						<td>
							{ item.when }
							{ item.place !== '' && <span className="is-quiet">{ item.place }</span> }
						</td>
						<td>
							{ seats( item ) }
							<DateState item={ item } />
						</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

/**
 * Seats of a date in words.
 *
 * @param item Date.
 */
export function seats( item: DateItem ): string {
	/* translators: 1: booked seats, 2: all seats. */
	const words = __( '%1$s of %2$s booked', 'lernwelt-booking' );
	return sprintf( words, count( item.booked ), count( item.capacity ) );
}

/** What is special about a date; nothing for most. */
export function DateState( { item }: { readonly item: DateItem } ) {
	const words = stateWords( item );
	return words === '' ? null : <span className="lernwelt-bookings-badge">{ words }</span>;
}

function stateWords( item: DateItem ): string {
	if ( item.state === 'cancelled' ) {
		return __( 'called off', 'lernwelt-booking' );
	}
	if ( item.booked >= item.capacity ) {
		return __( 'full', 'lernwelt-booking' );
	}
	return item.booked < item.minimum && ! item.over ? __( 'fewer than the minimum number', 'lernwelt-booking' ) : '';
}

function numberOf( total: number ): string {
	/* translators: %s: number of dates. */
	return sprintf( _n( '%s date', '%s dates', total, 'lernwelt-booking' ), count( total ) );
}
