<?php
/**
 * Certificates of attendance.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Pdf;

use TCPDF;

/** One PDF with one page for each person. The only class that knows the library. */
final readonly class Certificates {

	/** In the copy of the library that is shipped; has all Latin, Greek and Cyrillic letters. */
	private const FONT = 'dejavusans';

	/** Of the page, in millimetres. */
	private const MARGIN = 25.0;

	private const WIDTH = 160.0;

	/**
	 * @param string $portal Name of the portal.
	 * @param string $title  Title of the event.
	 * @param string $when   When it took place.
	 * @param string $place  Where, '' for online.
	 * @param string $issued Day of issue in words.
	 * @param string $signer Who signs, '' for nobody named.
	 */
	public function __construct( private string $portal, private string $title, private string $when, private string $place, private string $issued, private string $signer ) {}

	/**
	 * The file.
	 *
	 * @param non-empty-list<Certificate> $people People.
	 * @return string Bytes.
	 */
	public function pdf( array $people ): string {
		$pdf = self::document();
		$pdf->setTitle( __( 'Certificate of attendance', 'lernwelt-booking' ) . ': ' . $this->title );
		$pdf->setSubject( $this->title . ', ' . $this->when );
		$pdf->setAuthor( $this->portal );
		$pdf->setCreator( $this->portal );
		foreach ( $people as $person ) {
			$pdf->AddPage();
			$this->page( $pdf, $person );
		}
		return (string) $pdf->Output( '', 'S' );
	}

	private function page( TCPDF $pdf, Certificate $person ): void {
		self::text( $pdf, $this->portal, 11, after: 22 );
		self::text( $pdf, __( 'Certificate of attendance', 'lernwelt-booking' ), 26, true, 14 );
		self::text( $pdf, $person->name, 18, true, 2 );
		self::text( $pdf, $person->school, 11, after: 8 );
		self::text( $pdf, __( 'took part in', 'lernwelt-booking' ), 11, after: 4 );
		self::text( $pdf, $this->title, 15, true, 8 );
		self::text( $pdf, $this->when, 11, after: 2 );
		self::text( $pdf, '' === $this->place ? __( 'Online', 'lernwelt-booking' ) : $this->place, 11, after: 24 );
		self::text( $pdf, $this->issued, 11, after: 22 );
		$pdf->Line( self::MARGIN, $pdf->GetY(), self::MARGIN + 80, $pdf->GetY() );
		$pdf->Ln( 2 );
		self::text( $pdf, '' === $this->signer ? $this->portal : $this->signer . "\n" . $this->portal, 9 );
		$pdf->setXY( self::MARGIN, 270 );
		/* translators: %s: number of a booking. */
		self::text( $pdf, sprintf( __( 'Booking number %s', 'lernwelt-booking' ), $person->number ), 8 );
	}

	/**
	 * A paragraph at the left margin.
	 *
	 * @param TCPDF  $pdf   Document.
	 * @param string $text  Text; '' prints nothing but the space after it.
	 * @param int    $size  Size in points.
	 * @param bool   $bold  Whether it is bold.
	 * @param float  $after Space after it in millimetres.
	 */
	private static function text( TCPDF $pdf, string $text, int $size, bool $bold = false, float $after = 0.0 ): void {
		if ( '' !== $text ) {
			$pdf->setFont( self::FONT, $bold ? 'B' : '', $size );
			$pdf->setX( self::MARGIN );
			$pdf->MultiCell( self::WIDTH, 0, $text, 0, 'L' );
		}
		$pdf->Ln( $after );
	}

	private static function document(): TCPDF {
		// Its own settings would look for pictures and for files in /etc; that it only gets fixes any more is known.
		foreach ( [ 'TCPDF_SILENCE_DEPRECATION' => true, 'K_TCPDF_EXTERNAL_CONFIG' => true, 'K_PATH_IMAGES' => '', 'PDF_HEADER_LOGO' => '', 'K_TCPDF_THROW_EXCEPTION_ERROR' => true ] as $name => $value ) {
			if ( ! defined( $name ) ) {
				define( $name, $value );
			}
		}
		$pdf = new TCPDF( 'P', 'mm', 'A4', true, 'UTF-8' );
		$pdf->setPrintHeader( false );
		$pdf->setPrintFooter( false );
		$pdf->setMargins( self::MARGIN, 30, self::MARGIN );
		$pdf->setAutoPageBreak( false );
		$pdf->setLanguageArray(
			[
				'a_meta_charset'  => 'UTF-8',
				'a_meta_dir'      => 'ltr',
				'a_meta_language' => 'de',
				'w_page'          => '',
			]
		);
		$pdf->setViewerPreferences( [ 'DisplayDocTitle' => true ] );
		return $pdf;
	}
}
