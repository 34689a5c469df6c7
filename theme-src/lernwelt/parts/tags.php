<?php
/**
 * Short words about a record. Expects `tags`.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

/** @var array{tags: list<string>} $args */
if ( [] === $args['tags'] ) {
	return;
}
?>
<ul class="is-style-tags">
	<?php foreach ( $args['tags'] as $lernwelt_tag ) : ?>
	<li><?php echo esc_html( $lernwelt_tag ); ?></li>
	<?php endforeach; ?>
</ul>
