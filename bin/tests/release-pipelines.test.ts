import assert from 'node:assert/strict';
import { constants } from 'node:fs';
import { access, readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import { inRoot } from '../src/lib/paths.ts';
import { exists, must, run } from '../src/lib/run.ts';
import { ensurePrograms } from './deploy-programs.ts';

interface Step {
	readonly uses?: string;
	readonly run?: string;
}
interface Job {
	readonly needs?: readonly string[];
	readonly environment?: string;
	readonly steps: readonly Step[];
	readonly container?: string;
	readonly 'timeout-minutes': number;
	readonly if?: string;
}
interface GitLabJob {
	readonly needs?: readonly string[];
	readonly environment?: string;
	readonly script: readonly string[];
	readonly rules?: readonly { readonly if: string; readonly when?: string }[];
}

const GITHUB = '.github/workflows/release.yml';
const GITLAB = '.gitlab-ci.yml';
const STAGES = [ 'test', 'audit', 'build', 'sign', 'staging', 'production' ];

const github = parse( await readFile( inRoot( GITHUB ), 'utf8' ) ) as {
	jobs: Record< string, Job >;
	permissions: object;
};
const gitlab = parse( await readFile( inRoot( GITLAB ), 'utf8' ), { merge: true } ) as Record< string, GitLabJob > & {
	default: { image: string };
};

/** Commands of bin/ and deploy/bin that a job calls, in order. */
const commands = ( lines: readonly string[] ): string[] =>
	lines.flatMap( ( line ) =>
		[ ...line.matchAll( /(?:^|\s)(?:\.\/)?((?:deploy\/)?bin\/[a-z-]+)((?: --[a-z]+)*)/g ) ].map(
			( [ , name = '', options = '' ] ) => name + options
		)
	);

const ofGitHub = ( name: string ): string[] =>
	commands( ( github.jobs[ name ]?.steps ?? [] ).map( ( step ) => step.run ?? '' ) );
const ofGitLab = ( name: string ): string[] => commands( gitlab[ name ]?.script ?? [] );

test( 'both pipelines take the same way, by commands that are there', async () => {
	assert.deepEqual( Object.keys( github.jobs ), STAGES );
	for ( const name of STAGES ) {
		assert.deepEqual( ofGitHub( name ), ofGitLab( name ), name );
		assert.ok( ofGitHub( name ).length > 0, name );
		for ( const command of ofGitHub( name ) ) {
			await access( inRoot( command.split( ' ' )[ 0 ] ?? '' ), constants.X_OK );
		}
	}
	assert.deepEqual( ofGitHub( 'build' ), [ 'bin/release --twice' ] );
	assert.deepEqual( ofGitHub( 'production' ), [ 'deploy/bin/ship', 'deploy/bin/ship --smoke' ] );
} );

test( 'nothing reaches production untested, unsigned or without a person', () => {
	const before = (
		jobs: Readonly< Record< string, { readonly needs?: readonly string[] } > >,
		name: string
	): string[] => ( jobs[ name ]?.needs ?? [] ).flatMap( ( need ) => [ need, ...before( jobs, need ) ] );
	for ( const jobs of [ github.jobs, gitlab ] ) {
		assert.deepEqual( [ ...new Set( before( jobs, 'production' ) ) ].sort(), [
			'audit',
			'build',
			'sign',
			'staging',
			'test',
		] );
		for ( const name of [ 'staging', 'production' ] ) {
			assert.equal( jobs[ name ]?.environment, name );
		}
	}
	assert.equal( github.jobs.sign?.if, "github.event_name == 'push'" );
	assert.deepEqual( gitlab.sign?.rules?.[ 0 ], { if: '$CI_PIPELINE_SOURCE == "schedule"', when: 'never' } );
	assert.deepEqual( gitlab.staging?.rules, gitlab.sign?.rules );
	assert.match( github.jobs.production?.if ?? '', /refs\/tags\/v/ );
	assert.ok( gitlab.production?.rules?.every( ( rule ) => rule.when === 'manual' ) );
} );

test( 'the key to sign meets no package', () => {
	for ( const lines of [
		( github.jobs.sign?.steps ?? [] ).map( ( step ) => step.run ?? '' ),
		gitlab.sign?.script ?? [],
	] ) {
		assert.doesNotMatch( lines.join( '\n' ), /apt-get|npm|composer|\bbin\/(?!sign)[a-z]/ );
	}
} );

test( 'actions are pinned to commits, the image to a version', () => {
	const steps = Object.values( github.jobs ).flatMap( ( job ) => job.steps );
	const used = steps.flatMap( ( step ) => ( step.uses === undefined ? [] : [ step.uses ] ) );
	assert.ok( used.length > 5 );
	assert.deepEqual(
		used.filter( ( name ) => ! /^actions\/[a-z-]+@[0-9a-f]{40}$/.test( name ) ),
		[]
	);
	const images = Object.values( github.jobs ).flatMap( ( job ) => job.container ?? [] );
	assert.deepEqual( [ ...new Set( [ ...images, gitlab.default.image ] ) ], [ 'node:22.20-bookworm' ] );
	assert.deepEqual( github.permissions, { contents: 'read' } );
} );

test( 'the scripts of a server are what ShellCheck calls sound', async () => {
	await ensurePrograms( 'shellcheck' );
	const scripts = ( await readdir( inRoot( 'deploy/bin' ) ) ).map( ( name ) => inRoot( 'deploy/bin', name ) );
	assert.ok( scripts.length >= 20 );
	const { stdout } = await run( 'shellcheck', [
		'--external-sources',
		`--source-path=${ inRoot( 'deploy/bin' ) }`,
		...scripts,
	] );
	assert.equal( stdout, '' );
} );

test( 'units of systemd start what a release holds', async () => {
	const names = await readdir( inRoot( 'deploy/systemd' ) );
	const units = names.filter( ( name ) => /\.(service|timer)$/.test( name ) );
	assert.ok( units.length >= 5 );
	for ( const name of units ) {
		const text = await readFile( inRoot( 'deploy/systemd', name ), 'utf8' );
		for ( const [ , path = '' ] of text.matchAll( /\/srv\/lernwelt\/current\/([\w./-]+)/g ) ) {
			const file = path.endsWith( 'wp-cli.phar' ) ? 'bin/wordpress.json' : path;
			await access( inRoot( file ) );
		}
		if ( name.endsWith( '.timer' ) ) {
			assert.ok( names.includes( name.replace( '.timer', '.service' ) ), name );
			const { calendar } = /OnCalendar=(?<calendar>.*)/.exec( text )?.groups ?? {};
			if ( await exists( 'systemd-analyze' ) ) {
				await must( 'systemd-analyze', [ 'calendar', calendar ?? '' ] );
			}
		}
	}
} );
