import { createRoot } from '@wordpress/element';
import { Screen } from './screen';
import './style.scss';

const place = document.getElementById( 'lernwelt-map-settings' );
if ( place !== null ) {
	createRoot( place ).render( <Screen /> );
}
