<?php
/**
 * Search of this portal. Expects `id`, unique on the page.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

/** @var array{id: string} $args */
?>
<form class="lw-search" role="search" action="<?php echo esc_url( home_url( '/' ) ); ?>" method="get">
	<label for="<?php echo esc_attr( $args['id'] ); ?>"><?php esc_html_e( 'What are you looking for?', 'lernwelt' ); ?></label>
	<input id="<?php echo esc_attr( $args['id'] ); ?>" type="search" name="s" value="<?php echo esc_attr( get_search_query( false ) ); ?>" maxlength="100" required>
	<button class="lw-button" type="submit"><?php esc_html_e( 'Search', 'lernwelt' ); ?></button>
</form>
