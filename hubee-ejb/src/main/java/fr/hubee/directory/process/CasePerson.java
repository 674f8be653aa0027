package fr.hubee.directory.process;

import fr.hubee.kernel.shared.Labelled;

/** The role of the person whose name the télédossiers of a démarche show. */
public enum CasePerson implements Labelled {
    APPLICANT,
    /** A death certificate names the deceased; the applicant is a doctor. */
    DECEASED,
    CONCERNED
}
