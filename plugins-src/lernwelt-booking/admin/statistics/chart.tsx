import type { CSSProperties } from 'react';
import { __, sprintf } from '@wordpress/i18n';
import type { BookingStatistics, Dimension, Measure } from './api';
import { number } from './numbers';

interface Props {
	readonly dimension: Dimension;
	readonly measures: BookingStatistics[ 'measures' ];
	/** What the bars show, if this breakdown counts it. */
	readonly measure: Measure;
}

/** One breakdown: bars, and the table with every number behind them. */
export function Breakdown( { dimension, measures, measure }: Props ) {
	const shown = dimension.measures.includes( measure ) ? measure : 'booked';
	const most = Math.max( 1, ...dimension.rows.map( ( { numbers } ) => numbers[ shown ] ?? 0 ) );
	const heading = `lernwelt-statistics-${ dimension.id }`;
	/* translators: %s: what the numbers are broken down by, e.g. By month. */
	const table = sprintf( __( 'All numbers as a table: %s', 'lernwelt-booking' ), dimension.label );
	return (
		<section className="lernwelt-statistics-breakdown" aria-labelledby={ heading }>
			<h2 id={ heading }>{ dimension.label }</h2>
			{ dimension.note !== '' && <p>{ dimension.note }</p> }
			<figure>
				<figcaption>{ measures[ shown ] }</figcaption>
				<ul>
					{ dimension.rows.map( ( { value, label, numbers } ) => (
						<li key={ value } style={ { '--share': ( numbers[ shown ] ?? 0 ) / most } as CSSProperties }>
							<span className="lernwelt-statistics-name">{ label }</span>
							<span className="lernwelt-statistics-bar" aria-hidden="true" />
							<span className="lernwelt-statistics-number">{ number( numbers[ shown ] ?? 0 ) }</span>
						</li>
					) ) }
				</ul>
			</figure>
			<details>
				<summary>{ table }</summary>
				<Table label={ table } dimension={ dimension } measures={ measures } />
			</details>
		</section>
	);
}

function Table( { label, dimension, measures }: { readonly label: string } & Pick< Props, 'dimension' | 'measures' > ) {
	return (
		// Wider than a phone: whoever has no mouse must be able to scroll it.

		<div className="lernwelt-statistics-table" role="region" aria-label={ label } tabIndex={ 0 }>
			<table className="widefat striped">
				<thead>
					<tr>
						<th scope="col">{ __( 'Value', 'lernwelt-booking' ) }</th>
						{ dimension.measures.map( ( id ) => (
							<th key={ id } scope="col">
								{ measures[ id ] }
							</th>
						) ) }
					</tr>
				</thead>
				<tbody>
					{ dimension.rows.map( ( { value, label: name, numbers } ) => (
						<tr key={ value }>
							<th scope="row">{ name }</th>
							{ dimension.measures.map( ( id ) => (
								<td key={ id }>{ number( numbers[ id ] ?? 0 ) }</td>
							) ) }
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}
