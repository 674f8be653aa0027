package fr.hubee.client.connector;

import java.io.IOException;

/** Says that a télédossier can never be imported: its operator is told so, with the reason. Any other failure may pass. */
public final class CannotImportException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param reason is read by people */
    public CannotImportException(String reason) {
        super(reason);
    }
}
