<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

use Lernwelt\Core\InvalidSettings;
use Lernwelt\Core\SettingsRegistry;

/** Fills in what a portal says about itself. */
final class Settings {

	/** Settings of lernwelt-portal. */
	private const PORTAL = 'lernwelt_portal';

	/**
	 * @param Source           $source   Files.
	 * @param Ledger           $ledger   What was imported.
	 * @param SettingsRegistry $registry Settings of the plugins.
	 */
	public function __construct(
		private readonly Source $source,
		private readonly Ledger $ledger,
		private readonly SettingsRegistry $registry
	) {}

	/** Contact data; only while nobody has saved any. */
	public function portal(): Outcome {
		$values = $this->source->portal['settings'] ?? null;
		if ( ! is_array( $values ) || false !== get_option( self::PORTAL ) || $this->ledger->has( 'setting:portal' ) || ! class_exists( 'Lernwelt\\Portal\\Plugin', false ) ) {
			return Outcome::Kept;
		}
		/** @var array<string, mixed> $values */
		try {
			$this->registry->update( self::PORTAL, $values );
		} catch ( InvalidSettings $error ) {
			throw new DemoError( "The settings in demo/{$this->source->id}/portal.json are refused: {$error->getMessage()}", 0, $error );
		}
		$this->ledger->record( 'setting:portal', 0 );
		return Outcome::Added;
	}

	/** Tagline, start page, list of articles, privacy page; once. */
	public function site(): Outcome {
		if ( $this->ledger->has( 'setting:site' ) ) {
			return Outcome::Kept;
		}
		$tagline = $this->source->portal['tagline'] ?? '';
		update_option( 'blogdescription', is_string( $tagline ) ? $tagline : '' );
		foreach ( [ 'page_on_front' => 'start', 'page_for_posts' => 'aktuelles', 'wp_page_for_privacy_policy' => 'datenschutz' ] as $option => $page ) {
			update_option( $option, $this->ledger->id( "post:$page" ) );
		}
		update_option( 'show_on_front', 'page' );
		$this->ledger->record( 'setting:site', 0 );
		return Outcome::Added;
	}
}
