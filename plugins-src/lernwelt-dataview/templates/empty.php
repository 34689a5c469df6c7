<?php
/**
 * Nothing found.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\EmptyView $view What to say.
 */

declare( strict_types=1 );

use Lernwelt\Core\Design\MotifShape;
use Lernwelt\Core\MotifPictures;

?>
<div class="lw-empty lw-dv__empty">
	<div class="lw-empty__motif"><?php echo MotifPictures::html( $view->seed, MotifShape::Square ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- numbers only. ?></div>
	<div class="lw-empty__text">
		<h2><?php echo esc_html( $view->title ); ?></h2>
		<p><?php echo esc_html( $view->text ); ?></p>
		<?php if ( null !== $view->reset ) : ?>
			<p><a class="lw-button lw-button--outline" id="<?php echo esc_attr( $view->reset->id ); ?>" href="<?php echo esc_url( $view->reset->url ); ?>"><?php echo esc_html( $view->reset->label ); ?></a></p>
		<?php endif; ?>
	</div>
</div>
