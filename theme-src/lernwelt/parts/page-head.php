<?php
/**
 * The tinted band with breadcrumbs, title and lead. Expects `post`, or `title` (takes `lead`, `seed`, and `crumbs` in place of the way to the page).
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

use Lernwelt\Core\Design\MotifShape;
use Lernwelt\Theme\Content\Excerpt;
use Lernwelt\Theme\Motifs;

/** @var array{post?: WP_Post, title?: string, lead?: string, seed?: string, crumbs?: list<Lernwelt\Theme\Navigation\Crumb>} $args */
$lernwelt_crumbs = $args['crumbs'] ?? lernwelt_theme()->breadcrumbs->trail();
$lernwelt_post   = $args['post'] ?? null;
$lernwelt_title  = null === $lernwelt_post ? $args['title'] ?? '' : wp_strip_all_tags( get_the_title( $lernwelt_post ) );
$lernwelt_lead   = null === $lernwelt_post ? $args['lead'] ?? '' : Excerpt::of( $lernwelt_post );
$lernwelt_seed   = null === $lernwelt_post ? $args['seed'] ?? $lernwelt_title : $lernwelt_post->post_name;
?>
<div class="lw-pagehead">
	<div class="container-xxl lw-pagehead__row">
		<div class="lw-pagehead__text">
			<?php if ( [] !== $lernwelt_crumbs ) : ?>
			<nav class="lw-crumbs" aria-label="<?php esc_attr_e( 'Breadcrumbs', 'lernwelt' ); ?>">
				<ol>
					<?php foreach ( $lernwelt_crumbs as $lernwelt_crumb ) : ?>
					<li><?php if ( '' !== $lernwelt_crumb->url ) : ?><a href="<?php echo esc_url( $lernwelt_crumb->url ); ?>"><?php echo esc_html( $lernwelt_crumb->title ); ?></a><?php else : ?><span aria-current="page"><?php echo esc_html( $lernwelt_crumb->title ); ?></span><?php endif; ?></li>
					<?php endforeach; ?>
				</ol>
			</nav>
			<?php endif; ?>
			<h1 class="lw-pagehead__title"><?php echo esc_html( $lernwelt_title ); ?></h1>
			<?php if ( '' !== $lernwelt_lead ) : ?>
			<p class="is-style-lead"><?php echo esc_html( $lernwelt_lead ); ?></p>
			<?php endif; ?>
			<?php if ( null !== $lernwelt_post && 'post' === $lernwelt_post->post_type ) : ?>
			<p class="is-style-meta"><time datetime="<?php echo esc_attr( (string) get_the_date( 'Y-m-d', $lernwelt_post ) ); ?>"><?php echo esc_html( (string) get_the_date( '', $lernwelt_post ) ); ?></time><?php the_terms( $lernwelt_post->ID, 'category', ' <span aria-hidden="true">·</span> ', ', ' ); ?></p>
			<?php endif; ?>
		</div>
		<?php echo Motifs::html( $lernwelt_seed, MotifShape::Card ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- numbers only. ?>
	</div>
</div>
