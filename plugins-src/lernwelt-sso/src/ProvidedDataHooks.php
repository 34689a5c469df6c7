<?php
/**
 * What the provider says about people.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso;

use Closure;
use Lernwelt\Sso\Application\Accounts\Accounts;
use Lernwelt\Sso\Application\Accounts\ProvidedData;
use stdClass;
use WP_Error;
use WP_REST_Request;
use WP_User;

/** Keeps names, addresses and passwords of accounts from the provider as the provider says them. */
final readonly class ProvidedDataHooks {

	/**
	 * @param Closure(): Accounts $accounts Accounts, made when they are needed.
	 */
	public function __construct( private Closure $accounts ) {}

	/** Hooks everything up. */
	public function register(): void {
		$data = fn (): ProvidedData => new ProvidedData( ( $this->accounts )() );
		add_filter( 'rest_dispatch_request', static fn ( mixed $result, WP_REST_Request $request, string $route, array $handler ): mixed => $data()->refuse( $result, $request, $route, $handler ), 10, 4 );
		add_action( 'personal_options_update', static fn ( int $user_id ) => $data()->confirm_no_address( $user_id ), 0 );
		add_action( 'user_profile_update_errors', static fn ( WP_Error $errors, bool $update, stdClass $row ) => $data()->keep_in_form( $update, $row ), 100, 3 );
		add_filter( 'insert_user_meta', static fn ( array $meta, WP_User $user, bool $update ): array => $data()->keep_names( $meta, $user, $update ), 10, 3 );
		add_filter( 'send_email_change_email', static fn ( bool $send, array $user ): bool => $data()->tells( $send, $user ), 10, 2 );
		add_filter( 'send_password_change_email', static fn ( bool $send, array $user ): bool => $data()->tells( $send, $user ), 10, 2 );
	}
}
