<?php
/**
 * Changes of the role matrix.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Approvals;

use Lernwelt\Security\Application\Roles\ChangeMatrix;
use Lernwelt\Security\Application\Roles\Matrices;
use Lernwelt\Security\Application\Roles\RoleNames;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\ApprovalRefused;
use Lernwelt\Security\Domain\Roles\Change;
use Lernwelt\Security\Domain\Roles\Changer;
use Lernwelt\Security\Domain\Roles\ChangeRefused;
use Lernwelt\Security\Domain\Roles\MatrixMoved;
use Lernwelt\Security\Domain\Roles\MatrixStore;
use Lernwelt\Security\Domain\Roles\Rules;

/** Cells that shall change, each with what counted when it was asked for. */
final readonly class MatrixDeed implements Deed {

	private const WORDS = [
		'yes'       => true,
		'no'        => false,
		'inherited' => null,
	];

	/**
	 * @param Matrices     $matrices Matrices.
	 * @param MatrixStore  $store    Decisions.
	 * @param ChangeMatrix $changes  Changes them.
	 */
	public function __construct( private Matrices $matrices, private MatrixStore $store, private ChangeMatrix $changes ) {}

	/**
	 * What is stored of changes.
	 *
	 * @param int          $portal  Site, 0 for the network.
	 * @param list<Change> $changes Changes.
	 * @return array{changes: list<array{role: string, capability: string, before: string, after: string}>}
	 */
	public function parameters( int $portal, array $changes ): array {
		$now = $this->store->overrides( $portal );
		return [
			'changes' => array_map(
				static fn ( Change $change ): array => [
					'role'       => $change->role,
					'capability' => $change->capability,
					'before'     => self::word( $now->get( $change->role, $change->capability ) ),
					'after'      => self::word( $change->granted ),
				],
				$changes
			),
		];
	}

	public function allows( Approval $approval, int $user_id ): bool {
		if ( ! self::manages( $user_id, $approval->portal ) ) {
			return false;
		}
		try {
			$this->changes->check( $approval->portal, self::changes( $approval ), self::changer( $user_id, $approval->portal ) );
			return true;
		} catch ( ChangeRefused ) {
			return false;
		}
	}

	public function perform( Approval $approval ): void {
		if ( ! self::manages( $approval->requested_by, $approval->portal ) ) {
			throw new ApprovalRefused( 'outdated' );
		}
		$revision = $this->store->revision( $approval->portal );
		$now      = $this->store->overrides( $approval->portal );
		foreach ( self::cells( $approval ) as $cell ) {
			if ( self::word( $now->get( $cell['role'], $cell['capability'] ) ) !== $cell['before'] ) {
				throw new ApprovalRefused( 'outdated' );
			}
		}
		try {
			$this->changes->run( $approval->portal, $revision, self::changes( $approval ), self::changer( $approval->requested_by, $approval->portal ) );
		} catch ( ChangeRefused | MatrixMoved ) {
			throw new ApprovalRefused( 'outdated' );
		}
	}

	public function words( Approval $approval ): array {
		$labels = [];
		foreach ( $this->matrices->of( $approval->portal )->rights as $right ) {
			$labels[ $right->name ] = $right->label;
		}
		return array_map(
			static fn ( array $cell ): string => sprintf(
				/* translators: 1: role, 2: right, 3 and 4: "yes", "no" or "inherited". */
				__( '%1$s – %2$s: from “%3$s” to “%4$s”', 'lernwelt-security' ),
				RoleNames::of( $cell['role'] ),
				$labels[ $cell['capability'] ] ?? $cell['capability'],
				self::spoken( $cell['before'] ),
				self::spoken( $cell['after'] )
			),
			self::cells( $approval )
		);
	}

	/** @return list<Change> */
	private static function changes( Approval $approval ): array {
		return array_map( static fn ( array $cell ): Change => new Change( $cell['role'], $cell['capability'], self::WORDS[ $cell['after'] ] ?? null ), self::cells( $approval ) );
	}

	/** @return list<array{role: string, capability: string, before: string, after: string}> */
	private static function cells( Approval $approval ): array {
		$cells = [];
		foreach ( (array) ( $approval->parameters['changes'] ?? [] ) as $cell ) {
			$cells[] = [
				'role'       => (string) ( $cell['role'] ?? '' ),
				'capability' => (string) ( $cell['capability'] ?? '' ),
				'before'     => (string) ( $cell['before'] ?? '' ),
				'after'      => (string) ( $cell['after'] ?? '' ),
			];
		}
		return $cells;
	}

	private static function manages( int $user_id, int $portal ): bool {
		return user_can( $user_id, 'manage_network_options' ) || ( 0 < $portal && user_can_for_site( $user_id, $portal, Rules::MANAGE ) );
	}

	private static function changer( int $user_id, int $portal ): Changer {
		return new Changer(
			$user_id,
			user_can( $user_id, 'manage_network_options' ),
			static fn ( string $capability ): bool => 0 < $portal ? user_can_for_site( $user_id, $portal, $capability ) : user_can( $user_id, $capability )
		);
	}

	private static function word( ?bool $decision ): string {
		return (string) array_search( $decision, self::WORDS, true );
	}

	private static function spoken( string $word ): string {
		return match ( $word ) {
			'yes'   => __( 'yes', 'lernwelt-security' ),
			'no'    => __( 'no', 'lernwelt-security' ),
			default => __( 'inherited', 'lernwelt-security' ),
		};
	}
}
