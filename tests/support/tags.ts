/** Tests that every run of ./bin/test sees on the production stack too, as its part "e2e-stack": a few, fast. */
export const ON_STACK = { tag: '@stack' } as const;
