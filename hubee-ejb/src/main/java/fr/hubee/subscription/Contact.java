package fr.hubee.subscription;

import jakarta.persistence.Embeddable;

/** A person, as the one who asked for the subscription described her (specification §2.4). */
@Embeddable
public record Contact(
        String email, String firstName, String lastName, String function, String phoneNumber, String mobileNumber) {

    /** What is told now; of the same person, what was known stays where nothing is told. */
    Contact over(Contact known) {
        if (!email.equalsIgnoreCase(known.email)) {
            return this;
        }
        return new Contact(
                email,
                told(firstName, known.firstName),
                told(lastName, known.lastName),
                told(function, known.function),
                told(phoneNumber, known.phoneNumber),
                told(mobileNumber, known.mobileNumber));
    }

    private static String told(String now, String before) {
        return now == null ? before : now;
    }
}
