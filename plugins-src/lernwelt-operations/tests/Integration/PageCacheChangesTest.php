<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Integration;

use Closure;
use Lernwelt\Core\Core;
use Lernwelt\Core\PageChanges;
use Lernwelt\Core\PageParts;
use Lernwelt\Operations\PageCache\CacheSettings;
use Lernwelt\Operations\PageCache\ChangeLog;
use Lernwelt\Operations\PageCache\Pages;
use Lernwelt\Operations\PageCacheHooks;
use Lernwelt\Tests\IntegrationTestCase;

/** What is noted when something changes that guests see. */
final class PageCacheChangesTest extends IntegrationTestCase {

	public function test_a_new_article_concerns_lists_its_address_and_what_was_lost(): void {
		$id    = 0;
		$parts = $this->noted(
			function () use ( &$id ): void {
				$id = self::post( [ 'post_name' => 'neu-hier' ] );
			}
		);
		foreach ( [ PageParts::post( $id ), PageParts::link( $id ), PageParts::posts( 'post' ), PageParts::LOST, PageParts::address( (string) wp_parse_url( (string) get_permalink( $id ), PHP_URL_PATH ) ) ] as $part ) {
			self::assertContains( $part, $parts );
		}
		self::assertNotContains( PageParts::EVERYTHING, $parts );
	}

	public function test_a_new_text_concerns_only_who_shows_the_article(): void {
		$id = self::post();
		self::assertSame( [ "p$id" ], $this->noted( static fn () => wp_update_post( [ 'ID' => $id, 'post_content' => 'Anders' ] ) ) );
	}

	public function test_a_new_title_concerns_links_too(): void {
		$id = self::post();
		self::assertEqualsCanonicalizing( [ "p$id", "h$id" ], $this->noted( static fn () => wp_update_post( [ 'ID' => $id, 'post_title' => 'Anders' ] ) ) );
	}

	public function test_pages_are_listed_by_title_and_order(): void {
		$id = self::post( [ 'post_type' => 'page' ] );
		self::assertContains( 'lpage', $this->noted( static fn () => wp_update_post( [ 'ID' => $id, 'post_title' => 'Anders' ] ) ) );
		self::assertContains( 'lpage', $this->noted( static fn () => wp_update_post( [ 'ID' => $id, 'menu_order' => 7 ] ) ) );
	}

	public function test_a_new_address_concerns_what_was_there_before(): void {
		$id    = self::post( [ 'post_type' => 'page', 'post_name' => 'alt' ] );
		$parts = $this->noted( static fn () => wp_update_post( [ 'ID' => $id, 'post_name' => 'neu' ] ) );
		foreach ( [ "p$id", "h$id", PageParts::LOST, PageParts::address( '/neu/' ) ] as $part ) {
			self::assertContains( $part, $parts );
		}
	}

	public function test_hiding_and_deleting(): void {
		foreach ( [ static fn ( int $id ) => wp_update_post( [ 'ID' => $id, 'post_status' => 'draft' ] ), static fn ( int $id ) => wp_update_post( [ 'ID' => $id, 'post_password' => 'x' ] ), wp_trash_post( ... ), static fn ( int $id ) => wp_delete_post( $id, true ) ] as $hide ) {
			$id    = self::post();
			$parts = $this->noted( static fn () => $hide( $id ) );
			foreach ( [ "p$id", "h$id", 'lpost' ] as $part ) {
				self::assertContains( $part, $parts );
			}
		}
	}

	public function test_what_guests_never_see_concerns_nothing(): void {
		$draft = self::post( [ 'post_status' => 'draft' ] );
		$word  = (array) wp_insert_term( 'Entwurf', 'post_tag' );
		$shown = self::post();
		self::assertSame(
			[],
			$this->noted(
				static function () use ( $draft, $shown, $word ): void {
					wp_update_post( [ 'ID' => $draft, 'post_content' => 'Anders', 'post_status' => 'private' ] );
					wp_set_object_terms( $draft, [ (int) $word['term_id'] ], 'post_tag' );
					update_post_meta( $draft, 'x', '1' );
					update_post_meta( $shown, '_edit_lock', '1:1' );
					wp_delete_post( $draft, true );
					update_option( 'lernwelt_test_counter', '1' );
					set_transient( 'lernwelt_test', '1' );
				}
			)
		);
	}

	public function test_metas_and_pictures(): void {
		$id   = self::post();
		$file = self::post( [ 'post_type' => 'attachment', 'post_status' => 'inherit', 'post_mime_type' => 'image/png' ] );
		self::assertSame( [ "p$id" ], $this->noted( static fn () => update_post_meta( $id, '_thumbnail_id', $file ) ) );
		self::assertEqualsCanonicalizing( [ "p$file", "m$file" ], $this->noted( static fn () => update_post_meta( $file, '_wp_attachment_image_alt', 'Ein Turm' ) ) );
		self::assertContains( "m$file", $this->noted( static fn () => wp_delete_attachment( $file, true ) ) );
	}

