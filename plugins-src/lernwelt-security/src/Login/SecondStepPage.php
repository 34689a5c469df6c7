<?php
/**
 * Pages of the second step.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Lernwelt\Security\Domain\SecondFactor\Base32;
use Lernwelt\Security\Domain\SecondFactor\Totp;
use WP_Error;
use WP_User;

/** Asks for a code, helps with setting an app up, and shows recovery codes – in the frame of wp-login.php. */
final readonly class SecondStepPage {

	private const HANDLE = 'lernwelt-second-factor';

	/**
	 * @param string $file Main file of the plugin.
	 */
	public function __construct( private string $file ) {}

	/** Action `login_enqueue_scripts`, on the pages of the second step. */
	public function enqueue(): void {
		wp_enqueue_style( self::HANDLE, plugins_url( 'assets/second-factor.css', $this->file ), [ 'login' ], $this->version( 'assets/second-factor.css' ) );
		wp_enqueue_script( self::HANDLE, plugins_url( 'build/second-factor.js', $this->file ), [], $this->version( 'build/second-factor.js' ), [ 'strategy' => 'defer' ] );
	}

	/**
	 * Asks for a code.
	 *
	 * @param WP_Error $errors What was wrong with the last one.
	 */
	public function question( WP_Error $errors ): never {
		login_header( __( 'Second factor', 'lernwelt-security' ), '', $errors );
		$this->begin_form();
		$this->print_code_field( __( 'Code from your app', 'lernwelt-security' ), __( 'Six digits that change every 30 seconds.', 'lernwelt-security' ), $errors );
		?>
		<details class="lernwelt-recovery">
			<summary><?php esc_html_e( 'I don’t have my app at hand', 'lernwelt-security' ); ?></summary>
			<p>
				<label for="lernwelt-recovery-code"><?php esc_html_e( 'Recovery code', 'lernwelt-security' ); ?></label>
				<input type="text" name="recovery_code" id="lernwelt-recovery-code" class="input" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="lernwelt-recovery-help">
			</p>
			<p id="lernwelt-recovery-help" class="description"><?php esc_html_e( 'One of the ten codes that you noted when you set up the app. Each works once. If you have none left, ask the administrators of the network.', 'lernwelt-security' ); ?></p>
		</details>
		<?php
		$this->end_form( __( 'Log in', 'lernwelt-security' ) );
	}

	/**
	 * Helps with setting an app up.
	 *
	 * @param WP_User  $user   Account.
	 * @param string   $secret Bytes.
	 * @param WP_Error $errors What was wrong with the last code.
	 */
	public function enrolment( WP_User $user, string $secret, WP_Error $errors ): never {
		$address = Totp::address( $secret, html_entity_decode( get_network()->site_name ?? 'Lernwelt', ENT_QUOTES ), $user->user_login );
		login_header( __( 'Set up the second factor', 'lernwelt-security' ), '', $errors );
		$this->begin_form();
		?>
		<h2 class="lernwelt-step-title"><?php esc_html_e( 'How to set up your app', 'lernwelt-security' ); ?></h2>
		<p><?php esc_html_e( 'This account needs a code from an app on your phone besides the password. Any authenticator app will do.', 'lernwelt-security' ); ?></p>
		<ol class="lernwelt-steps">
			<li>
				<?php esc_html_e( 'Scan this picture with the app.', 'lernwelt-security' ); ?>
				<div id="lernwelt-qr" class="lernwelt-qr" role="img" aria-label="<?php esc_attr_e( 'QR code with the key for your app', 'lernwelt-security' ); ?>" data-address="<?php echo esc_attr( $address ); ?>"></div>
				<p><?php esc_html_e( 'Or type this key into the app:', 'lernwelt-security' ); ?> <code class="lernwelt-key"><?php echo esc_html( trim( chunk_split( Base32::encode( $secret ), 4, ' ' ) ) ); ?></code></p>
				<p><a href="<?php echo esc_url( $address, [ 'otpauth' ] ); ?>"><?php esc_html_e( 'Open in an app on this device', 'lernwelt-security' ); ?></a></p>
			</li>
			<li><?php esc_html_e( 'Type the code that the app shows now.', 'lernwelt-security' ); ?></li>
		</ol>
		<?php
		$this->print_code_field( __( 'Code from your app', 'lernwelt-security' ), __( 'Six digits that change every 30 seconds.', 'lernwelt-security' ), $errors );
		$this->end_form( __( 'Confirm', 'lernwelt-security' ) );
	}

	/**
	 * Shows recovery codes, this once.
	 *
	 * @param list<string> $codes   Codes.
	 * @param string       $address Where to go on.
	 */
	public function codes( array $codes, string $address ): never {
		login_header( __( 'Recovery codes', 'lernwelt-security' ) );
		?>
		<div class="lernwelt-step">
			<h2 class="lernwelt-step-title"><?php esc_html_e( 'Your recovery codes', 'lernwelt-security' ); ?></h2>
			<p><?php esc_html_e( 'Note these ten codes and keep them in a safe place, not on your phone. Each of them replaces the app once. They are shown only now.', 'lernwelt-security' ); ?></p>
			<ul class="lernwelt-codes">
				<?php foreach ( $codes as $code ) : ?>
					<li><code><?php echo esc_html( $code ); ?></code></li>
				<?php endforeach; ?>
			</ul>
			<p><a class="button button-primary button-large" href="<?php echo esc_url( $address ); ?>"><?php esc_html_e( 'I have noted the codes', 'lernwelt-security' ); ?></a></p>
		</div>
		<?php
		login_footer();
		exit;
	}

	private function begin_form(): void {
		printf( '<form name="secondfactorform" id="secondfactorform" action="%s" method="post">', esc_url( SecondStep::address() ) );
	}

	private function print_code_field( string $label, string $help, WP_Error $errors ): void {
		?>
		<p>
			<label for="lernwelt-code"><?php echo esc_html( $label ); ?></label>
			<input type="text" name="code" id="lernwelt-code" class="input" inputmode="numeric" autocomplete="one-time-code" maxlength="12" autofocus aria-describedby="lernwelt-code-help<?php echo $errors->has_errors() ? ' login_error' : ''; ?>"<?php echo $errors->has_errors() ? ' aria-invalid="true"' : ''; ?>>
		</p>
		<p id="lernwelt-code-help" class="description"><?php echo esc_html( $help ); ?></p>
		<?php
	}

	private function end_form( string $button ): never {
		?>
			<p class="submit"><button type="submit" name="wp-submit" id="wp-submit" class="button button-primary button-large"><?php echo esc_html( $button ); ?></button></p>
		</form>
		<p id="nav"><a href="<?php echo esc_url( wp_login_url() ); ?>"><?php esc_html_e( 'Back to the password', 'lernwelt-security' ); ?></a></p>
		<?php
		login_footer();
		exit;
	}

	private function version( string $path ): string {
		$file = dirname( $this->file ) . '/' . $path;
		return is_file( $file ) ? substr( (string) md5_file( $file ), 0, 12 ) : '0';
	}
}
