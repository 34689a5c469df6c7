import { createRoot } from '@wordpress/element';
import { Screen } from './screen';
import './style.scss';

/**
 * Renders the screen.
 *
 * @param place Element with the portal's number in `data-portal`, '' for the whole network.
 */
export function show( place: HTMLElement ): void {
	const portal = place.dataset.portal ?? '';
	createRoot( place ).render( <Screen portal={ portal === '' ? undefined : Number( portal ) } /> );
}
