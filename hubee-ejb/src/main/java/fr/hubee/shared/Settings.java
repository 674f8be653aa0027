package fr.hubee.shared;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Everything an operator may set, read once at start; a value that does not make sense stops the start.
 *
 * @param blobs the folder that keeps the bytes of the attachments
 * @param tokenLife how long an access token is good for (specification §4.2: one hour)
 * @param callsPerSecond what software is held to, unless its client has a ceiling of its own
 * @param bootstrap files of data to load at start, in this order
 * @param publicAddress where people reach the portal: links in mails begin with it; no slash at its end
 * @param sessionIdle after how long without a request a person must sign in again (specification §6.2)
 * @param passwordLife after how long a password must be changed (specification §6.2); zero for never
 * @param mailTemplates a folder with texts that replace those of the mails
 * @param texts a folder with texts that replace those of the public pages
 * @param securityContact whom to tell of a weakness, as {@code /.well-known/security.txt} names it
 * @param key encrypts what must be read again, such as the secrets of one-time codes; 256 bits
 * @param proConnect empty when people sign in with a password only
 * @param zipRoom bytes of the store that the ZIPs may take that people have made of télédossiers
 * @param neverRefused codes of the démarches that people cannot refuse in the portal
 * @param sensitiveProcesses codes of the démarches that nobody reaches with a password alone (specification §9.3)
 * @param retention what a deployer says of the purge
 * @param jobs who runs them, and when
 * @param threads most requests served at the same time: the server reads this setting too
 */
