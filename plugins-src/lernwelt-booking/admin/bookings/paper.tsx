import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Participants } from './api';
import { saveCsv, saveWorkbook } from './files';
import { Done, Trouble } from './parts';
import { failureOf } from './problems';
import type { Addresses } from './screen';
import { useMarks } from './use-marks';

interface PaperProps {
	readonly people: Participants;
	readonly addresses: Addresses;
}

/** Sign-in sheet, name badges, certificates, tables. */
export function PaperTab( { people, addresses }: PaperProps ) {
	const { id } = people.date;
	const [ message, setMessage ] = useState( '' );
	const [ done, setDone ] = useState( '' );
	const marks = useMarks( id );
	const came = people.items.some( ( person ) => person.held && marks.of( person.number, person.attended ) === true );
	const save = async ( work: () => Promise< void > ) => {
		setMessage( '' );
		setDone( '' );
		try {
			await work();
			setDone( __( 'The file is in your downloads.', 'lernwelt-booking' ) );
		} catch ( error ) {
			setMessage( failureOf( error ).message );
		}
	};
	return (
		<>
			<Trouble message={ message } />
			<Done message={ done } />
			<h2>{ __( 'To print', 'lernwelt-booking' ) }</h2>
			<div className="lernwelt-bookings-buttons">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					href={ `${ addresses.print }&what=sign-in-sheet&date=${ id }` }
				>
					{ __( 'Sign-in sheet', 'lernwelt-booking' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					href={ `${ addresses.print }&what=badges&date=${ id }` }
				>
					{ __( 'Name badges', 'lernwelt-booking' ) }
				</Button>
			</div>
			{ people.may_export && (
				<>
					<h2>{ __( 'Certificates of attendance', 'lernwelt-booking' ) }</h2>
					{ came ? (
						<div className="lernwelt-bookings-buttons">
							<Button
								__next40pxDefaultSize
								variant="secondary"
								href={ `${ addresses.certificates }&date=${ id }` }
							>
								{ __( 'PDF, one page for each person', 'lernwelt-booking' ) }
							</Button>
						</div>
					) : (
						<p>{ __( 'First mark under “Attendance” who was there.', 'lernwelt-booking' ) }</p>
					) }
					<h2>{ __( 'List as a file', 'lernwelt-booking' ) }</h2>
					<p>
						{ __(
							'The file names people. Please keep it safe and delete it when it is no longer needed. Each download is recorded.',
							'lernwelt-booking'
						) }
					</p>
					<div className="lernwelt-bookings-buttons">
						<Button
							__next40pxDefaultSize
							variant="secondary"
							onClick={ () =>
								void save( () => saveWorkbook( id, __( 'Participants', 'lernwelt-booking' ) ) )
							}
						>
							{ __( 'Excel (XLSX)', 'lernwelt-booking' ) }
						</Button>
						<Button
							__next40pxDefaultSize
							variant="secondary"
							onClick={ () => void save( () => saveCsv( id ) ) }
						>
							{ __( 'CSV', 'lernwelt-booking' ) }
						</Button>
					</div>
				</>
			) }
		</>
	);
}
