package fr.hubee.desk.casework;

import fr.hubee.exchange.status.Answers;
import java.time.Duration;
import java.time.Instant;

/**
 * The answers of an applicant that a person has not seen.
 *
 * @param message when the last message was sent; null when it is no news to her
 * @param files when the last files were sent; null likewise
 * @param after what was sent after this moment is news to her
 * @param seenByService whether an agent who handles the case has seen them
 */
public record News(Instant message, Instant files, Instant after, boolean seenByService) {
    public static final News NONE = new News(null, null, Instant.MAX, true);

    /** Time for which an answer is news to her after a colleague has seen it. */
    private static final Duration RECENT = Duration.ofDays(30);

    /**
     * Returns what neither the service nor she has seen; where the service has seen all, what she has not.
     *
     * @param seenByHer until when she has seen the answers; null for never
     */
    static News of(Answers answers, Instant seenByHer, Instant now) {
        var unseen = answers.unseenSince();
        var after = unseen == null ? now.minus(RECENT) : unseen.minusNanos(1);
        if (seenByHer != null && seenByHer.isAfter(after)) {
            after = seenByHer;
        }
        return new News(ifLater(answers.message(), after), ifLater(answers.files(), after), after, unseen == null);
    }

    private static Instant ifLater(Instant at, Instant after) {
        return at != null && at.isAfter(after) ? at : null;
    }

    public boolean isAny() {
        return message != null || files != null;
    }

    /** Whether such a file is news to her. */
    public boolean isNew(CaseFile file) {
        return !file.added() && ifLater(file.sentAt(), after) != null;
    }
}
