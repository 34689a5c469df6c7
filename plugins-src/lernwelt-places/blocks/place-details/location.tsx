import type { ClipboardEvent } from 'react';
import { Button, Notice, TextControl } from '@wordpress/components';
import { useEffect, useMemo, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { type Districts, districtAt, pageTiles, type Point } from './districts';
import { pointMap, type PointMap } from './map';
import { formatDegrees, parseDegrees, parsePair } from './numbers';
import { Help } from './text-input';

type Degrees = number | string | null;

interface LocationProps {
	readonly lat: Degrees;
	readonly lng: Degrees;
	readonly onChange: ( values: { lat: Degrees; lng: Degrees } ) => void;
	readonly districts: Districts;
	/** Names of the chosen regions, null while they are loading. */
	readonly regions: readonly string[] | null;
	readonly onRegion: ( name: string ) => void;
}

/** Two numbers and a map; each follows the other. */
export function Location( { lat, lng, onChange, districts, regions, onRegion }: LocationProps ) {
	const point = useMemo( () => pointOf( lat, lng ), [ lat, lng ] );
	const { box, map } = useMap( point, districts, onChange );
	const type = ( values: { lat?: Degrees; lng?: Degrees } ) => onChange( { lat, lng, ...values } );
	return (
		<>
			<div
				ref={ box }
				className="lw-point-map"
				role="application"
				aria-label={ __( 'Map: arrow keys move it, plus and minus zoom', 'lernwelt-places' ) }
			/>
			<p className="lw-place-form__help">
				{ __(
					'Click on the map, drag the pin or move it with the arrow keys (with Shift farther). Or type the numbers, for example copied from a map.',
					'lernwelt-places'
				) }
			</p>
			<div className="lw-place-form__pair">
				<DegreesInput
					label={ __( 'Latitude (north)', 'lernwelt-places' ) }
					example="51,4828"
					limit={ 90 }
					value={ lat }
					missing={ lat === null && lng !== null }
					onChange={ ( value ) => type( { lat: value } ) }
					onPair={ onChange }
				/>
				<DegreesInput
					label={ __( 'Longitude (east)', 'lernwelt-places' ) }
					example="11,9697"
					limit={ 180 }
					value={ lng }
					missing={ lng === null && lat !== null }
					onChange={ ( value ) => type( { lng: value } ) }
					onPair={ onChange }
				/>
			</div>
			<div className="lw-place-form__buttons">
				{ point === null && (
					<Button
						variant="secondary"
						onClick={ () => map.current && onChange( { ...map.current.centre() } ) }
					>
						{ __( 'Put the pin into the middle of the map', 'lernwelt-places' ) }
					</Button>
				) }
				{ ( lat !== null || lng !== null ) && (
					<Button variant="tertiary" onClick={ () => onChange( { lat: null, lng: null } ) }>
						{ __( 'Take the place off the map', 'lernwelt-places' ) }
					</Button>
				) }
			</div>
			<div role="status">
				{ point !== null && (
					<Whereabouts
						district={ districtAt( point, districts ) }
						regions={ regions }
						onRegion={ onRegion }
					/>
				) }
			</div>
		</>
	);
}

function pointOf( lat: Degrees, lng: Degrees ): Point | null {
	return typeof lat === 'number' && typeof lng === 'number' && Math.abs( lat ) <= 90 && Math.abs( lng ) <= 180
		? { lat, lng }
		: null;
}

function useMap( point: Point | null, districts: Districts, onChange: LocationProps[ 'onChange' ] ) {
	const box = useRef< HTMLDivElement >( null );
	const map = useRef< PointMap | null >( null );
	const latest = useRef( onChange );
	latest.current = onChange;
	useEffect( () => {
		if ( box.current === null ) {
			return undefined;
		}
		const made = pointMap( box.current, districts, pageTiles(), ( chosen ) => latest.current( { ...chosen } ) );
		map.current = made;
		return () => {
			made.remove();
			map.current = null;
		};
	}, [ districts ] );
	useEffect( () => map.current?.show( point ), [ point, districts ] );
	return { box, map };
}

interface DegreesInputProps {
	readonly label: string;
	readonly example: string;
	readonly limit: number;
	readonly value: Degrees;
	/** Whether only the other number is known. */
	readonly missing: boolean;
	readonly onChange: ( value: Degrees ) => void;
	readonly onPair: ( point: { lat: number; lng: number } ) => void;
}

function DegreesInput( { label, example, limit, value, missing, onChange, onPair }: DegreesInputProps ) {
	const [ text, setText ] = useState( () => written( value ) );
	const [ typing, setTyping ] = useState( false );
	// "51,40" is 51.4: what is being typed stays as it is while it means the same number.
	const shown = parse( text ) === value ? text : written( value );
	const problem = typing ? '' : problemOf( value, limit, missing );
	return (
		<TextControl
			label={ label }
			value={ shown }
			inputMode="decimal"
			autoComplete="off"
			help={
				<Help
					problem={ problem }
					/* translators: %s: a number. */
					help={ sprintf( __( 'For example %s', 'lernwelt-places' ), example ) }
				/>
			}
			aria-invalid={ problem !== '' }
			onBlur={ () => setTyping( false ) }
			onChange={ ( typed ) => {
				setTyping( true );
				setText( typed );
				onChange( parse( typed ) );
			} }
			onPaste={ ( event: ClipboardEvent ) => {
				const pair = parsePair( event.clipboardData.getData( 'text' ) );
				if ( pair !== null ) {
					event.preventDefault();
					setTyping( false );
					onPair( { ...pair } );
				}
			} }
			__next40pxDefaultSize
		/>
	);
}

function written( value: Degrees ): string {
	return typeof value === 'number' ? formatDegrees( value ) : ( value ?? '' );
}

/** What is typed as it is stored: a number if it is one, else the text, which the server refuses in words. */
function parse( text: string ): Degrees {
	return text.trim() === '' ? null : ( parseDegrees( text ) ?? text );
}

function problemOf( value: Degrees, limit: number, missing: boolean ): string {
	if ( missing ) {
		return __( 'Latitude and longitude belong together. Please enter both or none.', 'lernwelt-places' );
	}
	if ( typeof value === 'string' ) {
		return __( 'This is no number of degrees.', 'lernwelt-places' );
	}
	return value !== null && Math.abs( value ) > limit
		? __( 'Latitude and longitude are no place on earth.', 'lernwelt-places' )
		: '';
}

interface WhereaboutsProps {
	readonly district: string;
	readonly regions: readonly string[] | null;
	readonly onRegion: ( name: string ) => void;
}

/** Says where the pin stands, and when that does not fit the rest. */
function Whereabouts( { district, regions, onRegion }: WhereaboutsProps ) {
	if ( district === '' ) {
		return (
			<Notice status="warning" isDismissible={ false }>
				{ __(
					'This point lies outside Saxony-Anhalt. Are latitude and longitude in the right fields?',
					'lernwelt-places'
				) }
			</Notice>
		);
	}
	if ( regions === null || regions.includes( district ) ) {
		/* translators: %s: district. */
		return <p>{ sprintf( __( 'The pin stands in %s.', 'lernwelt-places' ), district ) }</p>;
	}
	/* translators: %s: district. */
	const choose = sprintf( __( 'Choose the region %s', 'lernwelt-places' ), district );
	return (
		<Notice
			status={ regions.length === 0 ? 'info' : 'warning' }
			isDismissible={ false }
			actions={ [ { label: choose, onClick: () => onRegion( district ) } ] }
		>
			{ regions.length === 0
				? /* translators: %s: district. */
					sprintf( __( 'The pin stands in %s. No region is chosen yet.', 'lernwelt-places' ), district )
				: sprintf(
						/* translators: 1: district, 2: chosen region. */
						__( 'The pin stands in %1$s, but the region is %2$s.', 'lernwelt-places' ),
						district,
						regions.join( ', ' )
					) }
		</Notice>
	);
}
