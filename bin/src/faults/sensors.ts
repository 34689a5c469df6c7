import { readdirSync, readFileSync } from 'node:fs';
import { get } from '../lib/http.ts';
import { issuerOf } from '../lib/identity.ts';
import { inRoot } from '../lib/paths.ts';
import { mainPortal } from '../lib/portals.ts';
import { derived, portsOf, type Stack } from '../lib/stack.ts';
import { reply } from './client.ts';
import { alarmsIn, values } from './counting.ts';
import { PORTAL } from './load.ts';

/** What Prometheus and its probes would see at one moment. */
export interface Sample {
	/** Status of /readyz; 0 for none. */
	readonly ready: number;
	/** Answer of /metrics; empty when there was none. */
	readonly metrics: string;
	/** php-fpm's own metrics answer (the exporter's source). */
	readonly fpm: boolean;
	/** The identity provider says what it is (the probe of the blackbox exporter). */
	readonly provider: boolean;
}

/** @param stack Running stack. */
export async function sample( stack: Stack ): Promise< Sample > {
	const state = stack.state();
	const [ ready, metrics, fpm, provider ] = await Promise.all( [
		reply( `${ stack.url( PORTAL ) }/readyz`, { timeout: 8000 } ),
		reply( `${ stack.url( mainPortal() ) }/metrics`, {
			headers: { Authorization: `Bearer ${ derived( state, 'metrics' ) }` },
			timeout: 8000,
		} ),
		answers( `http://127.0.0.1:${ portsOf( state.port ).status }/fpm-status?openmetrics` ),
		answers( `${ issuerOf( stack.identity().port ) }/.well-known/openid-configuration` ),
	] );
	return { ready: ready.status, metrics: metrics.status === 200 ? metrics.body : '', fpm, provider };
}

async function answers( address: string ): Promise< boolean > {
	try {
		return ( await get( address, 3000 ) ).status === 200;
	} catch ( error ) {
		// No answer is the answer; anything else is a defect of this program.
		if (
			( error as NodeJS.ErrnoException ).code === undefined &&
			! /^No answer/.test( ( error as Error ).message )
		) {
			throw error;
		}
		return false;
	}
}

/** An alarm and how its expression became true, or begins to. */
export interface Alarm {
	/** Name in deploy/monitoring/rules. */
	readonly rule: string;
	/** Part of its expression that must stand there. */
	readonly reads: string;
	/**
	 * What changed, in words; undefined when nothing did.
	 *
	 * @param before Samples from before.
	 * @param during Samples while the cause was there.
	 */
	readonly shows: ( before: Sample, during: readonly Sample[], log: Logged ) => string | undefined;
}

/** What nginx's log counted for one portal, as mtail does. */
export interface Logged {
	readonly requests: number;
	/** Those with 5xx. */
	readonly errors: number;
}

/**
 * The rule of an alarm, which must be there and read what changed.
 *
 * @param alarm Alarm.
 * @return How long its expression must be true; or what is wrong.
 */
export function ruleOf( { rule, reads }: Alarm ): { readonly after: string } | { readonly problem: string } {
	const folder = inRoot( 'deploy/monitoring/rules' );
	for ( const file of readdirSync( folder ) ) {
		const found = alarmsIn( readFileSync( `${ folder }/${ file }`, 'utf8' ) ).get( rule );
		if ( found !== undefined ) {
			return found.expression.includes( reads )
				? { after: found.after }
				: { problem: `${ rule } does not read ${ reads }` };
		}
	}
	return { problem: `there is no rule ${ rule }` };
}

/**
 * Requests to the portal of the bookings in nginx's log since a position.
 *
 * @param file Log.
 * @param from Bytes to leave out.
 */
export function logged( file: string, from: number ): Logged {
	const statuses = readFileSync( file )
		.subarray( from )
		.toString( 'utf8' )
		.split( '\n' )
		.filter( ( line ) => line.includes( `"portal":"${ PORTAL.id }"` ) )
		.map( ( line ) => /"status":(\d)/.exec( line )?.[ 1 ] );
	return { requests: statuses.length, errors: statuses.filter( ( first ) => first === '5' ).length };
}

/** The portal says that it isn't ready, or doesn't answer: probe_success{job="portal-ready"} is 0. */
export const NOT_READY: Alarm = {
	rule: 'PortalNotReady',
	reads: 'probe_success{job="portal-ready"}',
	shows: ( before, during ) => {
		const bad = during.find( ( { ready } ) => ready !== 200 );
		return before.ready === 200 && bad !== undefined ? `/readyz 200 → ${ bad.ready || 'no answer' }` : undefined;
	},
};

/** The identity provider doesn't answer. */
export const NO_PROVIDER: Alarm = {
	rule: 'IdentityProviderDown',
	reads: 'probe_success{job="identity-provider"}',
	shows: ( before, during ) =>
		before.provider && during.some( ( { provider } ) => ! provider )
			? 'its discovery document: answers → nothing'
			: undefined,
};

/**
 * An alarm on a value of /metrics.
 *
 * @param rule   Rule.
 * @param series Series as in {@link values}.
 * @param says   What the values before and at last say; undefined when nothing changed.
 */
export function onMetric(
	rule: string,
	series: string,
	says: ( before: number | undefined, worst: readonly number[] ) => string | undefined
): Alarm {
	return {
		rule,
		reads: series.replace( /\{.*/, '' ),
		shows: ( before, during ) =>
			says(
				values( before.metrics, series ).sort( ( a, b ) => a - b )[ 0 ],
				during.flatMap( ( { metrics } ) => values( metrics, series ) )
			),
	};
}
