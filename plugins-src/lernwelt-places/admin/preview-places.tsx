import { __, _n, sprintf } from '@wordpress/i18n';
import type { ImportPreview } from '../types/generated/import-preview';
import { count } from './format';
import type { Editing } from './use-mapping';

type PreviewPlace = ImportPreview[ 'places' ][ number ];

/** The first rows as they would become places. */
export function PreviewPlaces( { editing }: { readonly editing: Editing } ) {
	const { preview, stale } = editing;
	const places = preview?.places ?? [];
	return (
		<section
			className={ `lernwelt-import-preview ${ stale ? 'is-stale' : '' }` }
			aria-labelledby="lernwelt-import-preview"
		>
			<h2 id="lernwelt-import-preview">{ __( 'This is what becomes of the first rows', 'lernwelt-places' ) }</h2>
			<p role="status">{ status( preview, stale ) }</p>
			<ol className="lernwelt-import-places">
				{ places.map( ( place, index ) => (
					<li key={ `${ index }-${ place.row }` }>
						<PlaceCard place={ place } first={ index === 0 } />
					</li>
				) ) }
			</ol>
		</section>
	);
}

function status( preview: ImportPreview | undefined, stale: boolean ): string {
	if ( stale || preview === undefined ) {
		return __( 'The preview is being renewed …', 'lernwelt-places' );
	}
	if ( preview.places.length === 0 ) {
		return __(
			'As soon as the id and the name have their columns, the first places appear here.',
			'lernwelt-places'
		);
	}
	const refused = preview.places.filter( ( place ) => place.refused ).length;
	/* translators: 1: number of rows shown, 2: number of rows that would be refused. */
	const words = _n(
		'%1$d row shown, %2$d of them would be refused.',
		'%1$d rows shown, %2$d of them would be refused.',
		preview.places.length,
		'lernwelt-places'
	);
	const shown = sprintf( words, preview.places.length, refused );
	/* translators: %s: number of rows. */
	const all = __( 'The source has %s rows.', 'lernwelt-places' );
	return preview.total === null ? shown : `${ sprintf( all, count( preview.total ) ) } ${ shown }`;
}

function remarks( { refused, findings }: PreviewPlace ): string {
	/* translators: %d: number of remarks. */
	const words = _n( '%d remark', '%d remarks', findings.length, 'lernwelt-places' );
	return refused ? __( 'refused', 'lernwelt-places' ) : sprintf( words, findings.length );
}

function PlaceCard( { place, first }: { readonly place: PreviewPlace; readonly first: boolean } ) {
	return (
		<details className={ `lernwelt-import-place ${ place.refused ? 'is-refused' : '' }` } open={ first }>
			<summary>
				{ place.title !== ''
					? place.title
					: /* translators: %d: number of the row. */
						sprintf( __( 'Row %d is refused', 'lernwelt-places' ), place.row ) }
				{ place.findings.length > 0 && <span className="lernwelt-import-badge">{ remarks( place ) }</span> }
			</summary>
			{ place.findings.length > 0 && (
				<ul className="lernwelt-import-remarks">
					{ place.findings.map( ( finding, index ) => (
						<li key={ index } className={ finding.refuses ? 'is-refused' : '' }>
							{ finding.label !== '' && <strong>{ `${ finding.label }: ` }</strong> }
							{ finding.message }
							{ finding.raw !== '' && <span className="lernwelt-import-raw">{ finding.raw }</span> }
						</li>
					) ) }
				</ul>
			) }
			<dl>
				{ place.values
					.filter( ( { field } ) => field !== 'title' )
					.map( ( { field, label, value } ) => (
						<div key={ field }>
							<dt>{ label }</dt>
							<dd>{ value }</dd>
						</div>
					) ) }
			</dl>
		</details>
	);
}
