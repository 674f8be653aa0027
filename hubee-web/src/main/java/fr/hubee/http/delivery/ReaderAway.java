package fr.hubee.http.delivery;

import java.io.IOException;

/** The reader takes no more at the moment: the writer continues later. */
final class ReaderAway extends IOException {
    private static final long serialVersionUID = 1L;

    ReaderAway() {
        super("the reader takes no more at the moment");
    }
}
