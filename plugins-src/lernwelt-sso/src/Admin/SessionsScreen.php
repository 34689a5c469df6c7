<?php
/**
 * The screen Sessions.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Admin;

use Lernwelt\Core\CurrentRequest;
use Lernwelt\Sso\Application\Session\SessionList;
use Lernwelt\Sso\Domain\Session\EndTarget;
use Lernwelt\Sso\SessionScreenHooks;

/** Under Users, in each portal for its own sessions and in the network for all. Works without JavaScript; ending is asked for twice. */
final readonly class SessionsScreen {

	public const SLUG = 'lernwelt-sessions';

	/** Action of admin-post.php. */
	public const ACTION = SessionScreenHooks::END;

	/** Capability: who may see and end the sessions of a portal. */
	public const MANAGE = SessionScreenHooks::MANAGE;

	/** Capability: who may see and end those of all portals. */
	public const NETWORK = 'manage_network_users';

	/**
	 * @param SessionList $sessions Sessions.
	 */
	public function __construct( private SessionList $sessions ) {}

	/** Action `admin_menu`. */
	public function add_to_portal(): void {
		// Not add_users_page(): that would put it under the profile of portal administrators.
		add_submenu_page( 'users.php', __( 'Sessions', 'lernwelt-sso' ), __( 'Sessions', 'lernwelt-sso' ), self::MANAGE, self::SLUG, fn () => $this->show( get_current_blog_id() ) );
	}

	/** Action `network_admin_menu`. */
	public function add_to_network(): void {
		add_submenu_page( 'users.php', __( 'Sessions', 'lernwelt-sso' ), __( 'Sessions', 'lernwelt-sso' ), self::NETWORK, self::SLUG, fn () => $this->show( 0 ) );
	}

	/**
	 * Action `admin_enqueue_scripts`: on phones WordPress leaves the second cell beside the first, where it expects a box to tick.
	 *
	 * @param string $screen Hook of the screen that is shown.
	 */
	public function style( string $screen ): void {
		if ( str_ends_with( $screen, '_page_' . self::SLUG ) ) {
			wp_add_inline_style( 'list-tables', '@media (max-width: 782px) { .lernwelt-sessions tr td:nth-child(2) { flex: 0 1 100%; } }' );
		}
	}

	/** Action `admin_post_lernwelt_end_sessions`: ends what was confirmed. */
	public function end(): void {
		[ $portal, $target ] = $this->asked();
		check_admin_referer( self::nonce( $portal, $target ) );
		$ended = $this->sessions->end( $target, $portal, wp_get_session_token() );
		wp_safe_redirect( add_query_arg( 'ended', (string) $ended, self::url( $portal ) ) );
		exit;
	}

	/**
	 * Whether somebody may see or end the sessions of a portal.
	 *
	 * @param int $portal Site, 0 for all.
	 */
	public static function may( int $portal ): bool {
		return 0 === $portal ? current_user_can( self::NETWORK ) : get_current_blog_id() === $portal && current_user_can( self::MANAGE );
	}

	/**
	 * Name of the nonce.
	 *
	 * @param int       $portal Site, 0 for all.
	 * @param EndTarget $target What is to end.
	 */
	public static function nonce( int $portal, EndTarget $target ): string {
		return self::ACTION . " $portal {$target->text()}";
	}

	/** @return array{int, EndTarget} Portal (0 for all) and target of a form that the sender may send. */
	private function asked(): array {
		// phpcs:disable WordPress.Security.NonceVerification.Missing -- the nonce is bound to what is read here; end() asks for it next.
		$portal = isset( $_POST['portal'] ) && '0' === $_POST['portal'] ? 0 : get_current_blog_id();
		$target = EndTarget::parse( isset( $_POST['target'] ) && is_string( $_POST['target'] ) ? sanitize_text_field( wp_unslash( $_POST['target'] ) ) : '' );
		// phpcs:enable
		if ( ! self::may( $portal ) ) {
			wp_die( esc_html__( 'You are not allowed to end sessions here.', 'lernwelt-sso' ), '', [ 'response' => 403, 'back_link' => true ] );
		}
		if ( null === $target ) {
			wp_die( esc_html__( 'This form can’t be read. Please go back and try again.', 'lernwelt-sso' ), '', [ 'response' => 400, 'back_link' => true ] );
		}
		return [ $portal, $target ];
	}

	private function show( int $portal ): void {
		if ( ! self::may( $portal ) ) {
			wp_die( esc_html__( 'You are not allowed to see sessions here.', 'lernwelt-sso' ), '', [ 'response' => 403 ] );
		}
		$target  = EndTarget::parse( self::parameter( 'end' ) );
		$confirm = null === $target ? null : $this->question( $portal, $target );
		if ( null !== $target && null !== $confirm ) {
			$view = new SessionsView( $portal, self::url( $portal ) );
			require dirname( __DIR__, 2 ) . '/templates/sessions-confirm.php';
			return;
		}
		$page             = max( 1, min( 100_000, (int) self::parameter( 'paged' ) ) );
		[ $total, $rows ] = $this->sessions->page( $portal, $page, wp_get_session_token() );
		$view             = new SessionsView( $portal, self::url( $portal ), $rows, $total, $page, null === $target ? self::parameter( 'ended' ) : '0' ); // phpcs:ignore SlevomatCodingStandard.Variables.UnusedVariable -- the template reads it.
		require dirname( __DIR__, 2 ) . '/templates/sessions.php';
	}

	/** @return ?list<string> What ending means, in words; null when there is nothing to end. */
	private function question( int $portal, EndTarget $target ): ?array {
		$words = new SessionWords();
		if ( $target->is_all() ) {
			return $words->about_all( $portal );
		}
		if ( ! $target->is_one() ) {
			$count = $this->sessions->count_of( $target->id, $portal );
			return 0 === $count ? null : $words->about_person( (string) ( get_userdata( $target->id )->display_name ?? '' ), $count, $portal, get_current_user_id() === $target->id );
		}
		$session = $this->sessions->find( $target->id, $portal, wp_get_session_token() );
		return null === $session || $session->is_own ? null : $words->about_one( $session );
	}

	private static function url( int $portal ): string {
		return add_query_arg( 'page', self::SLUG, 0 === $portal ? network_admin_url( 'users.php' ) : admin_url( 'users.php' ) );
	}

	private static function parameter( string $name ): string {
		return CurrentRequest::parameter( $name );
	}
}
