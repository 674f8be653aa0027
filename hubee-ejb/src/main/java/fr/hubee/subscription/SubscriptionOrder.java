package fr.hubee.subscription;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** In which order subscriptions are listed, written {@code asc(column)} or {@code desc(column)} (specification §4.5). */
public record SubscriptionOrder(SubscriptionColumn column, boolean descending) {
    /** As they came. */
    public static final SubscriptionOrder UNASKED = new SubscriptionOrder(SubscriptionColumn.ID, false);

    /** Empty when it is none of {@link #words()}. */
    public static Optional<SubscriptionOrder> parse(String text) {
        return all().filter(order -> order.word().equals(text)).findFirst();
    }

    /** All that may be asked for. */
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

    /** The identifier comes last: no two pages show the same subscription. */
    String clause() {
        return " order by " + column.path() + (descending ? " desc" : "") + ", s.id";
    }
}
