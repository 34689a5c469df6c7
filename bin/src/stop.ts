import { runMain } from './lib/errors.ts';
import { Stack } from './lib/stack.ts';
import { stopNetwork } from './lib/stopping.ts';

await runMain( () => stopNetwork( Stack.current() ) );
