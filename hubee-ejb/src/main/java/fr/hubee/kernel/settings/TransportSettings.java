package fr.hubee.kernel.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The TLS settings. The server itself uses them; they are checked here, so that it does not start with an incomplete
 * and unsafe configuration.
 */
public final class TransportSettings {
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final Set<String> YES_OR_NO = Set.of("true", "false");
    private static final List<String> FILES =
            List.of("HUBEE_TLS_CERTIFICATE", "HUBEE_TLS_KEY", "HUBEE_TLS_CLIENT_AUTHORITIES", "HUBEE_DB_SSLROOTCERT");

    private final SettingSource source;

    private TransportSettings(SettingSource source) {
        this.source = source;
    }

    /** @throws IllegalStateException with the name of the setting that is invalid, or lacks another */
    public static void check(SettingSource source) {
        var settings = new TransportSettings(source);
        settings.callers();
        settings.database();
        settings.relay();
        FILES.forEach(settings::requireReadable);
    }

    private void callers() {
        boolean certificates = yes("HUBEE_TLS_CLIENT_CERTIFICATES", "false");
        needs(isSet("HUBEE_TLS_CERTIFICATE"), "HUBEE_TLS_CERTIFICATE", "HUBEE_TLS_KEY");
        needs(isSet("HUBEE_TLS_KEY"), "HUBEE_TLS_KEY", "HUBEE_TLS_CERTIFICATE");
        needs(certificates, "HUBEE_TLS_CLIENT_CERTIFICATES", "HUBEE_TLS_CERTIFICATE");
        needs(!yes("HUBEE_HTTP", "true"), "HUBEE_HTTP=false", "HUBEE_TLS_CERTIFICATE");
        if (isSet("HUBEE_TLS_CLIENT_AUTHORITIES") && !certificates) {
            source.refuse(lacking("HUBEE_TLS_CLIENT_AUTHORITIES", "HUBEE_TLS_CLIENT_CERTIFICATES=true"));
        }
    }

    private void database() {
        var mode = oneOf("HUBEE_DB_SSLMODE", SSL_MODES, "prefer");
        boolean verified = mode.startsWith("verify-");
        needs(verified, "HUBEE_DB_SSLMODE=" + mode, "HUBEE_DB_SSLROOTCERT");
        if (isSet("HUBEE_DB_SSLROOTCERT") && !verified) {
            source.refuse(lacking("HUBEE_DB_SSLROOTCERT", "HUBEE_DB_SSLMODE=verify-full"));
        }
    }

    private void relay() {
        boolean later = yes("HUBEE_SMTP_STARTTLS", "false");
        boolean atOnce = yes("HUBEE_SMTP_TLS", "false");
        if (later && atOnce) {
            source.refuse(new IllegalStateException(
                    "The settings HUBEE_SMTP_STARTTLS and HUBEE_SMTP_TLS exclude each other"));
        }
    }

    private void needs(boolean wanted, String setting, String other) {
        if (wanted && !isSet(other)) {
            source.refuse(lacking(setting, other));
        }
    }

    private static IllegalStateException lacking(String setting, String other) {
        return new IllegalStateException("The setting " + setting + " needs " + other + " too");
    }

    private void requireReadable(String name) {
        if (isSet(name) && !Files.isReadable(Path.of(text(name, "")))) {
            source.refuse(wrong(name));
        }
    }

    private boolean yes(String name, String unset) {
        return oneOf(name, YES_OR_NO, unset).equals("true");
    }

    private String oneOf(String name, Set<String> known, String unset) {
        var text = text(name, unset);
        if (!known.contains(text)) {
            source.refuse(wrong(name));
            return unset;
        }
        return text;
    }

    private IllegalStateException wrong(String name) {
        return new IllegalStateException("The setting " + name + " cannot be \"" + text(name, "") + "\"");
    }

    private boolean isSet(String name) {
        return !text(name, "").isEmpty();
    }

    private String text(String name, String unset) {
        return source.text(name, unset);
    }
}
