// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/role-export.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A CSV file: UTF-8 with BOM, semicolons; one line per right, one column per role.
 */
export type RoleExport = string;
