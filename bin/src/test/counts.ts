/** Tests of one tool. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

interface JestResult {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numPendingTests: number;
	readonly numTodoTests: number;
	readonly numRuntimeErrorTestSuites: number;
}

/** @param text Output of `jest --json`. A suite that could not even load is one failure. */
export function fromJest( text: string ): Counts {
	const result = JSON.parse( text ) as JestResult;
	return {
		passed: result.numPassedTests,
		failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
		skipped: result.numPendingTests + result.numTodoTests,
	};
}

function attribute( tag: string, name: string ): number {
	return Number( new RegExp( `\\b${ name }="(\\d+)"` ).exec( tag )?.[ 1 ] ?? 0 );
}

/** @param text PHPUnit's JUnit file: the outermost suite carries the sums. */
export function fromPhpUnit( text: string ): Counts {
	const tag = /<testsuite [^>]*>/.exec( text )?.[ 0 ] ?? '';
	const failed = attribute( tag, 'errors' ) + attribute( tag, 'failures' );
	const skipped = attribute( tag, 'skipped' );
	return { passed: attribute( tag, 'tests' ) - failed - skipped, failed, skipped };
}

/** @param text JUnit file of node:test, which puts the sums into comments at its end. */
export function fromNodeTest( text: string ): Counts {
	const sum = ( name: string ): number =>
		Number( new RegExp( `<!-- ${ name } (\\d+) -->` ).exec( text )?.[ 1 ] ?? 0 );
	return {
		passed: sum( 'pass' ),
		failed: sum( 'fail' ) + sum( 'cancelled' ),
		skipped: sum( 'skipped' ) + sum( 'todo' ),
	};
}

interface PlaywrightResult {
	readonly stats: {
		readonly expected: number;
		readonly unexpected: number;
		readonly flaky: number;
		readonly skipped: number;
	};
	readonly errors: readonly unknown[];
}

/** @param text Playwright's JSON report. A test that needed a second try has failed once and counts so. */
export function fromPlaywright( text: string ): Counts {
	const { stats, errors } = JSON.parse( text ) as PlaywrightResult;
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}
