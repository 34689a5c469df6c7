<?php
/**
 * The kinds of answer a portal gives.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain;

/** Which policy an answer needs. */
enum Surface: string {

	/** Pages for visitors, feeds, errors. */
	case Front = 'front';

	/** The login page and what belongs to it. */
	case Login = 'login';

	/** Screens of wp-admin. */
	case Admin = 'admin';

	/** Answers for programs: REST, admin-ajax, scheduled tasks. */
	case Data = 'data';

	/** Path that takes reports. */
	public const REPORTS = '/csp-report';

	/**
	 * The surface of a PHP script, before WordPress has looked at the request.
	 *
	 * @param string $script Path of the script below the document root, for example `/wp-admin/post.php`.
	 */
	public static function of_script( string $script ): self {
		return match ( true ) {
			'/wp-login.php' === $script           => self::Login,
			'/wp-cron.php' === $script,
			'/xmlrpc.php' === $script,
			'/wp-admin/admin-ajax.php' === $script,
			'/wp-admin/async-upload.php' === $script => self::Data,
			'/wp-admin/admin-post.php' === $script => self::Front,
			str_starts_with( $script, '/wp-admin/' ) => self::Admin,
			default                               => self::Front,
		};
	}

	/**
	 * What this surface may load, before any plugin adds to it.
	 *
	 * @param bool $https Whether the answer goes over HTTPS.
	 * @return array<string, list<string>>
	 */
	public function directives( bool $https ): array {
		$directives = match ( $this ) {
			self::Front, self::Login => self::page(),
			self::Admin              => self::screen(),
			self::Data               => [
				'default-src'     => [ "'none'" ],
				'base-uri'        => [ "'none'" ],
				'form-action'     => [ "'none'" ],
				'frame-ancestors' => [ "'none'" ],
			],
		};
		$directives['report-uri'] = [ self::REPORTS ];
		return $https ? $directives + [ 'upgrade-insecure-requests' => [] ] : $directives;
	}

	/** @return array<string, list<string>> */
	private static function page(): array {
		return [
			'default-src'     => [ "'self'" ],
			'base-uri'        => [ "'none'" ],
			'connect-src'     => [ "'self'" ],
			// WordPress's icon font lies inside its style sheet.
			'font-src'        => [ "'self'", 'data:' ],
			'form-action'     => [ "'self'" ],
			'frame-ancestors' => [ "'none'" ],
			'frame-src'       => [ "'self'" ],
			'img-src'         => [ "'self'", 'data:' ],
			'object-src'      => [ "'none'" ],
			'script-src'      => [ "'self'" ],
			'script-src-attr' => [ "'none'" ],
			// Blocks carry style attributes, and WordPress prints the styles of a page's blocks into its head.
			'style-src'       => [ "'self'", "'unsafe-inline'" ],
		];
	}

	/** @return array<string, list<string>> */
	private static function screen(): array {
		return [
			// WordPress prints some eighty scripts and many handlers straight into its screens, and its media
			// templates are compiled with `new Function`. What stays forbidden is every other host.
			'script-src'  => [ "'self'", "'unsafe-inline'", "'unsafe-eval'" ],
			// The block editor's canvas resolves its addresses against the screen.
			'base-uri'    => [ "'self'" ],
			'connect-src' => [ "'self'", 'blob:', 'data:' ],
			// Screens show other screens: uploads, details of a plugin, the parts of the editor.
			'frame-ancestors' => [ "'self'" ],
			// The block editor builds its canvas from a blob.
			'frame-src'   => [ "'self'", 'blob:' ],
			'img-src'     => [ "'self'", 'data:', 'blob:' ],
			'media-src'   => [ "'self'", 'data:', 'blob:' ],
			'style-src'   => [ "'self'", "'unsafe-inline'", 'blob:' ],
			'worker-src'  => [ "'self'", 'blob:' ],
		] + array_diff_key( self::page(), [ 'script-src-attr' => true ] );
	}
}
