<?php
/**
 * A flat list of links. Expects `nodes`.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

/** @var array{nodes: list<Lernwelt\Theme\Navigation\MenuNode>} $args */
?>
<ul>
	<?php foreach ( $args['nodes'] as $lernwelt_node ) : ?>
	<li><a href="<?php echo esc_url( $lernwelt_node->url ); ?>"<?php echo $lernwelt_node->is_current ? ' aria-current="page"' : ''; ?>><?php echo esc_html( $lernwelt_node->title ); ?></a></li>
	<?php endforeach; ?>
</ul>
