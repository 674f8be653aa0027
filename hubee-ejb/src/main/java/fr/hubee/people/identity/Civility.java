package fr.hubee.people.identity;

import fr.hubee.kernel.shared.Labelled;

/** The form of address of a person. */
public enum Civility implements Labelled {
    M,
    MME
}
