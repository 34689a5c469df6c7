<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

use Lernwelt\Core\Services;
use WP_User;

/** Imports the demo content of the current portal. */
final class Import {

	/** Login of the demo account in whose name articles appear. */
	private const AUTHOR = 'redaktion';

	/** @var array{added: int, renewed: int, kept: int, removed: int} */
	private array $counts = [ 'added' => 0, 'renewed' => 0, 'kept' => 0, 'removed' => 0 ];

	/**
	 * @param Source   $source   Files.
	 * @param Files    $files    Media library.
	 * @param Posts    $posts    Pages and articles.
	 * @param Menus    $menus    Menus.
	 * @param Settings $settings Settings.
	 * @param ?Dates   $dates    Dates of events; null where the portal has no events.
	 */
	public function __construct(
		private readonly Source $source,
		private readonly Files $files,
		private readonly Posts $posts,
		private readonly Menus $menus,
		private readonly Settings $settings,
		private readonly ?Dates $dates = null
	) {}

	/**
	 * Puts the parts together.
	 *
	 * @param string   $root     Folder demo/.
	 * @param string   $portal   Id of the portal, which must be the current one.
	 * @param Services $services Services of lernwelt-core.
	 * @throws DemoError When the portal has no demo content or isn't the current one.
	 */
	public static function of( string $root, string $portal, Services $services ): self {
		$source  = new Source( $root, $portal );
		$ledger  = new Ledger();
		$portals = [];
		foreach ( $services->portals->all() as $each ) {
			$portals[ $each->id ] = $each->url;
			if ( $each->is_current && $each->id !== $portal ) {
				throw new DemoError( "This is the portal {$each->id}, not $portal: name the same one after --portal." );
			}
		}
		$user   = get_user_by( 'login', self::AUTHOR );
		$author = $user instanceof WP_User ? $user->ID : 0;
		return new self(
			$source,
			new Files( $source, $ledger, $author ),
			new Posts( $ledger, new Placeholders( $source, $ledger, $portals ), $author ),
			new Menus( $ledger ),
			new Settings( $source, $ledger, $services->settings ),
			class_exists( 'Lernwelt\\Booking\\Plugin', false ) ? Dates::of( $ledger, $source->people(), $services ) : null
		);
	}

	/**
	 * Adds what is missing.
	 *
	 * @return array{added: int, renewed: int, kept: int, removed: int} How many pieces.
	 * @throws DemoError When something can't be imported; the next run goes on there.
	 */
	public function run(): array {
		// wp-cli has no user, so WordPress would take the writer for someone who may not use all HTML.
		kses_remove_filters();
		wp_defer_term_counting( true );
		try {
			$this->settings();
			$this->media();
			$events  = null === $this->dates ? [] : $this->source->events();
			$records = [ ...$events, ...$this->source->pages(), ...$this->source->posts() ];
			foreach ( $records as $record ) {
				$this->count( $this->posts->import( $record ) );
			}
			array_map( $this->count( ... ), $this->posts->retire( $records ) );
			$this->dates();
			$this->count( $this->settings->site() );
			$this->menus();
		} finally {
			wp_defer_term_counting( false );
			kses_init();
		}
		return $this->counts;
	}

	private function dates(): void {
		$dates = $this->dates;
		if ( null !== $dates ) {
			foreach ( $this->source->dates() as $event => $rules ) {
				$this->count( $dates->import( $event, $rules ) );
			}
		}
	}

	private function settings(): void {
		$this->count( $this->settings->portal() );
	}

	private function media(): void {
		foreach ( Source::arrays( $this->source->portal['pictures'] ?? null ) as $picture ) {
			$this->count( $this->files->picture( $picture ) );
		}
		foreach ( Source::arrays( $this->source->portal['downloads'] ?? null ) as $download ) {
			$this->count( $this->files->download( $download ) );
		}
	}

	private function menus(): void {
		$names = $this->source->portal['menuNames'] ?? null;
		foreach ( Source::arrays( $this->source->portal['menus'] ?? null ) as $location => $items ) {
			$name = is_array( $names ) && is_string( $names[ $location ] ?? null ) ? $names[ $location ] : (string) $location;
			$this->count( $this->menus->import( (string) $location, $name, Source::arrays( $items ) ) );
		}
	}

	private function count( Outcome $outcome ): void {
		++$this->counts[ $outcome->value ];
	}
}
