import { createRoot } from '@wordpress/element';
import { Screen } from './settings/screen';
import './settings/style.scss';

const place = document.getElementById( 'lernwelt-sso-settings' );
if ( place !== null ) {
	createRoot( place ).render( <Screen /> );
}
