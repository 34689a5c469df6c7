<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

/** The files of one portal, completed by those all portals share. Knows no WordPress. */
final class Source {

	/** @var array<string, mixed> */
	public readonly array $portal;

	/**
	 * @param string $root Folder demo/, without a closing slash.
	 * @param string $id   Id of the portal.
	 * @throws DemoError When the portal has no demo content.
	 */
	public function __construct( private readonly string $root, public readonly string $id ) {
		if ( 1 !== preg_match( '/^[a-z][a-z0-9-]*$/D', $id ) || ! is_file( "$root/$id/portal.json" ) ) {
			throw new DemoError( "There is no demo content for the portal \"$id\": expected demo/$id/portal.json." );
		}
		$own    = self::json( "$root/$id/portal.json" );
		$common = self::json( "$root/common/portal.json" );
		$own['menus'] = self::arrays( $own['menus'] ?? null ) + self::arrays( $common['menus'] ?? null );
		$this->portal = $own + $common;
	}

	/**
	 * Pages in an order in which those that others need come first: parents before children, the start page last.
	 *
	 * @return list<Record>
	 */
	public function pages(): array {
		$pages = array_values( $this->records( 'page' ) );
		$rank  = static fn ( Record $page ): int => 'start' === $page->slug ? 2 : ( '' === $page->parent ? 0 : 1 );
		usort( $pages, static fn ( Record $a, Record $b ): int => [ $rank( $a ), $a->order, $a->slug ] <=> [ $rank( $b ), $b->order, $b->slug ] );
		return $pages;
	}

	/**
	 * Articles, oldest first.
	 *
	 * @return list<Record>
	 */
	public function posts(): array {
		$posts = array_values( $this->records( 'post' ) );
		usort( $posts, static fn ( Record $a, Record $b ): int => [ $a->date, $a->slug ] <=> [ $b->date, $b->slug ] );
		return $posts;
	}

	/**
	 * Events.
	 *
	 * @return list<Record>
	 */
	public function events(): array {
		return array_values( $this->records( Record::EVENT, 'events' ) );
	}

	/**
	 * Rules for the dates of events.
	 *
	 * @return array<string, array<array<mixed>>> Slug of the event → rules.
	 */
	public function dates(): array {
		$file = "{$this->root}/{$this->id}/dates.json";
		return is_file( $file ) ? array_map( self::arrays( ... ), self::json( $file ) ) : [];
	}

	/**
	 * Invented people who booked.
	 *
	 * @return list<array{name: string, school: string}> Name and number of their school.
	 */
	public function people(): array {
		$people = [];
		foreach ( self::arrays( self::json( "{$this->root}/common/people.json" )['people'] ?? null ) as $one ) {
			$people[] = [
				'name'   => is_string( $one['name'] ?? null ) ? $one['name'] : throw new DemoError( 'Somebody in demo/common/people.json has no name.' ),
				'school' => is_string( $one['school'] ?? null ) ? $one['school'] : '',
			];
		}
		return $people;
	}

	/**
	 * A piece of content that a shared page takes from the portal; empty when the portal has none.
	 *
	 * @param string $name Name without extension.
	 */
	public function part( string $name ): string {
		$file = "{$this->root}/{$this->id}/parts/$name.html";
		return is_file( $file ) ? trim( (string) file_get_contents( $file ) ) : '';
	}

	/**
	 * Path of a PDF or picture, from the portal's folder or the shared one.
	 *
	 * @param string $folder `downloads` or `pictures`.
	 * @param string $name   File name.
	 * @throws DemoError When it is missing.
	 */
	public function file( string $folder, string $name ): string {
		foreach ( [ $this->id, 'common' ] as $place ) {
			$file = "{$this->root}/$place/$folder/" . basename( $name );
			if ( is_file( $file ) ) {
				return $file;
			}
		}
		throw new DemoError( "The file demo/{$this->id}/$folder/$name is missing: it belongs to the repository, get it back with git." );
	}

	/** The domain the portal has in production, e.g. lernorte-lsa.de. */
	public function domain(): string {
		$list = self::json( dirname( $this->root ) . '/bin/portals.json' );
		foreach ( self::arrays( $list['portals'] ?? null ) as $portal ) {
			if ( ( $portal['id'] ?? '' ) === $this->id && is_string( $portal['domain'] ?? null ) ) {
				return $portal['domain'];
			}
		}
		throw new DemoError( "bin/portals.json doesn't list the portal \"{$this->id}\"." );
	}

	/**
	 * Own records and the shared ones that the portal doesn't replace.
	 *
	 * @param string $type   Post type.
	 * @param string $folder Name of its folder, empty for the type with an s.
	 * @return array<string, Record> By slug.
	 */
	private function records( string $type, string $folder = '' ): array {
		$folder  = '' === $folder ? "{$type}s" : $folder;
		$records = [];
		foreach ( [ $this->id, 'common' ] as $place ) {
			$files = glob( "{$this->root}/$place/$folder/*.html" );
			foreach ( false === $files ? [] : $files as $file ) {
				$records[ basename( $file, '.html' ) ] ??= Record::read( $file, $type );
			}
		}
		return $records;
	}

	/**
	 * The arrays in a list or map, other values left out.
	 *
	 * @param mixed $value Decoded JSON.
	 * @return array<array<mixed>>
	 */
	public static function arrays( mixed $value ): array {
		return is_array( $value ) ? array_filter( $value, 'is_array' ) : [];
	}

	/**
	 * @param string $file JSON file with an object in it.
	 * @return array<string, mixed>
	 */
	private static function json( string $file ): array {
		$data = is_file( $file ) ? json_decode( (string) file_get_contents( $file ), true ) : null;
		if ( ! is_array( $data ) ) {
			throw new DemoError( "$file is missing or holds no valid JSON." );
		}
		/** @var array<string, mixed> $data */
		return $data;
	}
}
