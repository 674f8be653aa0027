package fr.hubee.kernel.shared;

import jakarta.ejb.ApplicationException;
import java.util.Optional;

/**
 * A rejection with a message for the caller; it rolls the transaction back.
 *
 * <p>The message is the contract's own text where it has one (specification §4.3).
 */
@ApplicationException(rollback = true)
public abstract sealed class HubeeException extends RuntimeException
        permits Conflict,
                Damaged,
                Gone,
                InvalidRequest,
                NotAllowed,
                NotFound,
                StaleSecondFactor,
                TooManyRequests,
                Unprocessable {
    private static final long serialVersionUID = 1L;

    private final RefusalDetail detail;

    protected HubeeException(String message) {
        this(message, null);
    }

    protected HubeeException(String message, RefusalDetail detail) {
        super(message);
        this.detail = detail;
    }

    /** Returns what the message does not say, because the contract defines the message. */
    public final Optional<RefusalDetail> detail() {
        return Optional.ofNullable(detail);
    }
}
