package fr.hubee.it.portal;

import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;

/** Requests subscriptions without an administrator to invite: the people of a town are made by its test. */
final class DataPass {

    private DataPass() {}

    /** @return the identifier of the subscription */
    static String asksFor(NewTown town, String processCode) {
        return asks(town.subscription(processCode));
    }

    /** Requests a subscription to a démarche whose operator validates it. */
    static String asksToBeValidated(NewTown town, String processCode) {
        return asks(
                town.subscription(processCode).replace("\"validateDateTime\": \"2026-11-24T10:00:00.000+00:00\",", ""));
    }

    private static String asks(String request) {
        var anonymous = request.replace("\"firstName\": \"Ada\",", "").replace("\"lastName\": \"Lovelace\",", "");
        var answer = Partner.of("demo-datapass").atReferential().post("/subscriptions", anonymous);
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.field("id");
    }
}
