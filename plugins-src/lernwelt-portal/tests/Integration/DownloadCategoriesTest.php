<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Integration;

use Lernwelt\Portal\Admin\DownloadCategories;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\TestWith;
use WP_REST_Response;

final class DownloadCategoriesTest extends IntegrationTestCase {
	use RestRequests;

	public function test_there_is_no_public_archive(): void {
		$taxonomy = get_taxonomy( DownloadCategories::TAXONOMY );
		self::assertNotFalse( $taxonomy );
		self::assertSame( [ false, false, true, true ], [ $taxonomy->publicly_queryable, $taxonomy->rewrite, $taxonomy->hierarchical, $taxonomy->show_admin_column ] );
	}

	public function test_files_count_without_hanging_on_a_post(): void {
		$category = wp_insert_term( 'Handreichungen', DownloadCategories::TAXONOMY );
		self::assertIsArray( $category );
		$file = wp_insert_attachment( [ 'post_mime_type' => 'application/pdf', 'post_title' => 'Plan' ], 'plan.pdf' );
		wp_set_object_terms( $file, [ (int) $category['term_id'] ], DownloadCategories::TAXONOMY );
		self::assertSame( 1, get_term( (int) $category['term_id'] )->count ?? null );
	}

	public function test_guests_add_no_category(): void {
		self::assertSame( 401, $this->add()->get_status() );
	}

	#[TestWith( [ 'author', null, 403 ] )]
	#[TestWith( [ 'editor', 'startchancen', 403 ] )]
	#[TestWith( [ 'editor', null, 201 ] )]
	#[TestWith( [ 'administrator', null, 201 ] )]
	public function test_only_who_edits_the_portal_adds_categories( string $role, ?string $portal, int $status ): void {
		$this->log_in_as( $role, $portal );
		self::assertSame( $status, $this->add()->get_status() );
	}

	public function test_the_list_of_files_has_a_labelled_filter(): void {
		self::assertSame( '', $this->filter( 'attachment', '' ), 'nothing to choose from' );
		wp_insert_term( 'Handreichungen', DownloadCategories::TAXONOMY, [ 'slug' => 'handreichungen' ] );
		$html = $this->filter( 'attachment', 'handreichungen' );
		self::assertStringContainsString( '<label class="screen-reader-text" for="lernwelt-download-category">Nach Download-Kategorie filtern</label>', $html );
		self::assertMatchesRegularExpression( '/<option [^>]*value="handreichungen" selected="selected">/', $html );
		self::assertSame( '', $this->filter( 'post', '' ) );
	}

	private function filter( string $post_type, string $chosen ): string {
		ob_start();
		( new DownloadCategories( 'lernwelt_edit_portal' ) )->print_filter( $post_type, $chosen );
		return (string) ob_get_clean();
	}

	private function add(): WP_REST_Response {
		return $this->rest( 'POST', '/wp/v2/download_category', [ 'name' => 'Handreichungen' ] );
	}
}
