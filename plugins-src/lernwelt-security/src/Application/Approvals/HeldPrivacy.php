<?php
/**
 * Erasures and exports that somebody wants to begin.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Approvals;

use Closure;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\ApprovalRefused;
use Lernwelt\Security\Domain\Approvals\Kind;
use Lernwelt\Security\Words\ApprovalWords;
use WP_Post;
use WP_User_Request;

/** Stands before WordPress's tools for requests of people, and before the export of a portal. */
final readonly class HeldPrivacy {

	/** WordPress's name of a request → what it is, the right to do it. */
	private const ACTIONS = [
		'remove_personal_data' => [ Kind::Erasure, 'erase_others_personal_data' ],
		'export_personal_data' => [ Kind::PersonExport, 'export_others_personal_data' ],
	];

	private const CONTENTS = 'contents';

	/**
	 * @param FourEyes                $four_eyes Whether two people are needed.
	 * @param Approvals               $approvals Requests.
	 * @param Pseudonyms              $names     Keyed hashes.
	 * @param Closure(Approval): void $stop      Ends the request and says that it has to wait.
	 */
	public function __construct( private FourEyes $four_eyes, private Approvals $approvals, private Pseudonyms $names, private Closure $stop ) {}

	/**
	 * Action `save_post_user_request`: whoever enters a person's request asks for it with that.
	 *
	 * @param int     $id      Request.
	 * @param WP_Post $request The same.
	 * @param bool    $update  Whether it was there before.
	 */
	public function entered( int $id, WP_Post $request, bool $update ): void {
		$kind = self::ACTIONS[ $request->post_name ][0] ?? null;
		if ( ! $update && null !== $kind && $this->four_eyes->holds( $kind->topic() ) ) {
			$this->ask( $kind, $id, $request->post_title );
		}
	}

	/**
	 * Actions `wp_ajax_wp-privacy-…-personal-data`, before WordPress's own: one for each page of each source.
	 *
	 * @param string $action WordPress's name of the request.
	 * @param int    $id     Request.
	 * @param string $nonce  Name of WordPress's nonce without number.
	 */
	public function begin( string $action, int $id, string $nonce ): void {
		[ $kind, $right ] = self::ACTIONS[ $action ];
		$request          = 0 < $id ? wp_get_user_request( $id ) : false;
		if ( ! $request instanceof WP_User_Request || $action !== $request->action_name || ! current_user_can( $right ) || ! $this->four_eyes->holds( $kind->topic() ) ) {
			return; // WordPress refuses by itself what it doesn't know or somebody may not do.
		}
		check_ajax_referer( "$nonce-$id", 'security' );
		try {
			if ( $this->approvals->is_confirmed( $kind, get_current_blog_id(), "request:$id", $this->parameters( $id, $request->email ) ) ) {
				return;
			}
		} catch ( ApprovalRefused $refused ) {
			wp_send_json_error( ApprovalWords::refusal( $refused ) );
		}
		( $this->stop )( $this->ask( $kind, $id, $request->email ) );
	}

	/**
	 * WordPress has finished.
	 *
	 * @param string $action WordPress's name of the request.
	 * @param int    $id     Request.
	 */
	public function done( string $action, int $id ): void {
		$this->approvals->finish( self::ACTIONS[ $action ][0], get_current_blog_id(), "request:$id" );
	}

	/**
	 * Action `load-export.php`.
	 *
	 * @param bool $begins Whether the file was asked for.
	 */
	public function contents( bool $begins ): void {
		if ( ! $begins || ! current_user_can( 'export' ) || ! $this->four_eyes->holds( Kind::PortalExport->topic() ) ) {
			return;
		}
		$portal = get_current_blog_id();
		try {
			if ( $this->approvals->is_confirmed( Kind::PortalExport, $portal, self::CONTENTS, [] ) && $this->approvals->finish( Kind::PortalExport, $portal, self::CONTENTS ) ) {
				return;
			}
		} catch ( ApprovalRefused $refused ) {
			wp_die( esc_html( ApprovalWords::refusal( $refused ) ), '', [ 'response' => 403 ] );
		}
		( $this->stop )( $this->approvals->ask( Kind::PortalExport, $portal, self::CONTENTS, [], get_current_user_id() ) );
	}

	private function ask( Kind $kind, int $id, string $email ): Approval {
		/* translators: %d: number. */
		$reason = sprintf( __( 'The person has asked for it (request %d).', 'lernwelt-security' ), $id );
		return $this->approvals->ask( $kind, get_current_blog_id(), "request:$id", $this->parameters( $id, $email ), get_current_user_id(), $reason );
	}

	/** @return array{request: int, address: string} */
	private function parameters( int $id, string $email ): array {
		return [
			'request' => $id,
			'address' => $this->names->of( 'approval-address', mb_strtolower( trim( $email ) ) ),
		];
	}
}
