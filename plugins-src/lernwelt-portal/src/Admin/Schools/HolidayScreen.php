<?php
/**
 * The screen School holidays.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Admin\Schools;

use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\Holidays\Holiday;
use Lernwelt\Core\Holidays\HolidayProblem;
use Lernwelt\Core\Holidays\HolidaySetting;
use Lernwelt\Core\Holidays\InvalidHoliday;
use Lernwelt\Portal\SchoolHooks;

/** Under the network's settings: add, remove, back to the shipped list. Works without JavaScript. */
final class HolidayScreen {

	public const SLUG = 'lernwelt-holidays';

	/** Name of the nonce and of the buttons. */
	public const CHANGE = 'lernwelt_change_holidays';

	/** @var array{name: string, first: string, last: string} What was typed. */
	private array $typed = [ 'name' => '', 'first' => '', 'last' => '' ];

	private ?HolidayProblem $problem = null;

	private bool $unconfirmed = false;

	/** Action `load-…`: changes the list and goes back to it. */
	public function take(): void {
		$change = self::posted( self::CHANGE );
		if ( '' === $change ) {
			return;
		}
		self::refuse_others();
		check_admin_referer( self::CHANGE );
		$done = match ( $change ) {
			'add'    => $this->add(),
			'remove' => self::remove( self::posted( 'key' ) ),
			'reset'  => $this->reset(),
			default  => wp_die( esc_html__( 'This form can’t be read. Please go back and try again.', 'lernwelt-portal' ), '', [ 'response' => 400, 'back_link' => true ] ),
		};
		if ( '' === $done ) {
			status_header( 422 );
			return;
		}
		wp_safe_redirect( add_query_arg( 'done', $done, HolidayScreenView::url() ) );
		exit;
	}

	/** Prints the screen. */
	public function show(): void {
		self::refuse_others();
		$done = null === $this->problem && ! $this->unconfirmed ? CurrentRequest::parameter( 'done' ) : '';
		$view = new HolidayScreenView( HolidaySetting::list(), $done, $this->typed, $this->problem, $this->unconfirmed ); // phpcs:ignore SlevomatCodingStandard.Variables.UnusedVariable -- the template reads it.
		require dirname( __DIR__, 3 ) . '/templates/holidays.php';
	}

	/** @return string What was done, '' when it was refused. */
	private function add(): string {
		$this->typed = [ 'name' => self::posted( 'name' ), 'first' => self::posted( 'first' ), 'last' => self::posted( 'last' ) ];
		try {
			HolidaySetting::keep( HolidaySetting::list()->with( new Holiday( $this->typed['name'], $this->typed['first'], $this->typed['last'] ) ) );
		} catch ( InvalidHoliday $refused ) {
			$this->problem = $refused->problem;
			return '';
		}
		return 'added';
	}

	private static function remove( string $key ): string {
		HolidaySetting::keep( HolidaySetting::list()->without( $key ) );
		return 'removed';
	}

	/** @return string What was done, '' when it was refused. */
	private function reset(): string {
		if ( '' === self::posted( 'sure' ) ) {
			$this->unconfirmed = true;
			return '';
		}
		HolidaySetting::reset();
		return 'reset';
	}

	private static function posted( string $name ): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- take() asks for the nonce before anything changes; Holiday checks the text.
		return isset( $_POST[ $name ] ) && is_string( $_POST[ $name ] ) ? wp_unslash( $_POST[ $name ] ) : '';
	}

	private static function refuse_others(): void {
		if ( ! current_user_can( SchoolHooks::MANAGE ) ) {
			wp_die( esc_html__( 'You are not allowed to manage the school holidays.', 'lernwelt-portal' ), '', [ 'response' => 403, 'back_link' => true ] );
		}
	}
}
