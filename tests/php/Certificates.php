<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use OpenSSLAsymmetricKey;
use OpenSSLCertificate;
use OpenSSLCertificateSigningRequest;
use RuntimeException;

/** An authority of its own that signs certificates of servers; for tests of encrypted connections. */
final class Certificates {

	/** Folder with everything; remove() deletes it. */
	private readonly string $folder;

	/** File of the authority (PEM). */
	public readonly string $ca_file;

	private readonly OpenSSLAsymmetricKey $key;

	private readonly OpenSSLCertificate $authority;

	/** Makes the authority. */
	public function __construct() {
		$this->folder = sys_get_temp_dir() . '/lernwelt-certificates-' . bin2hex( random_bytes( 6 ) );
		mkdir( $this->folder, 0700 );
		$this->key       = self::key();
		$this->authority = $this->sign( $this->key, 'Test authority', 'basicConstraints = critical, CA:TRUE', 2 );
		$this->ca_file   = "$this->folder/authority.pem";
		openssl_x509_export_to_file( $this->authority, $this->ca_file );
	}

	/**
	 * A certificate with its key.
	 *
	 * @param string $name Subject alternative name, e.g. `IP:127.0.0.1`.
	 * @param int    $days How long it is good; 0 has run out by the next second.
	 * @return string File (PEM).
	 */
	public function server( string $name, int $days = 2 ): string {
		$key  = self::key();
		$file = "$this->folder/" . bin2hex( random_bytes( 6 ) ) . '.pem';
		openssl_x509_export( $this->sign( $key, 'Test server', "subjectAltName = $name", $days, $this->authority ), $certificate );
		openssl_pkey_export( $key, $secret );
		file_put_contents( $file, $certificate . $secret );
		return $file;
	}

	/** Deletes all files. */
	public function remove(): void {
		foreach ( (array) glob( "$this->folder/*" ) as $file ) {
			unlink( (string) $file );
		}
		rmdir( $this->folder );
	}

	private function sign( OpenSSLAsymmetricKey $key, string $name, string $extension, int $days, ?OpenSSLCertificate $by = null ): OpenSSLCertificate {
		$config = "$this->folder/openssl.cnf";
		file_put_contents( $config, "[req]\ndistinguished_name = none\n[none]\n[extensions]\n$extension\n" );
		$options = [ 'digest_alg' => 'sha256', 'config' => $config, 'x509_extensions' => 'extensions' ];
		$request = openssl_csr_new( [ 'commonName' => $name ], $key, $options );
		$signed  = $request instanceof OpenSSLCertificateSigningRequest ? openssl_csr_sign( $request, $by, $this->key, $days, $options, random_int( 1, PHP_INT_MAX ) ) : false;
		return $signed instanceof OpenSSLCertificate ? $signed : throw new RuntimeException( 'No certificate could be made: ' . openssl_error_string() );
	}

	private static function key(): OpenSSLAsymmetricKey {
		$key = openssl_pkey_new( [ 'private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1' ] );
		return false === $key ? throw new RuntimeException( 'No key could be made: ' . openssl_error_string() ) : $key;
	}
}
