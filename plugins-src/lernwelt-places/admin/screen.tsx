import { useEffect, useRef } from '@wordpress/element';
import { MappingStep } from './mapping-step';
import { Overview } from './overview';
import { usePlace } from './place';
import { RunView } from './run-view';
import { SourceStep } from './source-step';

interface ScreenProps {
	/** Largest file that can be uploaded, in bytes. */
	readonly maxBytes: number;
	/** Whether this person may say where imports may fetch from. */
	readonly managesHosts: boolean;
}

/** Learning places → Import. */
export function Screen( { maxBytes, managesHosts }: ScreenProps ) {
	const [ place, go ] = usePlace();
	const box = useRef< HTMLDivElement >( null );
	const shown = useRef( '' );
	const key = place.view === 'run' ? `run-${ place.run }` : place.view;
	useEffect( () => {
		// The first time the page itself has been announced already.
		if ( shown.current !== '' && shown.current !== key ) {
			box.current?.querySelector( 'h1' )?.focus();
		}
		shown.current = key;
	}, [ key ] );

	return (
		<div ref={ box } className="lernwelt-import">
			{ place.view === 'overview' && <Overview go={ go } managesHosts={ managesHosts } /> }
			{ place.view === 'source' && <SourceStep place={ place } go={ go } maxBytes={ maxBytes } /> }
			{ place.view === 'mapping' && <MappingStep key={ place.input } place={ place } go={ go } /> }
			{ place.view === 'run' && <RunView key={ place.run } id={ place.run } go={ go } /> }
		</div>
	);
}
