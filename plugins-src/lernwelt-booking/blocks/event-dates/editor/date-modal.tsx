import { Button, Modal, Notice } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { EventDates } from '../../../types/generated/event-dates';
import type { EventSeries } from '../../../types/generated/event-series';
import { api, type Failure, failureOf } from './api';
import { Audience } from './audience';
import { DateFields } from './date-fields';
import { Field } from './field';
import { concernsPeople, type DateItem, type Draft } from './form';
import { Questions } from './questions';
import { Preview, SeriesFields } from './series';
import { toldWords } from './words';

interface DateModalProps {
	readonly event: number;
	readonly list: EventDates;
	/** The date that is changed; undefined for a new one. */
	readonly item?: DateItem | undefined;
	readonly initial: Draft;
	/** Called with the new list when all is stored, and what to say about it. */
	readonly onSaved: ( list: EventDates, said: string ) => void;
	/** Called with a newer list that others made. */
	readonly onReload: ( list: EventDates ) => void;
	readonly onClose: () => void;
}

const FINE: Failure = { fields: {}, message: '', conflict: false };

/** The form of one date, or of a series of new ones. It stays open, with everything typed, until the server has taken it. */
export function DateModal( { event, list, item, initial, onSaved, onReload, onClose }: DateModalProps ) {
	const [ draft, setDraft ] = useState( initial );
	const [ message, setMessage ] = useState( '' );
	const [ failure, setFailure ] = useState( FINE );
	const [ plan, setPlan ] = useState< EventSeries >();
	const [ busy, setBusy ] = useState( false );
	const [ leaving, setLeaving ] = useState( false );
	const [ version, setVersion ] = useState( item?.version ?? 0 );
	const form = useRef< HTMLFormElement >( null );
	const set = ( changed: Draft ) => {
		setDraft( changed );
		setPlan( undefined );
	};

	useEffect( () => {
		if ( failure !== FINE ) {
			// The whole message stands above the fields, but the first wrong field comes first.
			const places = [ '[aria-invalid="true"], [data-problem]', '.lw-event-form__trouble' ];
			places
				.map( ( place ) => form.current?.querySelector< HTMLElement >( place ) ?? null )
				.find( ( place ) => place !== null )
				?.focus();
		}
	}, [ failure ] );
	useEffect( () => {
		if ( plan !== undefined ) {
			form.current?.querySelector< HTMLElement >( '[data-preview]' )?.focus();
		}
	}, [ plan ] );

	async function save(): Promise< void > {
		if ( item !== undefined ) {
			const told = item.booked > 0 && concernsPeople( item.input, draft );
			onSaved(
				await api.change( item.id, draft, version, told ? message : '' ),
				told
					? __( 'The date was changed, and everybody who booked gets an e-mail.', 'lernwelt-booking' )
					: __( 'The date was changed.', 'lernwelt-booking' )
			);
		} else if ( ! draft.series.on ) {
			onSaved( await api.add( event, draft ), __( 'The date was added.', 'lernwelt-booking' ) );
		} else if ( plan === undefined ) {
			setPlan( await api.series( event, draft, true ) );
		} else {
			const { made } = await api.series( event, draft, false );
			/* translators: %d: number of dates. */
			const said = sprintf( _n( '%d date was added.', '%d dates were added.', made, 'lernwelt-booking' ), made );
			onSaved( await api.list( event ), said );
		}
	}

	async function attempt( work: () => Promise< void > ): Promise< void > {
		setBusy( true );
		try {
			await work();
			setFailure( FINE );
		} catch ( error ) {
			setFailure( failureOf( error ) );
		}
		setBusy( false );
	}

	async function reload(): Promise< void > {
		const fresh = await api.list( event );
		onReload( fresh );
		setVersion( fresh.items.find( ( { id } ) => id === item?.id )?.version ?? 0 );
	}

	const close = () => {
		if ( leaving || JSON.stringify( draft ) === JSON.stringify( initial ) ) {
			onClose();
		} else {
			setLeaving( true );
		}
	};
	return (
		<Modal
			title={ item === undefined ? __( 'New date', 'lernwelt-booking' ) : __( 'Edit date', 'lernwelt-booking' ) }
			className="lw-event-form lw-event-form--window"
			size="large"
			shouldCloseOnClickOutside={ false }
			focusOnMount="firstInputElement"
			onRequestClose={ close }
		>
			<form
				ref={ form }
				noValidate
				onSubmit={ ( submitted: FormEvent ) => {
					submitted.preventDefault();
					if ( ! busy ) {
						void attempt( save );
					}
				} }
			>
				{ leaving && <Leaving onStay={ () => setLeaving( false ) } onLeave={ onClose } /> }
				{ failure.message !== '' && (
					<div className="lw-event-form__trouble" tabIndex={ -1 }>
						<Notice
							status="error"
							isDismissible={ false }
							politeness="assertive"
							actions={
								failure.conflict && item !== undefined
									? [
											{
												label: __( 'Go on with what I typed', 'lernwelt-booking' ),
												onClick: () => void attempt( reload ),
											},
										]
									: []
							}
						>
							{ failure.conflict && item !== undefined
								? __(
										'Somebody else has changed this date in the meantime. What you typed still stands here; nothing was saved.',
										'lernwelt-booking'
									)
								: failure.message }
						</Notice>
					</div>
				) }
				<DateFields draft={ draft } set={ set } now={ list.now } errors={ failure.fields } />
				<Audience
					draft={ draft }
					change={ ( values ) => set( { ...draft, ...values } ) }
					roles={ list.roles }
					errors={ failure.fields }
				/>
				<Questions
					questions={ draft.questions }
					onChange={ ( questions ) => set( { ...draft, questions } ) }
					errors={ failure.fields }
				/>
				{ item === undefined && (
					<SeriesFields
						draft={ draft }
						change={ ( values ) => set( { ...draft, ...values } ) }
						errors={ failure.fields }
					/>
				) }
				{ item !== undefined && item.booked > 0 && ! item.over && concernsPeople( item.input, draft ) && (
					<section className="lw-event-form__told">
						<p>{ toldWords( item.booked ) }</p>
						<Field
							label={ __( 'Your message to them', 'lernwelt-booking' ) }
							rows={ 3 }
							value={ message }
							error={ failure.fields.message }
							onChange={ setMessage }
						/>
					</section>
				) }
				{ plan !== undefined && <Preview plan={ plan } /> }
				<div className="lw-event-form__buttons">
					<Button
						variant="primary"
						type="submit"
						__next40pxDefaultSize
						isBusy={ busy }
						accessibleWhenDisabled
						disabled={ busy }
					>
						{ submitWords( item, draft, plan ) }
					</Button>
					<Button variant="tertiary" __next40pxDefaultSize onClick={ close }>
						{ __( 'Cancel', 'lernwelt-booking' ) }
					</Button>
				</div>
			</form>
		</Modal>
	);
}

