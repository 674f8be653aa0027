package fr.hubee.kernel.database;

import java.io.IOException;

/** The store cannot be written: its disk is full, read-only, or away. */
public class StoreUnavailable extends IOException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(IOException refused) {
        super(refused);
    }
}
