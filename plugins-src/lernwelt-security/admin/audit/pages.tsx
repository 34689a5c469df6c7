import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

interface PagesProps {
	/** Page that is shown, from 1. */
	readonly page: number;
	readonly pages: number;
	/** Id of the table's heading. */
	readonly of: string;
	readonly onChange: ( page: number ) => void;
}

/** The way through a table; nothing for a single page. */
export function Pages( { page, pages, of, onChange }: PagesProps ) {
	if ( pages < 2 ) {
		return null;
	}
	/* translators: 1: number of the page, 2: number of all pages. */
	const words = __( 'Page %1$d of %2$d', 'lernwelt-security' );
	return (
		<nav className="lernwelt-audit-pages" aria-labelledby={ of }>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				disabled={ page <= 1 }
				accessibleWhenDisabled
				onClick={ () => onChange( page - 1 ) }
			>
				{ __( 'Newer lines', 'lernwelt-security' ) }
			</Button>
			<span role="status">{ sprintf( words, page, pages ) }</span>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				disabled={ page >= pages }
				accessibleWhenDisabled
				onClick={ () => onChange( page + 1 ) }
			>
				{ __( 'Older lines', 'lernwelt-security' ) }
			</Button>
		</nav>
	);
}
