<?php
/**
 * Fetches inputs from the web.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Closure;
use Lernwelt\Places\Domain\Import\Format;
use Lernwelt\Places\Domain\Import\HostPolicy;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\UnreadableInput;

/** Loads an address and its further pages into files. Redirects are followed by hand, because every one is checked again. */
final readonly class Download {

	/** Bytes of all pages together at most. */
	public const MAX_BYTES = 209_715_200;

	private const MAX_REDIRECTS = 5;

	private Exchange $exchange;

	/**
	 * @param HostPolicy                          $policy  What is allowed.
	 * @param string                              $folder  Where to put the files; exists and isn't served.
	 * @param ?Closure(string): list<string>      $resolve Finds the addresses of a name; PHP's own way by default.
	 * @param int                                 $max     Bytes at most.
	 */
	public function __construct( private HostPolicy $policy, private string $folder, ?Closure $resolve = null, private int $max = self::MAX_BYTES ) {
		$this->exchange = new Exchange( $policy, $resolve ?? Exchange::addresses( ... ) );
	}

	/**
	 * Fetches everything.
	 *
	 * @param string  $url      Address; `{page}` in it stands for the number of the page.
	 * @param Mapping $mapping  Mapping: format and paging.
	 * @param string  $etag     Validator of the last time, '' for none. Only for addresses of one page: a first page that is
	 *                          unchanged says nothing about the others.
	 * @param string  $modified Time of the last change as the server wrote it, '' for none.
	 * @param ?Closure(): mixed $alive Called before every request: each may take {@see Exchange::SECONDS}.
	 * @throws DownloadFailed When it can't be fetched; nothing is left behind.
	 */
	public function get( string $url, Mapping $mapping, string $etag = '', string $modified = '', ?Closure $alive = null ): Downloaded {
		$numbered = str_contains( $url, '{page}' );
		$paged    = $numbered || '' !== $mapping->pages->next;
		$files    = [];
		$bytes    = 0;
		$seen     = [];
		$first    = null;
		$address  = WebAddress::of( str_replace( '{page}', (string) $mapping->pages->first, $url ), $this->policy );
		try {
			for ( $page = 0; null !== $address && $page < $mapping->pages->limit; ++$page ) {
				$file     = $this->folder . '/' . bin2hex( random_bytes( 16 ) ) . '.download';
				$response = $this->follow( $address, $file, $paged ? [] : [ 'If-None-Match' => $etag, 'If-Modified-Since' => $modified ], $this->max - $bytes, $alive ?? static fn () => null );
				$first  ??= $response;
				if ( 304 === $response->status ) {
					return new Downloaded( [], $etag, $modified, true );
				}
				if ( 200 !== $response->status ) {
					self::delete( [ $file ] );
					if ( $numbered && $page > 0 && in_array( $response->status, [ 204, 404, 410 ], true ) ) {
						$address = null;
						break;
					}
					throw new DownloadFailed( DownloadProblem::Status, (string) $response->status );
				}
				$hash = (string) hash_file( 'sha256', $file );
				if ( $page > 0 && ( isset( $seen[ $hash ] ) || ( $numbered && self::is_empty( $file, $mapping ) ) ) ) {
					// Behind the last page some servers repeat it, others answer with an empty one.
					self::delete( [ $file ] );
					$address = null;
					break;
				}
				$seen[ $hash ] = true;
				$files[]       = $file;
				$bytes        += $response->bytes;
				$address       = $numbered ? WebAddress::of( str_replace( '{page}', (string) ( $mapping->pages->first + $page + 1 ), $url ), $this->policy ) : $this->next( $response->address, $file, $mapping );
			}
		} catch ( DownloadFailed $failed ) {
			self::delete( $files );
			throw $failed;
		}
		return new Downloaded( $files, $paged ? '' : ( $first->etag ?? '' ), $paged ? '' : ( $first->modified ?? '' ), false, $bytes, null !== $address );
	}

	/**
	 * Deletes files of a download.
	 *
	 * @param list<string> $files Paths.
	 */
	public static function delete( array $files ): void {
		foreach ( $files as $file ) {
			if ( is_file( $file ) ) {
				unlink( $file );
			}
		}
	}

	/**
	 * @param array<string, string> $headers Headers; empty ones are left out.
	 * @param Closure(): mixed      $alive   Called before every request.
	 */
	private function follow( WebAddress $address, string $file, array $headers, int $max, Closure $alive ): Response {
		for ( $hop = 0; $hop <= self::MAX_REDIRECTS; ++$hop ) {
			$alive();
			try {
				$response = $this->exchange->get( $address, $file, $headers, $max );
			} catch ( DownloadFailed $failed ) {
				self::delete( [ $file ] );
				throw $failed;
			}
			if ( ! in_array( $response->status, [ 301, 302, 303, 307, 308 ], true ) || '' === $response->location ) {
				if ( 200 !== $response->status ) {
					self::delete( [ $file ] );
				}
				return $response;
			}
			self::delete( [ $file ] );
			$address = $address->follow( $response->location, $this->policy );
		}
		throw new DownloadFailed( DownloadProblem::TooManyRedirects );
	}

	private function next( WebAddress $here, string $file, Mapping $mapping ): ?WebAddress {
		if ( '' === $mapping->pages->next || ! in_array( $mapping->format, [ Format::Json, Format::GeoJson ], true ) ) {
			return null;
		}
		$handle = fopen( $file, 'rb' );
		$link   = false === $handle ? '' : JsonElements::one( $handle, $mapping->pages->next );
		if ( false !== $handle ) {
			fclose( $handle );
		}
		return '' === $link ? null : $here->follow( $link, $this->policy );
	}

	private static function is_empty( string $file, Mapping $mapping ): bool {
		try {
			foreach ( Inputs::files( [ $file ], $mapping )->rows() as $row ) {
				return 0 === $row->number;
			}
		} catch ( UnreadableInput ) {
			return true;
		}
		return true;
	}
}
