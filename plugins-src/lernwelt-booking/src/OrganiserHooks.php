<?php
/**
 * What organisers do.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking;

use Lernwelt\Booking\Admin\BookingsScreen;
use Lernwelt\Booking\Application\MarkAttendance;
use Lernwelt\Booking\Application\RegisterByHand;
use Lernwelt\Booking\Application\WriteToAll;
use Lernwelt\Booking\Content\HandPeople;
use Lernwelt\Booking\Content\OrganiserWords;
use Lernwelt\Booking\Pdf\CertificateFile;
use Lernwelt\Booking\Persistence\DateListTable;
use Lernwelt\Booking\Print\PrintPages;
use Lernwelt\Booking\Rest\OrganiserDatesController;
use Lernwelt\Booking\Rest\ParticipantAnswer;
use Lernwelt\Booking\Rest\ParticipantsController;
use Lernwelt\Booking\Rest\ParticipantToolsController;
use Lernwelt\Core\Schemas;

/** Lists of people, attendance, prints, messages, exports. */
final readonly class OrganiserHooks {

	/**
	 * @param string $file  Main file of the plugin.
	 * @param Parts  $parts Shared objects of this plugin.
	 */
	public function __construct( private string $file, private Parts $parts ) {}

	/** Hooks everything up. */
	public function register(): void {
		$screen = new BookingsScreen( $this->file );
		add_action( 'rest_api_init', fn () => $this->register_routes() );
		add_action( 'admin_menu', static fn () => $screen->add() );
		add_action( 'admin_enqueue_scripts', static fn ( string $hook ) => $screen->enqueue( $hook ) );
		add_action( 'admin_post_' . PrintPages::ACTION, fn () => $this->print_pages()->show() );
		add_action( 'admin_post_' . CertificateFile::ACTION, fn () => $this->certificates()->send() );
		add_filter( 'lernwelt_audit_words', [ OrganiserWords::class, 'audit' ], 10, 2 );
	}

	private function register_routes(): void {
		global $wpdb;
		$parts    = $this->parts;
		$services = $parts->services;
		$schemas  = new Schemas( dirname( $this->file ) . '/schemas' );
		$answer   = new ParticipantAnswer( $parts->events(), $services->clock );
		$people   = new HandPeople( $services->schools, $services->pseudonyms, $parts->people() );
		$register = new RegisterByHand( $parts->book_seat(), $parts->bookings(), $people->of( ... ) );
		( new OrganiserDatesController( $schemas, new DateListTable( $wpdb ), $answer, $services->clock ) )->register_routes();
		( new ParticipantsController( $schemas, $parts->dates(), $parts->bookings(), $register, $parts->cancel_booking(), $answer, $services->audit ) )->register_routes();
		$marks = new MarkAttendance( $parts->bookings(), $services->transaction, $services->audit );
		$mail  = new WriteToAll( $parts->bookings(), $parts->events(), $parts->announcements(), $services->transaction, $services->audit, $services->rate_limiter );
		( new ParticipantToolsController( $schemas, $parts->dates(), $parts->bookings(), $marks, $mail, $services->audit ) )->register_routes();
	}

	private function print_pages(): PrintPages {
		return new PrintPages( $this->file, $this->parts->dates(), $this->parts->bookings(), $this->parts->events(), $this->parts->services->audit );
	}

	private function certificates(): CertificateFile {
		return new CertificateFile( $this->parts->dates(), $this->parts->bookings(), $this->parts->events(), $this->parts->services->clock, $this->parts->services->audit );
	}
}
