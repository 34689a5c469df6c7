<?php
/**
 * The data sources of this portal.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

use Closure;
use LogicException;

/** Plugins register their sources here; the data view asks for them by id. */
final class DataSources {

	/** @var array<string, Closure(): DataSource> */
	private array $makers = [];

	/** @var array<string, DataSource> */
	private array $made = [];

	/**
	 * Offers a source.
	 *
	 * @param string                $id   Its id.
	 * @param Closure(): DataSource $make Makes it when somebody asks for it.
	 * @throws LogicException When the id is taken or isn't lower-case letters, digits and hyphens, at most 40.
	 */
	public function register( string $id, Closure $make ): void {
		if ( 1 !== preg_match( '/^[a-z0-9-]{1,40}$/D', $id ) ) {
			throw new LogicException( "\"$id\" can't name a data source." );
		}
		if ( isset( $this->makers[ $id ] ) ) {
			throw new LogicException( "There is already a data source \"$id\"." );
		}
		$this->makers[ $id ] = $make;
	}

	/**
	 * Takes a source back.
	 *
	 * @param string $id Its id; an unknown one doesn't matter.
	 */
	public function forget( string $id ): void {
		unset( $this->makers[ $id ], $this->made[ $id ] );
	}

	/**
	 * One source.
	 *
	 * @param string $id Its id.
	 * @return ?DataSource Null when this portal has none of that name.
	 */
	public function get( string $id ): ?DataSource {
		$make = $this->makers[ $id ] ?? null;
		return null === $make ? null : $this->made[ $id ] ??= $make();
	}

	/**
	 * All sources of this portal.
	 *
	 * @return array<string, DataSource> Id → source, in the order of registration.
	 */
	public function all(): array {
		$all = [];
		foreach ( array_keys( $this->makers ) as $id ) {
			$all[ $id ] = $this->get( $id ) ?? throw new LogicException( "The data source \"$id\" is gone." );
		}
		return $all;
	}
}
