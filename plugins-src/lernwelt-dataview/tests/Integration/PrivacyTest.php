<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\DataProvider;

/** Fields and rows that somebody may not see are in nothing they get: HTML, counts, order, JSON. */
final class PrivacyTest extends DataViewTestCase {
	use RestRequests;

	private const SCHEMA = __DIR__ . '/../../schemas/data-sources.json';

	/** An editor who asks for everything, also for what visitors may not see. */
	private const CURIOUS = [ 'columns' => [ 'city', 'summary', 'note', 'grade' ], 'filters' => [ 'city', 'grade' ], 'sort' => 'note', 'layouts' => [ 'list', 'cards', 'table' ], 'map' => true ];

	/** Roles of the portals that may not see the hidden fields. */
	private const ROLES = [ 'lernwelt_teacher', 'lernwelt_head_teacher', 'lernwelt_school_admin', 'lernwelt_event_organiser', 'lernwelt_device_manager', 'lernwelt_statistics_reader', 'lernwelt_partner', PupilPresence::ROLE ];

	private const SECRETS = [ 'Verborgenes', 'zzz-intern', 'aaa-intern', 'Aktenvermerk', 'Geheimstufe', 'Stufe Rot', 'vermerk', 'stufe' ];

	protected function setUp(): void {
		parent::setUp();
		self::meeting( 'Alpha', [ 'note' => 'zzz-intern', 'grade' => 'rot' ] );
		self::meeting( 'Beta', [ 'note' => 'aaa-intern', 'grade' => 'gelb' ] );
		self::meeting( 'Verborgenes', [ 'note' => 'mmm', 'grade' => 'rot', 'city' => 'zeitz' ], 'private' );
		self::meeting( 'Verborgenes als Entwurf', [], 'draft' );
	}

	protected function tearDown(): void {
		Core::services()->pupil->leave();
		parent::tearDown();
	}

	#[DataProvider( 'people' )]
	public function test_nothing_hidden_is_in_any_layout( ?string $role ): void {
		$this->become( $role );
		foreach ( [ '', 'kacheln', 'tabelle' ] as $layout ) {
			$html = self::show( self::CURIOUS, [ 'ansicht' => $layout ] );
			self::assertStringStartsWith( '2 Treffen', self::said( $html ) );
			self::assertSame( [ 'Alpha', 'Beta' ], self::titles( $html ), 'the hidden field sorts nothing' );
			foreach ( self::SECRETS as $secret ) {
				self::assertStringNotContainsString( $secret, $html, "$layout: $secret" );
			}
		}
	}

	#[DataProvider( 'people' )]
	public function test_a_chart_counts_nothing_hidden( ?string $role ): void {
		$this->become( $role );
		$html = self::show( [ ...self::CURIOUS, 'layouts' => [ 'chart', 'calendar' ], 'chart' => 'grade' ] );
		self::assertSame( [ 'Treffen nach Stadt' ], self::texts( $html, '//caption' ), 'a hidden filter is none' );
		self::assertSame( [ 'Halle 2' ], self::texts( $html, '//tbody/tr' ) );
		foreach ( self::SECRETS as $secret ) {
			self::assertStringNotContainsString( $secret, $html, $secret );
		}
	}

	/** @return iterable<string, array{?string}> Everybody who may not see the hidden fields, with their role. */
	public static function people(): iterable {
		yield 'guest' => [ null ];
		foreach ( [ 'subscriber', 'contributor', 'author', ...self::ROLES ] as $role ) {
			yield $role => [ $role ];
		}
	}

	#[DataProvider( 'people' )]
	public function test_the_search_finds_nothing_hidden_for_anybody( ?string $role ): void {
		$this->become( $role );
		foreach ( [ 'zzz-intern', 'Verborgenes', 'Rot' ] as $word ) {
			self::assertStringStartsWith( '0 Treffen', self::said( self::show( self::CURIOUS, [ 'suche' => $word ] ) ), $word );
		}
		self::assertSame( [ 'halle' ], self::attributes( self::show( self::CURIOUS ), '//input[@type="checkbox"]', 'value' ), 'values of hidden rows are no filter' );
	}

