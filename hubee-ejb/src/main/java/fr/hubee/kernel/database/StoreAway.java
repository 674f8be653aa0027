package fr.hubee.kernel.database;

import java.io.IOException;

/** The store does not answer, or not correctly: its content is unknown. */
public class StoreAway extends IOException {
    private static final long serialVersionUID = 1L;

    public StoreAway(String what, Throwable cause) {
        super(what, cause);
    }
}
