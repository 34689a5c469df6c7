import { Button, Notice, TextControl } from '@wordpress/components';
import { type FormEvent, useState } from 'react';
import { __, sprintf } from '@wordpress/i18n';
import type { AuditOverview } from '../../types/generated/audit-overview';
import { api } from './api';
import { failureOf } from './filter';

/** How long lines are kept. */
export function Retention( { overview }: { readonly overview: AuditOverview } ) {
	const [ days, setDays ] = useState( String( overview.days ) );
	const [ said, setSaid ] = useState< { readonly status: 'success' | 'error'; readonly message: string } >();
	const [ problem, setProblem ] = useState( '' );
	const save = async ( event: FormEvent ): Promise< void > => {
		event.preventDefault();
		setSaid( undefined );
		setProblem( '' );
		const wish = Number( days );
		/* translators: 1: fewest days, 2: most days. */
		const range = __( 'Please give a number of days from %1$d to %2$d.', 'lernwelt-security' );
		if ( ! Number.isInteger( wish ) || wish < overview.least || wish > overview.most ) {
			setProblem( sprintf( range, overview.least, overview.most ) );
			document.getElementById( 'lernwelt-audit-days' )?.focus();
			return;
		}
		try {
			const kept = ( await api.keep( wish ) ).days;
			/* translators: %d: number of days. */
			const words = __( 'Lines are kept for %d days.', 'lernwelt-security' );
			setSaid( { status: 'success', message: sprintf( words, kept ) } );
		} catch ( error ) {
			setSaid( { status: 'error', message: failureOf( error ).message } );
		}
	};
	/* translators: 1: fewest days, 2: most days. */
	const help = __( '%1$d to %2$d. Older lines are deleted; the rest can still be verified.', 'lernwelt-security' );
	return (
		<section aria-labelledby="lernwelt-audit-retention">
			<h2 id="lernwelt-audit-retention">{ __( 'How long lines are kept', 'lernwelt-security' ) }</h2>
			<form className="lernwelt-audit-retention" onSubmit={ ( event ) => void save( event ) } noValidate>
				<TextControl
					__next40pxDefaultSize
					className={ problem === '' ? '' : 'lernwelt-audit-invalid' }
					id="lernwelt-audit-days"
					type="number"
					min={ overview.least }
					max={ overview.most }
					label={ __( 'Days', 'lernwelt-security' ) }
					help={ problem === '' ? sprintf( help, overview.least, overview.most ) : problem }
					aria-invalid={ problem !== '' }
					value={ days }
					onChange={ setDays }
				/>
				<Button __next40pxDefaultSize variant="secondary" type="submit">
					{ __( 'Save', 'lernwelt-security' ) }
				</Button>
			</form>
			{ said !== undefined && (
				<Notice status={ said.status } isDismissible={ false }>
					{ said.message }
				</Notice>
			) }
		</section>
	);
}
