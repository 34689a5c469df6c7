<?php
/**
 * A number of entries.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Domain\Input;
use Lernwelt\Dataview\Domain\ViewOptions;

/** Makes the view of a block. */
final readonly class DataCountBlock {

	/**
	 * @param DataSources $sources Data sources of this portal.
	 */
	public function __construct( private DataSources $sources ) {}

	/**
	 * The view of a block for whoever looks.
	 *
	 * @param array<string, mixed> $attributes Attributes of the block.
	 */
	public function view( array $attributes ): CountView {
		$viewer  = Viewer::current();
		$options = ViewOptions::from( $attributes );
		$source  = '' === $options->source ? null : $this->sources->get( $options->source );
		if ( null === $source ) {
			return new CountView( '', $viewer->can( 'edit_posts' ) ? __( 'Choose in the settings of this block what it counts.', 'lernwelt-dataview' ) : '' );
		}
		$total = $source->query( new Query( scope: $options->scope, per_page: 0 ), $viewer )->total;
		$text  = Input::text( $attributes['text'] ?? '' );
		return new CountView( number_format_i18n( $total ), '' === $text ? $source->label() : $text );
	}
}
