/** Leaflet's ES module: its CommonJS one would put an `L` on the window. */
declare module 'leaflet/dist/leaflet-src.esm.js' {
	export * from 'leaflet';
}
