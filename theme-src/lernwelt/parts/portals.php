<?php
/**
 * Links to the portals of the network.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<ul class="lw-portals">
	<?php foreach ( lernwelt_theme()->portals->all() as $lernwelt_portal ) : ?>
	<li><a href="<?php echo esc_url( $lernwelt_portal->url ); ?>"<?php echo $lernwelt_portal->is_current ? ' aria-current="true"' : ''; ?>><?php echo esc_html( $lernwelt_portal->name ); ?></a></li>
	<?php endforeach; ?>
</ul>
