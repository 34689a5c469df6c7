import {
	Button,
	Card,
	CardBody,
	CardHeader,
	Notice,
	RadioControl,
	SelectControl,
	Spinner,
	TextControl,
} from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { MapSettings } from '../types/generated/map-settings';
import { serverOf, servers } from './servers';
import { type Settings, useSettings } from './use-settings';

/** Settings → Map. */
export function Screen() {
	const settings = useSettings();
	return (
		<>
			<h1>{ __( 'Map', 'lernwelt-dataview' ) }</h1>
			{ settings.status === 'loading' && <Spinner /> }
			{ settings.status === 'failed' && (
				<Notice
					status="error"
					isDismissible={ false }
					actions={ [
						{ label: __( 'Try again', 'lernwelt-dataview' ), onClick: () => void settings.load() },
					] }
				>
					{ __( 'The settings could not be loaded. Please check your connection.', 'lernwelt-dataview' ) }
				</Notice>
			) }
			{ settings.values !== undefined && settings.status !== 'failed' && (
				<SettingsForm settings={ settings } values={ settings.values } />
			) }
		</>
	);
}

function SettingsForm( { settings, values }: { readonly settings: Settings; readonly values: MapSettings } ) {
	const saving = settings.status === 'saving';
	return (
		<form
			className="lernwelt-map-form"
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				void settings.save();
			} }
		>
			<Refusal settings={ settings } />
			<Card>
				<CardHeader>
					<h2>{ __( 'Base layer', 'lernwelt-dataview' ) }</h2>
				</CardHeader>
				<CardBody className="lernwelt-map-form__fields">
					<RadioControl
						label={ __( 'What lies under the markers?', 'lernwelt-dataview' ) }
						selected={ values.base }
						options={ [
							{
								value: 'districts',
								label: __( 'The districts of Saxony-Anhalt', 'lernwelt-dataview' ),
								description: __( 'Fast and calm. Comes with the portal.', 'lernwelt-dataview' ),
							},
							{
								value: 'tiles',
								label: __( 'A map with streets', 'lernwelt-dataview' ),
								description: __(
									'The portal fetches it and passes it on, so visitors stay unknown to the map server.',
									'lernwelt-dataview'
								),
							},
						] }
						onChange={ ( base ) => settings.change( withServer( base === 'tiles', values ) ) }
					/>
					{ values.base === 'tiles' && <Tiles settings={ settings } values={ values } /> }
				</CardBody>
			</Card>
			<div className="lernwelt-map-form__actions">
				<Button
					__next40pxDefaultSize
					variant="primary"
					type="submit"
					isBusy={ saving }
					disabled={ saving }
					accessibleWhenDisabled
				>
					{ __( 'Save settings', 'lernwelt-dataview' ) }
				</Button>
				<span role="status">
					{ settings.status === 'saved' ? __( 'The settings are saved.', 'lernwelt-dataview' ) : '' }
				</span>
			</div>
		</form>
	);
}

/** Whoever wants streets for the first time gets the first server that is offered. */
function withServer( tiles: boolean, values: MapSettings ): Partial< MapSettings > {
	const first = servers()[ 0 ]?.values;
	return { base: tiles ? 'tiles' : 'districts', ...( tiles && values.tiles === '' ? first : {} ) };
}

function Tiles( { settings, values }: { readonly settings: Settings; readonly values: MapSettings } ) {
	const [ server, setServer ] = useState( serverOf( values.tiles ) );
	const { problems, change } = settings;
	const own = server === 'own' || problems.tiles !== undefined;
	return (
		<>
			<SelectControl
				__next40pxDefaultSize
				label={ __( 'Map server', 'lernwelt-dataview' ) }
				value={ server }
				options={ servers().map( ( { id, label } ) => ( { value: id, label } ) ) }
				onChange={ ( id ) => {
					setServer( id );
					change( servers().find( ( one ) => one.id === id )?.values ?? {} );
				} }
			/>
			{ own && (
				<TextControl
					__next40pxDefaultSize
					id="lernwelt-map-tiles"
					className={ problems.tiles === undefined ? '' : 'lernwelt-map-invalid' }
					label={ __( 'Address', 'lernwelt-dataview' ) }
					help={
						problems.tiles ??
						__(
							'With {z}, {x} and {y} where the numbers of a tile go, or with {bbox} for a web map service (EPSG:3857).',
							'lernwelt-dataview'
						)
					}
					aria-invalid={ problems.tiles !== undefined }
					autoComplete="off"
					spellCheck={ false }
					value={ values.tiles }
					onChange={ ( tiles ) => change( { tiles } ) }
				/>
			) }
			<TextControl
				__next40pxDefaultSize
				id="lernwelt-map-credit"
				className={ problems.credit === undefined ? '' : 'lernwelt-map-invalid' }
				label={ __( 'Source, as visitors read it below the map', 'lernwelt-dataview' ) }
				help={ problems.credit ?? __( 'The licence of the map asks for it.', 'lernwelt-dataview' ) }
				aria-invalid={ problems.credit !== undefined }
				autoComplete="off"
				value={ values.credit }
				onChange={ ( credit ) => change( { credit } ) }
			/>
		</>
	);
}

/** Takes the focus when something was refused. */
function Refusal( { settings }: { readonly settings: Settings } ) {
	const box = useRef< HTMLDivElement >( null );
	const { message, problems, status } = settings;
	const sentences = [ ...( message === '' ? [] : [ message ] ), ...Object.values( problems ) ];
	useEffect( () => {
		if ( status === 'refused' ) {
			box.current?.focus();
		}
	}, [ status ] );
	return sentences.length === 0 ? null : (
		<div ref={ box } tabIndex={ -1 }>
			<Notice status="error" isDismissible={ false } politeness="assertive">
				<p>{ __( 'Nothing was saved.', 'lernwelt-dataview' ) }</p>
				<ul>
					{ sentences.map( ( sentence ) => (
						<li key={ sentence }>{ sentence }</li>
					) ) }
				</ul>
			</Notice>
		</div>
	);
}
