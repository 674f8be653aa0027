package fr.hubee.cli.verify;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.journal.seal.BoundedBody;
import fr.hubee.journal.seal.SignedClaims;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Reads the key set of a hub (RFC 7517), from a file or from its address {@code /.well-known/jwks.json}. */
final class HubKeySet {
    private static final int LARGEST = 200_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int OK = 200;

    private HubKeySet() {}

    /**
     * Returns the names of its keys: their thumbprints; other names are ignored.
     *
     * @throws IOException if it cannot be read, or has no key that signs receipts and journals
     */
    static Set<String> names(String place) throws IOException {
        return names(place, LONGEST);
    }

    static Set<String> names(String place, Duration longest) throws IOException {
        var text = place.matches("https?://.*") ? fetch(URI.create(place), longest) : read(Path.of(place));
        try {
            var names =
                    JWKSet.parse(Optional.ofNullable(JSONObjectUtils.parse(text))
                                    .orElse(Map.of()))
                            .getKeys()
                            .stream()
                            .filter(OctetKeyPair.class::isInstance)
                            .map(key -> SignedClaims.named((OctetKeyPair) key).getKeyID())
                            .collect(Collectors.toUnmodifiableSet());
            if (names.isEmpty()) {
                throw new IOException("there is no key of a hub in " + place);
            }
            return names;
        } catch (ParseException invalid) {
            throw new IOException(place + " is no set of keys", invalid);
        }
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("no set of keys is as large as " + file);
        }
        return Files.readString(file);
    }

    /** Reads the address without following redirects: only the named host is trusted. */
    private static String fetch(URI address, Duration longest) throws IOException {
        if (!address.getScheme().equals("https") && !isThisMachine(address)) {
            throw new IOException("keys are fetched over https only (http: of this machine): " + address);
        }
        var answered = HttpClient.newBuilder()
                .connectTimeout(longest)
                .build()
                .sendAsync(HttpRequest.newBuilder(address).build(), head -> new BoundedBody());
        try {
            var answer = answered.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != OK) {
                throw new IOException(address + " answers " + answer.statusCode());
            }
            return new String(answer.body(), StandardCharsets.UTF_8);
        } catch (TimeoutException failure) {
            throw new IOException(address + " does not answer within " + longest.toSeconds() + " seconds", failure);
        } catch (ExecutionException failure) {
            throw new IOException(address + " cannot be asked: " + failure.getCause(), failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            answered.cancel(true);
        }
    }

    private static boolean isThisMachine(URI address) throws IOException {
        return address.getHost() != null
                && InetAddress.getByName(address.getHost()).isLoopbackAddress();
    }
}
