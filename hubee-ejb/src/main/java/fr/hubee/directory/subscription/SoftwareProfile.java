package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.Labelled;
import fr.hubee.kernel.shared.OrganizationType;

/** The kinds of software that a certificate covers; each has its scenarios on the test bench. */
public enum SoftwareProfile implements Labelled {
    SI,
    OSL,
    PUSH;

    /** Whether an organisation of this type, or an editor, has such software. */
    public boolean isFor(OrganizationType type) {
        return type == OrganizationType.OSL ? this == OSL : this != OSL;
    }
}
