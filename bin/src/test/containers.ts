import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../lib/paths.ts';
import { schedulerProblems, timerProblems, timersOf } from './containers/clocks.ts';
import { compose, composeProblems, filesProblems, schemaProblems } from './containers/compose.ts';
import { dockerfileProblems, imagesWanted, sameImages } from './containers/dockerfile.ts';
import { ensureKubectl, render, type Rendered, ROOMS, textOf } from './containers/manifests.ts';
import { mutationChecks } from './containers/mutations.ts';
import { packageProblems, papers } from './containers/packages.ts';
import { apart } from './containers/references.ts';
import { rules } from './containers/rules.ts';
import { Schemas } from './containers/schemas.ts';
import { rolloutCheck, settingsCheck, shellCheck } from './containers/scripts.ts';
import { tablesCheck } from './containers/tables.ts';
import { variableProblems, variablesRead } from './containers/variables.ts';
import { type Check, outcomeOf, type Part } from './part.ts';
import { ensurePhp } from './setup.ts';

/** Everything about containers that can be checked without building an image or having a cluster. */
export const containers: Part = {
	name: 'containers',
	about: 'Images, compose file and Kubernetes manifests: schemas and rules (nothing is built or applied)',
	run: async () => {
		await ensurePhp();
		await ensureKubectl();
		const scripts = Promise.all( [ rolloutCheck(), settingsCheck(), shellCheck(), tablesCheck() ] );
		const rendered = await Promise.all( ROOMS.map( ( room ) => render( room ) ) );
		const schemas = new Schemas();
		const file = compose();
		const dockerfile = textOf( 'deploy/docker/Dockerfile' );
		const [ , staging, production ] = rendered as [ Rendered, Rendered, Rendered ];
		const checks: Check[] = [
			...rendered.map( ( one ) => ( {
				name: `${ one.room } is what Kubernetes takes`,
				problems: schemas.problems( one ),
			} ) ),
			...rules.map( ( { name, problems } ) => ( {
				name,
				problems: rendered.flatMap( ( one ) => problems( one ) ),
			} ) ),
			{ name: 'staging and production share nothing', problems: apart( staging, production ) },
			{ name: 'Dockerfile', problems: dockerfileProblems( dockerfile, imagesWanted() ) },
			{ name: 'every variable that deploy/ reads is explained', problems: variableProblems( variablesRead() ) },
			{ name: 'packages are the same in handbook, images and pipelines', problems: packageProblems( papers() ) },
			{
				name: 'the clock of compose.yaml',
				problems: schedulerProblems( textOf( 'deploy/docker/bin/scheduler' ) ),
			},
			{ name: 'every timer of a server has its like in containers', problems: timerProblems( timersOf() ) },
			{ name: 'images have the same names everywhere', problems: sameImages( file ) },
			{ name: 'compose.yaml is what Compose takes', problems: schemaProblems( file ) },
			{ name: 'services of compose.yaml', problems: composeProblems( file ) },
			{ name: 'compose.yaml and the files beside it', problems: filesProblems( file ) },
			{ name: 'spare components', problems: await spare( schemas ) },
			...( await scripts ),
			...mutationChecks( { production, staging, schemas, file, dockerfile } ),
		];
		return outcomeOf( checks );
	},
};

/** Production with the other database and the other storage: what no overlay uses has to work, too. */
async function spare( schemas: Schemas ): Promise< readonly string[] > {
	const room = await mkdtemp( join( tmpdir(), 'lernwelt-spare-' ) );
	try {
		for ( const part of [ 'kubernetes', 'mariadb' ] ) {
			await cp( inRoot( 'deploy', part ), join( room, part ), { recursive: true } );
		}
		const file = join( room, 'kubernetes/overlays/production/kustomization.yaml' );
		const text = await readFile( file, 'utf8' );
		await writeFile(
			file,
			text.replace(
				'components/database-galera',
				'components/database-external\n  - ../../components/uploads-s3'
			)
		);
		const rendered = await render( 'overlays/production', join( room, 'kubernetes' ) );
		const swapped = [
			...( rendered.objects.some( ( { kind } ) => kind === 'MariaDB' )
				? [ 'The database is still in the cluster.' ]
				: [] ),
			...( JSON.stringify( rendered.objects ).includes( '"storageClassName":"csi-s3"' )
				? []
				: [ 'Uploads are where they were.' ] ),
		];
		return [
			...swapped,
			...schemas.problems( rendered ),
			...rules.flatMap( ( { problems } ) => problems( rendered ) ),
		];
	} finally {
		await rm( room, { recursive: true } );
	}
}
