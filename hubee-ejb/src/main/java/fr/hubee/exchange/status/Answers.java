package fr.hubee.exchange.status;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The messages and files that the operator of a case has sent to its service for the applicant. Only for services that work in the portal:
 * software acknowledges what it reads.
 *
 * @param message when the last message was sent; null for none
 * @param files when the last files were sent; null for none
 * @param unseenSince when the first answer was sent that no agent of the service has seen; null when all are seen
 */
@Embeddable
public record Answers(
        @Column(name = "message_at") Instant message,
        @Column(name = "files_at") Instant files,
        @Column(name = "unseen_since") Instant unseenSince) {
    public static final Answers NONE = new Answers(null, null, null);

    /** Whether an event with that action is an answer. */
    public static boolean isOne(ActionType action) {
        return action == ActionType.SENDING_MESSAGE || action == ActionType.ATTACH_DEPOSIT;
    }

    /** Whether an event is an answer with a text; files may come with one. */
    public static boolean isMessage(ActionType action, String text) {
        return action == ActionType.SENDING_MESSAGE
                || (action == ActionType.ATTACH_DEPOSIT && text != null && !text.isBlank());
    }

    /**
     * Returns them with one that is later than those before: the clocks of two servers differ, and what is seen must not hide it.
     *
     * @param action of an answer
     * @param text that comes with it; null for none
     */
    public Answers with(ActionType action, String text, Instant now) {
        var last = last();
        var at = last == null || now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return new Answers(
                isMessage(action, text) ? at : message,
                action == ActionType.ATTACH_DEPOSIT ? at : files,
                unseenSince == null ? at : unseenSince);
    }

    /** An agent of the service has seen what was sent until then; what was sent later is still unseen. */
    public Answers seenUntil(Instant until) {
        if (unseenSince == null || until.isBefore(unseenSince)) {
            return this;
        }
        var next = moments().filter(at -> at.isAfter(until)).min(Comparator.naturalOrder());
        return new Answers(message, files, next.orElse(null));
    }

    /**
     * Returns until when a person has seen them; empty when there is none.
     *
     * @param said by her page, which may say any moment
     */
    public Optional<Instant> seenBy(Instant said) {
        var last = last();
        return last == null || said.isBefore(Instant.EPOCH)
                ? Optional.empty()
                : Optional.of(said.isAfter(last) ? last : said);
    }

    /** Returns null for none. */
    public Instant last() {
        return moments().max(Comparator.naturalOrder()).orElse(null);
    }

    private Stream<Instant> moments() {
        return Stream.of(message, files).filter(Objects::nonNull);
    }
}
