<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Approvals;

use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use RuntimeException;
use WP_REST_Response;
use WP_User;

/** Two people are needed, and WordPress's way of ending a request can be caught. */
abstract class ApprovalTestCase extends IntegrationTestCase {
	use RestRequests;

	protected const ROUTE = '/lernwelt/v1/approvals';

	protected const SCHEMAS = __DIR__ . '/../../../schemas';

	protected function setUp(): void {
		parent::setUp();
		$this->two_people_are_needed();
		foreach ( [ 'wp_die_handler', 'wp_die_ajax_handler' ] as $handler ) {
			add_filter( $handler, static fn (): \Closure => self::stop( ... ), 100 );
		}
	}

	/** @throws RuntimeException Always. */
	private static function stop( mixed $message ): never {
		throw new RuntimeException( is_string( $message ) ? $message : 'stopped' );
	}

	/** Makes a person with one role without logging them in. */
	protected function person( string $role, ?string $portal = null ): WP_User {
		$before = get_current_user_id();
		$person = $this->log_in_as( 'administrator' === $role ? 'editor' : $role, $portal );
		if ( 'administrator' === $role ) {
			// As whoever has the server would: nobody is logged in.
			wp_set_current_user( 0 );
			$person->set_role( $role );
		}
		wp_set_current_user( $before );
		return new WP_User( $person->ID );
	}

	protected function administrator( ?string $portal = null ): WP_User {
		$person = $this->person( 'administrator', $portal );
		if ( null !== $portal ) {
			wp_set_current_user( 0 );
			remove_user_from_blog( $person->ID, get_current_blog_id() );
			add_user_to_blog( $this->blog_id( $portal ), $person->ID, 'administrator' );
		}
		return $person;
	}

	protected function super_admin(): WP_User {
		$person = $this->person( 'editor' );
		$before = get_current_user_id();
		wp_set_current_user( 0 );
		remove_user_from_blog( $person->ID, get_current_blog_id() );
		self::assertTrue( grant_super_admin( $person->ID ) );
		wp_set_current_user( $before );
		return $person;
	}

	/** @param array<string, string|int> $values */
	protected function decide( int $id, string $action, string $text = '', array $values = [] ): WP_REST_Response {
		return $this->rest( 'PUT', self::ROUTE . "/$id", [ 'action' => $action, 'text' => $text ] + $values );
	}

	/**
	 * @param int|null $portal Site.
	 * @return list<array<string, mixed>>
	 */
	protected function listed( ?int $portal = null ): array {
		$answer = $this->rest( 'GET', self::ROUTE, null === $portal ? [] : [ 'portal' => $portal ] );
		$this->assert_answer( $answer, self::SCHEMAS . '/approvals.json' );
		return $answer->get_data()['items'];
	}

	/**
	 * Runs what ends the request.
	 *
	 * @param \Closure(): mixed $work What.
	 * @return string What people read.
	 */
	protected function stopped( \Closure $work ): string {
		ob_start();
		try {
			$work();
		} catch ( RuntimeException $stop ) {
			return $stop->getMessage() . ob_get_clean();
		}
		ob_end_clean();
		self::fail( 'It was not stopped.' );
	}

	/** @return list<string> Recipients and subjects of the mails that wait on this portal. */
	protected function mails(): array {
		global $wpdb;
		$mails = [];
		foreach ( (array) $wpdb->get_col( "SELECT mail FROM {$wpdb->prefix}lw_mail_queue ORDER BY id" ) as $json ) {
			$mail    = json_decode( (string) $json, true, 8, JSON_THROW_ON_ERROR );
			$mails[] = "{$mail['to'][0]['email']}: {$mail['subject']}";
		}
		return $mails;
	}
}
