<?php
/**
 * The four-eyes principle.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\Capability;
use Lernwelt\Core\Role;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\Services;
use Lernwelt\Core\Sweep;
use Lernwelt\Security\Admin\ApprovalScreen;
use Lernwelt\Security\Application\Approvals\ApprovalMails;
use Lernwelt\Security\Application\Approvals\Approvals;
use Lernwelt\Security\Application\Approvals\Confirmers;
use Lernwelt\Security\Application\Approvals\Deed;
use Lernwelt\Security\Application\Approvals\FourEyes;
use Lernwelt\Security\Application\Approvals\HeldPrivacy;
use Lernwelt\Security\Application\Approvals\HeldRights;
use Lernwelt\Security\Application\Approvals\MatrixDeed;
use Lernwelt\Security\Application\Approvals\PortalName;
use Lernwelt\Security\Application\Approvals\PrivacyDeed;
use Lernwelt\Security\Application\Approvals\RoleDeed;
use Lernwelt\Security\Cli\ApprovalsCommand;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\ApprovalStore;
use Lernwelt\Security\Domain\Approvals\Kind;
use Lernwelt\Security\Domain\Approvals\State;
use Lernwelt\Security\Persistence\Approvals\ApprovalTable;
use Lernwelt\Security\Persistence\Migrations\M0401CreateApprovals;
use Lernwelt\Security\Rest\ApprovalController;
use Lernwelt\Security\Rest\ApprovalJson;
use WP_CLI;
use WP_Post;

/** Changes of rights, erasures and exports wait for a second person. */
final readonly class ApprovalHooks {

	/** Whether two people are needed. */
	public FourEyes $four_eyes;

	/** Requests. */
	public Approvals $approvals;

	private Confirmers $confirmers;

	private ApprovalStore $store;

	/** @var array<string, Deed> */
	private array $deeds;

	private PortalName $names;

	/**
	 * @param string     $file     Main file of the plugin.
	 * @param Services   $services Shared services.
	 * @param MatrixDeed $matrix   Changes of the role matrix.
	 */
	public function __construct( private string $file, private Services $services, public MatrixDeed $matrix ) {
		$this->names      = new PortalName( $services->portals );
		$role             = new RoleDeed( $this->names );
		$privacy          = new PrivacyDeed( $this->names );
		$this->deeds      = [
			Kind::RoleMatrix->value   => $matrix,
			Kind::Role->value         => $role,
			Kind::SuperAdmin->value   => $role,
			Kind::Erasure->value      => $privacy,
			Kind::PersonExport->value => $privacy,
			Kind::PortalExport->value => $privacy,
		];
		$this->store      = new ApprovalTable( $GLOBALS['wpdb'] );
		$this->confirmers = new Confirmers( $this->deeds );
		$this->four_eyes  = new FourEyes();
		$this->approvals  = new Approvals( $this->store, $this->deeds, $this->confirmers, $this->four_eyes, new ApprovalMails( $services->mailer, $this->names ), $services->transaction, $services->audit, $services->clock, $services->pseudonyms );
	}

	/** Hooks everything up. */
	public function register(): void {
		$this->services->migrations->register( 'lernwelt-security', new M0401CreateApprovals() );
		$this->services->capabilities->register( new Capability( Confirmers::RIGHT, static fn (): string => __( 'Confirm requests of others for erasure, export or rights', 'lernwelt-security' ), [ Role::ADMINISTRATOR ], static fn (): string => __( 'Security', 'lernwelt-security' ), administrators_only: true ) );
		add_action( Sweep::HOOK, fn () => is_main_site() ? $this->approvals->sweep() : null, 45 );

		$this->hook_rights( new HeldRights( $this->four_eyes, $this->approvals, $GLOBALS['wpdb'], self::stop( ... ) ) );
		$this->hook_privacy( new HeldPrivacy( $this->four_eyes, $this->approvals, $this->services->pseudonyms, self::stop( ... ) ) );
		$this->hook_screens( new ApprovalScreen( $this->file ) );
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt approvals', new ApprovalsCommand( $this->approvals, $this->store, $this->four_eyes, $this->services->audit ) );
		}
	}

	private function hook_rights( HeldRights $rights ): void {
		foreach ( [ 'update_user_metadata', 'add_user_metadata' ] as $before ) {
			add_filter( $before, $rights->field( ... ), 100, 4 );
		}
		// After those have been taken out who can't become one at all.
		add_filter( 'pre_update_site_option_site_admins', $rights->super_admins( ... ), 20, 2 );
	}

	private function hook_privacy( HeldPrivacy $privacy ): void {
		// phpcs:disable WordPress.Security.NonceVerification -- begin() checks WordPress's nonce.
		$id = static fn (): int => is_numeric( $_POST['id'] ?? null ) ? (int) $_POST['id'] : 0;
		add_action( 'wp_ajax_wp-privacy-erase-personal-data', static fn () => $privacy->begin( 'remove_personal_data', $id(), 'wp-privacy-erase-personal-data' ), 0 );
		add_action( 'wp_ajax_wp-privacy-export-personal-data', static fn () => $privacy->begin( 'export_personal_data', $id(), 'wp-privacy-export-personal-data' ), 0 );
		add_action( 'load-export.php', static fn () => $privacy->contents( isset( $_GET['download'] ) ) );
		// phpcs:enable
		add_action( 'save_post_user_request', static fn ( int $request, WP_Post $post, bool $update ) => $privacy->entered( $request, $post, $update ), 10, 3 );
		add_action( 'wp_privacy_personal_data_erased', static fn ( int $request ) => $privacy->done( 'remove_personal_data', $request ) );
		add_action( 'wp_privacy_personal_data_export_file_created', static fn ( mixed $path, mixed $url, mixed $html, int $request ) => $privacy->done( 'export_personal_data', $request ), 10, 4 );
	}

	private function hook_screens( ApprovalScreen $screen ): void {
		add_action( 'admin_menu', $screen->add( ... ) );
		add_action( 'network_admin_menu', $screen->add_to_network( ... ) );
		add_action( 'admin_enqueue_scripts', $screen->enqueue( ... ) );
		add_action(
			'rest_api_init',
			function (): void {
				$json = new ApprovalJson( $this->deeds, $this->confirmers, $this->names );
				( new ApprovalController( new Schemas( dirname( $this->file ) . '/schemas' ), $this->approvals, $this->store, $this->confirmers, $json ) )->register_routes();
			}
		);
	}

	/** Ends a request that has to wait for a second person. */
	private static function stop( Approval $held ): void {
		$sentence = State::Draft === $held->state
			? __( 'This needs a second person. Your request is noted: please give the reason under “Approvals”.', 'lernwelt-security' )
			: __( 'This needs a second person. Your request waits for a confirmation under “Approvals”.', 'lernwelt-security' );
		if ( wp_doing_ajax() ) {
			wp_send_json_error( $sentence );
		}
		wp_die(
			esc_html( $sentence ),
			esc_html__( 'A second person is needed', 'lernwelt-security' ),
			[
				'response'  => 403,
				'link_url'  => esc_url( PortalName::screen( $held->portal ) ),
				'link_text' => esc_html__( 'To the approvals', 'lernwelt-security' ),
			]
		);
	}
}
