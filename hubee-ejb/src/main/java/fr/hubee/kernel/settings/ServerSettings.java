package fr.hubee.kernel.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Settings that only the server itself uses: it would refuse a wrong one without its name, or misunderstand it. */
public final class ServerSettings {
    private static final int LAST_PORT = 65_535;

    private static final int SMALLEST_POOL = 4;

    /** Longest node name that fits into the identifiers of the server's transactions. */
    private static final int LONGEST_NODE = 23;

    private ServerSettings() {}

    /** @throws IllegalStateException with the name of the setting that is wrong */
    public static void check(SettingSource source) {
        TransportSettings.check(source);
        source.read("HUBEE_DB_PORT", "5432", ServerSettings::port);
        source.read("HUBEE_DB_POOL", "40", ServerSettings::pool);
        source.read("HUBEE_SMTP_PORT", "25", ServerSettings::port);
        source.read("HUBEE_MAIL_FROM", "ne-pas-repondre@hubee.example", ServerSettings::address);
        source.read("HUBEE_NODE", "hubee", ServerSettings::node);
        source.read("HUBEE_LOG_FORMAT", "text", ServerSettings::format);
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

    private static String address(String text) {
        return matching(text, "[^@\\s]+@[^@\\s]+");
    }

    private static String node(String text) {
        return matching(text, ".{1," + LONGEST_NODE + "}");
    }

    private static String format(String text) {
        if (!Set.of("text", "json").contains(text)) {
            throw new IllegalArgumentException("neither text nor json");
        }
        return text;
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("not " + pattern);
        }
        return text;
    }

    /**
     * The TLS settings. The server itself uses them; they are checked here, so that it does not start with an incomplete
     * and unsafe configuration.
     */
    static final class TransportSettings {
        private static final Set<String> SSL_MODES =
                Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
        private static final Set<String> YES_OR_NO = Set.of("true", "false");
        private static final List<String> FILES = List.of(
                "HUBEE_TLS_CERTIFICATE", "HUBEE_TLS_KEY", "HUBEE_TLS_CLIENT_AUTHORITIES", "HUBEE_DB_SSLROOTCERT");

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
}
