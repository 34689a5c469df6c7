import { Button, Card, CardBody, CardHeader, Notice, Spinner, TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { AccentField } from './accent-field';
import { ErrorSummary } from './error-summary';
import { accessibilityFields, contactFields, controlId, type FieldInfo } from './fields';
import { LogoField } from './logo-field';
import { useSettings, type Settings } from './use-settings';

/** Settings → Portal. */
export function Screen() {
	const settings = useSettings();
	return (
		<>
			<h1>{ __( 'Portal', 'lernwelt-portal' ) }</h1>
			{ settings.status === 'failed' && <LoadFailure retry={ settings.load } /> }
			{ settings.status === 'loading' && <Spinner /> }
			{ settings.values !== undefined && settings.status !== 'failed' && <SettingsForm settings={ settings } /> }
		</>
	);
}

function SettingsForm( { settings }: { readonly settings: Settings } ) {
	const { values, problems, change } = settings;
	const saving = settings.status === 'saving';
	return (
		<form
			className="lernwelt-portal-form"
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				void settings.save();
			} }
		>
			<ErrorSummary problems={ problems } message={ settings.message } />
			<Section title={ __( 'Contact', 'lernwelt-portal' ) }>
				<TextFields fields={ contactFields() } settings={ settings } />
			</Section>
			<Section title={ __( 'Accessibility', 'lernwelt-portal' ) }>
				<TextFields fields={ accessibilityFields() } settings={ settings } />
			</Section>
			<Section title={ __( 'Appearance', 'lernwelt-portal' ) }>
				<LogoField
					id={ values?.logo ?? 0 }
					problem={ problems.logo }
					onChange={ ( logo ) => change( { logo } ) }
				/>
				<AccentField
					value={ values?.accent ?? '' }
					problem={ problems.accent }
					onChange={ ( accent ) => change( { accent } ) }
				/>
			</Section>
			<div className="lernwelt-portal-form__actions">
				<Button
					__next40pxDefaultSize
					variant="primary"
					type="submit"
					isBusy={ saving }
					disabled={ saving }
					accessibleWhenDisabled
				>
					{ __( 'Save settings', 'lernwelt-portal' ) }
				</Button>
				<span role="status">{ progress( settings ) }</span>
			</div>
		</form>
	);
}

function progress( { status, dirty }: Settings ): string {
	if ( status === 'saved' ) {
		return __( 'The settings are saved.', 'lernwelt-portal' );
	}
	return dirty && status !== 'saving' ? __( 'There are changes that are not saved yet.', 'lernwelt-portal' ) : '';
}

function Section( { title, children }: { readonly title: string; readonly children: ReactNode } ) {
	return (
		<Card className="lernwelt-portal-section">
			<CardHeader>
				<h2>{ title }</h2>
			</CardHeader>
			<CardBody className="lernwelt-portal-section__fields">{ children }</CardBody>
		</Card>
	);
}

function TextFields( { fields, settings }: { readonly fields: readonly FieldInfo[]; readonly settings: Settings } ) {
	return fields.map( ( { name, label, help, type = 'text', short = false } ) => {
		const problem = settings.problems[ name ];
		return (
			<TextControl
				__next40pxDefaultSize
				key={ name }
				id={ controlId( name ) }
				className={ `${ problem === undefined ? '' : 'lernwelt-portal-invalid' } ${ short ? 'lernwelt-portal-short' : '' }` }
				label={ label }
				help={ problem ?? help ?? '' }
				type={ type }
				aria-invalid={ problem !== undefined }
				autoComplete="off"
				value={ settings.values?.[ name ] ?? '' }
				onChange={ ( value ) => settings.change( { [ name ]: value } ) }
			/>
		);
	} );
}

function LoadFailure( { retry }: { readonly retry: () => Promise< void > } ) {
	return (
		<Notice
			status="error"
			isDismissible={ false }
			actions={ [ { label: __( 'Try again', 'lernwelt-portal' ), onClick: () => void retry() } ] }
		>
			{ __( 'The settings could not be loaded. Please check your connection.', 'lernwelt-portal' ) }
		</Notice>
	);
}
