<?php
/**
 * Sign-in sheet of a date, for a printer.
 *
 * @package Lernwelt\Booking
 *
 * @var list<\Lernwelt\Booking\Domain\Booking> $people People with a seat.
 * @var string $title  Title of the event.
 * @var string $when   When.
 * @var string $place  Where, '' for online only.
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
	<title><?php echo esc_html( __( 'Sign-in sheet', 'lernwelt-booking' ) . ' – ' . $title ); ?></title>
	<style><?php echo $style; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a file of ours. ?></style>
</head>
<body class="sheet">
<main>
	<p class="hint"><?php esc_html_e( 'To print, press Ctrl + P (Mac: ⌘ + P) or choose “Print” in the menu of your browser.', 'lernwelt-booking' ); ?></p>
	<header>
		<p class="portal"><?php echo esc_html( $portal ); ?></p>
		<h1><?php esc_html_e( 'Sign-in sheet', 'lernwelt-booking' ); ?></h1>
		<p class="event"><?php echo esc_html( $title ); ?></p>
		<p><?php echo esc_html( '' === $place ? $when : "$when · $place" ); ?></p>
	</header>
	<table>
		<thead>
			<tr>
				<th scope="col" class="count"><?php esc_html_e( 'No.', 'lernwelt-booking' ); ?></th>
				<th scope="col"><?php esc_html_e( 'Name', 'lernwelt-booking' ); ?></th>
				<th scope="col"><?php esc_html_e( 'School', 'lernwelt-booking' ); ?></th>
				<th scope="col" class="signature"><?php esc_html_e( 'Signature', 'lernwelt-booking' ); ?></th>
			</tr>
		</thead>
		<tbody>
			<?php foreach ( $people as $index => $booking ) : ?>
				<tr>
					<td class="count"><?php echo esc_html( (string) ( $index + 1 ) ); ?></td>
					<th scope="row"><?php echo esc_html( $booking->person->name ); ?></th>
					<td><?php echo esc_html( $booking->person->school->name ); ?></td>
					<td class="signature"></td>
				</tr>
			<?php endforeach; ?>
			<?php foreach ( range( count( $people ) + 1, count( $people ) + 5 ) as $line ) : ?>
				<tr>
					<td class="count"><?php echo esc_html( (string) $line ); ?></td>
					<th scope="row"><span class="for-hand"><?php esc_html_e( 'free line', 'lernwelt-booking' ); ?></span></th>
					<td></td>
					<td class="signature"></td>
				</tr>
			<?php endforeach; ?>
		</tbody>
	</table>
	<p class="small"><?php esc_html_e( 'This list names people. Please keep it safe and destroy it when it is no longer needed.', 'lernwelt-booking' ); ?></p>
</main>
</body>
</html>
