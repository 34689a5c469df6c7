<?php
/**
 * Name badges of a date, for a printer: eight on a page.
 *
 * @package Lernwelt\Booking
 *
 * @var list<\Lernwelt\Booking\Domain\Booking> $people People with a seat.
 * @var string $title  Title of the event.
 * @var string $portal Name of the portal.
 * @var string $style  Style sheet.
 */

declare( strict_types=1 );

?>
<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
	<meta charset="utf-8">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<meta name="robots" content="noindex">
	<title><?php echo esc_html( __( 'Name badges', 'lernwelt-booking' ) . ' – ' . $title ); ?></title>
	<style><?php echo $style; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a file of ours. ?></style>
</head>
<body class="badges">
<main>
	<p class="hint"><?php esc_html_e( 'To print, press Ctrl + P (Mac: ⌘ + P) or choose “Print” in the menu of your browser.', 'lernwelt-booking' ); ?></p>
	<h1 class="hint"><?php esc_html_e( 'Name badges', 'lernwelt-booking' ); ?></h1>
	<?php if ( [] === $people ) : ?>
		<p><?php esc_html_e( 'Nobody has booked yet.', 'lernwelt-booking' ); ?></p>
	<?php endif; ?>
	<?php foreach ( array_chunk( $people, 8 ) as $page ) : ?>
		<ul class="page">
			<?php foreach ( $page as $booking ) : ?>
				<li class="badge<?php echo mb_strlen( $booking->person->name ) > 28 ? ' is-long' : ''; ?>">
					<span class="portal"><?php echo esc_html( $portal ); ?></span>
					<strong><?php echo esc_html( $booking->person->name ); ?></strong>
					<span class="school"><?php echo esc_html( $booking->person->school->name ); ?></span>
					<span class="event"><?php echo esc_html( $title ); ?></span>
				</li>
			<?php endforeach; ?>
		</ul>
	<?php endforeach; ?>
</main>
</body>
</html>
