import { __, sprintf } from '@wordpress/i18n';
import { Pages as Bar } from '../../lernwelt-core/admin/pages';

interface PagesProps {
	/** Page that is shown, from 1. */
	readonly page: number;
	readonly pages: number;
	/** Id of the table's heading. */
	readonly of: string;
	readonly onChange: ( page: number ) => void;
}

/** The way through a table; nothing for a single page. */
export function Pages( props: PagesProps ) {
	/* translators: 1: number of the page, 2: number of all pages. */
	const position = __( 'Page %1$d of %2$d', 'lernwelt-places' );
	const words = {
		previous: __( 'Previous page', 'lernwelt-places' ),
		next: __( 'Next page', 'lernwelt-places' ),
		position: sprintf( position, props.page, props.pages ),
	};
	return <Bar { ...props } words={ words } className="lernwelt-import-pages" />;
}
