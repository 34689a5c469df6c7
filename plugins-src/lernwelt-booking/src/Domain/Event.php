<?php
/**
 * What booking needs to know of an event.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** The post that editors write, in short. */
final readonly class Event {

	/** Post type. */
	public const TYPE = 'lernwelt_event';

	/** Meta with the details. */
	public const META = 'lernwelt_event';

	/**
	 * @param int    $id            Post.
	 * @param string $title         Title, plain text.
	 * @param bool   $published     Whether everybody can see it.
	 * @param string $url           Its page.
	 * @param string $contact_name  Whom people ask, '' for nobody named.
	 * @param string $contact_email Where answers go, '' for the portal.
	 */
	public function __construct( public int $id, public string $title, public bool $published, public string $url, public string $contact_name = '', public string $contact_email = '' ) {}
}
