<?php
/**
 * Prints a number of entries.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\CountView $view What to print.
 */

declare( strict_types=1 );

if ( '' === $view->number ) {
	if ( '' !== $view->text ) {
		printf( '<p class="lw-fact">%s</p>', esc_html( $view->text ) );
	}
	return;
}
printf( '<p class="wp-block-lernwelt-data-count lw-fact"><strong>%s</strong> %s</p>', esc_html( $view->number ), esc_html( $view->text ) );
