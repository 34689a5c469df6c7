import { createRoot } from '@wordpress/element';
import { Screen } from './screen';
import './style.scss';

const place = document.getElementById( 'lernwelt-places-import' );
if ( place !== null ) {
	createRoot( place ).render(
		<Screen maxBytes={ Number( place.dataset.maxBytes ) } managesHosts={ place.dataset.managesHosts === '1' } />
	);
}
