package fr.hubee.directory.subscription;

import fr.hubee.journal.audit.ChangeStory;
import fr.hubee.kernel.shared.Words;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields in journal entries about a subscription, and their names on its page. */
public enum SubscriptionWording {
    DATAPASS_ID("datapassId"),
    ACCESS_MODE("accessMode"),
    NOTIFICATION_FREQUENCY("notificationFrequency"),
    EMAIL("email"),
    STATUS("status"),
    ACTIVATED("activatedAt"),
    VALIDATED("validatedAt"),
    REJECTED("rejectedAt"),
    ENDED("endedAt"),
    REJECTION_REASON("rejectionReason"),
    ADMINISTRATOR_EMAIL("localAdministrator.email"),
    ADMINISTRATOR_FIRST_NAME("localAdministrator.firstName"),
    ADMINISTRATOR_LAST_NAME("localAdministrator.lastName"),
    ADMINISTRATOR_FUNCTION("localAdministrator.function"),
    ADMINISTRATOR_PHONE_NUMBER("localAdministrator.phoneNumber"),
    ADMINISTRATOR_MOBILE_NUMBER("localAdministrator.mobileNumber"),
    DELEGATION_EMAIL("delegationEmail"),
    EDITOR("editor"),
    SUBSCRIBER("subscriber"),
    REASON("reason"),
    CLIENT_ID("clientId"),
    OVERLAP_DAYS("overlapDays"),
    READY_ANSWER("readyAnswer");

    public static final Map<String, String> LABELS =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(field -> field.path, field -> Words.label(field)));

    /** The labels of values that the journal stores as codes. */
    public static final Map<String, String> WORDS = Stream.concat(
                    Stream.<Enum<?>>of(AccessMode.values()),
                    Stream.concat(Stream.of(SubscriptionStatus.values()), Stream.of(NotificationFrequency.values())))
            .collect(Collectors.toUnmodifiableMap(Enum::name, value -> Words.label(value)));

    /** Describes concurrent changes to a person whose own change came too late. */
    static final ChangeStory STORY = new ChangeStory(LABELS, WORDS);

    private final String path;

    SubscriptionWording(String path) {
        this.path = path;
    }
}
