package fr.hubee.mail.outbox;

import fr.hubee.kernel.shared.ColumnText;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail of the outbox.
 *
 * <p>Life cycle: it waits; a sender claims it, which moves its next attempt ahead so that no other sender takes it.
 * Then it was sent, waits for another attempt, or is abandoned. It is dropped when it has become useless before it
 * could be sent. An administrator may retry an abandoned mail.
 */
@Entity
public class Mail {
    /** Longer than all timeouts of the relay together (40-mail.cli): a claim expires only if its sender has died. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    /** Time for which a person waits at her screen for a code or a link. */
    static final Duration AWAITED = Duration.ofMinutes(10);

    private static final int LONGEST_ERROR = 300;

    /** Value that names a template unknown to the previous release. */
    private static final String TEMPLATE = "template";

    @Id
    private UUID id;

    private String messageId;
    private String recipient;

    @Enumerated(EnumType.STRING)
    private MailTemplate template;

    @Column(name = "template_values")
    private String values;

    private UUID accountId;
    private UUID signInId;

    @Enumerated(EnumType.STRING)
    private MailState state;

    private Instant createdAt;
    private Instant uselessAt;
    private Instant tryUntil;
    private int attempts;
    private Instant nextAttemptAt;
    private Instant endedAt;
    private String lastError;

    Mail() {}

    /** @param host the right side of its Message-ID, which is the same for every attempt */
    Mail(NewMail wanted, String host, Instant now) {
        id = UuidV7.next();
        messageId = "<" + id + "@" + host + ">";
        recipient = wanted.recipient();
        template = wanted.template().written();
        values = written(wanted).toJson();
        accountId = wanted.accountId();
        signInId = wanted.signInId();
        state = MailState.WAITING;
        createdAt = now;
        uselessAt = wanted.usefulFor() == null ? null : now.plus(wanted.usefulFor());
        tryUntil = now.plus(RetryPolicy.LONGEST);
        nextAttemptAt = now;
    }

    UUID id() {
        return id;
    }

    String recipient() {
        return recipient;
    }

    private static MailValues written(NewMail wanted) {
        var template = wanted.template();
        return template == template.written()
                ? wanted.values()
                : wanted.values().and(TEMPLATE, template.name());
    }

    MailTemplate template() {
        return MailValues.ofJson(values)
                .text(TEMPLATE)
                .map(MailTemplate::valueOf)
                .orElse(template);
    }

    MailState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    String lastError() {
        return lastError;
    }

    ClaimedMail claim(Instant now) {
        attempts++;
        nextAttemptAt = now.plus(CLAIM);
        return new ClaimedMail(
                id, nextAttemptAt, recipient, template(), MailValues.ofJson(values), messageId, accountId, signInId);
    }

    /** Whether the claim is still valid: the mail was neither claimed again nor ended. */
    boolean isOf(ClaimedMail claim) {
        return state == MailState.WAITING && nextAttemptAt.equals(claim.end());
    }

    /** Gives it back untried: any sender may claim it at once. */
    void giveBack(Instant now) {
        attempts--;
        nextAttemptAt = now;
    }

    /**
     * Ends the attempt.
     *
     * @param outcome {@link MailState#WAITING} after a temporary failure: it waits for its next attempt, or is abandoned when it has waited
     *     too long
     * @param reason of a failure; null otherwise
     */
    void settle(MailState outcome, String reason, Instant now) {
        lastError = ColumnText.fit(reason, LONGEST_ERROR);
        if (outcome == MailState.WAITING) {
            RetryPolicy.next(attempts, now, tryUntil)
                    .ifPresentOrElse(next -> nextAttemptAt = next, () -> end(MailState.GIVEN_UP, now));
        } else {
            end(outcome, now);
        }
    }

    private void end(MailState last, Instant now) {
        state = last;
        endedAt = now;
    }

    /** An administrator retries it. */
    void retry(Instant now) {
        if (state != MailState.GIVEN_UP) {
            throw new Conflict(Words.text("mail.notGivenUp"));
        }
        state = MailState.WAITING;
        endedAt = null;
        attempts = 0;
        nextAttemptAt = now;
        tryUntil = now.plus(RetryPolicy.LONGEST);
    }

    /**
     * A mail that only this sender may send now.
     *
     * @param end of the claim: then another sender may claim it, and this one may no longer update it
     */
    record ClaimedMail(
            UUID id,
            Instant end,
            String recipient,
            MailTemplate template,
            MailValues values,
            String messageId,
            UUID accountId,
            UUID signInId) {}
}
