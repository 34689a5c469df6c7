import { Button, Notice, Spinner } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { SsoSettings } from '../../types/generated/sso-settings';
import { ConnectionCard } from './connection';
import type { Draft } from './draft';
import { ErrorSummary } from './error-summary';
import { PreviewCard } from './preview';
import { RoleTable } from './role-table';
import { useSettings, type Settings } from './use-settings';

/** Network: Settings → Login (SSO). */
export function Screen() {
	const settings = useSettings();
	const { stored, draft, status, load } = settings;
	return (
		<div className="lernwelt-sso">
			<h1>{ __( 'Login (SSO)', 'lernwelt-sso' ) }</h1>
			{ status === 'failed' && (
				<Notice
					status="error"
					isDismissible={ false }
					actions={ [ { label: __( 'Try again', 'lernwelt-sso' ), onClick: () => void load() } ] }
				>
					{ __( 'The settings could not be loaded. Please check your connection.', 'lernwelt-sso' ) }
				</Notice>
			) }
			{ status === 'loading' && <Spinner /> }
			{ stored !== undefined && draft !== undefined && status !== 'failed' && status !== 'loading' && (
				<SettingsForm settings={ settings } stored={ stored } draft={ draft } />
			) }
		</div>
	);
}

interface FormProps {
	readonly settings: Settings;
	readonly stored: SsoSettings;
	readonly draft: Draft;
}

function SettingsForm( { settings, stored, draft }: FormProps ) {
	const { failure, change, save, load, status, dirty } = settings;
	const reasons = failure?.fields ?? {};
	const saving = status === 'saving';
	return (
		<>
			{ stored.alarm !== null && <Alarm count={ stored.alarm.count } last={ stored.alarm.last } /> }
			<form
				noValidate
				onSubmit={ ( event ) => {
					event.preventDefault();
					void save();
				} }
			>
				<ErrorSummary failure={ failure } reload={ load } />
				<ConnectionCard
					stored={ stored }
					connection={ draft.connection }
					reasons={ reasons }
					dirty={ dirty }
					onChange={ ( connection ) => change( { ...draft, connection } ) }
				/>
				<RoleTable
					stored={ stored }
					rows={ draft.rows }
					reasons={ reasons }
					onChange={ ( rows ) => change( { ...draft, rows } ) }
				/>
				<div className={ `lernwelt-sso-actions ${ dirty ? 'has-changes' : '' }` }>
					<Button
						__next40pxDefaultSize
						variant="primary"
						type="submit"
						isBusy={ saving }
						disabled={ saving }
						accessibleWhenDisabled
					>
						{ __( 'Save settings', 'lernwelt-sso' ) }
					</Button>
					<span role="status">{ progress( settings ) }</span>
				</div>
			</form>
			<PreviewCard stored={ stored } rows={ draft.rows } />
		</>
	);
}

function progress( { status, dirty }: Settings ): string {
	if ( status === 'saved' ) {
		return __( 'The settings are saved. They count from the next login.', 'lernwelt-sso' );
	}
	return dirty && status !== 'saving' ? __( 'There are changes that are not saved yet.', 'lernwelt-sso' ) : '';
}

function moment( seconds: number ): string {
	const language = document.documentElement.lang;
	return new Intl.DateTimeFormat( language === '' ? 'de' : language, {
		dateStyle: 'medium',
		timeStyle: 'short',
	} ).format( seconds * 1000 );
}

function Alarm( { count, last }: { readonly count: number; readonly last: number } ) {
	/* translators: 1: number of logins, 2: date and time. */
	const words = _n(
		'%1$d login came without the claim that names roles, the last one on %2$s. It was refused; stored roles were kept. Single ones are people without any role; if there are many, please check the mapper at the Bildungsserver.',
		'%1$d logins came without the claim that names roles, the last one on %2$s. They were refused; stored roles were kept. Single ones are people without any role; if there are many, please check the mapper at the Bildungsserver.',
		count,
		'lernwelt-sso'
	);
	return (
		<Notice status="warning" isDismissible={ false }>
			{ sprintf( words, count, moment( last ) ) }
		</Notice>
	);
}
