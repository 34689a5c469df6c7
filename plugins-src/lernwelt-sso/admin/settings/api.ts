import apiFetch from '@wordpress/api-fetch';
import type { SsoCheck } from '../../types/generated/sso-check';
import type { SsoPreview } from '../../types/generated/sso-preview';
import type { SsoPreviewRequest } from '../../types/generated/sso-preview-request';
import type { SsoSettings } from '../../types/generated/sso-settings';
import type { SsoSettingsRequest } from '../../types/generated/sso-settings-request';

const ROOT = '/lernwelt/v1/sso';

/** Every request of the screen. Each throws what apiFetch throws. */
export const api = {
	settings: (): Promise< SsoSettings > => apiFetch( { path: `${ ROOT }/settings` } ),
	save: ( data: SsoSettingsRequest ): Promise< SsoSettings > =>
		apiFetch( { path: `${ ROOT }/settings`, method: 'PUT', data } ),
	preview: ( data: SsoPreviewRequest ): Promise< SsoPreview > =>
		apiFetch( { path: `${ ROOT }/preview`, method: 'POST', data } ),
	check: (): Promise< SsoCheck > => apiFetch( { path: `${ ROOT }/check`, method: 'POST' } ),
} as const;
