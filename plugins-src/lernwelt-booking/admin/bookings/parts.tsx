import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { useEffect, useRef } from 'react';
import { Pages as Bar } from '../../../lernwelt-core/admin/pages';

/** What went wrong as a whole; takes the focus. */
export function Trouble( { message, retry }: { readonly message: string; readonly retry?: () => void } ) {
	const box = useRef< HTMLDivElement >( null );
	useEffect( () => {
		if ( message !== '' ) {
			box.current?.focus();
		}
	}, [ message ] );
	return message === '' ? null : (
		<div ref={ box } tabIndex={ -1 } className="lernwelt-bookings-trouble">
			<Notice
				status="error"
				isDismissible={ false }
				politeness="assertive"
				actions={
					retry === undefined ? [] : [ { label: __( 'Try again', 'lernwelt-booking' ), onClick: retry } ]
				}
			>
				{ message }
			</Notice>
		</div>
	);
}

/** What was done. */
export function Done( { message }: { readonly message: string } ) {
	return message === '' ? null : (
		<Notice status="success" isDismissible={ false }>
			{ message }
		</Notice>
	);
}

interface PagesProps {
	readonly page: number;
	readonly pages: number;
	/** Id of the table's heading. */
	readonly of: string;
	readonly onChange: ( page: number ) => void;
}

/** The way through a table; nothing for a single page. */
export function Pages( props: PagesProps ) {
	/* translators: 1: number of the page, 2: number of all pages. */
	const position = __( 'Page %1$d of %2$d', 'lernwelt-booking' );
	const words = {
		previous: __( 'Previous page', 'lernwelt-booking' ),
		next: __( 'Next page', 'lernwelt-booking' ),
		position: sprintf( position, props.page, props.pages ),
	};
	return <Bar { ...props } words={ words } className="lernwelt-bookings-pages" />;
}
