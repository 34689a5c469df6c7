<?php
/**
 * A line of the log.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Audit;

/** An event with its number and its place in the chain. Everything as it stands in the table. */
final readonly class Entry {

	/**
	 * @param int    $id       Number without gaps.
	 * @param string $at       UTC, `Y-m-d H:i:s`.
	 * @param int    $portal   Site, 0 for the network.
	 * @param string $area     Code.
	 * @param string $action   Code.
	 * @param string $reason   Code, '' for none.
	 * @param string $kind     Value of {@see ActorKind}.
	 * @param string $actor    Keyed pseudonym, '' for none.
	 * @param string $object   Kind and id, '' for none.
	 * @param string $details  JSON object.
	 * @param string $address  Shortened network address, '' for none.
	 * @param string $previous Hash of the line before.
	 * @param string $hash     Hash of this line, '' before it is known.
	 */
	public function __construct(
		public int $id,
		public string $at,
		public int $portal,
		public string $area,
		public string $action,
		public string $reason,
		public string $kind,
		public string $actor,
		public string $object,
		public string $details,
		public string $address,
		public string $previous,
		public string $hash = '',
	) {}

	/**
	 * What the hash is taken of: all fields in this order, so that no two lines read the same.
	 */
	public function canonical(): string {
		return json_encode(
			[ 1, $this->id, $this->at, $this->portal, $this->area, $this->action, $this->reason, $this->kind, $this->actor, $this->object, $this->details, $this->address, $this->previous ],
			JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE
		);
	}

	/**
	 * The line in the chain.
	 *
	 * @param string $hash Its hash.
	 */
	public function with_hash( string $hash ): self {
		return new self( ...[ ...get_object_vars( $this ), 'hash' => $hash ] );
	}
}
