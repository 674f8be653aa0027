package fr.hubee.directory.subscription;

import java.util.List;
import java.util.Locale;
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

    /** Sort columns of subscriptions; the contract's words, in lower case (specification §4.5). */
    public enum SubscriptionColumn {
        ID("s.id"),
        DATAPASS_ID("s.datapassId"),
        SI_TYPE("s.subscriber.type"),
        SI_COMPANY_REGISTER("s.subscriber.companyRegister"),
        SI_BRANCH_CODE("s.subscriber.branchCode"),
        NOTIFICATION_FREQUENCY("s.notificationFrequency"),
        ACCESS_MODE("s.accessMode"),
        DELEGATION_ACTOR("s.delegationEmail"),
        EMAIL("s.email"),
        LOCAL_ADMIN("s.localAdministrator.email"),
        REJECTION_REASON("s.rejectionReason"),
        STATUS("s.status"),
        ACTIVATE_DATE_TIME("s.activatedAt"),
        VALIDATE_DATE_TIME("s.validatedAt"),
        REJECT_DATE_TIME("s.rejectedAt"),
        END_DATE_TIME("s.endedAt"),
        UPDATE_DATE_TIME("s.updatedAt"),
        PROCESS_CODE("s.processCode");

        private final String path;

        SubscriptionColumn(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
