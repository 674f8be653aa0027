package fr.hubee.directory.subscription;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sort order of subscriptions, written {@code asc(column)} or {@code desc(column)} (specification §4.5). */
public record SubscriptionOrder(SubscriptionColumn column, boolean descending) {
    /** The default: order of creation. */
    public static final SubscriptionOrder UNASKED = new SubscriptionOrder(SubscriptionColumn.ID, false);

    /** Empty when it is none of {@link #words()}. */
    public static Optional<SubscriptionOrder> parse(String text) {
        return all().filter(order -> order.word().equals(text)).findFirst();
    }

    /** All valid values. */
    public static List<String> words() {
        return all().map(SubscriptionOrder::word).toList();
    }

    private static Stream<SubscriptionOrder> all() {
        return Stream.of(SubscriptionColumn.values())
                .flatMap(
                        column -> Stream.of(new SubscriptionOrder(column, false), new SubscriptionOrder(column, true)));
    }

    private String word() {
        return (descending ? "desc(" : "asc(") + column + ")";
    }

    /** The identifier is the last criterion, so that pages never overlap. */
    String clause() {
        return " order by " + column.path() + (descending ? " desc" : "") + ", s.id";
    }
}
