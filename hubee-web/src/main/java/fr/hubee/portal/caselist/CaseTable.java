package fr.hubee.portal.caselist;

import java.io.Closeable;
import java.io.IOException;

/** A table that is written line by line, whatever the file is. */
interface CaseTable extends Closeable {

    /** @param cells texts and moments */
    void line(Object... cells) throws IOException;
}
