<?php
/**
 * Dates in data views.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking;

/** The data source and what keeps it fresh. */
final readonly class SourceHooks {

	/**
	 * @param string $file  Main file of the plugin.
	 * @param Parts  $parts Shared objects of this plugin.
	 */
	public function __construct( private string $file, private Parts $parts ) {}

	/** Hooks everything up. */
	public function register(): void {
	}
}
