// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/participant-export.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A CSV file: UTF-8 with BOM, semicolons; one line per booking.
 */
export type ParticipantExport = string;
