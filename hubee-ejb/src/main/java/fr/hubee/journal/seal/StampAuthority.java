package fr.hubee.journal.seal;

import fr.hubee.kernel.shared.Sha256;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** The authority that {@code HUBEE_TSA} names, over HTTP (RFC 3161 §3.4). It never waits long. */
public final class StampAuthority {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int OK = 200;

    private final StampSettings settings;
    private final Duration timeout;

    public StampAuthority(StampSettings settings) {
        this(settings, TIMEOUT);
    }

    /** @param timeout from the first byte that is sent to the last one that is received */
    StampAuthority(StampSettings settings, Duration timeout) {
        this.settings = settings;
        this.timeout = timeout;
    }

    /**
     * @param now by the clock of this server
     * @throws IOException with the reason why there is no stamp
     */
    public Stamp stamp(byte[] content, Instant now) throws IOException {
        var request = new StampRequest(content, settings.policy());
        var answer = post(settings.address().orElseThrow(), request.bytes());
        return request.read(answer, settings.authorities(), now);
    }

    private byte[] post(URI address, byte[] body) throws IOException {
        var client = HttpClient.newBuilder().connectTimeout(timeout).build();
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var answered = client.sendAsync(request, head -> new BoundedBody());
        try {
            var response = answered.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new IOException("it answered " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException failure) {
            throw new IOException("it did not answer within " + timeout.toSeconds() + " seconds", failure);
        } catch (ExecutionException failure) {
            throw new IOException("it cannot be asked: " + reason(failure), failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            answered.cancel(true);
        }
    }

    private static String reason(ExecutionException failed) {
        return Optional.ofNullable(failed.getCause()).map(Throwable::toString).orElse("");
    }

    /** One request to an authority, and the check of its response. */
    static final class StampRequest {
        /**
         * Accepted difference between the time of a stamp and ours (RFC 3161 §2.2): beyond it, the stamp is an old one, or a clock is
         * wrong.
         */
        static final Duration TOLERANCE = Duration.ofMinutes(5);

        private static final int NONCE_BITS = 64;
        private static final SecureRandom RANDOM = new SecureRandom();
        private static final Map<Integer, String> FAILURES = failures();

        private final byte[] content;
        private final TimeStampRequest request;

        /** @param policy under which the authority shall stamp; its own one if there is none */
        StampRequest(byte[] content, Optional<String> policy) {
            this.content = content.clone();
            var generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            policy.map(ASN1ObjectIdentifier::new).ifPresent(generator::setReqPolicy);
            request = generator.generate(TSPAlgorithms.SHA256, Sha256.of(content), new BigInteger(NONCE_BITS, RANDOM));
        }

        byte[] bytes() {
            try {
                return request.getEncoded();
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }

        /** @throws IOException with the problem of the answer */
        Stamp read(byte[] answer, Authorities trusted, Instant now) throws IOException {
            try {
                var response = new TimeStampResponse(answer);
                boolean granted = response.getStatus() == PKIStatus.GRANTED
                        || response.getStatus() == PKIStatus.GRANTED_WITH_MODS;
                if (!granted) {
                    throw new IOException("it refuses: " + refusal(response));
                }
                response.validate(request); // its nonce, what it stamps, under which policy
                var stamp = new Stamp(response.getTimeStampToken());
                stamp.check(content, trusted);
                var apart = Duration.between(now, stamp.at());
                if (apart.abs().compareTo(TOLERANCE) > 0) {
                    throw new IOException("its time is " + stamp.at() + ", that of this server is " + now);
                }
                return stamp;
            } catch (TSPException | IllegalArgumentException refused) {
                throw new IOException("its answer is refused: " + refused.getMessage(), refused);
            }
        }

        private static String refusal(TimeStampResponse response) {
            var failure = response.getFailInfo();
            var why = failure == null
                    ? "no reason is given"
                    : FAILURES.entrySet().stream()
                            .filter(each -> (failure.intValue() & each.getKey()) != 0)
                            .map(Map.Entry::getValue)
                            .collect(Collectors.joining(", "));
            var text = response.getStatusString();
            return "status " + response.getStatus() + ", " + why + (text == null ? "" : " (" + text + ")");
        }

        private static Map<Integer, String> failures() {
            var names = new LinkedHashMap<Integer, String>();
            names.put(PKIFailureInfo.badAlg, "badAlg");
            names.put(PKIFailureInfo.badRequest, "badRequest");
            names.put(PKIFailureInfo.badDataFormat, "badDataFormat");
            names.put(PKIFailureInfo.timeNotAvailable, "timeNotAvailable");
            names.put(PKIFailureInfo.unacceptedPolicy, "unacceptedPolicy");
            names.put(PKIFailureInfo.unacceptedExtension, "unacceptedExtension");
            names.put(PKIFailureInfo.addInfoNotAvailable, "addInfoNotAvailable");
            names.put(PKIFailureInfo.systemFailure, "systemFailure");
            return names;
        }
    }
}
