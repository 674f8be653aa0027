package fr.hubee.launcher;

import java.io.Closeable;
import java.util.Map;

/** Several PostgreSQL servers: a primary, and a standby that has all commits. */
public interface DatabaseCluster extends Closeable {
    /** Returns the settings with which a server finds the primary. */
    Map<String, String> environment();

    /** Kills the primary, as a loss of power does. */
    void killPrimary() throws Exception;

    /** Makes another one the primary, now or within half a minute. */
    void promote() throws Exception;
}
