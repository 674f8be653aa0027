package fr.hubee.http.body;

import java.io.IOException;

/** A sender who keeps its reader waiting for next to nothing. */
public class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow() {
        super("Request body is too slow");
    }
}
