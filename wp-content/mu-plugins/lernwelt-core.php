<?php
/**
 * Plugin Name: Lernwelt core loader
 * Description: WordPress loads must-use files only from the top folder; this one loads lernwelt-core from its own.
 * License: GPL-2.0-or-later
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

require __DIR__ . '/lernwelt-core/lernwelt-core.php';