public record Settings(
        Path blobs,
        Duration tokenLife,
        int callsPerSecond,
        List<Path> bootstrap,
        URI publicAddress,
        Duration sessionIdle,
        Period passwordLife,
        Optional<Path> mailTemplates,
        Optional<Path> texts,
        Optional<URI> securityContact,
        Optional<SecretKey> key,
        Optional<ProConnectSettings> proConnect,
        long zipRoom,
        Set<String> neverRefused,
        Set<String> sensitiveProcesses,
        RetentionSettings retention,
        JobSettings jobs,
        int threads) {
    private static final int KEY_BYTES = 32;

    /** Groups A and E of specification §3.2. */
    private static final String NEVER_REFUSED = "CERTDC,CAF-contact,ContactsAllocataires-BRSA,SNATED";

    /** What it says of somebody cannot be taken back. */
    private static final String SENSITIVE = "CERTDC";

    /** @param source gives the text of a setting, or null where it is not set */
    static Settings read(Function<String, String> source) {
        TransportSettings.check(source);
        var settings = new Settings(
                read(source, "HUBEE_BLOBS", "/var/lib/hubee/blobs", Path::of),
                read(source, "HUBEE_TOKEN_LIFE", "PT1H", Settings::positive),
                read(source, "HUBEE_CALLS_PER_SECOND", "600", Settings::atLeastOne),
                read(source, "HUBEE_BOOTSTRAP", "", Settings::paths),
                read(source, "HUBEE_PUBLIC_ADDRESS", "http://localhost:8080", Settings::address),
                read(source, "HUBEE_SESSION_IDLE", "PT60M", Settings::positive),
                read(source, "HUBEE_PASSWORD_LIFE", "P6M", Settings::notNegative),
                read(source, "HUBEE_MAIL_TEMPLATES", "", Settings::optional).map(Path::of),
                read(source, "HUBEE_TEXTS", "", Settings::optional).map(Path::of),
                read(source, "HUBEE_SECURITY_CONTACT", "", Settings::contact),
                secret(source, "HUBEE_KEY", Settings::key),
                read(source, "HUBEE_PROCONNECT_ISSUER", "", Settings::optional).map(issuer -> proConnect(source)),
                read(source, "HUBEE_ZIP_ROOM", "20000", Settings::megabytes),
                read(source, "HUBEE_NEVER_REFUSED", NEVER_REFUSED, Settings::codes),
                read(source, "HUBEE_SENSITIVE_PROCESSES", SENSITIVE, Settings::codes),
                retention(source),
                jobs(source),
                read(source, "HUBEE_THREADS", "400", Settings::several));
        if (settings.proConnect().isPresent() && settings.key().isEmpty()) {
            throw new IllegalStateException("The setting HUBEE_PROCONNECT_ISSUER needs HUBEE_KEY too");
        }
        return settings;
    }

    private static ProConnectSettings proConnect(Function<String, String> source) {
        return new ProConnectSettings(
                read(source, "HUBEE_PROCONNECT_ISSUER", "", Settings::address),
                read(source, "HUBEE_PROCONNECT_CLIENT_ID", "", Settings::required),
                secret(source, "HUBEE_PROCONNECT_CLIENT_SECRET", Settings::required),
                read(source, "HUBEE_PROCONNECT_ACR", "eidas1", Settings::level));
    }

    private static RetentionSettings retention(Function<String, String> source) {
        return new RetentionSettings(
                read(source, "HUBEE_PORTAL_FILES_KEPT", "CERTDC=P2M", RetentionSettings::periods),
                read(source, "HUBEE_PURGE_CONFIRMED_ABOVE", "10", RetentionSettings::percent),
                read(source, "HUBEE_UNFINISHED_KEPT", "P30D", RetentionSettings::positive),
                read(source, "HUBEE_STORE_READ_PER_HOUR", "4000", Settings::megabytes),
                read(source, "HUBEE_JOURNAL_KEPT", "P5Y", RetentionSettings::journalKept));
    }

    private static JobSettings jobs(Function<String, String> source) {
        return new JobSettings(
                read(source, "HUBEE_TIMERS", "true", Settings::yesOrNo),
                read(source, "HUBEE_NODE", "hubee", Settings::required),
                read(source, "HUBEE_DIGEST_TIMES", "07:00,13:00", Settings::times));
    }

    private static <T> T read(Function<String, String> source, String name, String unset, Function<String, T> meaning) {
        var text = source.apply(name);
        try {
            return meaning.apply(text == null || text.isBlank() ? unset : text.strip());
        } catch (RuntimeException nonsense) {
            throw new IllegalStateException("The setting " + name + " cannot be \"" + text + "\"", nonsense);
        }
    }

    /** What is refused is not shown. */
    private static <T> T secret(Function<String, String> source, String name, Function<String, T> meaning) {
        var text = source.apply(name);
        try {
            return meaning.apply(text == null ? "" : text.strip());
        } catch (RuntimeException nonsense) {
            throw new IllegalStateException("The setting " + name + " is missing or wrong", nonsense);
        }
    }

    private static int several(String text) {
        int count = Integer.parseInt(text);
        if (count < 1) {
            throw new IllegalArgumentException("none");
        }
        return count;
    }

    private static Duration positive(String text) {
        var duration = Duration.parse(text);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("not a positive duration");
        }
        return duration;
    }

    private static int atLeastOne(String text) {
        int many = Integer.parseInt(text);
        if (many < 1) {
            throw new IllegalArgumentException("none at all");
        }
        return many;
    }

    private static Period notNegative(String text) {
        var period = Period.parse(text);
        if (period.isNegative()) {
            throw new IllegalArgumentException("a negative period");
        }
        return period;
    }

    private static URI address(String text) {
        var address = URI.create(text);
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || text.endsWith("/")) {
            throw new IllegalArgumentException("no address of the web, or a slash at its end");
        }
        return address;
    }

    private static Optional<URI> contact(String text) {
        if (!text.isEmpty() && !text.matches("(mailto:[^@\\s]+@|https://)[^@\\s]+")) {
            throw new IllegalArgumentException("neither mailto: nor https:");
        }
        return optional(text).map(URI::create);
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<SecretKey> key(String text) {
        return optional(text).map(Base64.getDecoder()::decode).map(bytes -> {
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException("not 256 bits");
            }
            return new SecretKeySpec(bytes, "AES");
        });
    }

    private static String required(String text) {
        return optional(text).orElseThrow(() -> new IllegalArgumentException("required"));
    }

    /** Who only declares who she is stays outside. */
    private static AuthenticationLevel level(String acr) {
        return AuthenticationLevel.of(acr)
                .filter(level -> level.isAtLeast(AuthenticationLevel.EIDAS1))
                .orElseThrow();
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static List<LocalTime> times(String text) {
        var times = Stream.of(text.split(",", -1)).map(String::strip).map(LocalTime::parse);
        return times.sorted().distinct().toList();
    }

    /** @param text {@code -} for none */
    private static Set<String> codes(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty() && !code.equals("-"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @return how many bytes they are */
    private static long megabytes(String text) {
        long bytes = Long.parseLong(text) * 1_000_000;
        if (bytes < 0) {
            throw new IllegalArgumentException("less than nothing");
        }
        return bytes;
    }

    private static List<Path> paths(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .toList();
    }
}
