<?php
/**
 * How the gate says no.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Gate;

use Lernwelt\Core\PortalPage;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Security\Domain\Gate\Asked;
use Lernwelt\Security\Domain\Gate\Decision;
use Lernwelt\Security\Domain\Gate\Exceptions;
use Lernwelt\Security\Domain\Gate\Request;

/** Answers that say nothing about what lies behind: the same for what is there and what isn't, kept by nobody. */
final class Refusals {

	/** Longest address that is remembered through a login, in bytes. */
	private const LENGTH = 1000;

	/**
	 * Ends a request that doesn't pass.
	 *
	 * @param Decision $decision Anything but Pass.
	 * @param Asked    $asked    What was wanted.
	 * @param Request  $request  The request.
	 */
	public static function send( Decision $decision, Asked $asked, Request $request ): never {
		if ( Decision::SendToLogin === $decision ) {
			self::head( 302 );
			header( 'Location: ' . self::login( $request ) );
			exit;
		}
		if ( Decision::Refuse === $decision && Asked::Page === $asked ) {
			( new PortalPage( __( 'No access', 'lernwelt-security' ), '<p>' . esc_html__( 'Your account has no role on this portal. If you think that it should, please ask the administration of your school or of the portal.', 'lernwelt-security' ) . '</p>', 403, __( 'You are logged in, but this portal is not open to you.', 'lernwelt-security' ) ) )->show();
		}
		self::head( $decision->value );
		if ( self::wants_json( $request ) ) {
			header( 'Content-Type: application/json; charset=utf-8' );
			echo wp_json_encode( self::problem( $decision ) );
			exit;
		}
		self::text( $decision->value, Decision::Refuse === $decision ? __( 'Your account has no access to this portal.', 'lernwelt-security' ) : __( 'Please log in first.', 'lernwelt-security' ) );
	}

	/** Ends a request for a file that this portal doesn't have. */
	public static function not_found(): never {
		self::head( 404 );
		self::text( 404, __( 'This file does not exist.', 'lernwelt-security' ) );
	}

	/**
	 * The login page, which leads back.
	 *
	 * @param Request $request The request.
	 */
	public static function login( Request $request ): string {
		$uri  = $request->uri;
		$good = strlen( $uri ) <= self::LENGTH && 1 === preg_match( '#^/(?![/\\\\])[\x21-\x5B\x5D-\x7E]*$#D', $uri );
		return home_url( Exceptions::LOGIN . '?weiter=' . rawurlencode( $good ? $uri : '/' ) . '&still=1' );
	}

	private static function head( int $status ): void {
		status_header( $status );
		header( 'Cache-Control: no-store' );
		// Screens may be framed by screens; a refusal is none.
		header( 'X-Frame-Options: DENY' );
		foreach ( [ 'ETag', 'Last-Modified', 'Link', 'Expires' ] as $name ) {
			header_remove( $name );
		}
	}

	private static function text( int $status, string $text ): never {
		header( 'Content-Type: text/plain; charset=utf-8' );
		echo esc_html( $status . ' ' . $text ) . "\n";
		exit;
	}

	private static function wants_json( Request $request ): bool {
		return in_array( 'rest_route', $request->parameters, true )
			|| str_contains( strtolower( rawurldecode( $request->path() ) ), 'wp-json' )
			|| '/wp-admin/admin-ajax.php' === $request->script;
	}

	/** @return array{code: string, message: string, data: array{status: int}} */
	private static function problem( Decision $decision ): array {
		$error = Problems::error( Decision::Refuse === $decision ? Problems::FORBIDDEN : Problems::UNAUTHENTICATED );
		return [ 'code' => (string) $error->get_error_code(), 'message' => $error->get_error_message(), 'data' => [ 'status' => $decision->value ] ];
	}
}
