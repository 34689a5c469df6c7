<?php
/**
 * Roles on a portal.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/**
 * Names of the roles as WordPress knows them. Those that are not WordPress's own exist in memory alone, where
 * lernwelt-security registers them. What a role may do is asked of `current_user_can()`, never concluded from its name.
 */
final class Role {

	/** Runs a portal; WordPress's own. */
	public const ADMINISTRATOR = 'administrator';

	/** Writes and publishes everything on a portal; WordPress's own. */
	public const EDITOR = 'editor';

	/** Publishes own texts; WordPress's own. */
	public const AUTHOR = 'author';

	/** Writes texts that others publish; WordPress's own. */
	public const CONTRIBUTOR = 'contributor';

	/** May log in and nothing more; WordPress's own. */
	public const SUBSCRIBER = 'subscriber';

	public const TEACHER = 'lernwelt_teacher';

	public const HEAD_TEACHER = 'lernwelt_head_teacher';

	/** Has no account, see {@see PupilPresence}. */
	public const PUPIL = 'lernwelt_pupil';

	public const SCHOOL_ADMIN = 'lernwelt_school_admin';

	public const EVENT_ORGANISER = 'lernwelt_event_organiser';

	public const DEVICE_MANAGER = 'lernwelt_device_manager';

	public const STATISTICS_READER = 'lernwelt_statistics_reader';

	/** Offers something to schools from outside. */
	public const PARTNER = 'lernwelt_partner';
}
