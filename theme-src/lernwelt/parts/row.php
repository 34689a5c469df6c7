<?php
/**
 * An entry of a list. Expects `card`; takes `level` (heading level, default 2).
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

/** @var array{card: Lernwelt\Theme\Content\Card, level?: int} $args */
$lernwelt_card  = $args['card'];
$lernwelt_level = max( 2, min( 4, (int) ( $args['level'] ?? 2 ) ) );
?>
<article class="lw-row">
	<h<?php echo (int) $lernwelt_level; ?> class="lw-row__title"><a href="<?php echo esc_url( $lernwelt_card->url ); ?>"><?php echo esc_html( $lernwelt_card->title ); ?></a></h<?php echo (int) $lernwelt_level; ?>>
	<?php if ( '' !== $lernwelt_card->meta() ) : ?>
	<p class="is-style-meta"><?php echo esc_html( $lernwelt_card->meta() ); ?></p>
	<?php endif; ?>
	<?php if ( '' !== $lernwelt_card->text ) : ?>
	<p><?php echo esc_html( $lernwelt_card->text ); ?></p>
	<?php endif; ?>
	<?php get_template_part( 'parts/tags', null, [ 'tags' => $lernwelt_card->tags ] ); ?>
</article>
