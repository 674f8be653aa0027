package fr.hubee.cli.verify;

import fr.hubee.journal.seal.Authorities;
import fr.hubee.journal.seal.Stamp;
import fr.hubee.journal.seal.TreeHead;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The time stamps of an export, each after its head. A newer one also covers everything below its head. */
final class StampLines {
    /** Accepted time by which a head may be later than its stamp: beyond it, a clock was wrong. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Authorities trusted;

    private String head;
    private Instant claimed;
    private long size;
    private String upTo;
    private long count;

    StampLines(Authorities trusted) {
        this.trusted = trusted;
    }

    /** @param read null when the head does not fit: its stamp proves nothing then */
    void follows(String jws, TreeHead read) {
        head = read == null ? null : jws;
        if (read != null) {
            claimed = read.at();
            size = read.size();
        }
    }

    /**
     * @return a problem that disproves nothing
     * @throws IllegalArgumentException if it is not a stamp of the head before it by a trusted authority
     */
    Optional<String> read(String text) {
        if (head == null) {
            return Optional.empty();
        }
        var stamp = Stamp.of(Base64.getDecoder().decode(text));
        try {
            stamp.check(head.getBytes(StandardCharsets.US_ASCII), trusted);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "the time stamp of the head of " + claimed + ": " + refused.getMessage(), refused);
        }
        count++;
        upTo = "Stamped up to leaf " + size + " at " + stamp.at() + " by " + stamp.authority()
                + (trusted.isEmpty() ? " (whose certificate is not checked: --tsa FILE)" : "");
        return stamp.at().plus(TOLERANCE).isBefore(claimed)
                ? Optional.of("a clock was wrong: the head of " + claimed + " was stamped at " + stamp.at())
                : Optional.empty();
    }

    /** Returns the final result; empty when nothing is proven. */
    Optional<String> upTo() {
        return Optional.ofNullable(upTo).map(text -> text + ", stamps: " + count);
    }

    /** Returns the problem that no head has a stamp, if the caller has named an authority. */
    Optional<String> problem() {
        return upTo == null && !trusted.isEmpty()
                ? Optional.of("no head is stamped by this authority")
                : Optional.empty();
    }
}
