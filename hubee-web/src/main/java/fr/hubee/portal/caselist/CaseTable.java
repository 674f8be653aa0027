package fr.hubee.portal.caselist;

import java.io.Closeable;
import java.io.IOException;

/** A table written line by line, in any file format. */
interface CaseTable extends Closeable {

    /** @param cells texts and moments */
    void line(Object... cells) throws IOException;
}
