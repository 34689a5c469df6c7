<?php
/**
 * What the screen School register prints.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Admin\Schools;

use Lernwelt\Core\Data\German;
use Lernwelt\Core\Schools\Import\ImportReport;
use Lernwelt\Core\Schools\Import\RowProblem;
use Lernwelt\Core\Schools\School;
use Lernwelt\Portal\SchoolHooks;

/** List, pages and report. */
final readonly class SchoolScreenView {

	/** Schools of a page. */
	private const SIZE = 50;

	/** @var list<School> Schools of this page. */
	public array $schools;

	/** How many schools fit the search. */
	public int $found;

	/** This page, from 1. */
	public int $page;

	/** Number of pages. */
	public int $pages;

	/** How many schools there are. */
	public int $total;

	/**
	 * @param list<School>     $all      The register.
	 * @param string           $search   What is searched for, '' for all.
	 * @param int              $page     Page, from 1.
	 * @param ?ImportReport    $report   What was just imported.
	 * @param list<RowProblem> $problems Lines that were wrong.
	 * @param string           $error    Why the file was refused, '' for no refusal.
	 */
	public function __construct( array $all, public string $search, int $page, public ?ImportReport $report, public array $problems, public string $error ) {
		$words         = German::fold( $search );
		$found         = '' === $words ? $all : array_values( array_filter( $all, static fn ( School $school ): bool => str_contains( German::index_text( "$school->number $school->name {$school->type->label()} {$school->in_district()?->name}" ), $words ) ) );
		$this->total   = count( $all );
		$this->found   = count( $found );
		$this->pages   = (int) max( 1, ceil( $this->found / self::SIZE ) );
		$this->page    = max( 1, min( $page, $this->pages ) );
		$this->schools = array_slice( $found, ( $this->page - 1 ) * self::SIZE, self::SIZE );
	}

	/** Address of the screen. */
	public static function url(): string {
		return add_query_arg( 'page', SchoolScreen::SLUG, network_admin_url( 'settings.php' ) );
	}

	/**
	 * Address of a page of the list.
	 *
	 * @param int $page Page, from 1.
	 */
	public function page_url( int $page ): string {
		return add_query_arg( [ 's' => '' === $this->search ? false : rawurlencode( $this->search ), 'paged' => 1 < $page ? (string) $page : false ], self::url() );
	}

	/** Address of the download. */
	public static function download_url(): string {
		return wp_nonce_url( add_query_arg( 'action', SchoolHooks::DOWNLOAD, admin_url( 'admin-post.php' ) ), SchoolHooks::DOWNLOAD );
	}

	/**
	 * What an import did, one sentence each.
	 *
	 * @return list<string>
	 */
	public function sentences(): array {
		if ( null === $this->report ) {
			return [];
		}
		$report = $this->report;
		$counts = [
			/* translators: %d: number of schools. */
			sprintf( $report->dry_run ? _n( '%d school would be added.', '%d schools would be added.', count( $report->added ), 'lernwelt-portal' ) : _n( '%d school was added.', '%d schools were added.', count( $report->added ), 'lernwelt-portal' ), count( $report->added ) ),
			/* translators: %d: number of schools. */
			sprintf( $report->dry_run ? _n( '%d school would be changed.', '%d schools would be changed.', count( $report->changed ), 'lernwelt-portal' ) : _n( '%d school was changed.', '%d schools were changed.', count( $report->changed ), 'lernwelt-portal' ), count( $report->changed ) ),
			/* translators: %d: number of schools. */
			sprintf( $report->dry_run ? _n( '%d school would be removed.', '%d schools would be removed.', count( $report->removed ), 'lernwelt-portal' ) : _n( '%d school was removed.', '%d schools were removed.', count( $report->removed ), 'lernwelt-portal' ), count( $report->removed ) ),
			/* translators: %d: number of schools. */
			sprintf( _n( '%d school is the same as before.', '%d schools are the same as before.', $report->unchanged, 'lernwelt-portal' ), $report->unchanged ),
		];
		if ( [] !== $report->missing ) {
			/* translators: %d: number of schools. */
			$counts[] = sprintf( _n( '%d school of the register is not in the file and stays.', '%d schools of the register are not in the file and stay.', count( $report->missing ), 'lernwelt-portal' ), count( $report->missing ) );
		}
		return $counts;
	}

	/**
	 * Schools that go or went, so that one can see which.
	 *
	 * @return list<School>
	 */
	public function removed(): array {
		return null === $this->report ? [] : $this->report->removed;
	}
}
