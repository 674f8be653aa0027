package fr.hubee.directory.subscription;

import jakarta.persistence.Embeddable;

/** A person, as described in the request for the subscription (specification §2.4). */
@Embeddable
public record Contact(
        String email, String firstName, String lastName, String function, String phoneNumber, String mobileNumber) {

    /** The new values; for the same person, known values replace missing ones. */
    Contact over(Contact known) {
        if (!email.equalsIgnoreCase(known.email)) {
            return this;
        }
        return new Contact(
                email,
                orKnown(firstName, known.firstName),
                orKnown(lastName, known.lastName),
                orKnown(function, known.function),
                orKnown(phoneNumber, known.phoneNumber),
                orKnown(mobileNumber, known.mobileNumber));
    }

    private static String orKnown(String now, String before) {
        return now == null ? before : now;
    }
}
