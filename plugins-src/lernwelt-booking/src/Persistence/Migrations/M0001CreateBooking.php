<?php
/**
 * Tables of dates and bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Table;
use wpdb;

/** Dates of events and bookings of dates. The key `figures` holds all that statistics count. */
final class M0001CreateBooking implements Migration {

	public function id(): string {
		return 'M0001_create_booking';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Portal;
	}

	public function up( wpdb $db ): void {
		Table::create(
			$db,
			$db->prefix . 'lw_event_dates',
			"id bigint(20) NOT NULL AUTO_INCREMENT,
			event_id bigint(20) NOT NULL,
			series varchar(32) NOT NULL DEFAULT '',
			state varchar(10) NOT NULL DEFAULT 'planned',
			starts_at datetime NOT NULL,
			ends_at datetime NOT NULL,
			zone varchar(64) NOT NULL,
			all_day tinyint NOT NULL DEFAULT 0,
			place varchar(200) NOT NULL DEFAULT '',
			link varchar(500) NOT NULL DEFAULT '',
			capacity int NOT NULL,
			booked int NOT NULL DEFAULT 0,
			minimum int NOT NULL DEFAULT 0,
			opens_at datetime NULL DEFAULT NULL,
			closes_at datetime NOT NULL,
			cancel_until datetime NOT NULL,
			audience text NOT NULL,
			questions text NOT NULL,
			sequence int NOT NULL DEFAULT 0,
			version int NOT NULL DEFAULT 1,
			reminded_at datetime NULL DEFAULT NULL,
			created_at datetime NOT NULL,
			changed_at datetime NOT NULL,
			PRIMARY KEY (id),
			KEY event_id (event_id, starts_at),
			KEY starts_at (starts_at)"
		);
		Table::create(
			$db,
			$db->prefix . 'lw_bookings',
			"id bigint(20) NOT NULL AUTO_INCREMENT,
			number varchar(12) NOT NULL,
			date_id bigint(20) NOT NULL,
			person_key varchar(70) NOT NULL,
			slot bigint(20) NOT NULL DEFAULT 0,
			state varchar(10) NOT NULL DEFAULT 'booked',
			user_id bigint(20) NOT NULL DEFAULT 0,
			booked_by bigint(20) NOT NULL DEFAULT 0,
			name varchar(200) NOT NULL DEFAULT '',
			email varchar(200) NOT NULL DEFAULT '',
			role varchar(60) NOT NULL DEFAULT '',
			school_number varchar(40) NOT NULL DEFAULT '',
			school_name varchar(200) NOT NULL DEFAULT '',
			school_type varchar(40) NOT NULL DEFAULT '',
			district varchar(40) NOT NULL DEFAULT '',
			startchancen tinyint NULL DEFAULT NULL,
			answers text NOT NULL,
			note text NOT NULL,
			attended tinyint NULL DEFAULT NULL,
			sequence int NOT NULL DEFAULT 0,
			booked_at datetime NOT NULL,
			cancelled_at datetime NULL DEFAULT NULL,
			cancelled_by varchar(10) NOT NULL DEFAULT '',
			anonymised_at datetime NULL DEFAULT NULL,
			PRIMARY KEY (id),
			UNIQUE KEY number (number),
			UNIQUE KEY date_person (date_id, person_key, slot),
			KEY user_id (user_id, date_id),
			KEY booked_by (booked_by),
			KEY email (email),
			KEY figures (date_id, state, attended, district, school_type, startchancen)"
		);
	}
}
