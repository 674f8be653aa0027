package fr.hubee.api.http;

import java.io.IOException;

/** A body that is not read to its end: truncated, too large or too slow. */
public class RefusedBody extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public RefusedBody(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
