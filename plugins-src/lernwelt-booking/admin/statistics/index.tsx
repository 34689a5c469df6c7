import { createRoot } from '@wordpress/element';
import type { SchoolYear } from './api';
import { Screen } from './screen';
import './style.scss';

/**
 * Shows the screen.
 *
 * @param place Where; its data say which school years can be chosen.
 */
export function show( place: HTMLElement ): void {
	const years = JSON.parse( place.dataset.years ?? '[]' ) as readonly SchoolYear[];
	createRoot( place ).render( <Screen years={ years } portal={ place.dataset.portal ?? '' } /> );
}
