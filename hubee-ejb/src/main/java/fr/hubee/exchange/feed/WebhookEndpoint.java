package fr.hubee.exchange.feed;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * An address to which the hub sends events, for one client and some of its démarches. It follows its client: a revoked one gets nothing
 * more, and one that moves to another organisation gets the events of that one.
 *
 * <p>Life cycle: it must prove that it wants the events, is then active, and may be paused. It is disabled when it answers 410 or has failed
 * for five days, and must then prove itself again; its place in the log stays, so that it misses nothing of the last weeks. The hub pauses it
 * when it may be that of former software: at another editor, and at the end of the secret that its software may have had.
 */
@Entity
@Table(name = "webhook_endpoint")
public class WebhookEndpoint {
    static final Duration LEASE = Duration.ofSeconds(60);

    /** Time during which the former secret signs too, after a renewal. */
    static final Duration OVERLAP = Duration.ofDays(1);

    /** Most events that are under way to one endpoint. */
    static final int AT_ONCE = 16;

    private static final Duration LONGEST_FAILURE = Duration.ofDays(5);

    /** Rounds in a row that failed, after which it is tried with rests. */
    static final int BREAKS_AFTER = 5;

    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    /** Says what an endpoint may get. */
    public enum State {
        TO_PROVE,
        ACTIVE,
        PAUSED,
        DISABLED;

        public String label() {
            return Words.label(this);
        }

        /** Returns what it means, and the next step. */
        public String advice() {
            return Words.label(this, "advice");
        }
    }

    @Id
    private UUID id;

    private String clientId;
    private String[] processCodes;
    private String address;

    @Enumerated(EnumType.STRING)
    private State state;

    private byte[] salt;
    private byte[] formerSalt;
    private Instant formerUntil;
    private Long position;
    private Instant createdAt;
    private int failures;
    private Instant failingSince;
    private Instant dueAt;
    private Instant restsUntil;
    private UUID lease;
    private Instant leasedUntil;
    private Instant endsAt;
    private Instant missedSince;

    WebhookEndpoint() {}

