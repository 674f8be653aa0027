package fr.hubee.websecurity.proconnect;

import fr.hubee.signin.federated.FederatedRefusal;

/** What comes of a browser that is back from the provider. */
sealed interface Arrival {

    /** @param next where she wanted to go */
    record SignedIn(String sessionToken, String idToken, String next) implements Arrival {
        @Override
        public String toString() {
            return "SignedIn[" + next + "]"; // never the tokens
        }
    }

    /** She is sent back once, to prove who she is with two factors. */
    record SteppingUp(Departure departure) implements Arrival {}

    record Refused(FederatedRefusal refusal) implements Arrival {}
}
