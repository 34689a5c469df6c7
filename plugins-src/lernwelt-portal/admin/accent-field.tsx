import { Button, ColorPicker, Dropdown, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { formatRatio, ratioOnWhite, TEXT_RATIO } from './contrast';
import { controlId } from './fields';

interface AccentFieldProps {
	readonly value: string;
	readonly problem: string | undefined;
	readonly onChange: ( value: string ) => void;
}

/** The accent colour as text, with a picker, and what it looks like. */
export function AccentField( { value, problem, onChange }: AccentFieldProps ) {
	return (
		<div className="lernwelt-portal-accent">
			<div className="lernwelt-portal-accent__control">
				<TextControl
					__next40pxDefaultSize
					id={ controlId( 'accent' ) }
					className={ problem === undefined ? '' : 'lernwelt-portal-invalid' }
					label={ __( 'Accent colour', 'lernwelt-portal' ) }
					help={
						problem ??
						__(
							'As # and six characters. Leave it empty for the standard colour of this portal.',
							'lernwelt-portal'
						)
					}
					aria-invalid={ problem !== undefined }
					autoComplete="off"
					spellCheck={ false }
					value={ value }
					onChange={ onChange }
				/>
				<Dropdown
					popoverProps={ { placement: 'bottom-start' } }
					renderToggle={ ( { isOpen, onToggle } ) => (
						<Button __next40pxDefaultSize variant="secondary" onClick={ onToggle } aria-expanded={ isOpen }>
							{ __( 'Choose colour', 'lernwelt-portal' ) }
						</Button>
					) }
					renderContent={ () => (
						<ColorPicker
							enableAlpha={ false }
							copyFormat="hex"
							color={ ratioOnWhite( value ) === null ? '#4C7094' : value }
							onChange={ ( color ) => onChange( color.toUpperCase() ) }
						/>
					) }
				/>
			</div>
			<Sample color={ value } />
		</div>
	);
}

/** Text and button in the colour, with the measured ratio; nothing for what is no colour. */
function Sample( { color }: { readonly color: string } ) {
	const ratio = ratioOnWhite( color );
	if ( ratio === null ) {
		return null;
	}
	const passes = ratio >= TEXT_RATIO;
	const [ measured, needed ] = [ formatRatio( ratio ), formatRatio( TEXT_RATIO ) ];
	/* translators: 1: measured contrast ratio, 2: required contrast ratio. */
	const good = __( 'Contrast on white: %1$s. Good to read, %2$s are needed.', 'lernwelt-portal' );
	/* translators: 1: measured contrast ratio, 2: required contrast ratio. */
	const bad = __( 'Contrast on white: %1$s. Too little, %2$s are needed.', 'lernwelt-portal' );
	return (
		<div className="lernwelt-portal-sample">
			<div className="lernwelt-portal-sample__page" aria-hidden="true">
				<span style={ { color } } className="lernwelt-portal-sample__link">
					{ __( 'A link', 'lernwelt-portal' ) }
				</span>
				<span style={ { backgroundColor: color } } className="lernwelt-portal-sample__button">
					{ __( 'A button', 'lernwelt-portal' ) }
				</span>
			</div>
			<p className={ passes ? 'lernwelt-portal-help' : 'lernwelt-portal-error' } role="status">
				{ passes ? sprintf( good, measured, needed ) : sprintf( bad, measured, needed ) }
			</p>
		</div>
	);
}
