<?php
/**
 * The second factor in the profile.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Closure;
use Lernwelt\Security\Application\SecondFactor\SecondFactor;
use Lernwelt\Security\Domain\SecondFactor\Purpose;
use WP_Session_Tokens;
use WP_User;

/** Shows its state to its owner, and lets administrators of the network take it away from others. */
final readonly class SecondFactorProfile {

	/** Who may take it away from others. */
	private const RESET = 'manage_network_users';

	private const FIELD = 'lernwelt_reset_second_factor';

	/**
	 * @param SecondFactor           $factor   The second factor.
	 * @param Closure(WP_User): bool $required Whether an account has to have one.
	 * @param Closure(int): bool     $reset    Takes it away with everything that belongs to it.
	 */
	public function __construct( private SecondFactor $factor, private Closure $required, private Closure $reset ) {}

	/**
	 * Action `show_user_profile`.
	 *
	 * @param WP_User $user Its owner.
	 */
	public function own( WP_User $user ): void {
		if ( self::comes_from_elsewhere( $user ) ) {
			return;
		}
		$is_set_up = $this->factor->is_set_up( $user->ID );
		$this->begin();
		if ( $is_set_up ) {
			$left = $this->factor->codes_left( $user->ID );
			/* translators: %d: number of codes. */
			printf( '<p>%s %s</p>', esc_html__( 'Set up: every login with your password asks for a code from your app.', 'lernwelt-security' ), esc_html( sprintf( _n( '%d recovery code is left.', '%d recovery codes are left.', $left, 'lernwelt-security' ), $left ) ) );
			printf( '<p><a class="button" href="%s">%s</a> <a class="button" href="%s">%s</a></p>', esc_url( self::link( Purpose::Codes ) ), esc_html__( 'New recovery codes', 'lernwelt-security' ), esc_url( self::link( Purpose::Renew ) ), esc_html__( 'Move to another app', 'lernwelt-security' ) );
			echo '<p class="description">' . esc_html__( 'Both ask for a code first.', 'lernwelt-security' ) . '</p>';
		} else {
			$text = ( $this->required )( $user )
				? __( 'Not set up yet: your next login with your password will ask you to.', 'lernwelt-security' )
				: __( 'Not set up. With it, nobody gets in with your password alone.', 'lernwelt-security' );
			printf( '<p>%s</p><p><a class="button" href="%s">%s</a></p>', esc_html( $text ), esc_url( self::link( Purpose::Setup ) ), esc_html__( 'Set up the second factor', 'lernwelt-security' ) );
		}
		echo '</td></tr></table>';
	}

	/**
	 * Action `edit_user_profile`.
	 *
	 * @param WP_User $user Somebody else.
	 */
	public function of_another( WP_User $user ): void {
		if ( ! current_user_can( self::RESET ) || self::comes_from_elsewhere( $user ) ) {
			return;
		}
		$this->begin();
		if ( $this->factor->is_set_up( $user->ID ) ) {
			printf( '<label><input type="checkbox" name="%s" value="1"> %s</label><p class="description">%s</p>', esc_attr( self::FIELD ), esc_html__( 'Take the second factor away when saving', 'lernwelt-security' ), esc_html__( 'For somebody who has lost app and recovery codes: all sessions end, and the next login sets up a new app. Make sure that it really is this person who asks.', 'lernwelt-security' ) );
		} else {
			echo '<p>' . esc_html__( 'Not set up.', 'lernwelt-security' ) . '</p>';
		}
		echo '</td></tr></table>';
	}

	/**
	 * Action `edit_user_profile_update`; WordPress has checked the form's nonce.
	 *
	 * @param int $user_id Somebody else.
	 */
	public function save( int $user_id ): void {
		if ( isset( $_POST[ self::FIELD ] ) && current_user_can( self::RESET ) ) { // phpcs:ignore WordPress.Security.NonceVerification.Missing
			( $this->reset )( $user_id );
		}
	}

	/**
	 * Takes it away and ends all sessions.
	 *
	 * @param SecondFactor $factor  The second factor.
	 * @param int          $user_id Account.
	 * @return bool Whether there was one.
	 */
	public static function reset( SecondFactor $factor, int $user_id ): bool {
		$was_there = $factor->reset( $user_id );
		if ( $was_there ) {
			WP_Session_Tokens::get_instance( $user_id )->destroy_all();
		}
		return $was_there;
	}

	/** Whether the account has no password here: the identity provider asks for what it wants to. */
	private static function comes_from_elsewhere( WP_User $user ): bool {
		return true === apply_filters( 'lernwelt_is_sso_account', false, $user->ID );
	}

	private function begin(): void {
		printf( '<h2>%1$s</h2><table class="form-table" role="presentation"><tr><th scope="row">%1$s</th><td>', esc_html__( 'Second factor', 'lernwelt-security' ) );
	}

	private static function link( Purpose $purpose ): string {
		return wp_nonce_url( add_query_arg( 'purpose', $purpose->value, SecondStep::address() ), SecondStep::ACTION );
	}
}
