package fr.hubee.launcher;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The ports of all parts; one offset moves them all, so that two demos can run in parallel. They are below those that Linux gives to whoever calls
 * out (32768 and more): such a call may hold a port for a moment.
 */
public record Ports(int offset) {
    public static final String OFFSET_SETTING = "HUBEE_PORT_OFFSET";

    /** Linux gives this port, and higher ones, to who calls out. */
    private static final int FIRST_OF_CALLS = 32_768;

    /** No part has this port, or a higher one, at the offsets of the tests. */
    private static final int FIRST_FREE = 27_000;

    /** Browsers, and fetch in Node, refuse to call this port (WHATWG Fetch, « bad port »). */
    private static final int REFUSED_BY_BROWSERS = 10080;

    /** Reads the offset from the environment. */
    public static Ports fromEnvironment() {
        var text = System.getenv().getOrDefault(OFFSET_SETTING, "0");
        try {
            return new Ports(Integer.parseInt(text));
        } catch (NumberFormatException failure) {
            throw new IllegalArgumentException(
                    "The setting " + OFFSET_SETTING + " cannot be \"" + text + "\": a number is needed", failure);
        }
    }

    public int http() {
        return 8080 + offset;
    }

    public int https() {
        return 8443 + offset;
    }

    public int management() {
        return 9990 + offset;
    }

    public int database() {
        return 15432 + offset;
    }

    public int smtp() {
        return 3025 + offset;
    }

    public int imap() {
        return 3143 + offset;
    }

    /** Returns the port of the time stamping authority. */
    public int stamps() {
        return 3161 + offset;
    }

    /** Returns the port of the software that is told of events. */
    public int receiver() {
        return 3170 + offset;
    }

    public int antivirus() {
        return 13310 + offset;
    }

    /** @throws IllegalStateException with the first port that is in use, or that no browser calls, and the remedy */
    public void requireFree() {
        if (http() == REFUSED_BY_BROWSERS) {
            throw new IllegalStateException("No browser calls port %d. Move every port: %s=%d ./dev demo"
                    .formatted(http(), OFFSET_SETTING, offset + 100));
        }
        named().forEach((name, port) -> {
            if (isBusy(port)) {
                throw new IllegalStateException(
                        "Port %d (%s) is already in use. Stop what listens there, or move every port: %s=%d ./dev demo"
                                .formatted(port, name, OFFSET_SETTING, offset + 100));
            }
        });
    }

    Map<String, Integer> named() {
        var named = new LinkedHashMap<String, Integer>();
        named.put("HTTP", http());
        named.put("HTTPS", https());
        named.put("management", management());
        named.put("database", database());
        named.put("SMTP", smtp());
        named.put("IMAP", imap());
        named.put("time stamps", stamps());
        named.put("receiver of events", receiver());
        named.put("antivirus", antivirus());
        return named;
    }

    /** Returns a port that is free at this moment, for a process that opens it later. */
    public static int anyFree() {
        return anyFree(1);
    }

    /** Returns the first of so many neighbouring ports that are free at this moment; no call out takes one of them meanwhile. */
    public static int anyFree(int neighbours) {
        return ThreadLocalRandom.current()
                .ints(1_000, FIRST_FREE, FIRST_OF_CALLS - neighbours)
                .filter(first -> IntStream.range(first, first + neighbours).noneMatch(Ports::isBusy))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free ports"));
    }

    private static boolean isBusy(int port) {
        try (var probe = new ServerSocket(port)) {
            return !probe.isBound();
        } catch (IOException failure) {
            return true;
        }
    }
}
