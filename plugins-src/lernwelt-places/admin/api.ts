import apiFetch from '@wordpress/api-fetch';
import type { ImportChanges } from '../types/generated/import-changes';
import type { ImportFindings } from '../types/generated/import-findings';
import type { ImportInput } from '../types/generated/import-input';
import type { ImportPreview } from '../types/generated/import-preview';
import type { ImportRun } from '../types/generated/import-run';
import type { ImportRunRequest } from '../types/generated/import-run-request';
import type { ImportRuns } from '../types/generated/import-runs';
import type { ImportSettings } from '../types/generated/import-settings';
import type { ImportSource } from '../types/generated/import-source';
import type { ImportSourceRequest } from '../types/generated/import-source-request';
import type { ImportSources } from '../types/generated/import-sources';
import type { Draft } from './mapping';

const ROOT = '/lernwelt/v1/place-imports';

/** Every request of the screen. Each throws what apiFetch throws. */
export const api = {
	upload( file: File ): Promise< ImportInput > {
		const body = new FormData();
		body.append( 'file', file );
		return apiFetch( { path: `${ ROOT }/inputs`, method: 'POST', body } );
	},
	fetchAddress: ( url: string ): Promise< ImportInput > =>
		apiFetch( { path: `${ ROOT }/inputs`, method: 'POST', data: { url } } ),
	input: ( id: string ): Promise< ImportInput > => apiFetch( { path: `${ ROOT }/inputs/${ id }` } ),
	preview: ( id: string, mapping: Draft | undefined, signal: AbortSignal ): Promise< ImportPreview > =>
		apiFetch( {
			path: `${ ROOT }/inputs/${ id }/preview`,
			method: 'POST',
			data: mapping === undefined ? {} : { mapping },
			signal,
		} ),
	sources: ( signal?: AbortSignal ): Promise< ImportSources > =>
		apiFetch( { path: `${ ROOT }/sources`, ...( signal && { signal } ) } ),
	saveSource: ( source: string, data: ImportSourceRequest ): Promise< ImportSource > =>
		apiFetch( { path: `${ ROOT }/sources/${ source }`, method: 'PUT', data } ),
	deleteSource: ( source: string ): Promise< ImportSource > =>
		apiFetch( { path: `${ ROOT }/sources/${ source }`, method: 'DELETE' } ),
	settings: (): Promise< ImportSettings > => apiFetch( { path: `${ ROOT }/settings` } ),
	saveSettings: ( data: ImportSettings ): Promise< ImportSettings > =>
		apiFetch( { path: `${ ROOT }/settings`, method: 'PUT', data } ),
	runs: (): Promise< ImportRuns > => apiFetch( { path: ROOT } ),
	start: ( data: ImportRunRequest ): Promise< ImportRun > =>
		apiFetch( { path: `${ ROOT }/runs`, method: 'POST', data } ),
	run: ( id: number ): Promise< ImportRun > => apiFetch( { path: `${ ROOT }/${ id }` } ),
	/** `step` does some of the work; `cancel` ends it; `import` and `force` start a new run from this one. */
	act: ( id: number, action: 'step' | 'cancel' | 'import' | 'force' ): Promise< ImportRun > =>
		apiFetch( { path: `${ ROOT }/${ id }/${ action }`, method: 'POST' } ),
	findings: ( id: number, page: number, perPage: number ): Promise< ImportFindings > =>
		apiFetch( { path: `${ ROOT }/${ id }/findings?page=${ page }&per_page=${ perPage }` } ),
	changes: ( id: number, page: number, perPage: number ): Promise< ImportChanges > =>
		apiFetch( { path: `${ ROOT }/${ id }/changes?page=${ page }&per_page=${ perPage }` } ),
} as const;
