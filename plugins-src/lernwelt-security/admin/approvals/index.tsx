import { createRoot } from '@wordpress/element';
import { Screen } from './screen';
import './style.scss';

/**
 * Shows the screen.
 *
 * @param place Where; `data-portal` is the site, 0 for the network.
 */
export function show( place: HTMLElement ): void {
	createRoot( place ).render( <Screen portal={ Number( place.dataset.portal ) } /> );
}
