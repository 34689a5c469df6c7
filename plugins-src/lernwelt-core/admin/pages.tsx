import { Button } from '@wordpress/components';

interface PagesProps {
	/** Page that is shown, from 1. */
	readonly page: number;
	readonly pages: number;
	/** Id of the table's heading. */
	readonly of: string;
	/** Translated words: the two buttons, and where one is, e.g. "Page 1 of 3". */
	readonly words: { readonly previous: string; readonly next: string; readonly position: string };
	/** Class of the bar. */
	readonly className: string;
	readonly onChange: ( page: number ) => void;
}

/** The way through a table; nothing for a single page. */
export function Pages( { page, pages, of, words, className, onChange }: PagesProps ) {
	if ( pages < 2 ) {
		return null;
	}
	return (
		<nav className={ className } aria-labelledby={ of }>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				disabled={ page <= 1 }
				accessibleWhenDisabled
				onClick={ () => onChange( page - 1 ) }
			>
				{ words.previous }
			</Button>
			<span role="status">{ words.position }</span>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				disabled={ page >= pages }
				accessibleWhenDisabled
				onClick={ () => onChange( page + 1 ) }
			>
				{ words.next }
			</Button>
		</nav>
	);
}
