<?php
/**
 * Roles and the role matrix.
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
use Lernwelt\Security\Admin\RoleScreen;
use Lernwelt\Security\Application\Approvals\MatrixDeed;
use Lernwelt\Security\Application\Roles\ChangeMatrix;
use Lernwelt\Security\Application\Roles\Decisions;
use Lernwelt\Security\Application\Roles\Explain;
use Lernwelt\Security\Application\Roles\GivingRoles;
use Lernwelt\Security\Application\Roles\Matrices;
use Lernwelt\Security\Application\Roles\People;
use Lernwelt\Security\Application\Roles\RestRoles;
use Lernwelt\Security\Application\Roles\Rights;
use Lernwelt\Security\Application\Roles\RoleAudit;
use Lernwelt\Security\Application\Roles\RoleRegistration;
use Lernwelt\Security\Application\Roles\SuperAdmins;
use Lernwelt\Security\Cli\RolesCommand;
use Lernwelt\Security\Domain\Roles\Rules;
use Lernwelt\Security\Persistence\Migrations\M0301CreateRoleMatrix;
use Lernwelt\Security\Persistence\Migrations\M0302AddRoleDecisions;
use Lernwelt\Security\Persistence\Roles\MatrixTable;
use Lernwelt\Security\Rest\RoleMatrixController;
use Lernwelt\Security\Rest\RoleReportsController;
use WP_CLI;
use WP_Site;
use WP_User;

/** Registers the roles and lets the matrix decide what they may. */
final readonly class RoleHooks {

	/**
	 * @param string   $file     Main file of the plugin.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$services  = $this->services;
		$store     = new MatrixTable( $GLOBALS['wpdb'] );
		$rights    = new Rights( $services->capabilities, $services->portals, get_current_blog_id() );
		$matrices  = new Matrices( $store, $rights );
		$decisions = new Decisions( $store, $services->capabilities, $services->portals );

		$services->migrations->register( 'lernwelt-security', new M0301CreateRoleMatrix(), new M0302AddRoleDecisions() );
		$services->capabilities->register( new Capability( Rules::MANAGE, static fn (): string => __( 'See who may do what, and decide it for the own portal', 'lernwelt-security' ), [ Role::ADMINISTRATOR ], static fn (): string => __( 'Security', 'lernwelt-security' ), administrators_only: true ) );

		$this->hook_roles( new RoleRegistration(), new GivingRoles() );
		$this->hook_decisions( $decisions );
		$this->hook_audit( new RoleAudit( $services->audit ) );
		$this->hook_portals( $rights, $decisions, $store );
		$this->hook_screens( $matrices, $decisions, $store );
	}

	private function hook_roles( RoleRegistration $roles, GivingRoles $giving ): void {
		add_action( 'wp_roles_init', $roles->add( ... ) );
		add_filter( 'pre_update_option', $roles->keep_out_of_database( ... ), 10, 2 );
		add_filter( 'gettext_with_context_default', $roles->translate( ... ), 10, 3 );
		add_filter( 'editable_roles', $giving->choices( ... ) );
		$rest = new RestRoles();
		add_filter( 'rest_pre_insert_user', $rest->keep( ... ), 10, 2 );
		add_action( 'rest_after_insert_user', $rest->take( ... ), 10, 3 );
		add_filter( 'map_meta_cap', $giving->protect( ... ), 10, 4 );
		// The matrix of the network or of another portal isn't an administrator's.
		add_filter( 'map_meta_cap', static fn ( array $required, string $capability, int $user_id, array $about ): array => Rules::MANAGE === $capability && isset( $about[0] ) && get_current_blog_id() !== $about[0] ? [ 'manage_network_options' ] : $required, 10, 4 );
	}

	private function hook_decisions( Decisions $decisions ): void {
		$decisions->prepare();
		$this->services->capabilities->decide_by( $decisions->decide( ... ) );
		add_filter( 'user_has_cap', static fn ( array $granted, array $required, array $query, WP_User $user ): array => $decisions->apply( $granted, array_values( $required ), $user ), 11, 4 );
		add_filter( 'role_has_cap', $decisions->apply_to_role( ... ), 10, 3 );
		foreach ( [ 'add_option_', 'update_option_', 'delete_option_' ] as $change ) {
			add_action( $change . Decisions::OPTION, static fn () => $decisions->forget() );
		}
	}

	private function hook_audit( RoleAudit $audit ): void {
		$super_admins = new SuperAdmins( $audit );
		add_action( 'add_user_role', $audit->granted( ... ), 10, 2 );
		add_action( 'remove_user_role', $audit->revoked( ... ), 10, 2 );
		add_action( 'remove_user_from_blog', $audit->left( ... ), 10, 2 );
		add_filter( 'pre_update_site_option_site_admins', $super_admins->check( ... ), 10, 2 );
		add_action( 'update_site_option_site_admins', static fn ( string $option, mixed $after, mixed $before ) => $super_admins->record( $after, $before ), 10, 3 );
		add_action( 'edit_user_profile', $super_admins->explain( ... ), 0 );
	}

	private function hook_portals( Rights $rights, Decisions $decisions, MatrixTable $store ): void {
		add_action( 'admin_init', $rights->note( ... ) );
		add_action( Sweep::HOOK, $rights->note( ... ), 40 );
		// After core has made the portal's tables.
		add_action( 'wp_initialize_site', static fn ( WP_Site $site ) => $decisions->publish_to( (int) $site->blog_id ), 12 );
		add_action(
			'wp_uninitialize_site',
			static function ( WP_Site $site ) use ( $rights, $store ): void {
				$rights->forget( (int) $site->blog_id );
				$store->forget( (int) $site->blog_id );
			}
		);
	}

	private function hook_screens( Matrices $matrices, Decisions $decisions, MatrixTable $store ): void {
		$services = $this->services;
		$schemas  = dirname( $this->file ) . '/schemas';
		$changes  = new ChangeMatrix( $matrices, $store, $decisions, $services->transaction, $services->audit, $services->clock );
		$approval = new ApprovalHooks( $this->file, $services, new MatrixDeed( $matrices, $store, $changes ) );
		$explain  = new Explain( $matrices );
		$screen   = new RoleScreen( $this->file, $services->portals );

		$approval->register();
		add_action( 'admin_menu', $screen->add( ... ) );
		add_action( 'network_admin_menu', $screen->add_to_network( ... ) );
		add_action( 'admin_enqueue_scripts', $screen->enqueue( ... ) );
		add_action(
			'rest_api_init',
			static function () use ( $schemas, $services, $matrices, $changes, $store, $explain, $approval ): void {
				( new RoleMatrixController( new Schemas( $schemas ), $services->portals, $matrices, $changes, $approval->four_eyes, $approval->approvals, $approval->matrix ) )->register_routes();
				( new RoleReportsController( new Schemas( $schemas ), $services->portals, $matrices, $store, $explain, new People( $services->audit ), $services->audit ) )->register_routes();
			}
		);
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt roles', new RolesCommand( $matrices, $explain ) );
		}
	}
}
