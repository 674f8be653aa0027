package fr.hubee.journal.job;

import fr.hubee.kernel.shared.ColumnText;
import fr.hubee.kernel.shared.HubeeException;

/**
 * An item that a run could not process.
 *
 * @param item its identifier
 * @param reason without content of the item: an exception may contain personal data
 */
public record FailedItem(String item, String reason) {
    private static final int LONGEST_ITEM = 320;
    private static final int LONGEST_REASON = 300;

    public FailedItem {
        item = ColumnText.fit(item, LONGEST_ITEM);
        reason = ColumnText.fit(reason, LONGEST_REASON);
    }

    public static FailedItem of(Object item, Throwable failure) {
        return new FailedItem(String.valueOf(item), reason(failure));
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (!(cause instanceof HubeeException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof HubeeException refusal
                ? refusal.getMessage()
                : cause.getClass().getSimpleName();
    }
}
