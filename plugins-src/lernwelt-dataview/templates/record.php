<?php
/**
 * A record in a list, as a card, on the map.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\RecordView $view The record.
 */

declare( strict_types=1 );

use Lernwelt\Core\Design\MotifShape;
use Lernwelt\Core\MotifPictures;

$lernwelt_record = $view->record;
$lernwelt_class  = $view->card ? 'lw-card' : 'lw-row';
?>
<article class="lw-dv__record <?php echo esc_attr( $lernwelt_class ); ?>">
	<?php if ( $view->card ) : ?>
		<div class="lw-card__picture">
			<?php
			if ( 0 < $lernwelt_record->picture ) {
				echo wp_get_attachment_image( $lernwelt_record->picture, 'lernwelt-card', false, [ 'sizes' => '(min-width: 992px) 420px, (min-width: 576px) 50vw, 100vw' ] );
			} else {
				echo MotifPictures::html( $lernwelt_record->seed, MotifShape::Card ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- numbers only.
			}
			?>
		</div>
		<div class="lw-card__text">
	<?php endif; ?>
	<h2 class="<?php echo esc_attr( $lernwelt_class ); ?>__title">
		<?php if ( '' !== $lernwelt_record->url ) : ?>
			<a href="<?php echo esc_url( $lernwelt_record->url ); ?>"><?php echo esc_html( $lernwelt_record->title ); ?></a>
		<?php else : ?>
			<?php echo esc_html( $lernwelt_record->title ); ?>
		<?php endif; ?>
	</h2>
	<?php if ( [] !== $view->meta ) : ?>
		<p class="lw-dv__meta is-style-meta">
			<?php foreach ( $view->meta as $lernwelt_position => $lernwelt_value ) : ?>
				<?php echo 0 < $lernwelt_position ? ' · ' : ''; ?>
				<?php echo $lernwelt_value->html(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped by the value. ?>
			<?php endforeach; ?>
		</p>
	<?php endif; ?>
	<?php foreach ( $view->texts as $lernwelt_text ) : ?>
		<p><?php echo esc_html( $lernwelt_text ); ?></p>
	<?php endforeach; ?>
	<?php if ( [] !== $view->tags ) : ?>
		<ul class="is-style-tags">
			<?php foreach ( $view->tags as $lernwelt_tag ) : ?>
				<li><?php echo esc_html( $lernwelt_tag ); ?></li>
			<?php endforeach; ?>
		</ul>
	<?php endif; ?>
	<?php echo $view->card ? '</div>' : ''; ?>
</article>
