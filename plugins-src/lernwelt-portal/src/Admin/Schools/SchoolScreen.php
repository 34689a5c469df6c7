<?php
/**
 * The screen School register.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Admin\Schools;

use Lernwelt\Core\CsvLine;
use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\Schools\Import\Column;
use Lernwelt\Core\Schools\Import\FileRefused;
use Lernwelt\Core\Schools\Import\ImportReport;
use Lernwelt\Core\Schools\Import\ProblemWords;
use Lernwelt\Core\Schools\Import\PruneRefused;
use Lernwelt\Core\Schools\Import\RowProblem;
use Lernwelt\Core\Schools\Import\SchoolImport;
use Lernwelt\Core\Schools\School;
use Lernwelt\Core\Schools\Schools;
use Lernwelt\Portal\SchoolHooks;

/** Under the network's settings: import with a report per line, search, download. Works without JavaScript. */
final class SchoolScreen {

	public const SLUG = 'lernwelt-schools';

	/** Name of the nonce and of both buttons. */
	public const IMPORT = 'lernwelt_import_schools';

	private ?ImportReport $report = null;

	private string $error = '';

	/** @var list<RowProblem> */
	private array $problems = [];

	/**
	 * @param Schools      $schools Register.
	 * @param SchoolImport $import  Import.
	 * @param SchoolUpload $upload  Reads files.
	 */
	public function __construct(
		private readonly Schools $schools,
		private readonly SchoolImport $import,
		private readonly SchoolUpload $upload,
	) {}

	/** Action `load-…`: takes a file. The report stands in the answer; sending it again changes nothing more. */
	public function take(): void {
		if ( ! isset( $_POST[ self::IMPORT ] ) ) {
			return;
		}
		self::refuse_others();
		check_admin_referer( self::IMPORT );
		try {
			// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- SchoolUpload checks it.
			$bytes        = $this->upload->read( $_FILES['file'] ?? null );
			$this->report = $this->import->run( $bytes, 'check' === $_POST[ self::IMPORT ], isset( $_POST['prune'] ) );
			$this->problems = $this->report->problems;
		} catch ( UploadRefused $refused ) {
			$this->error = $refused->getMessage();
		} catch ( FileRefused | PruneRefused $refused ) {
			$this->error    = ProblemWords::of_file( $refused );
			$this->problems = $refused instanceof PruneRefused ? $refused->problems : [];
		}
		if ( '' !== $this->error ) {
			status_header( 422 );
		}
	}

	/** Prints the screen. */
	public function show(): void {
		self::refuse_others();
		$view = new SchoolScreenView( $this->schools->all(), CurrentRequest::parameter( 's' ), (int) CurrentRequest::parameter( 'paged' ), $this->report, $this->problems, $this->error ); // phpcs:ignore SlevomatCodingStandard.Variables.UnusedVariable -- the template reads it.
		require dirname( __DIR__, 3 ) . '/templates/schools.php';
	}

	/** Action `admin_post_lernwelt_schools_csv`: the register in the form in which it can be imported again. */
	public function download(): void {
		self::refuse_others();
		check_admin_referer( SchoolHooks::DOWNLOAD );
		nocache_headers();
		header( 'Content-Type: text/csv; charset=utf-8' );
		header( 'Content-Disposition: attachment; filename="schulverzeichnis.csv"' );
		header( 'X-Content-Type-Options: nosniff' );
		foreach ( CsvLine::file( $this->rows() ) as $part ) {
			echo $part; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a text file; CsvLine keeps programs from running what is in it.
		}
		exit;
	}

	/**
	 * Rows of the download.
	 *
	 * @return list<list<string>>
	 */
	public function rows(): array {
		return [
			array_column( Column::cases(), 'value' ),
			...array_map( static fn ( School $school ): array => [ $school->number, $school->name, $school->type->label(), $school->in_district()->name ?? '', $school->startchancen ? 'ja' : 'nein' ], $this->schools->all() ),
		];
	}

	private static function refuse_others(): void {
		if ( ! current_user_can( SchoolHooks::MANAGE ) ) {
			wp_die( esc_html__( 'You are not allowed to manage the school register.', 'lernwelt-portal' ), '', [ 'response' => 403, 'back_link' => true ] );
		}
	}
}
