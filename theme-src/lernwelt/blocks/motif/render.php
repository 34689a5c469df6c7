<?php
/**
 * Prints the motif.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

use Lernwelt\Theme\Motifs;

/** @var array<string, mixed> $attributes */
echo Motifs::block( $attributes ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped there.
