package fr.hubee.kernel.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Settings that only the server itself uses: it would refuse a wrong one without its name, or misunderstand it. Those of TLS are checked
 * here, so that it does not start with an incomplete and unsafe configuration.
 */
public final class ServerSettings {
    private static final int LAST_PORT = 65_535;
    private static final int SMALLEST_POOL = 4;
    /** Longest node name that fits into the identifiers of the server's transactions. */
    private static final int LONGEST_NODE = 23;

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final List<String> FILES =
            List.of("HUBEE_TLS_CERTIFICATE", "HUBEE_TLS_KEY", "HUBEE_TLS_CLIENT_AUTHORITIES", "HUBEE_DB_SSLROOTCERT");

    private final SettingSource source;

    private ServerSettings(SettingSource source) {
        this.source = source;
    }

    /** @throws IllegalStateException with the name of the setting that is wrong, or lacks another */
    public static void check(SettingSource source) {
        var settings = new ServerSettings(source);
        settings.callers();
        settings.database();
        settings.relay();
        FILES.forEach(settings::requireReadable);
        source.read("HUBEE_DB_PORT", "5432", ServerSettings::port);
        source.read("HUBEE_DB_POOL", "40", ServerSettings::pool);
        source.read("HUBEE_SMTP_PORT", "25", ServerSettings::port);
        source.read("HUBEE_MAIL_FROM", "ne-pas-repondre@hubee.example", text -> matching(text, "[^@\\s]+@[^@\\s]+"));
        source.read("HUBEE_NODE", "hubee", text -> matching(text, ".{1," + LONGEST_NODE + "}"));
        source.read("HUBEE_LOG_FORMAT", "text", text -> matching(text, "text|json"));
    }

    private static int pool(String text) {
        int connections = Integer.parseInt(text);
        if (connections < SMALLEST_POOL) {
            throw new IllegalArgumentException("less than are open at any time");
        }
        return connections;
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("no port");
        }
        return port;
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("not " + pattern);
        }
        return text;
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
        if (isSet(name) && !Files.isReadable(Path.of(source.text(name, "")))) {
            source.refuse(wrong(name));
        }
    }

    private boolean yes(String name, String unset) {
        return oneOf(name, Set.of("true", "false"), unset).equals("true");
    }

    private String oneOf(String name, Set<String> known, String unset) {
        var text = source.text(name, unset);
        if (!known.contains(text)) {
            source.refuse(wrong(name));
            return unset;
        }
        return text;
    }

    private IllegalStateException wrong(String name) {
        return new IllegalStateException("The setting " + name + " cannot be \"" + source.text(name, "") + "\"");
    }

    private boolean isSet(String name) {
        return !source.text(name, "").isEmpty();
    }
}