function submitWords( item: DateItem | undefined, draft: Draft, plan: EventSeries | undefined ): string {
	if ( item !== undefined ) {
		return item.booked > 0 && concernsPeople( item.input, draft ) && ! item.over
			? __( 'Save and tell everybody', 'lernwelt-booking' )
			: __( 'Save date', 'lernwelt-booking' );
	}
	if ( ! draft.series.on ) {
		return __( 'Add date', 'lernwelt-booking' );
	}
	if ( plan === undefined ) {
		return __( 'Show the days of the series', 'lernwelt-booking' );
	}
	const count = plan.days.filter( ( { skipped } ) => skipped === '' ).length;
	/* translators: %d: number of dates. */
	return sprintf( _n( 'Add %d date', 'Add %d dates', count, 'lernwelt-booking' ), count );
}

function Leaving( { onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void } ) {
	const box = useRef< HTMLDivElement >( null );
	useEffect( () => box.current?.focus(), [] );
	return (
		<div ref={ box } tabIndex={ -1 } className="lw-event-form__trouble">
			<Notice
				status="warning"
				isDismissible={ false }
				politeness="assertive"
				actions={ [
					{ label: __( 'Go on editing', 'lernwelt-booking' ), onClick: onStay },
					{ label: __( 'Discard what I typed', 'lernwelt-booking' ), onClick: onLeave },
				] }
			>
				{ __( 'What you typed is not saved yet.', 'lernwelt-booking' ) }
			</Notice>
		</div>
	);
}
