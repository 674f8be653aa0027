package fr.hubee.exchange.feed;

import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.shared.Labelled;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of events of the feed; closed list, see the glossary. */
public enum FeedType implements Labelled {
    RECEIVED,
    COMPLETE,
    STATUS,
    MESSAGE,
    COMPLEMENT,
    READ,
    CLOSED,
    PURGE_SOON,
    PURGED;

    /** Returns the type of CloudEvents, which has the version of what {@code data} contains. */
    public String text() {
        return "fr.hubee.case." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".v1";
    }

    /** Returns empty for a test and for a challenge, which are no events of the log. */
    static Optional<FeedType> named(String text) {
        return Stream.of(values()).filter(type -> type.text().equals(text)).findFirst();
    }

    static FeedType of(CaseStatus wanted) {
        return switch (wanted) {
            case CLOSED -> CLOSED;
            case ADD_AWAITING -> COMPLEMENT;
            default -> STATUS;
        };
    }

    static FeedType of(ActionType action) {
        return switch (action) {
            case ATTACH_DEPOSIT -> COMPLEMENT;
            case ATTACH_DL, ATTACH_DL_ALL -> READ;
            case COM_ADD, SENDING_MESSAGE, STATUS_UPDATE -> MESSAGE;
        };
    }
}