    WebhookEndpoint(String clientId, Collection<String> processCodes, URI address, Instant now) {
        this.id = UuidV7.next();
        this.clientId = clientId;
        this.processCodes = processCodes.stream().sorted().toArray(String[]::new);
        this.address = address.toString();
        this.state = State.TO_PROVE;
        this.salt = WebhookKey.salt();
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public String clientId() {
        return clientId;
    }

    public List<String> processCodes() {
        return List.of(processCodes);
    }

    public URI address() {
        return URI.create(address);
    }

    /** Returns its scheme, host and port: the rest of an address may hold a secret. */
    String origin() {
        return address().getScheme() + "://" + address().getRawAuthority();
    }

    public State state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Returns since when it has only failed; null when the last attempt succeeded. */
    public Instant failingSince() {
        return failingSince;
    }

    /** Returns when the hub pauses it, or has paused it; null when it need not. */
    public Instant endsAt() {
        return endsAt;
    }

    /** Returns when the first event happened that it will never get; null for none. */
    public Instant missedSince() {
        return missedSince;
    }

    Long position() {
        return position;
    }

    int failures() {
        return failures;
    }

    Instant restsUntil() {
        return restsUntil;
    }

    Instant dueAt() {
        return dueAt;
    }

    /** Returns the keys that sign: the current one first, then the former one for a while. */
    List<WebhookKey> keys(SecretKey hub, Instant now) {
        boolean renewed = formerUntil != null && now.isBefore(formerUntil);
        return (renewed ? Stream.of(salt, formerSalt) : Stream.of(salt))
                .map(each -> WebhookKey.of(hub, each))
                .toList();
    }

    void renew(Instant now) {
        formerSalt = salt;
        formerUntil = now.plus(OVERLAP);
        salt = WebhookKey.salt();
    }

    /**
     * Changes its démarches and address. At another address it must prove itself again, and a node that sends to the former one loses its hold:
     * what that one answers says nothing about this one.
     *
     * @return whether anything has changed
     */
    boolean change(Collection<String> codes, URI wanted) {
        boolean moves = !wanted.toString().equals(address);
        var former = processCodes();
        processCodes = codes.stream().sorted().toArray(String[]::new);
        if (moves) {
            address = wanted.toString();
            state = State.TO_PROVE;
            dueAt = null;
            endLease();
        }
        return moves || !former.equals(processCodes());
    }

    void pause() {
        state = State.PAUSED;
        dueAt = null;
    }

    /** @param stays whether its software is known to be the right one, so that the end that was planned is none */
    void resume(boolean stays, Instant now) {
        endsAt = stays ? null : endsAt;
        if (state == State.PAUSED) {
            begin(now);
        }
    }

    /**
     * Plans its end, at which its software may be a former one.
     *
     * @return whether that is now
     */
    boolean endAt(Instant end, Instant now) {
        endsAt = end;
        if (state == State.ACTIVE && isEnded(now)) {
            pause();
            return true;
        }
        wake(end);
        return false;
    }

    private boolean isEnded(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }

    /** @param since null when what was missed has been read elsewhere */
    void missed(Instant since) {
        missedSince = since;
    }

    private void begin(Instant now) {
        state = State.ACTIVE;
        endsAt = isEnded(now) ? null : endsAt;
        failures = 0;
        failingSince = null;
        restsUntil = null;
        dueAt = now;
    }

    /**
     * Goes back in the log. A node that sends meanwhile loses its hold, so that it does not settle over this.
     *
     * @param done up to where the log is done
     */
    void replay(long done, Instant now) {
        position = Math.min(position, done);
        endLease();
        dueAt = state == State.ACTIVE ? now : dueAt;
    }

    /** Asks the next free node to send what is due then, such as a test or a challenge. */
    void wake(Instant wanted) {
        dueAt = dueAt == null || wanted.isBefore(dueAt) ? wanted : dueAt;
    }

    private void endLease() {
        lease = null;
        leasedUntil = null;
    }

    /** Returns under what a node holds it; null when none does. */
    UUID lease() {
        return lease;
    }

    /** Returns whether events are sent to it now; tests and challenges are at any time. */
    boolean takesEvents(Instant now) {
        return state == State.ACTIVE && !isEnded(now) && (restsUntil == null || !now.isBefore(restsUntil));
    }

    /** Whether nothing has arrived since something failed: it gets one event at a time, so that it holds few connections. */
    boolean falters() {
        return failures > 0;
    }

    private boolean fails() {
        return failures >= BREAKS_AFTER;
    }

    /** Returns how many events may be sent to it at once. */
    int room() {
        return falters() ? 1 : AT_ONCE;
    }

    /**
     * Makes it active, since it has answered the challenge.
     *
     * @param head of the log: it gets what comes after it, unless it had begun before
     * @return whether it was not active before
     */
    boolean proved(long head, Instant now) {
        if (state != State.TO_PROVE && state != State.DISABLED) {
            return false;
        }
        position = position == null ? head : position;
        begin(now);
        return true;
    }

    /**
     * Notes the outcome of events that were sent at the same time; one that arrived shows that the endpoint is alive.
     *
     * @param answers none when nothing was sent: days of failure, and an end that was planned, end it then, too
     * @return whether it gets nothing more
     */
    boolean answered(List<WebhookAnswer> answers, Instant now) {
        if (state != State.ACTIVE) {
            return false;
        }
        if (!answers.isEmpty()) {
            count(answers, now);
        }
        if (answers.stream().anyMatch(WebhookAnswer::gone)
                || (fails() && !now.isBefore(failingSince.plus(LONGEST_FAILURE)))) {
            state = State.DISABLED;
        } else if (isEnded(now)) {
            pause();
        }
        return state != State.ACTIVE;
    }

    private void count(List<WebhookAnswer> answers, Instant now) {
        if (answers.stream().anyMatch(WebhookAnswer::succeeded)) {
            failures = 0;
            failingSince = null;
            restsUntil = null;
        } else {
            failures++;
            failingSince = failingSince == null ? now : failingSince;
            restsUntil = now.plus(rest());
        }
        answers.stream()
                .filter(answer -> !answer.succeeded())
                .map(WebhookAnswer::retryAfter)
                .filter(asked -> asked != null && !asked.isNegative())
                .map(asked -> asked.compareTo(WebhookRetries.LONGEST) > 0 ? WebhookRetries.LONGEST : asked)
                .map(now::plus)
                .filter(moment -> restsUntil == null || moment.isAfter(restsUntil))
                .max(Instant::compareTo)
                .ifPresent(moment -> restsUntil = moment);
    }

    private Duration rest() {
        int doublings = failures - BREAKS_AFTER;
        if (doublings < 0) {
            return Duration.ZERO;
        }
        var rest = FIRST_REST.multipliedBy(1L << Math.min(doublings, 10));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    /**
     * Decides when it is looked at again after a round.
     *
     * @param done up to where the log is done; null where nothing was read of it
     * @param next when something is due again; null for nothing
     */
    void release(Long done, Instant next, Instant now) {
        position = done == null ? position : done;
        boolean rests = state == State.ACTIVE && !takesEvents(now);
        var end = state == State.ACTIVE && fails() ? failingSince.plus(LONGEST_FAILURE) : null;
        dueAt = Stream.of(rests ? restsUntil : next, end, state == State.ACTIVE ? endsAt : null)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Says what its people are told. */
    public enum Trouble {
        DISABLED,
        PAUSED,
        MISSED;

        public String title() {
            return Words.label(this);
        }

        /** Returns what has happened, and the next step. */
        public String advice() {
            return Words.label(this, "advice");
        }
    }

    /**
     * An endpoint needs its people.
     *
     * @param organization of its client
     * @param host of its address
     */
    public record EndpointInTrouble(
            Trouble trouble,
            OrganizationKey organization,
            String organizationName,
            List<String> processCodes,
            String host) {}
}