	#[DataProvider( 'people' )]
	public function test_records_and_points_hold_nothing_hidden( ?string $role ): void {
		$this->become( $role );
		foreach ( [ 'points', 'records' ] as $route ) {
			foreach ( [ [], [ 'note' => 'zzz-intern', 'vermerk' => 'zzz-intern' ], [ 'stufe' => [ 'rot' ] ] ] as $filter ) {
				$answer = $this->rest( 'GET', '/lernwelt/v1/data-views/' . MeetingsSource::ID . "/$route", $filter );
				self::assertSame( 200, $answer->get_status() );
				foreach ( [ ...self::SECRETS, 'rot', 'gelb' ] as $secret ) {
					self::assertStringNotContainsString( $secret, (string) wp_json_encode( $answer->get_data(), JSON_UNESCAPED_UNICODE ), "$route: $secret" );
				}
			}
		}
	}

	/** A role that lost a right in the matrix loses what it shows, one that got it sees it. */
	public function test_the_matrix_decides_who_sees_hidden_fields(): void {
		update_option( 'lw_role_decisions', [ 'lernwelt_school_admin' => [ 'edit_others_posts' => true ], 'editor' => [ 'edit_others_posts' => false ] ] );
		$this->log_in_as( 'lernwelt_school_admin' );
		self::assertStringContainsString( 'zzz-intern', self::show( self::CURIOUS ) );
		$this->log_in_as( 'editor' );
		self::assertStringNotContainsString( 'zzz-intern', self::show( self::CURIOUS ) );
	}

	public function test_editors_of_another_portal_get_what_guests_get(): void {
		$guest = self::show( self::CURIOUS );
		foreach ( [ 'editor', 'administrator', 'lernwelt_school_admin', 'lernwelt_statistics_reader' ] as $role ) {
			$this->log_in_as( $role, 'startchancen' );
			self::assertSame( $guest, self::show( self::CURIOUS ), $role );
		}
	}

	public function test_editors_see_everything_but_drafts(): void {
		$this->log_in_as( 'editor' );
		$html = self::show( self::CURIOUS );
		self::assertSame( [ 'Beta', 'Verborgenes', 'Alpha' ], self::titles( $html ), 'sorted by the note' );
		self::assertSame( [ 'Stadt', 'Geheimstufe' ], self::texts( $html, '//legend' ) );
		self::assertStringContainsString( 'zzz-intern', $html );
		self::assertSame( [ '2 Treffen', '1 Treffen' ], array_map( static fn ( string $text ): string => ltrim( $text, ', ' ), self::texts( $html, '//input[contains(@id, "lw-dv-grade-")]/..//*[@class="screen-reader-text"]' ) ) );
	}

	/**
	 * @param array<mixed> $query What somebody tries.
	 */
	#[DataProvider( 'attempts' )]
	public function test_what_somebody_tries_changes_nothing( array $query ): void {
		self::assertSame( self::show( self::CURIOUS ), self::show( self::CURIOUS, $query ) );
	}

	/** @return iterable<string, array{array<mixed>}> */
	public static function attempts(): iterable {
		yield 'filter by a hidden field' => [ [ 'stufe' => [ 'rot' ] ] ];
		yield 'filter by its id' => [ [ 'grade' => [ 'rot' ], 'note' => 'zzz-intern' ] ];
		yield 'sort by a hidden field' => [ [ 'sortierung' => '-vermerk' ] ];
		yield 'sort by its id' => [ [ 'sortierung' => 'note' ] ];
		yield 'a value only hidden rows have' => [ [ 'stadt' => [ 'atlantis' ] ] ];
		yield 'another scope and other columns' => [ [ 'scope' => [ 'city' => [ 'zeitz' ] ], 'columns' => [ 'note' ], 'source' => 'articles' ] ];
		yield 'another size' => [ [ 'perPage' => '200', 'per_page' => '200', 'post_status' => 'private' ] ];
		yield 'malformed' => [ [ 'suche' => [ 'x' ], 'stadt' => [ [ [ 'halle' ] ] ], 'seite' => '-1', 'ansicht' => "\xFF", 'sortierung' => [ [] ] ] ];
		yield 'beyond the last page' => [ [ 'seite' => '' ] ];
	}

