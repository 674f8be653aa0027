package fr.hubee.websecurity.proconnect;

import fr.hubee.people.signin.FederatedRefusal;

/** The result of a browser's return from the provider. */
sealed interface Arrival {

    /** @param next the page that she asked for */
    record SignedIn(String sessionToken, String idToken, String next) implements Arrival {
        @Override
        public String toString() {
            return "SignedIn[" + next + "]"; // never the tokens
        }
    }

    /** The browser is redirected once more, to prove two factors. */
    record SteppingUp(Departure departure) implements Arrival {}

    record Refused(FederatedRefusal refusal) implements Arrival {}
}
