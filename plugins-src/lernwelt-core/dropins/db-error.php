<?php
/**
 * What WordPress answers while the database can't be reached; it loads this file from wp-content and nothing else of ours.
 * Pages that are in the page cache don't come here. A load balancer that asks `/readyz` sends visitors elsewhere.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

( static function (): void {
	http_response_code( 503 );
	header( 'Cache-Control: no-store' );
	header( 'Retry-After: 60' );
	// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- only compared.
	if ( isset( $_SERVER['REQUEST_URI'] ) && '/readyz' === strtok( (string) $_SERVER['REQUEST_URI'], '?' ) ) {
		header( 'Content-Type: application/json; charset=utf-8' );
		echo '{"status":"fail","checks":[{"name":"database","status":"fail"}]}', "\n";
		return;
	}
	if ( 'cli' === PHP_SAPI ) {
		// A command must not look as if it had worked.
		fwrite( STDERR, "Error: The database can't be reached.\n" );
		exit( 1 );
	}
	header( 'Content-Type: text/html; charset=utf-8' );
	?>
<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Gleich wieder da · Lernwelt Sachsen-Anhalt</title>
</head>
<body>
<main>
<h1>Gleich wieder da</h1>
<p>Diese Seite ist im Augenblick nicht zu erreichen. Es lag nicht an Ihnen; wir wissen davon und arbeiten daran.</p>
<p>Bitte versuchen Sie es in einigen Minuten noch einmal. Was Sie schon gespeichert oder gebucht haben, bleibt erhalten.</p>
</main>
</body>
</html>
	<?php
} )();
