<?php
/**
 * Scripts of a page.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use WP_Scripts;

/**
 * WordPress lists its 250 scripts with their words as soon as a page enqueues one, a tenth of what a page costs. Pages
 * enqueue scripts of ours with full addresses and versions. WordPress's list is made when a name of it is asked for, or
 * when a script counts on its addresses and versions.
 */
final class PageScripts extends WP_Scripts {

	private bool $is_complete = false;

	private bool $has_modules = false;

	/** Action `wp_loaded`: unless somebody has asked for WordPress's list before. */
	public static function begin(): void {
		if ( isset( $GLOBALS['wp_scripts'] ) ) {
			return;
		}
		$scripts               = new self();
		$GLOBALS['wp_scripts'] = $scripts;
		add_action( 'wp_head', $scripts->list_modules( ... ), PHP_INT_MIN );
		add_action( 'wp_footer', $scripts->list_modules( ... ), PHP_INT_MIN );
		// Words of three scripts of the editor, whether or not they are there.
		remove_action( 'wp_print_scripts', 'wp_just_in_time_script_localization' );
		add_action(
			'wp_print_scripts',
			static function () use ( $scripts ): void {
				if ( $scripts->is_complete ) {
					wp_just_in_time_script_localization();
				}
			}
		);
	}

	/** WordPress lists its modules together with its scripts: pages with a module need them without the scripts. */
	private function list_modules(): void {
		if ( ! $this->has_modules && [] !== wp_script_modules()->get_queue() ) {
			$this->has_modules = true;
			wp_default_script_modules();
		}
	}

	/** Called by WordPress's constructor: nothing is listed yet. */
	public function init(): void {}

	/**
	 * @param string                   $handle Name.
	 * @param string|false             $src    Address.
	 * @param array<string>            $deps   Names of what comes before.
	 * @param string|bool|null         $ver    Version.
	 * @param mixed                    $args   More.
	 */
	public function add( $handle, $src, $deps = [], $ver = false, $args = null ): bool {
		if ( ! is_string( $ver ) || '' === $ver || ! is_string( $src ) || 1 !== preg_match( '#^https?://#', $src ) ) {
			$this->complete();
		}
		return parent::add( $handle, $src, $deps, $ver, $args );
	}

	/**
	 * @param array<string>|string $handles   Names.
	 * @param bool                 $recursion Within.
	 * @param int|false            $group     Head or foot.
	 */
	public function all_deps( $handles, $recursion = false, $group = false ): bool {
		foreach ( (array) $handles as $handle ) {
			$this->look_for( strtok( (string) $handle, '?' ) );
			array_map( $this->look_for( ... ), isset( $this->registered[ (string) $handle ] ) ? $this->registered[ (string) $handle ]->deps : [] );
		}
		return parent::all_deps( $handles, $recursion, $group );
	}

	/**
	 * @param string $handle Name.
	 * @param string $status What is asked about it.
	 */
	public function query( $handle, $status = 'registered' ): mixed {
		if ( in_array( $status, [ 'registered', 'scripts' ], true ) ) {
			$this->look_for( $handle );
		}
		return parent::query( $handle, $status );
	}

	/**
	 * @param string $handle Name.
	 * @param string $key    Which of its facts.
	 */
	public function get_data( $handle, $key ): mixed {
		$this->look_for( $handle );
		return parent::get_data( $handle, $key );
	}

	/**
	 * @param string $handle Name.
	 * @param string $key    Which of its facts.
	 * @param mixed  $value  What it is.
	 */
	public function add_data( $handle, $key, $value ): bool {
		$this->look_for( $handle );
		return parent::add_data( $handle, $key, $value );
	}

	/**
	 * @param string $handle Name.
	 * @param string $domain Text domain.
	 * @param string $path   Folder.
	 */
	public function set_translations( $handle, $domain = 'default', $path = '' ): bool {
		$this->look_for( $handle );
		return parent::set_translations( $handle, $domain, $path );
	}

	/** @param string|array<string> $handles Names; what WordPress doesn't know it would only note. */
	public function enqueue( $handles ): void {
		foreach ( (array) $handles as $handle ) {
			$this->look_for( strtok( (string) $handle, '?' ) );
		}
		parent::enqueue( $handles );
	}

	/** @param string|array<string> $handles Names. */
	public function remove( $handles ): void {
		$this->complete();
		parent::remove( $handles );
	}

	private function look_for( mixed $handle ): void {
		if ( ! isset( $this->registered[ $handle ] ) ) {
			$this->complete();
		}
	}

	private function complete(): void {
		if ( ! $this->is_complete ) {
			$this->is_complete = true;
			$this->has_modules = true;
			parent::init();
		}
	}
}
