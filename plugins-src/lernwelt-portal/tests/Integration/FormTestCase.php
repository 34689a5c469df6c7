<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Integration;

use Lernwelt\Core\Blocks\Template;
use Lernwelt\Core\Core;
use Lernwelt\Core\Delivery\Postman;
use Lernwelt\Core\Mail;
use Lernwelt\Core\Mailer;
use Lernwelt\Core\Persistence\MailLogTable;
use Lernwelt\Core\Persistence\MailQueue;
use Lernwelt\Core\Persistence\RateLimitTable;
use Lernwelt\Core\RateLimiter;
use Lernwelt\Core\Tests\Integration\FakeTransport;
use Lernwelt\Portal\Application\MessageMail;
use Lernwelt\Portal\Application\SendMessage;
use Lernwelt\Portal\Blocks\FormHandler;
use Lernwelt\Portal\Blocks\FormPage;
use Lernwelt\Portal\Blocks\FormRequest;
use Lernwelt\Portal\Domain\PortalSettings;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;
use WP_Query;

/** Sends forms as a browser does, up to the answer; the clock stands still. */
abstract class FormTestCase extends IntegrationTestCase {
	protected const GOOD = [
		'lw_form'  => 'contact',
		'lw_name'  => 'Zoë Müller',
		'lw_email' => 'zoe@example.org',
		'lw_text'  => "Eine <b>Frage</b> 😀\r\nzweite Zeile",
	];

	protected FrozenClock $clock;

	/** HTTP status of the last answer, 0 while none was set. */
	protected int $status = 0;

	private FormPage $form_page;

	protected function setUp(): void {
		global $wpdb;
		parent::setUp();
		$this->status = 0;
		$this->clock  = new FrozenClock();
		$services     = Core::services();
		$services->settings->update( PortalSettings::KEY, [ 'email' => 'kontakt@example.org', 'accessibility_email' => 'barriere@example.org' ] );
		$limiter         = new RateLimiter( new RateLimitTable( $wpdb ), $this->clock, 'secret' );
		$mailer          = new Mailer( new MailQueue( $wpdb, $this->clock ), new MailLogTable( $wpdb, $this->clock ), $services->transaction );
		$this->form_page = new FormPage( new FormHandler( new SendMessage( $mailer, $limiter, new MessageMail( $services->settings, $this->clock ) ) ) );
		add_filter(
			'status_header',
			function ( string $line, int $status ): string {
				$this->status = $status;
				return $line;
			},
			10,
			2
		);
	}

	protected function tearDown(): void {
		$GLOBALS['wp_query'] = new WP_Query();
		parent::tearDown();
	}

	protected function form_page( string $kind ): int {
		$page = wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Kontakt', 'post_content' => "<!-- wp:lernwelt/form {\"kind\":\"$kind\"} /-->" ] );
		self::assertIsInt( $page );
		return $page;
	}

	/**
	 * @param int                   $page    Page.
	 * @param array<string, mixed>  $values  $_POST, slashed.
	 * @param array<string, string> $headers What differs from a browser's $_SERVER.
	 * @return ?string Address the browser is sent to.
	 */
	protected function send( int $page, array $values, array $headers = [] ): ?string {
		$this->visit( $page );
		$server = [ 'REQUEST_METHOD' => 'POST', 'HTTP_SEC_FETCH_SITE' => 'same-origin', 'REMOTE_ADDR' => '192.0.2.1', ...$headers ];
		return $this->form_page->answer( FormRequest::of( $server, $values ), [] );
	}

	/**
	 * @param int                   $page    Page.
	 * @param array<string, string> $query   $_GET.
	 * @param string                $referer Address of the page before.
	 * @return string The block's HTML.
	 */
	protected function open( int $page, array $query = [], string $referer = '' ): string {
		$this->visit( $page );
		self::assertNull( $this->form_page->answer( FormRequest::of( [ 'REQUEST_METHOD' => 'GET', 'HTTP_REFERER' => $referer ], [] ), $query ) );
		return $this->print( $page );
	}

	/**
	 * Prints the block in the state that the last request left.
	 */
	protected function print( int $page ): string {
		$folder   = dirname( __DIR__, 2 ) . '/blocks/form';
		$metadata = [ 'name' => FormPage::BLOCK, 'file' => "$folder/block.json" ];
		$settings = ( new Template( [ FormPage::BLOCK => $this->form_page->view( ... ) ] ) )->settings( [], $metadata );
		$print    = $settings['render_callback'];
		self::assertIsCallable( $print );
		$block = parse_blocks( (string) get_post_field( 'post_content', $page ) )[0];
		return (string) $print( $block['attrs'] );
	}

	protected function title(): string {
		return $this->form_page->title_parts( [ 'title' => 'Kontakt' ] )['title'];
	}

	/**
	 * @return list<Mail> What the queue hands over.
	 */
	protected function mails(): array {
		global $wpdb;
		$server = new FakeTransport();
		( new Postman( new MailQueue( $wpdb, $this->clock ), new MailLogTable( $wpdb, $this->clock ), $server, $this->clock ) )->deliver();
		return array_map( static fn ( array $sent ): Mail => $sent['mail'], $server->sent );
	}

	private function visit( int $page ): void {
		$GLOBALS['wp_query'] = new WP_Query( [ 'page_id' => $page ] );
		$GLOBALS['post']     = get_post( $page );
	}
}
