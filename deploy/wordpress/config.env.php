<?php
/**
 * Settings of an installation in containers: what differs comes from the environment
 * (deploy/docker/containers.env.example), what nobody may read from files in the folder that LERNWELT_SECRETS names, one
 * secret each. LERNWELT_CONFIG points here; the array is the one that deploy/wordpress/wp-config.php describes.
 *
 * Secret files: db-password, salt (at least 64 characters); if wanted redis-password, smtp-password, metrics-token,
 * page-cache-secret, oidc-client-secret, oidc-private-key, and oidc-client-secret-<portal> for a portal that is a
 * client of its own.
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

return ( static function (): array {
	/** Value of a variable, null when it isn't set or empty. */
	$optional = static function ( string $name ): ?string {
		$value = getenv( $name );
		return false === $value || '' === $value ? null : $value;
	};
	$required = static fn ( string $name ): string => $optional( $name )
		?? throw new RuntimeException( "The variable $name is missing (deploy/docker/containers.env.example)." );
	$folder   = $required( 'LERNWELT_SECRETS' );
	/** Content of a secret file without the line break at its end, null when there is none or it holds nothing. */
	$given = static function ( string $name ) use ( $folder ): ?string {
		$file = "$folder/$name";
		if ( ! is_file( $file ) ) {
			return null;
		}
		$value = file_get_contents( $file );
		if ( false === $value ) {
			throw new RuntimeException( "The secret file $file can't be read." );
		}
		return '' === trim( $value ) ? null : rtrim( $value, "\r\n" );
	};
	$secret = static fn ( string $name ): string => $given( $name ) ?? throw new RuntimeException( "The secret file $folder/$name is missing or empty." );
	/** Whole number between two bounds. */
	$number = static function ( string $name, int $from, int $to ) use ( $required ): int {
		$value = filter_var( $required( $name ), FILTER_VALIDATE_INT, [ 'options' => [ 'min_range' => $from, 'max_range' => $to ] ] );
		return is_int( $value ) ? $value : throw new RuntimeException( "The variable $name has to be a whole number from $from to $to." );
	};
	/** Takes away what isn't given. */
	$filled = static fn ( array $values ): array => array_filter( $values, static fn ( mixed $value ): bool => null !== $value );

	$environment = $required( 'LERNWELT_ENVIRONMENT' );
	if ( ! in_array( $environment, [ 'staging', 'production' ], true ) ) {
		throw new RuntimeException( 'The variable LERNWELT_ENVIRONMENT has to be "staging" or "production".' );
	}

	// Eight keys out of one secret: one thing to keep, one to change when everybody has to log in again.
	$salt = $secret( 'salt' );
	if ( strlen( $salt ) < 64 ) {
		throw new RuntimeException( "The secret file $folder/salt has to hold at least 64 characters." );
	}
	$salts = [];
	foreach ( [ 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ] as $name ) {
		$salts[ $name ] = hash_hmac( 'sha512', $name, $salt );
	}

	$settings = [
		'environment'  => $environment,
		'network_host' => $required( 'LERNWELT_NETWORK_HOST' ),
		'scheme'       => 'https',
		'db'           => [
			'engine'   => 'mysql',
			'host'     => $required( 'LERNWELT_DB_HOST' ),
			'name'     => $required( 'LERNWELT_DB_NAME' ),
			'user'     => $required( 'LERNWELT_DB_USER' ),
			'password' => $secret( 'db-password' ),
		],
		'smtp'         => [
			'host'       => $required( 'LERNWELT_SMTP_HOST' ),
			'port'       => $number( 'LERNWELT_SMTP_PORT', 1, 65535 ),
			'encryption' => $required( 'LERNWELT_SMTP_ENCRYPTION' ),
		],
		'log_file'     => $required( 'LERNWELT_LOGS' ) . '/php.log',
		'tmp'          => $required( 'LERNWELT_TMP' ),
		'journal_file' => $required( 'LERNWELT_JOURNAL' ),
		'salts'        => $salts,
	];

	// An account without its password would be refused by the mail server long after anybody looks.
	$user = $optional( 'LERNWELT_SMTP_USER' );
	if ( null !== $user ) {
		$settings['smtp'] += [ 'user' => $user, 'password' => $secret( 'smtp-password' ) ];
	}
	if ( null !== $optional( 'LERNWELT_REDIS_HOST' ) ) {
		$settings['redis'] = $filled(
			[
				'host'     => $required( 'LERNWELT_REDIS_HOST' ),
				'port'     => $number( 'LERNWELT_REDIS_PORT', 1, 65535 ),
				'database' => $number( 'LERNWELT_REDIS_DATABASE', 0, 15 ),
				'password' => $given( 'redis-password' ),
			]
		);
	}
	// Where no nginx shares this process's cache folder (scheduled tasks), there is nothing to refresh.
	if ( null !== $optional( 'LERNWELT_PAGE_CACHE_ENDPOINT' ) ) {
		$settings['page_cache'] = $filled(
			[
				'directory' => $required( 'LERNWELT_CACHE' ) . '/pages',
				'secret'    => $secret( 'page-cache-secret' ),
				'endpoint'  => $required( 'LERNWELT_PAGE_CACHE_ENDPOINT' ),
				'ca_file'   => $optional( 'LERNWELT_PAGE_CACHE_CA_FILE' ),
				'life'      => null === $optional( 'LERNWELT_PAGE_CACHE_LIFE' ) ? null : $number( 'LERNWELT_PAGE_CACHE_LIFE', 1, 86400 ),
			]
		);
	}
	// Clients of the identity provider: LERNWELT_OIDC_CLIENT_ID for the network, LERNWELT_OIDC_CLIENT_ID_EURE_LERNWELT for
	// a portal that is a client of its own; what is secret comes from files.
	$oidc = $filled( [ 'client_secret' => $given( 'oidc-client-secret' ), 'private_key' => $given( 'oidc-private-key' ) ] );
	foreach ( getenv() as $name => $value ) {
		if ( 1 !== preg_match( '/^LERNWELT_OIDC_(ISSUER|CLIENT_ID|SCOPES|AUTH_METHOD|ALGORITHMS)(?:_([A-Z0-9_]+))?$/D', $name, $parts ) || '' === $value ) {
			continue;
		}
		$key = strtolower( $parts[1] );
		if ( isset( $parts[2] ) ) {
			$oidc['portals'][ strtolower( strtr( $parts[2], '_', '-' ) ) ][ $key ] = $value;
		} else {
			$oidc[ $key ] = $value;
		}
	}
	$clients = glob( "$folder/oidc-client-secret-*" );
	foreach ( is_array( $clients ) ? $clients : throw new RuntimeException( "The folder $folder can't be read." ) as $file ) {
		$name = basename( $file );
		$oidc['portals'][ substr( $name, strlen( 'oidc-client-secret-' ) ) ]['client_secret'] = $secret( $name );
	}
	$hosts = $optional( 'LERNWELT_ALLOWED_HOSTS' );

	return $settings + $filled(
		[
			'oidc'          => [] === $oidc ? null : $oidc,
			'allowed_hosts' => null === $hosts ? null : array_map( 'trim', explode( ',', $hosts ) ),
			'metrics_token' => $given( 'metrics-token' ),
			'x_accel'       => $optional( 'LERNWELT_X_ACCEL' ),
		]
	);
} )();
