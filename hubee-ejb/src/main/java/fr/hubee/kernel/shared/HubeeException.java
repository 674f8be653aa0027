package fr.hubee.kernel.shared;

import jakarta.ejb.ApplicationException;

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

    protected HubeeException(String message) {
        super(message);
    }
}
