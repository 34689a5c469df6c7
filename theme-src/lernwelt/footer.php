<?php
/**
 * Everything below the content.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

$lernwelt_columns = [
	'footer-portal' => __( 'Portal', 'lernwelt' ),
	'footer-help'   => __( 'Help', 'lernwelt' ),
	'footer-legal'  => __( 'Legal', 'lernwelt' ),
];
?>
</main>
<footer class="lw-footer" id="fuss" tabindex="-1">
	<div class="container-xxl">
		<div class="row lw-footer__columns">
			<div class="col-12 col-lg-5">
				<p class="lw-footer__name"><?php bloginfo( 'name' ); ?></p>
				<p class="lw-footer__text"><?php esc_html_e( 'Offered by the State Institute for School Quality and Teacher Training of Saxony-Anhalt (LISA).', 'lernwelt' ); ?></p>
			</div>
			<?php foreach ( $lernwelt_columns as $lernwelt_location => $lernwelt_title ) : ?>
				<?php $lernwelt_links = lernwelt_theme()->menus->tree( $lernwelt_location ); ?>
				<?php if ( [] !== $lernwelt_links ) : ?>
			<nav class="col-6 col-md-4 col-lg" aria-labelledby="<?php echo esc_attr( $lernwelt_location ); ?>">
				<h2 class="lw-footer__title" id="<?php echo esc_attr( $lernwelt_location ); ?>"><?php echo esc_html( lernwelt_theme()->menus->title( $lernwelt_location, $lernwelt_title ) ); ?></h2>
				<?php get_template_part( 'parts/links', null, [ 'nodes' => $lernwelt_links ] ); ?>
			</nav>
				<?php endif; ?>
			<?php endforeach; ?>
		</div>
		<nav class="lw-footer__family" aria-labelledby="fuss-portale">
			<h2 class="lw-footer__title" id="fuss-portale"><?php esc_html_e( 'Portals of Lernwelt LSA', 'lernwelt' ); ?></h2>
			<?php get_template_part( 'parts/portals' ); ?>
		</nav>
	</div>
</footer>
<?php wp_footer(); ?>
</body>
</html>
