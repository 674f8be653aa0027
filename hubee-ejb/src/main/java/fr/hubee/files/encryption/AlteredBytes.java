package fr.hubee.files.encryption;

import java.io.IOException;

/** The stored bytes are not those that were encrypted with this key under this name: altered, truncated, or of another file. */
public class AlteredBytes extends IOException {
    private static final long serialVersionUID = 1L;

    AlteredBytes(String blob, Exception cause) {
        super("Blob " + blob + " was altered", cause);
    }
}
