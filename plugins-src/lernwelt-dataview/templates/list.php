<?php
/**
 * Records as list or cards.
 *
 * @package Lernwelt\Dataview
 *
 * @var Lernwelt\Dataview\Blocks\DataView $view The data view.
 */

declare( strict_types=1 );

use Lernwelt\Core\Design\MotifShape;
use Lernwelt\Core\MotifPictures;
use Lernwelt\Dataview\Domain\Layout;

if ( Layout::Cards === $view->layout ) {
	MotifPictures::prime( array_map( static fn ( $shown ): string => $shown->record->seed, $view->records ), MotifShape::Card );
}

?>
<ul class="<?php echo Layout::Cards === $view->layout ? 'lw-dv__cards lw-cards' : 'lw-dv__list lw-rows'; ?>">
	<?php foreach ( $view->records as $lernwelt_record ) : ?>
		<li id="<?php echo esc_attr( $lernwelt_record->id ); ?>"><?php echo $lernwelt_record->html(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped in templates/record.php. ?></li>
	<?php endforeach; ?>
</ul>
