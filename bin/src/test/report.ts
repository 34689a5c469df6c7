import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, type Part, RESULTS } from './part.ts';

const TICK_SECONDS = 20;
const LINES_SHOWN = 120;

interface Running {
	readonly since: number;
	last: string;
}

function duration( milliseconds: number ): string {
	const seconds = Math.round( milliseconds / 1000 );
	return seconds < 60
		? `${ seconds } s`
		: `${ Math.floor( seconds / 60 ) }:${ String( seconds % 60 ).padStart( 2, '0' ) } min`;
}

/** Grows while the part runs, so that one can look over its shoulder. */
function logOf( { name }: Part ): string {
	return join( RESULTS, `${ name }.log` );
}

/** Prints what runs, what ended and, at the end, the sum. */
export class Report {
	private readonly running = new Map< string, Running >();
	private readonly finished: Array< { readonly name: string; readonly outcome: Outcome; readonly took: number } > =
		[];
	private readonly began = Date.now();
	private readonly ticker: NodeJS.Timeout;

	constructor( private readonly total: number ) {
		this.ticker = setInterval( () => this.tick(), TICK_SECONDS * 1000 );
		this.ticker.unref();
	}

	/** @param part Part that begins. */
	begin( part: Part ): void {
		mkdirSync( RESULTS, { recursive: true } );
		writeFileSync( logOf( part ), '' );
		this.running.set( part.name, { since: Date.now(), last: '' } );
		this.print( `▸ ${ part.name }` );
	}

	/**
	 * @param part Part that printed something.
	 * @param text What it printed.
	 */
	heard( part: Part, text: string ): void {
		appendFileSync( logOf( part ), text );
		const state = this.running.get( part.name );
		const line = text.trim().split( '\n' ).at( -1 )?.trim();
		if ( state !== undefined && line ) {
			state.last = line.slice( 0, 90 );
		}
	}

	/**
	 * @param part    Part that ended.
	 * @param outcome Its result.
	 */
	end( part: Part, outcome: Outcome ): void {
		const took = Date.now() - ( this.running.get( part.name )?.since ?? Date.now() );
		this.running.delete( part.name );
		this.finished.push( { name: part.name, outcome, took } );
		const log = logOf( part );
		writeFileSync( log, outcome.output );
		const place = `[${ this.finished.length }/${ this.total }]`;
		if ( outcome.failed === 0 ) {
			this.print( `✓ ${ part.name } ${ place } ${ this.numbers( outcome ) } in ${ duration( took ) }` );
			return;
		}
		this.print( `✗ ${ part.name } ${ place } ${ this.numbers( outcome ) } in ${ duration( took ) }` );
		const lines = outcome.output.trimEnd().split( '\n' );
		const shown = lines.slice( -LINES_SHOWN ).map( ( line ) => `  │ ${ line }` );
		const left = lines.length - shown.length;
		process.stdout.write(
			`${ left > 0 ? `  │ … ${ left } lines more in ${ log }\n` : '' }${ shown.join( '\n' ) }\n`
		);
	}

	/** Prints the table and the closing line. Returns the exit code. */
	close(): number {
		clearInterval( this.ticker );
		const sum = ( key: 'passed' | 'failed' | 'skipped' ): number =>
			this.finished.reduce( ( before, { outcome } ) => before + outcome[ key ], 0 );
		const width = Math.max( ...this.finished.map( ( { name } ) => name.length ), 4 );
		process.stdout.write( '\n' );
		for ( const { name, outcome, took } of this.finished ) {
			const sign = outcome.failed === 0 ? '✓' : '✗';
			process.stdout.write(
				`${ sign } ${ name.padEnd( width ) }  ${ this.numbers( outcome ) } (${ duration( took ) })\n`
			);
		}
		const skipped = sum( 'skipped' );
		const note = skipped > 0 ? `, ${ skipped } skipped on purpose` : '';
		process.stdout.write( `\nTook ${ duration( Date.now() - this.began ) }${ note }.\n` );
		process.stdout.write( `${ sum( 'passed' ) } passed, ${ sum( 'failed' ) } failed\n` );
		return sum( 'failed' ) === 0 && sum( 'passed' ) > 0 ? 0 : 1;
	}

	private numbers( { passed, failed, skipped }: Outcome ): string {
		return `${ passed } passed${ failed > 0 ? `, ${ failed } failed` : '' }${ skipped > 0 ? `, ${ skipped } skipped` : '' }`;
	}

	private tick(): void {
		for ( const [ name, { since, last } ] of this.running ) {
			this.print( `… ${ name } (${ duration( Date.now() - since ) })${ last === '' ? '' : ` ${ last }` }` );
		}
	}

	private print( line: string ): void {
		process.stdout.write( `${ duration( Date.now() - this.began ).padStart( 9 ) }  ${ line }\n` );
	}
}
