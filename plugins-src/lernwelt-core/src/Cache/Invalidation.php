<?php
/**
 * What this request has changed.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cache;

/**
 * Keeps old or uncommitted rows of the database out of the shared cache. What a request has deleted or overwritten stays
 * its own affair until it ends (a transaction may still be rolled back); then it is deleted once more, and whoever asks
 * next reads the database. Known trouble that this avoids: two requests change two options at once, and the second writes
 * back all options as it had read them before the first.
 */
final class Invalidation {

	/** More changes than this empty the cache altogether at the end. */
	private const MOST = 5_000;

	/** Groups that hold rows of the database, as the database has them. */
	private const ROWS = [ 'options', 'site-options', 'posts', 'post_meta', 'terms', 'term_meta', 'users', 'user_meta', 'userlogins', 'useremail', 'userslugs', 'sites', 'site-details', 'blog-details', 'blog-lookup', 'blog-id-cache', 'blog_meta', 'networks', 'comment', 'comment_meta', 'bookmark', 'calendar', 'general', 'timeinfo', 'last_changed', 'lernwelt' ];

	/** @var array<string, bool> */
	private array $guarded;

	/** @var array<string, true> */
	private array $changed = [];

	/** @var array<string, true> */
	private array $stamps = [];

	private bool $overflow = false;

	/** Nothing has changed yet. */
	public function __construct() {
		$this->guarded = array_fill_keys( self::ROWS, true );
	}

	/** Whether a group holds rows of the database. */
	public function guards( string $group ): bool {
		return $this->guarded[ $group ] ??= str_ends_with( $group, '_relationships' );
	}

	/** @param string $key A key of such a group that was deleted or overwritten. */
	public function note( string $key ): void {
		$this->changed[ $key ] = true;
		if ( count( $this->changed ) > self::MOST ) {
			$this->changed  = [];
			$this->overflow = true;
		}
	}

	/** @param string $key A key that says when something of a group changed last; others' keys are made with its value. */
	public function note_stamp( string $key ): void {
		$this->stamps[ $key ] = true;
	}

	/** Whether this request has changed it, so that what it knows is nobody else's. */
	public function has( string $key ): bool {
		return $this->overflow || isset( $this->changed[ $key ] );
	}

	/** Tells the store, at the end of the request. @throws StoreFailed */
	public function finish( RedisStore $store ): void {
		if ( $this->overflow ) {
			$store->flush();
		} elseif ( [] !== $this->changed ) {
			$store->bar( array_keys( $this->changed ) );
			// Lists made since may hold what wasn't committed yet.
			$store->remove( array_keys( $this->stamps ) );
		}
		$this->forget();
	}

	/** After the cache was emptied. */
	public function forget(): void {
		$this->changed  = [];
		$this->stamps   = [];
		$this->overflow = false;
	}
}
