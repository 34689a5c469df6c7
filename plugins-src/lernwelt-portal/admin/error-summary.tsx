import { Notice } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { _n, sprintf } from '@wordpress/i18n';
import { controlId, inOrder, labelOf, type Field } from './fields';
import type { Problems } from './problems';

interface ErrorSummaryProps {
	readonly problems: Problems;
	/** Why saving failed as a whole, '' when it did not. */
	readonly message: string;
}

/** Takes the focus when something was refused, and leads to each field. */
export function ErrorSummary( { problems, message }: ErrorSummaryProps ) {
	const box = useRef< HTMLDivElement >( null );
	const fields = inOrder( Object.keys( problems ) as Field[] );
	useEffect( () => box.current?.focus(), [ problems, message ] );

	if ( fields.length === 0 && message === '' ) {
		return null;
	}
	/* translators: %d: number of fields. */
	const title = _n(
		'Nothing was saved. Please check %d entry:',
		'Nothing was saved. Please check %d entries:',
		fields.length,
		'lernwelt-portal'
	);
	return (
		<div ref={ box } tabIndex={ -1 } className="lernwelt-portal-summary">
			<Notice status="error" isDismissible={ false } politeness="assertive">
				<p>{ message === '' ? sprintf( title, fields.length ) : message }</p>
				{ fields.length > 0 && (
					<ul>
						{ fields.map( ( field ) => (
							<li key={ field }>
								<a
									href={ `#${ controlId( field ) }` }
									onClick={ ( event ) => focusField( event, field ) }
								>
									{ `${ labelOf( field ) }: ${ problems[ field ] ?? '' }` }
								</a>
							</li>
						) ) }
					</ul>
				) }
			</Notice>
		</div>
	);
}

function focusField( event: { preventDefault: () => void }, field: Field ): void {
	const control = document.getElementById( controlId( field ) );
	if ( control !== null ) {
		event.preventDefault();
		control.focus();
	}
}
