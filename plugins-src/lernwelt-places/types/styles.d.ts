/** Style sheets a script imports for webpack to bundle. */
declare module '*.css';
