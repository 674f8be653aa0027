package fr.hubee.clients.client;

import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.ColumnText;
import fr.hubee.kernel.shared.RefusalDetail;
import java.time.Instant;

/**
 * A call of a client that has ended. It has nothing of a body or a query.
 *
 * @param requestId the {@code X-Request-Id} of its answer
 * @param operation method and path, with the names of its parameters instead of their values
 * @param path the same path with the identifiers of a refused call, or of one with missing files, instead of their names; null for others
 * @param reason a word of ours for a refusal, with the place that refused; null for a success
 * @param message the contract's text of a refusal; null for a success
 * @param detail what the text does not say; null for nothing
 * @param took milliseconds, from the last byte of the request to the last one of the answer
 * @param received bytes of the request's body
 * @param sent bytes of the answer's body
 * @param software null when it did not describe itself
 * @param missingFiles how many files were not received of the folder that it completed; 0 for other calls
 */
public record ApiCall(
        String clientId,
        Instant endedAt,
        String requestId,
        String operation,
        String path,
        int status,
        String reason,
        String message,
        RefusalDetail detail,
        int took,
        long received,
        long sent,
        PartnerInfo software,
        int missingFiles) {
    /** The lowest status of a refusal. */
    public static final int FIRST_REFUSAL = 400;

    private static final int LONGEST_PATH = 300;
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_MESSAGE = 500;

    /** Fits what may have something that the caller wrote. */
    public ApiCall {
        operation = ColumnText.fit(operation, LONGEST_NAME);
        path = ColumnText.fit(path, LONGEST_PATH);
        reason = ColumnText.fit(reason, LONGEST_NAME);
        message = ColumnText.fit(message, LONGEST_MESSAGE);
    }

    public boolean isRefused() {
        return status >= FIRST_REFUSAL;
    }

    /** The result of a call, for the choice of those that are kept. */
    public enum Outcome {
        DONE,
        /** It succeeded, and its sender should know more. */
        WARNED,
        REFUSED;

        public static Outcome of(int status, int missingFiles) {
            return status >= FIRST_REFUSAL ? REFUSED : missingFiles > 0 ? WARNED : DONE;
        }
    }
}
