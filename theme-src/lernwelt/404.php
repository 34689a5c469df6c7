<?php
/**
 * Page not found.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

use Lernwelt\Core\Design\MotifShape;
use Lernwelt\Theme\Motifs;

$lernwelt_links = lernwelt_theme()->menus->tree( 'main' );

get_header();
?>
<div class="lw-content lw-content--sections">
	<div class="lw-hero lw-hero--lost alignfull">
		<div class="lw-hero__copy">
			<p class="is-style-meta"><?php esc_html_e( 'Error 404', 'lernwelt' ); ?></p>
			<h1><?php esc_html_e( 'This way leads nowhere.', 'lernwelt' ); ?></h1>
			<p class="is-style-lead"><?php esc_html_e( 'The page does not exist any more, or its address has changed. The search knows the way.', 'lernwelt' ); ?></p>
			<?php get_template_part( 'parts/search-form', null, [ 'id' => 'suche-404' ] ); ?>
		</div>
		<?php echo Motifs::html( '404', MotifShape::Hero ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- numbers only. ?>
	</div>
	<?php if ( [] !== $lernwelt_links ) : ?>
	<section class="lw-section" aria-labelledby="weiter">
		<h2 id="weiter"><?php esc_html_e( 'Perhaps this helps', 'lernwelt' ); ?></h2>
		<div class="is-style-links"><?php get_template_part( 'parts/links', null, [ 'nodes' => $lernwelt_links ] ); ?></div>
	</section>
	<?php endif; ?>
</div>
<?php
get_footer();
