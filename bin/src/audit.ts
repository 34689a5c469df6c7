/**
 * ./bin/audit – asks npm's and Composer's registries for known holes in the packages that are used.
 */
import { runMain } from './lib/errors.ts';
import { inRoot } from './lib/paths.ts';
import { composerInstall } from './lib/php.ts';
import { say, step } from './lib/progress.ts';
import { type Finished, run } from './lib/run.ts';

const HELP = `Usage: ./bin/audit

Ends with 1 when a package has a known hole (npm: high or critical), or when a registry gives no answer: mirrors often
lack the service behind it.
`;

interface Question {
	readonly about: string;
	readonly command: string;
	readonly args: readonly string[];
}

const QUESTIONS: readonly Question[] = [
	{ about: 'npm packages', command: 'npm', args: [ 'audit', '--audit-level=high' ] },
	// There is no lock file: what is installed is what is asked for.
	{ about: 'Composer packages', command: 'composer', args: [ 'audit' ] },
];

await runMain( async () => {
	if ( process.argv.slice( 2 ).some( ( argument ) => [ '-h', '--help' ].includes( argument ) ) ) {
		process.stdout.write( HELP );
		return 0;
	}
	await step( 'Composer packages', () => composerInstall( inRoot() ) );
	const answers: Finished[] = [];
	for ( const { about, command, args } of QUESTIONS ) {
		// TCPDF's makers call version 6 abandoned for 7 and go on mending it (docs/decisions/0029).
		const env = { COMPOSER_ALLOW_SUPERUSER: '1', COMPOSER_AUDIT_ABANDONED: 'report' };
		const answer = await step( `Asking about ${ about }`, () => run( command, args, { cwd: inRoot(), env } ) );
		say( `${ answer.stdout }${ answer.stderr }`.trim() );
		answers.push( answer );
	}
	return answers.every( ( { code } ) => code === 0 ) ? 0 : 1;
} );
