import { Button, SelectControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Period, Refusal, SchoolYear } from './api';

interface Props {
	readonly years: readonly SchoolYear[];
	readonly period: Period;
	/** What was wrong with the days. */
	readonly errors: Refusal[ 'fields' ];
	readonly choose: ( period: Period ) => void;
}

function nameOf( { name, running }: SchoolYear ): string {
	if ( running ) {
		/* translators: %s: school year, e.g. 2026/27. */
		return sprintf( __( 'School year %s (current)', 'lernwelt-booking' ), name );
	}
	/* translators: %s: school year, e.g. 2026/27. */
	return sprintf( __( 'School year %s', 'lernwelt-booking' ), name );
}

/** Chooses the days: a school year at once, others with a button. */
export function PeriodForm( { years, period, errors, choose }: Props ) {
	const [ days, setDays ] = useState( period );
	const [ own, setOwn ] = useState( false );
	const chosen = years.find( ( { first, last } ) => first === days.first && last === days.last );
	const field = ( id: keyof Period, label: string ) => (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			type="date"
			required
			label={ label }
			value={ days[ id ] }
			help={ errors[ id ] ?? '' }
			aria-invalid={ errors[ id ] !== undefined }
			onChange={ ( day ) => setDays( { ...days, [ id ]: day } ) }
		/>
	);
	return (
		<form
			className="lernwelt-statistics-period"
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				choose( days );
			} }
		>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Period', 'lernwelt-booking' ) }
				value={ own ? '' : ( chosen?.name ?? '' ) }
				options={ [
					...years.map( ( year ) => ( { value: year.name, label: nameOf( year ) } ) ),
					{ value: '', label: __( 'Other days', 'lernwelt-booking' ) },
				] }
				onChange={ ( name ) => {
					const year = years.find( ( one ) => one.name === name );
					setOwn( year === undefined );
					if ( year !== undefined ) {
						setDays( { first: year.first, last: year.last } );
						choose( { first: year.first, last: year.last } );
					}
				} }
			/>
			{ ( own || chosen === undefined ) && (
				<>
					{ field( 'first', __( 'First day', 'lernwelt-booking' ) ) }
					{ field( 'last', __( 'Last day', 'lernwelt-booking' ) ) }
					<Button __next40pxDefaultSize variant="primary" type="submit">
						{ __( 'Show numbers', 'lernwelt-booking' ) }
					</Button>
				</>
			) }
		</form>
	);
}
