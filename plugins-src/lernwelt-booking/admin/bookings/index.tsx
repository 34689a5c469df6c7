import { createRoot } from '@wordpress/element';
import { Screen } from './screen';
import './style.scss';

/**
 * Shows the screen.
 *
 * @param place Where; its data say which addresses print and certify.
 */
export function show( place: HTMLElement ): void {
	const addresses = { print: place.dataset.print ?? '', certificates: place.dataset.certificates ?? '' };
	createRoot( place ).render( <Screen addresses={ addresses } /> );
}