	public function test_the_search_finds_nothing_hidden(): void {
		foreach ( [ 'zzz-intern', 'Verborgenes', 'Rot', 'mmm' ] as $word ) {
			self::assertStringStartsWith( '0 Treffen', self::said( self::show( self::CURIOUS, [ 'suche' => $word ] ) ), $word );
		}
		$this->log_in_as( 'editor' );
		self::assertStringStartsWith( '1 Treffen', self::said( self::show( self::CURIOUS, [ 'suche' => 'Verborgenes' ] ) ) );
	}

	public function test_values_of_private_rows_are_no_filter(): void {
		self::assertSame( [ 'halle' ], self::attributes( self::show( self::CURIOUS ), '//input[@type="checkbox"]', 'value' ) );
		$this->log_in_as( 'editor' );
		self::assertContains( 'zeitz', self::attributes( self::show( self::CURIOUS ), '//input[@type="checkbox"]', 'value' ) );
	}

	public function test_a_private_row_that_becomes_public_is_there_at_once_and_the_other_way_round(): void {
		$id = self::meeting( 'Wechsel', [], 'private' );
		self::assertNotContains( 'Wechsel', self::titles( self::show() ) );
		wp_update_post( [ 'ID' => $id, 'post_status' => 'publish' ] );
		self::assertContains( 'Wechsel', self::titles( self::show() ) );
		wp_update_post( [ 'ID' => $id, 'post_password' => 'x' ] );
		self::assertNotContains( 'Wechsel', self::titles( self::show() ) );
	}

	public function test_the_preview_in_the_editor_keeps_secrets_too(): void {
		$this->log_in_as( 'contributor' );
		$answer = $this->rest( 'GET', '/wp/v2/block-renderer/lernwelt/data-view', [ 'context' => 'edit', 'attributes' => [ 'source' => MeetingsSource::ID ] + self::CURIOUS ] );
		self::assertSame( 200, $answer->get_status() );
		foreach ( self::SECRETS as $secret ) {
			self::assertStringNotContainsString( $secret, (string) wp_json_encode( $answer->get_data(), JSON_UNESCAPED_UNICODE ), $secret );
		}
	}

	public function test_the_list_of_sources_is_for_people_who_write(): void {
		$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/data-sources' ), Problems::UNAUTHENTICATED, 401 );
		foreach ( [ 'subscriber', ...self::ROLES ] as $role ) {
			$this->become( $role );
			$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/data-sources' ), Problems::FORBIDDEN, 403 );
			Core::services()->pupil->leave();
		}
		$this->log_in_as( 'editor', 'startchancen' );
		$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/data-sources' ), Problems::FORBIDDEN, 403 );
	}

	public function test_the_list_of_sources_names_the_fields_a_person_may_see(): void {
		$this->log_in_as( 'contributor' );
		$answer = $this->rest( 'GET', '/lernwelt/v1/data-sources' );
		$this->assert_answer( $answer, self::SCHEMA );
		self::assertSame( [ 'city' => false, 'summary' => false ], self::restricted( $answer->get_data() ) );

		$this->log_in_as( 'editor' );
		$answer = $this->rest( 'GET', '/lernwelt/v1/data-sources' );
		$this->assert_answer( $answer, self::SCHEMA );
		self::assertSame( [ 'city' => false, 'summary' => false, 'note' => true, 'grade' => true ], self::restricted( $answer->get_data() ) );
	}

	/** Logs somebody in; a pupil has no account, null is a guest. */
	private function become( ?string $role ): void {
		$this->log_out();
		if ( PupilPresence::ROLE === $role ) {
			Core::services()->pupil->enter();
		} elseif ( null !== $role ) {
			$this->log_in_as( $role );
		}
	}

	/**
	 * @param array{sources: list<array{id: string, fields: list<array{id: string, restricted: bool}>}>} $answer Answer.
	 * @return array<string, bool> Field → whether visitors don't see it.
	 */
	private static function restricted( array $answer ): array {
		$sources = array_column( $answer['sources'], 'fields', 'id' );
		self::assertArrayHasKey( 'articles', $sources );
		self::assertArrayHasKey( 'downloads', $sources );
		return array_column( $sources[ MeetingsSource::ID ], 'restricted', 'id' );
	}
}
