package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.Labelled;

/** The place where a service handles its cases: its own choice, which does not restrict what the API may read. */
public enum AccessMode implements Labelled {
    PORTAIL,
    API
}
