<?php
/**
 * Prints the details of a place: offers in the text, facts and map aside.
 *
 * @package Lernwelt\Places
 *
 * @var Lernwelt\Places\Blocks\PlaceDetailsView $view What to print.
 */

declare( strict_types=1 );

?>
<?php if ( [] !== $view->offers ) : ?>
<section class="lw-place-offers" aria-labelledby="angebote">
	<h2 id="angebote"><?php esc_html_e( 'Offers for classes', 'lernwelt-places' ); ?></h2>
	<?php if ( 1 === count( $view->offers ) ) : ?>
	<p><?php echo esc_html( $view->offers[0] ); ?></p>
	<?php else : ?>
	<ul>
		<?php foreach ( $view->offers as $lernwelt_offer ) : ?>
		<li><?php echo esc_html( $lernwelt_offer ); ?></li>
		<?php endforeach; ?>
	</ul>
	<?php endif; ?>
</section>
<?php endif; ?>
<?php if ( [] !== $view->facts ) : ?>
<aside class="wp-block-group is-style-facts lw-place-facts" aria-labelledby="auf-einen-blick">
	<h2 id="auf-einen-blick"><?php esc_html_e( 'At a glance', 'lernwelt-places' ); ?></h2>
	<dl class="lw-place-facts__list">
		<?php foreach ( $view->facts as $lernwelt_fact ) : ?>
		<div>
			<dt><?php echo esc_html( $lernwelt_fact->label ); ?></dt>
			<?php foreach ( $lernwelt_fact->lines as $lernwelt_line ) : ?>
			<dd><?php if ( '' !== $lernwelt_fact->url ) : ?><a href="<?php echo esc_url( $lernwelt_fact->url, [ 'http', 'https', 'tel', 'mailto' ] ); ?>"><?php echo esc_html( $lernwelt_line ); ?></a><?php else : ?><?php echo esc_html( $lernwelt_line ); ?><?php endif; ?></dd>
			<?php endforeach; ?>
		</div>
		<?php endforeach; ?>
	</dl>
	<?php if ( '' !== $view->contact_url ) : ?>
	<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="<?php echo esc_url( $view->contact_url, [ 'http', 'https', 'mailto' ] ); ?>"><?php echo esc_html( $view->contact_label ); ?></a></div></div>
	<?php endif; ?>
</aside>
<?php endif; ?>
<?php if ( null !== $view->map ) : ?>
<section class="lw-place-location" aria-labelledby="lage">
	<h2 id="lage"><?php esc_html_e( 'Location', 'lernwelt-places' ); ?></h2>
	<div class="lw-place-location__row">
		<figure class="lw-place-map">
			<svg viewBox="0 0 <?php echo (int) $view->map->outline->width; ?> <?php echo (int) $view->map->outline->height; ?>" role="img" aria-labelledby="lage-karte" focusable="false">
				<title id="lage-karte"><?php echo esc_html( '' === $view->region ? __( 'Location in Saxony-Anhalt', 'lernwelt-places' ) : sprintf( /* translators: %s: district. */ __( 'Location in Saxony-Anhalt: %s', 'lernwelt-places' ), $view->region ) ); ?></title>
				<?php foreach ( $view->map->outline->paths() as $lernwelt_slug => $lernwelt_path ) : ?>
				<path class="lw-place-map__district<?php echo $view->map->district === $lernwelt_slug ? ' lw-place-map__district--here' : ''; ?>" d="<?php echo esc_attr( $lernwelt_path ); ?>"/>
				<?php endforeach; ?>
				<circle class="lw-place-map__ring" cx="<?php echo (int) $view->map->point[0]; ?>" cy="<?php echo (int) $view->map->point[1]; ?>" r="8"/>
				<circle class="lw-place-map__dot" cx="<?php echo (int) $view->map->point[0]; ?>" cy="<?php echo (int) $view->map->point[1]; ?>" r="5"/>
			</svg>
			<figcaption><?php echo esc_html( $view->map->attribution ); ?></figcaption>
		</figure>
		<div class="lw-place-location__words">
			<?php if ( [] !== $view->address ) : ?>
			<p><?php foreach ( $view->address as $lernwelt_number => $lernwelt_line ) : ?><?php echo 0 < $lernwelt_number ? '<br>' : ''; ?><?php echo esc_html( $lernwelt_line ); ?><?php endforeach; ?></p>
			<?php endif; ?>
			<p><?php echo esc_html( $view->map->words ); ?></p>
			<?php if ( '' !== $view->map->list_url ) : ?>
			<p class="lw-place-location__more"><a href="<?php echo esc_url( $view->map->list_url ); ?>"><?php echo esc_html( sprintf( /* translators: %s: district. */ __( 'All learning places here on the map: %s', 'lernwelt-places' ), $view->region ) ); ?></a></p>
			<?php endif; ?>
		</div>
	</div>
</section>
<?php endif; ?>
