import { Button, CheckboxControl, Notice, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Sentences } from './api';
import { Field, Group } from './field';
import type { Question } from './form';

interface QuestionsProps {
	readonly questions: readonly Question[];
	readonly onChange: ( questions: Question[] ) => void;
	readonly errors: Sentences;
}

/** Most questions of a date. */
const MOST = 10;

/** A name that no question of the date has. */
export function freeId( questions: readonly Question[] ): string {
	const taken = new Set( questions.map( ( { id } ) => id ) );
	let number = questions.length + 1;
	while ( taken.has( `frage-${ number }` ) ) {
		number++;
	}
	return `frage-${ number }`;
}

/** What people are asked who book: choices; free text only for who insists. */
export function Questions( { questions, onChange, errors }: QuestionsProps ) {
	const [ free, setFree ] = useState( questions.some( ( { type } ) => type === 'text' ) );
	const add = ( type: Question[ 'type' ] ) =>
		onChange( [ ...questions, { id: freeId( questions ), label: '', type, choices: [], required: false } ] );
	return (
		<Group title={ __( 'Questions to people who book', 'lernwelt-booking' ) } error={ errors.questions }>
			<p className="lw-event-form__help">
				{ __(
					'Ask only what you need to prepare. Nothing about health, religion, diet, and nothing about pupils.',
					'lernwelt-booking'
				) }
			</p>
			{ questions.map( ( question, place ) => (
				<OneQuestion
					key={ question.id }
					place={ place }
					question={ question }
					errors={ errors }
					onChange={ ( changed ) =>
						onChange( questions.map( ( one ) => ( one === question ? changed : one ) ) )
					}
					onRemove={ () => onChange( questions.filter( ( one ) => one !== question ) ) }
				/>
			) ) }
			<div className="lw-event-form__buttons">
				<Button
					variant="secondary"
					__next40pxDefaultSize
					disabled={ questions.length >= MOST }
					onClick={ () => add( 'one' ) }
				>
					{ __( 'Add question with choices', 'lernwelt-booking' ) }
				</Button>
				{ free && (
					<Button
						variant="secondary"
						__next40pxDefaultSize
						disabled={ questions.length >= MOST }
						onClick={ () => add( 'text' ) }
					>
						{ __( 'Add question with free text', 'lernwelt-booking' ) }
					</Button>
				) }
			</div>
			<CheckboxControl
				label={ __( 'Allow free text as an answer', 'lernwelt-booking' ) }
				checked={ free }
				disabled={ questions.some( ( { type } ) => type === 'text' ) }
				onChange={ setFree }
			/>
			{ free && (
				<Notice status="warning" isDismissible={ false }>
					{ __(
						'People write more into free text than you want to know. Do not ask for anything about health, religion or diet, and nothing about pupils. Answers are seen by everybody who looks after the bookings.',
						'lernwelt-booking'
					) }
				</Notice>
			) }
		</Group>
	);
}

interface OneProps {
	readonly place: number;
	readonly question: Question;
	readonly errors: Sentences;
	readonly onChange: ( question: Question ) => void;
	readonly onRemove: () => void;
}

function OneQuestion( { place, question, errors, onChange, onRemove }: OneProps ) {
	const error = ( field: string ) => errors[ `questions.${ place }.${ field }` ];
	/* translators: %d: number of the question. */
	const name = sprintf( __( 'Question %d', 'lernwelt-booking' ), place + 1 );
	return (
		<fieldset className="lw-event-form__part">
			<legend className="screen-reader-text">{ name }</legend>
			<Field
				label={ name }
				value={ question.label }
				error={ error( 'label' ) ?? error( 'id' ) }
				onChange={ ( label ) => onChange( { ...question, label } ) }
			/>
			{ question.type !== 'text' && (
				<>
					<SelectControl
						__next40pxDefaultSize
						label={ __( 'People choose', 'lernwelt-booking' ) }
						value={ question.type }
						options={ [
							{ value: 'one', label: __( 'one answer', 'lernwelt-booking' ) },
							{ value: 'several', label: __( 'several answers', 'lernwelt-booking' ) },
						] }
						onChange={ ( type ) => onChange( { ...question, type } ) }
					/>
					<Field
						label={ __( 'Answers, one per line', 'lernwelt-booking' ) }
						rows={ 3 }
						value={ question.choices.join( '\n' ) }
						error={ error( 'choices' ) }
						onChange={ ( lines ) => onChange( { ...question, choices: lines.split( '\n' ) } ) }
					/>
				</>
			) }
			<CheckboxControl
				label={ __( 'Must be answered', 'lernwelt-booking' ) }
				checked={ question.required }
				onChange={ ( required ) => onChange( { ...question, required } ) }
			/>
			<Button variant="link" isDestructive onClick={ onRemove }>
				{ /* translators: %s: "Question 2". */ sprintf( __( 'Remove: %s', 'lernwelt-booking' ), name ) }
			</Button>
		</fieldset>
	);
}
