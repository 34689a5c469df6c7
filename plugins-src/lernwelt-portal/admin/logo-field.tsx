import apiFetch from '@wordpress/api-fetch';
import { BaseControl, Button, Spinner } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { controlId } from './fields';
import { choosePicture } from './media';

interface Picture {
	readonly source_url: string;
	readonly alt_text: string;
}

interface LogoFieldProps {
	readonly id: number;
	readonly problem: string | undefined;
	readonly onChange: ( id: number ) => void;
}

/** Shows the logo and opens the media library for another one. */
export function LogoField( { id, problem, onChange }: LogoFieldProps ) {
	const picture = usePicture( id );
	const button = useRef< HTMLButtonElement >( null );
	const open = () =>
		choosePicture( {
			title: __( 'Choose the logo', 'lernwelt-portal' ),
			button: __( 'Use as logo', 'lernwelt-portal' ),
			onChoose: onChange,
			onClose: () => button.current?.focus(),
		} );
	const remove = () => {
		onChange( 0 );
		button.current?.focus();
	};
	const helpId = `${ controlId( 'logo' ) }-help`;

	return (
		<div className="lernwelt-portal-logo" role="group" aria-labelledby={ `${ controlId( 'logo' ) }-label` }>
			<BaseControl.VisualLabel id={ `${ controlId( 'logo' ) }-label` }>
				{ __( 'Logo', 'lernwelt-portal' ) }
			</BaseControl.VisualLabel>
			<div className="lernwelt-portal-logo__picture">
				<Preview id={ id } picture={ picture } />
			</div>
			<div className="lernwelt-portal-logo__actions">
				<Button
					__next40pxDefaultSize
					ref={ button }
					id={ controlId( 'logo' ) }
					variant="secondary"
					onClick={ open }
					aria-describedby={ helpId }
				>
					{ id === 0 ? __( 'Choose logo', 'lernwelt-portal' ) : __( 'Replace logo', 'lernwelt-portal' ) }
				</Button>
				{ id !== 0 && (
					<Button __next40pxDefaultSize variant="tertiary" isDestructive onClick={ remove }>
						{ __( 'Remove logo', 'lernwelt-portal' ) }
					</Button>
				) }
			</div>
			<p id={ helpId } className={ problem === undefined ? 'lernwelt-portal-help' : 'lernwelt-portal-error' }>
				{ problem ??
					__( 'SVG, PNG or WebP, best in landscape format and without a margin.', 'lernwelt-portal' ) }
			</p>
		</div>
	);
}

function Preview( { id, picture }: { readonly id: number; readonly picture: Picture | null | undefined } ) {
	if ( id === 0 ) {
		return <>{ __( 'The portal shows its standard logo.', 'lernwelt-portal' ) }</>;
	}
	if ( picture === undefined ) {
		return <Spinner />;
	}
	if ( picture === null ) {
		return <>{ __( 'The preview could not be loaded.', 'lernwelt-portal' ) }</>;
	}
	const alt = picture.alt_text === '' ? __( 'Current logo', 'lernwelt-portal' ) : picture.alt_text;
	return <img src={ picture.source_url } alt={ alt } />;
}

/**
 * @param id Id in the media library.
 * @return Undefined while loading, null when it can't be had.
 */
function usePicture( id: number ): Picture | null | undefined {
	const [ picture, setPicture ] = useState< Picture | null >();
	useEffect( () => {
		if ( id === 0 ) {
			return undefined;
		}
		let current = true;
		setPicture( undefined );
		apiFetch< Picture >( { path: `/wp/v2/media/${ id }?_fields=source_url,alt_text` } )
			.then( ( found ) => current && setPicture( found ) )
			.catch( () => current && setPicture( null ) );
		return () => {
			current = false;
		};
	}, [ id ] );
	return picture;
}
