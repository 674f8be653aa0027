package fr.hubee.it.server;

import java.io.Closeable;
import java.util.Map;

/** Several PostgreSQL, of which one takes writes, and another has all that it commits. */
public interface Databases extends Closeable {
    /** What a server needs to know to find the one that takes writes. */
    Map<String, String> environment();

    /** As when its machine loses power. */
    void killPrimary() throws Exception;

    /** Another one takes writes from now on, or will within half a minute. */
    void promote() throws Exception;
}
