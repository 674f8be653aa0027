package fr.hubee.directory.subscription;

import fr.hubee.directory.subscription.SubscriptionTransfer.MergedSubscription;
import fr.hubee.kernel.shared.Labelled;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.Set;

/**
 * The outcome for a subscription when the merge that moved or ended it is undone.
 *
 * @param formerly its status before the merge
 * @param formerEnd may be null
 */
public record ReturningSubscription(
        SubscriptionLine line, ReturnOutcome outcome, boolean changed, SubscriptionStatus formerly, Instant formerEnd) {

    /** @param held the démarches for which the predecessor has a subscription today */
    static ReturningSubscription of(
            MergedSubscription then, SubscriptionLine now, OrganizationKey successor, Set<String> held) {
        boolean changed = now.version() != then.version();
        return new ReturningSubscription(
                now, outcome(then, now, changed, successor, held), changed, then.status(), then.endedAt());
    }

    private static ReturnOutcome outcome(
            MergedSubscription then,
            SubscriptionLine now,
            boolean changed,
            OrganizationKey successor,
            Set<String> held) {
        if (!then.moved()) {
            return then.status() == SubscriptionStatus.REFUSED
                    ? ReturnOutcome.REFUSED
                    : changed ? ReturnOutcome.CHANGED : ReturnOutcome.RESUMES;
        }
        if (!now.subscriber().equals(successor)) {
            return ReturnOutcome.ELSEWHERE;
        }
        return held.contains(now.processCode()) ? ReturnOutcome.TAKEN_AGAIN : ReturnOutcome.RETURNS;
    }

    public boolean returns() {
        return outcome == ReturnOutcome.RETURNS;
    }

    public boolean resumes() {
        return outcome == ReturnOutcome.RESUMES;
    }

    /** The outcome for a subscription when a merge is undone. */
    public enum ReturnOutcome implements Labelled {
        /** It returns to the predecessor, as it is today. */
        RETURNS,
        /** It ended with the merge: it is again as before. */
        RESUMES,
        /** The predecessor has another one for the démarche since. */
        TAKEN_AGAIN,
        /** The successor no longer has it. */
        ELSEWHERE,
        /** It ended with the merge, and somebody has changed it since. */
        CHANGED,
        /** It was refused before the merge, which did nothing to it. */
        REFUSED
    }
}
