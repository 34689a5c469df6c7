import type { RefObject } from 'react';
import { useEffect } from '@wordpress/element';

/**
 * Paper can't be opened: all tables are, while it is printed.
 *
 * @param page What holds them.
 */
export function useOpenWhenPrinted( page: RefObject< HTMLElement | null > ): void {
	useEffect( () => {
		let closed: HTMLDetailsElement[] = [];
		const open = () => {
			closed = [ ...( page.current?.querySelectorAll< HTMLDetailsElement >( 'details:not([open])' ) ?? [] ) ];
			closed.forEach( ( one ) => ( one.open = true ) );
		};
		const close = () => closed.forEach( ( one ) => ( one.open = false ) );
		window.addEventListener( 'beforeprint', open );
		window.addEventListener( 'afterprint', close );
		return () => {
			window.removeEventListener( 'beforeprint', open );
			window.removeEventListener( 'afterprint', close );
		};
	}, [ page ] );
}
