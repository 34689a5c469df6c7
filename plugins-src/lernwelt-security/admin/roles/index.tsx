import { createRoot } from '@wordpress/element';
import type { PortalChoice } from './api';
import { Screen } from './screen';
import './style.scss';

/**
 * Shows the screen.
 *
 * @param place Where; its data say which portal it is about.
 */
export function show( place: HTMLElement ): void {
	const portals = JSON.parse( place.dataset.portals ?? '[]' ) as readonly PortalChoice[];
	createRoot( place ).render( <Screen portal={ Number( place.dataset.portal ) } portals={ portals } /> );
}
