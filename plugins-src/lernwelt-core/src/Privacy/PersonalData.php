<?php
/**
 * All sources of personal data.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Privacy;

use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Transaction;
use LogicException;

/** Registry of the plugins' sources; WordPress's own tools for requests of people ask them. */
final class PersonalData {

	/** @var array<string, PersonalDataSource> */
	private array $sources = [];

	/**
	 * @param Transaction $transaction All or nothing.
	 * @param Journal     $journal     Journal of the portal.
	 */
	public function __construct(
		private readonly Transaction $transaction,
		private readonly Journal $journal,
	) {}

	/**
	 * Makes a source known.
	 *
	 * @param PersonalDataSource $source Source.
	 * @throws LogicException When its id is taken or no plain code.
	 */
	public function register( PersonalDataSource $source ): void {
		$id = $source->id();
		if ( 1 !== preg_match( '/^[a-z][a-z0-9_-]{0,39}$/D', $id ) || isset( $this->sources[ $id ] ) ) {
			throw new LogicException( "\"$id\" can't name a source of personal data: it is used twice or no plain code." );
		}
		$this->sources[ $id ] = $source;
	}

	/**
	 * All sources in the order of their registration.
	 *
	 * @return list<PersonalDataSource>
	 */
	public function all(): array {
		return array_values( $this->sources );
	}

	/**
	 * Lets one source erase what it knows, all or nothing.
	 *
	 * @param PersonalDataSource $source Source.
	 * @param Subject            $who    Person.
	 */
	public function erase( PersonalDataSource $source, Subject $who ): ErasureOutcome {
		$journal = $this->journal->new_run();
		return $this->transaction->run( static fn (): ErasureOutcome => $source->erase( $who, $journal ) );
	}
}
