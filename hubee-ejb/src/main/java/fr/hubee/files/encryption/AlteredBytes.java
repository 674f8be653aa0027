package fr.hubee.files.encryption;

import java.io.IOException;

/** What the store has is not what was encrypted with this key under this name: altered, cut, or of another file. */
public class AlteredBytes extends IOException {
    private static final long serialVersionUID = 1L;

    AlteredBytes(String blob, Exception cause) {
        super("Blob " + blob + " was altered", cause);
    }
}
