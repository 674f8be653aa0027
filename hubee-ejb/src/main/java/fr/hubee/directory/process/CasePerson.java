package fr.hubee.directory.process;

import fr.hubee.kernel.shared.Labelled;

/** Whose name the télédossiers of a démarche show: not always that of the applicant. */
public enum CasePerson implements Labelled {
    APPLICANT,
    /** A death certificate names the deceased; the applicant is a doctor. */
    DECEASED,
    CONCERNED
}
