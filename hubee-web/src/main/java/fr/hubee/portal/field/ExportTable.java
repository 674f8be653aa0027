package fr.hubee.portal.field;

import java.io.Closeable;
import java.io.IOException;

/** A table written line by line, in any file format. */
public interface ExportTable extends Closeable {

    /** @param cells texts, numbers, moments, or null */
    void line(Object... cells) throws IOException;
}
