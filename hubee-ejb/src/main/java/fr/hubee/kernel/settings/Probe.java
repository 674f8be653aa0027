package fr.hubee.kernel.settings;

import java.io.IOException;

/** Tries something that a hub needs beside its database, as the hub itself would use it. */
public interface Probe {

    /** On screen, such as "the relay". */
    String subject();

    /**
     * Returns what was found, in one line.
     *
     * @throws IOException that says what is wrong, in one line
     */
    String look(SettingSource settings) throws IOException;
}
