<?php
/**
 * A folder that no visitor reaches.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Uploads;

/**
 * Where uploaded files wait. In this order: LERNWELT_PRIVATE_DIR (several web servers need a folder they share), the
 * temporary folder of wp-config.php if it lies outside what is served, a folder with a random name below the uploads.
 */
final class PrivateFolder {

	/** Holds the random name. */
	public const OPTION = 'lernwelt_places_import_folder';

	/**
	 * Makes the current portal's folder if it is missing.
	 *
	 * @return string Path without a closing slash.
	 * @throws InputRefused When it can't be made.
	 */
	public static function of_portal(): string {
		$path = self::path();
		if ( ! wp_mkdir_p( $path ) || ! wp_is_writable( $path ) ) {
			throw new InputRefused( InputRefused::STORAGE );
		}
		chmod( $path, 0700 );
		foreach ( [ '.htaccess' => "Require all denied\n", 'index.php' => "<?php\n" ] as $name => $content ) {
			if ( ! is_file( "$path/$name" ) ) {
				file_put_contents( "$path/$name", $content );
			}
		}
		return $path;
	}

	/** Path of the current portal's folder, whether it exists or not. */
	public static function path(): string {
		$outside = defined( 'LERNWELT_PRIVATE_DIR' ) ? (string) constant( 'LERNWELT_PRIVATE_DIR' ) : self::temporary();
		return '' === $outside
			? wp_upload_dir( null, false )['basedir'] . '/' . self::random_name()
			: untrailingslashit( $outside ) . '/lernwelt-places/' . get_current_blog_id();
	}

	private static function temporary(): string {
		$folder = defined( 'WP_TEMP_DIR' ) ? realpath( (string) constant( 'WP_TEMP_DIR' ) ) : false;
		if ( false === $folder ) {
			return '';
		}
		foreach ( [ ABSPATH, WP_CONTENT_DIR ] as $served ) {
			$served = realpath( $served );
			if ( false !== $served && str_starts_with( "$folder/", "$served/" ) ) {
				return '';
			}
		}
		return $folder;
	}

	private static function random_name(): string {
		$name = get_option( self::OPTION );
		if ( ! is_string( $name ) || 1 !== preg_match( '/^lernwelt-[0-9a-f]{32}$/D', $name ) ) {
			$name = 'lernwelt-' . bin2hex( random_bytes( 16 ) );
			update_option( self::OPTION, $name, false );
		}
		return $name;
	}
}
