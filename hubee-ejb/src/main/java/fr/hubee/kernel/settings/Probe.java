package fr.hubee.kernel.settings;

import java.io.IOException;

/** Tests a service that a hub needs besides its database, in the way the hub uses it. */
public interface Probe {

    /** On screen, such as "the relay". */
    String subject();

    /**
     * Tests the service; returns the result in one line.
     *
     * @throws IOException with the problem, in one line
     */
    String check(SettingSource settings) throws IOException;
}
