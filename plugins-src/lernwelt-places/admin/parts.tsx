import { Button, Notice } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

/** The heading of a view; it takes the focus when another view is shown. */
export function Title( { children }: { readonly children: ReactNode } ) {
	return <h1 tabIndex={ -1 }>{ children }</h1>;
}

/** Where somebody stands in the five steps. */
export function Steps( { current }: { readonly current: 1 | 2 | 3 | 4 | 5 } ) {
	const names = [
		__( 'Choose source', 'lernwelt-places' ),
		__( 'Assign columns', 'lernwelt-places' ),
		__( 'Check', 'lernwelt-places' ),
		__( 'Import', 'lernwelt-places' ),
		__( 'Report', 'lernwelt-places' ),
	];
	return (
		<ol className="lernwelt-import-steps" aria-label={ __( 'Steps of the import', 'lernwelt-places' ) }>
			{ names.map( ( name, index ) => (
				<li
					key={ name }
					aria-current={ index + 1 === current ? 'step' : undefined }
					className={ index + 1 < current ? 'is-done' : '' }
				>
					<span className="lernwelt-import-steps__number" aria-hidden="true">
						{ index + 1 < current ? '✓' : index + 1 }
					</span>
					{ name }
					{ index + 1 < current && (
						<span className="screen-reader-text">{ __( 'done', 'lernwelt-places' ) }</span>
					) }
				</li>
			) ) }
		</ol>
	);
}

/** What went wrong as a whole; takes the focus. */
export function Trouble( { message, retry }: { readonly message: string; readonly retry?: () => void } ) {
	const box = useRef< HTMLDivElement >( null );
	useEffect( () => {
		if ( message !== '' ) {
			box.current?.focus();
		}
	}, [ message ] );
	return message === '' ? null : (
		<div ref={ box } tabIndex={ -1 } className="lernwelt-import-trouble">
			<Notice
				status="error"
				isDismissible={ false }
				politeness="assertive"
				actions={
					retry === undefined ? [] : [ { label: __( 'Try again', 'lernwelt-places' ), onClick: retry } ]
				}
			>
				{ message }
			</Notice>
		</div>
	);
}

interface BackProps {
	readonly onClick: () => void;
	readonly children?: ReactNode;
}

/** Leads to the overview. */
export function Back( { onClick, children }: BackProps ) {
	return (
		<Button __next40pxDefaultSize className="lernwelt-import-back" variant="tertiary" onClick={ onClick }>
			{ children ?? __( 'All imports', 'lernwelt-places' ) }
		</Button>
	);
}
