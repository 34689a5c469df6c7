import { Button, Notice } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { ConnectionField } from './draft';
import { controlId, problemAt, type Failure } from './problems';
import { connectionLabel, rowLabel } from './words';

interface ErrorSummaryProps {
	readonly failure: Failure | undefined;
	readonly reload: () => Promise< void >;
}

/** Takes the focus when something was refused, and leads to each entry. */
export function ErrorSummary( { failure, reload }: ErrorSummaryProps ) {
	const box = useRef< HTMLDivElement >( null );
	useEffect( () => box.current?.focus(), [ failure ] );
	if ( failure === undefined ) {
		return null;
	}
	const paths = Object.keys( failure.fields );
	/* translators: %d: number of entries. */
	const title = _n(
		'Nothing was saved. Please check %d entry:',
		'Nothing was saved. Please check %d entries:',
		paths.length,
		'lernwelt-sso'
	);
	return (
		<div ref={ box } tabIndex={ -1 } className="lernwelt-sso-summary">
			<Notice status="error" isDismissible={ false } politeness="assertive">
				<p>{ failure.message === '' ? sprintf( title, paths.length ) : failure.message }</p>
				{ failure.status === 409 && (
					<Button variant="secondary" onClick={ () => void reload() }>
						{ __( 'Load the new state', 'lernwelt-sso' ) }
					</Button>
				) }
				{ paths.length > 0 && (
					<ul>
						{ paths.map( ( path ) => (
							<li key={ path }>
								<a
									href={ `#${ controlId( path ) }` }
									onClick={ ( event ) => {
										event.preventDefault();
										document.getElementById( controlId( path ) )?.focus();
									} }
								>
									{ `${ nameOf( path ) }: ${ problemAt( failure.fields, path ) ?? '' }` }
								</a>
							</li>
						) ) }
					</ul>
				) }
			</Notice>
		</div>
	);
}

function nameOf( path: string ): string {
	const [ part, second = '', field = '' ] = path.split( '.' );
	if ( part === 'connection' ) {
		return connectionLabel( second as ConnectionField );
	}
	/* translators: 1: number of the row, 2: name of the field. */
	const words = __( 'Row %1$d, %2$s', 'lernwelt-sso' );
	return second === ''
		? __( 'Role table', 'lernwelt-sso' )
		: sprintf( words, Number( second ) + 1, rowLabel( field ) );
}
