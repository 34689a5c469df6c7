/**
 * First ports of everything that may run at once on one machine; benches of one kind follow each other. A network takes
 * the eight from there: web, redirect, status, mail and others (portsOf() in stack.ts); servers without one the first few.
 */
export const PORTS = {
	/** ./bin/start */
	start: 8080,
	/** Browser tests. */
	e2e: 8280,
	/** Integration tests, one database after the other. */
	integration: 8290,
	/** Tests of bin/. */
	tooling: 8330,
	/** ./bin/bench, and a second network to compare with. */
	bench: 8400,
	benchOther: 8410,
	/** ./bin/stack */
	stack: 8443,
	/** ./bin/bench stack, and what stands beside it. */
	benchStack: 8480,
	benchStock: 8490,
	benchOneWorker: 8500,
	benchCache: 8510,
	benchStatic: 8520,
	/** Browser tests on the production stack: all, and the part in every run. */
	e2eStack: 8620,
	e2eFew: 8630,
	/** Tests of nginx. */
	nginx: 8660,
	/** ./bin/faults */
	faults: 8700,
} as const;

/** Ports from each of them on. */
export const BLOCK = 8;
