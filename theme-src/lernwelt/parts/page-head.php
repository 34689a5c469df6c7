<?php
/**
 * The tinted band with breadcrumbs, title and lead. Expects `title`; takes `lead`, `meta` (plain text) and `seed`.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

use Lernwelt\Core\Design\MotifShape;
use Lernwelt\Theme\Motifs;

$lernwelt_crumbs = lernwelt_theme()->breadcrumbs->trail();
$lernwelt_lead   = (string) ( $args['lead'] ?? '' );
$lernwelt_date   = $args['date'] ?? null;
?>
<div class="lw-pagehead">
	<div class="container-xxl lw-pagehead__row">
		<div class="lw-pagehead__text">
			<?php if ( array() !== $lernwelt_crumbs ) : ?>
			<nav class="lw-crumbs" aria-label="<?php esc_attr_e( 'Breadcrumbs', 'lernwelt' ); ?>">
				<ol>
					<?php foreach ( $lernwelt_crumbs as $lernwelt_crumb ) : ?>
					<li><?php if ( '' !== $lernwelt_crumb->url ) : ?><a href="<?php echo esc_url( $lernwelt_crumb->url ); ?>"><?php echo esc_html( $lernwelt_crumb->title ); ?></a><?php else : ?><span aria-current="page"><?php echo esc_html( $lernwelt_crumb->title ); ?></span><?php endif; ?></li>
					<?php endforeach; ?>
				</ol>
			</nav>
			<?php endif; ?>
			<h1 class="lw-pagehead__title"><?php echo esc_html( $args['title'] ); ?></h1>
			<?php if ( '' !== $lernwelt_lead ) : ?>
			<p class="is-style-lead"><?php echo esc_html( $lernwelt_lead ); ?></p>
			<?php endif; ?>
			<?php if ( $lernwelt_date instanceof WP_Post ) : ?>
			<p class="is-style-meta"><time datetime="<?php echo esc_attr( (string) get_the_date( 'Y-m-d', $lernwelt_date ) ); ?>"><?php echo esc_html( (string) get_the_date( '', $lernwelt_date ) ); ?></time><?php the_terms( $lernwelt_date->ID, 'category', ' <span aria-hidden="true">·</span> ', ', ' ); ?></p>
			<?php endif; ?>
		</div>
		<?php echo Motifs::html( (string) ( $args['seed'] ?? $args['title'] ), MotifShape::Card ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- numbers only. ?>
	</div>
</div>
