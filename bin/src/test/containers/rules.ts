import { clockRules } from './clocks.ts';
import { environmentRules } from './environment.ts';
import { networkRules } from './network.ts';
import { podRules, type Rule } from './pods.ts';
import { referenceRules } from './references.ts';
import { secretRules } from './secrets.ts';

/** All rules of the house for manifests. */
export const rules: readonly Rule[] = [
	...podRules,
	...secretRules,
	...networkRules,
	...referenceRules,
	...environmentRules,
	...clockRules,
];
