package fr.hubee.kernel.settings;

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
}
