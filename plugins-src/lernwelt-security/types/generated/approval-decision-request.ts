// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/approval-decision-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * What somebody does about a request.
 */
export interface ApprovalDecisionRequest {
	/**
	 * Site, 0 for all; the portal of this host without it.
	 */
	portal?: number;
	/**
	 * Explain and withdraw are for who asked, the others for somebody else.
	 */
	action: 'explain' | 'withdraw' | 'confirm' | 'deny';
	/**
	 * Reason; needed to explain and to deny.
	 */
	text?: string;
}
