package fr.hubee.files.encryption;

import java.io.IOException;

/** The data key was deleted, or altered: its files can no longer be read. */
public class LostKey extends IOException {
    private static final long serialVersionUID = 1L;

    LostKey(String id, Exception cause) {
        super("The data key " + id + " is lost", cause);
    }
}
