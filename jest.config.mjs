/**
 * Jest runs what belongs to a browser: blocks, admin screens and the theme's script. Test functions are imported
 * from @jest/globals, never taken from the global scope. bin/ has its own suite (node:test), which needs no DOM.
 */
export default {
	preset: '@wordpress/jest-preset-default',
	rootDir: import.meta.dirname,
	roots: [ '<rootDir>/plugins-src', '<rootDir>/theme-src' ],
	testMatch: [ '**/*.test.{ts,tsx}' ],
	testPathIgnorePatterns: [ '/node_modules/', '/build/' ],
	modulePathIgnorePatterns: [ '<rootDir>/var/', '<rootDir>/plugins-src/.*/build/', '<rootDir>/theme-src/.*/build/' ],
	transform: { '\\.m?[jt]sx?$': '@wordpress/scripts/config/babel-transform' },
	// These packages come as ES modules only, so Babel has to read them too.
	transformIgnorePatterns: [ '/node_modules/(?!(@wordpress|parsel-js|uuid|client-zip|@base-ui)/)' ],
	cacheDirectory: '<rootDir>/var/cache/jest',
};
