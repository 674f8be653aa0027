package fr.hubee.directory.overview;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plan for the subscriptions of an organisation when its successor takes over.
 *
 * @param moving to the successor, which has none for their démarches
 * @param staying since the successor has its own; they end, unless they were refused
 */
public record SubscriptionTransferPlan(List<SubscriptionLine> moving, List<SubscriptionLine> staying) {

    static SubscriptionTransferPlan of(List<SubscriptionLine> theirs, List<SubscriptionLine> successors) {
        var taken = successors.stream().map(SubscriptionLine::processCode).collect(Collectors.toUnmodifiableSet());
        return new SubscriptionTransferPlan(
                theirs.stream().filter(line -> !isTaken(taken, line)).toList(),
                theirs.stream().filter(line -> isTaken(taken, line)).toList());
    }

    private static boolean isTaken(Set<String> taken, SubscriptionLine line) {
        return taken.contains(line.processCode());
    }
}
