/** What the media library says about a chosen file. */
interface ChosenFile {
	readonly id: number;
}

/** The part of WordPress's media library window that is used here. */
interface MediaFrame {
	open: () => void;
	on: ( event: 'select' | 'close', callback: () => void ) => void;
	state: () => { get: ( key: 'selection' ) => { first: () => { toJSON: () => ChosenFile } } };
}

declare global {
	interface Window {
		wp?: {
			media?: ( options: {
				title: string;
				button: { text: string };
				library: { type: string };
				multiple: boolean;
			} ) => MediaFrame;
		};
	}
}

/** What the window says, and what happens afterwards. */
interface PictureRequest {
	readonly title: string;
	readonly button: string;
	readonly onChoose: ( id: number ) => void;
	readonly onClose: () => void;
}

/**
 * Opens the media library to choose one picture.
 *
 * @param request Words and callbacks.
 */
export function choosePicture( request: PictureRequest ): void {
	const frame = window.wp?.media?.( {
		title: request.title,
		button: { text: request.button },
		library: { type: 'image' },
		multiple: false,
	} );
	frame?.on( 'select', () => request.onChoose( frame.state().get( 'selection' ).first().toJSON().id ) );
	frame?.on( 'close', request.onClose );
	frame?.open();
}
