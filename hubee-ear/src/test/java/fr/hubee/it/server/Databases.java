package fr.hubee.it.server;

import java.io.Closeable;
import java.util.Map;

/** Several PostgreSQL, of which one takes writes, and another has all that it commits. */
public interface Databases extends Closeable {
    /** Returns the settings with which a server finds the primary. */
    Map<String, String> environment();

    /** Kills the primary, as a loss of power does. */
    void killPrimary() throws Exception;

    /** Another one takes writes from now on, or will within half a minute. */
    void promote() throws Exception;
}
