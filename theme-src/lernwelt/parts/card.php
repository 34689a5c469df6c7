<?php
/**
 * A card. Expects `card`; takes `level` (heading level, default 2).
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

use Lernwelt\Core\Design\MotifShape;
use Lernwelt\Theme\Motifs;

/** @var array{card: Lernwelt\Theme\Content\Card, level?: int} $args */
$lernwelt_card  = $args['card'];
$lernwelt_level = max( 2, min( 4, (int) ( $args['level'] ?? 2 ) ) );
?>
<article class="lw-card">
	<div class="lw-card__picture">
		<?php
		if ( $lernwelt_card->image_id > 0 ) {
			echo wp_get_attachment_image( $lernwelt_card->image_id, 'lernwelt-card', false, [ 'sizes' => '(min-width: 992px) 420px, (min-width: 576px) 50vw, 100vw' ] );
		} else {
			echo Motifs::html( $lernwelt_card->seed, MotifShape::Card ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- numbers only.
		}
		?>
	</div>
	<div class="lw-card__text">
		<h<?php echo (int) $lernwelt_level; ?> class="lw-card__title"><a href="<?php echo esc_url( $lernwelt_card->url ); ?>"><?php echo esc_html( $lernwelt_card->title ); ?></a></h<?php echo (int) $lernwelt_level; ?>>
		<?php if ( '' !== $lernwelt_card->date ) : ?>
		<p class="lw-card__meta is-style-meta"><time datetime="<?php echo esc_attr( $lernwelt_card->date ); ?>"><?php echo esc_html( $lernwelt_card->date_de ); ?></time></p>
		<?php endif; ?>
		<?php if ( '' !== $lernwelt_card->note ) : ?>
		<p class="lw-card__meta is-style-meta"><?php echo esc_html( $lernwelt_card->note ); ?></p>
		<?php endif; ?>
		<?php if ( '' !== $lernwelt_card->text ) : ?>
		<p><?php echo esc_html( $lernwelt_card->text ); ?></p>
		<?php endif; ?>
		<?php get_template_part( 'parts/tags', null, [ 'tags' => $lernwelt_card->tags ] ); ?>
	</div>
</article>
