import { DateView } from './date-view';
import { Dates } from './dates';
import { usePlace } from './place';
import { useSending } from './use-marks';

/** Addresses of wp-admin that make paper. */
export interface Addresses {
	readonly print: string;
	readonly certificates: string;
}

/** All dates, or one with everybody who booked it. */
export function Screen( { addresses }: { readonly addresses: Addresses } ) {
	const [ date, go ] = usePlace();
	useSending();
	return (
		<div className="lernwelt-bookings">
			{ date === 0 ? (
				<Dates go={ go } />
			) : (
				<DateView key={ date } id={ date } addresses={ addresses } back={ () => go( 0 ) } />
			) }
		</div>
	);
}