	public function test_terms(): void {
		$id   = self::post();
		$term = wp_insert_term( 'Technik', 'category' );
		self::assertIsArray( $term );
		$parts = $this->noted( static fn () => wp_set_object_terms( $id, [ (int) $term['term_id'] ], 'category' ) );
		foreach ( [ "p$id", 'lpost', "c{$term['term_id']}" ] as $part ) {
			self::assertContains( $part, $parts );
		}
		self::assertSame( [], $this->noted( static fn () => wp_set_object_terms( $id, [ (int) $term['term_id'] ], 'category' ) ) );
		self::assertContains( "c{$term['term_id']}", $this->noted( static fn () => wp_update_term( (int) $term['term_id'], 'category', [ 'name' => 'Handwerk' ] ) ) );
		self::assertContains( "c{$term['term_id']}", $this->noted( static fn () => wp_delete_term( (int) $term['term_id'], 'category' ) ) );
	}

	public function test_menus_and_settings_concern_every_page_of_the_portal(): void {
		$menu = wp_create_nav_menu( 'Probe' );
		self::assertIsInt( $menu );
		foreach (
			[
				'entry'   => static fn () => wp_update_nav_menu_item( $menu, 0, [ 'menu-item-title' => 'Eintrag', 'menu-item-url' => '/x/', 'menu-item-status' => 'publish' ] ),
				'menu'    => static fn () => wp_delete_nav_menu( $menu ),
				'tagline' => static fn () => update_option( 'blogdescription', 'Neu' ),
				'theme'   => static fn () => set_theme_mod( 'custom_logo', 17 ),
				'portal'  => static fn () => Core::services()->settings->update( 'lernwelt_portal', [ 'accent' => '#8a1c5c' ] ),
			] as $what => $change
		) {
			self::assertContains( PageParts::EVERYTHING, $this->noted( $change ), $what );
		}
	}

	public function test_a_change_never_concerns_another_portal(): void {
		$log = $this->log();
		$this->go_to_portal( 'lernorte' );
		self::post();
		update_option( 'blogdescription', 'Neu' );
		restore_current_blog();
		foreach ( Core::services()->portals->all() as $portal ) {
			self::assertSame( 'lernorte' === $portal->id, [] !== $log->of( $portal->blog_id ), $portal->id );
		}
	}

	public function test_all_portals_show_the_name_of_one(): void {
		$log = $this->log();
		$this->go_to_portal( 'lernorte' );
		update_option( 'blogname', 'Orte zum Lernen' );
		foreach ( Core::services()->portals->all() as $portal ) {
			self::assertContains( PageParts::EVERYTHING, $log->of( $portal->blog_id ), $portal->id );
		}
	}

	public function test_records_of_a_data_view_are_noted_by_the_index(): void {
		$id = self::post();
		self::assertNotNull( Core::services()->data_sources->get( 'articles' )?->version(), 'Builds the index.' );
		$parts = $this->noted(
			static function () use ( $id ): void {
				wp_update_post( [ 'ID' => $id, 'post_content' => 'Anders' ] );
				Core::services()->post_indexer->flush();
			}
		);
		self::assertContains( 'sarticles', $parts );
		self::assertNotContains( 'sdownloads', $parts );
	}

	public function test_others_say_what_wordpress_does_not_know(): void {
		self::assertSame( [ 'sevent-dates' ], $this->noted( static fn () => PageChanges::changed( PageParts::source( 'event-dates' ) ) ) );
	}

	public function test_a_save_costs_no_more_than_without(): void {
		$save = static function (): int {
			$id     = self::post( [ 'post_title' => 'Immer gleich', 'post_name' => 'gleich-' . bin2hex( random_bytes( 4 ) ) ] );
			$before = $GLOBALS['wpdb']->num_queries;
			wp_update_post( [ 'ID' => $id, 'post_content' => 'Anders', 'post_title' => 'Immer anders' ] );
			update_post_meta( $id, 'probe', '1' );
			return $GLOBALS['wpdb']->num_queries - $before;
		};
		$save();
		$without = $save();
		$this->log();
		self::assertSame( $without, $save() );
	}

	/**
	 * @param Closure(): mixed $change Changes something.
	 * @return list<string> What was noted on the current portal.
	 */
	private function noted( Closure $change ): array {
		$log    = $this->log();
		$before = $log->of( get_current_blog_id() );
		self::assertSame( [], $before );
		$change();
		return $log->of( get_current_blog_id() );
	}

	private function log(): ChangeLog {
		$log = new ChangeLog( new Pages( new CacheSettings( '/nowhere', '', '' ), Core::services()->clock ), Core::services()->portals );
		PageCacheHooks::watch_changes( $log );
		return $log;
	}

	/** @param array<string, mixed> $fields Fields. */
	private static function post( array $fields = [] ): int {
		$id = wp_insert_post( $fields + [ 'post_title' => 'Ein Artikel', 'post_status' => 'publish', 'post_content' => 'Text' ], true );
		self::assertIsInt( $id );
		return $id;
	}
}
