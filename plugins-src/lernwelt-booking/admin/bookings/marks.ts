/** Whether somebody came; null for not marked. */
export type Mark = boolean | null;

/** What the server answers. */
export interface MarksAnswer {
	readonly saved: Readonly< Record< string, Mark > >;
	/** Numbers that hold no seat at this date any more. */
	readonly unknown: readonly string[];
}

/** How the marks stand; a new object whenever something changed. */
export interface MarksState {
	/** Number of the booking → mark that isn't sent yet. */
	readonly waiting: ReadonlyMap< string, Mark >;
	/** Number → mark that the server has confirmed since the page was opened. */
	readonly saved: ReadonlyMap< string, Mark >;
	/** Numbers whose marks the server doesn't take. */
	readonly refused: readonly string[];
	/** What the last try failed with; undefined when it didn't. */
	readonly failure: unknown;
}

/** Most marks of one request; the schema says so. */
const PORTION = 500;

/**
 * Marks of one date, kept by booking number in the open page until the server has confirmed them. Sending them twice
 * does no harm, so nothing is taken off the list before there is an answer.
 */
export class Marks {
	private state: MarksState = { waiting: new Map(), saved: new Map(), refused: [], failure: undefined };
	private sending = false;
	private readonly listeners = new Set< () => void >();

	/**
	 * @param send     Sends marks; throws when there is no answer.
	 * @param isOnline Whether it is worth trying.
	 */
	constructor(
		private readonly send: ( marks: Readonly< Record< string, Mark > > ) => Promise< MarksAnswer >,
		private readonly isOnline: () => boolean
	) {}

	readonly read = (): MarksState => this.state;

	readonly listen = ( listener: () => void ): ( () => void ) => {
		this.listeners.add( listener );
		return () => this.listeners.delete( listener );
	};

	/**
	 * The mark as the organiser sees it.
	 *
	 * @param number Number of the booking.
	 * @param stored What the list said when it was loaded.
	 */
	of( number: string, stored: Mark ): Mark {
		const { waiting, saved } = this.state;
		return (
			waiting.get( number ) ??
			( waiting.has( number ) ? null : ( saved.get( number ) ?? ( saved.has( number ) ? null : stored ) ) )
		);
	}

	/**
	 * Marks somebody and sends it as soon as possible.
	 *
	 * @param number Number of the booking.
	 * @param mark   Mark, null to take one back.
	 */
	set( number: string, mark: Mark ): void {
		this.change( { waiting: new Map( this.state.waiting ).set( number, mark ) } );
		void this.flush();
	}

	/** Sends what waits. Failures stay in the state, and so do the marks. */
	async flush(): Promise< void > {
		if ( this.sending || this.state.waiting.size === 0 || ! this.isOnline() ) {
			return;
		}
		this.sending = true;
		const portion = [ ...this.state.waiting ].slice( 0, PORTION );
		let failed = false;
		try {
			this.take( portion, await this.send( Object.fromEntries( portion ) ) );
		} catch ( failure ) {
			failed = true;
			this.change( { failure } );
		} finally {
			this.sending = false;
		}
		if ( ! failed ) {
			await this.flush();
		}
	}

	/** What was marked anew while the request was under way goes on waiting. */
	private take( portion: ReadonlyArray< readonly [ string, Mark ] >, { unknown }: MarksAnswer ): void {
		const waiting = new Map( this.state.waiting );
		const saved = new Map( this.state.saved );
		const refused = new Set( this.state.refused );
		for ( const [ number, mark ] of portion ) {
			if ( waiting.get( number ) === mark ) {
				waiting.delete( number );
			}
			if ( unknown.includes( number ) ) {
				refused.add( number );
			} else {
				saved.set( number, mark );
			}
		}
		this.change( { waiting, saved, refused: [ ...refused ], failure: undefined } );
	}

	private change( change: Partial< MarksState > ): void {
		this.state = { ...this.state, ...change };
		this.listeners.forEach( ( listener ) => listener() );
	}
}
