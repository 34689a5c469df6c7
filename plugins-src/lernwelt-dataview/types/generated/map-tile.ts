// Made by bin/src/generate-types.ts from plugins-src/lernwelt-dataview/schemas/map-tile.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A picture: image/png, image/jpeg or image/webp.
 */
export type MapTile = null;
