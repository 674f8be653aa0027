package fr.hubee.it.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A town hall that is not registered yet, with the data that DataPass sends about it. */
public record NewTown(String companyRegister, String branchCode) {
    /**
     * A past date for the validation and the start of a subscription: one that starts « now » is not in service between midnight and 00:01,
     * in Paris.
     */
    public static final String DAYS_AGO = "2026-11-24T10:00:00.000+00:00";

    private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis() % 1_000_000_000L * 100_000L);

    public static NewTown fresh() {
        return new NewTown(String.format("%014d", NEXT.incrementAndGet()), "77372");
    }

    /** Returns the identifier as messages and addresses write it. */
    public String name() {
        return "SI-" + companyRegister + "-" + branchCode;
    }

    /** Returns one of its local administrators, with a second factor that she has just given. */
    public Caller localAdministrator() {
        return new Caller(
                        "ada@pontcarre.example",
                        organizationKey(),
                        Set.of(RoleNames.LOCAL, RoleNames.MANAGE_SUBSCRIPTIONS),
                        Set.of(),
                        null)
                .proven(Instant.MAX);
    }

    /** Returns the identifier as services use it. */
    public OrganizationKey organizationKey() {
        return new OrganizationKey(OrganizationType.SI, companyRegister, branchCode);
    }

    /** Returns the identifier as a JSON object of messages. */
    public String key() {
        return """
                {"type": "SI", "companyRegister": "%s", "branchCode": "%s"}""".formatted(companyRegister, branchCode);
    }

    public String organization() {
        return """
                {"type": "SI", "companyRegister": "%s", "branchCode": "%s", "name": "Commune de Pontcarré",
                 "country": "France", "postalCode": "77135", "territory": "Pontcarré", "email": "mairie@pontcarre.fr",
                 "phoneNumber": "0160000000", "status": "Actif"}""".formatted(companyRegister, branchCode);
    }

    /** Returns the message that DataPass sends once the request is validated (specification §4.5). */
    public String subscription(String processCode) {
        return """
                {"datapassId": %d, "processCode": "%s",
                 "subscriber": {"type": "SI", "companyRegister": "%s", "branchCode": "%s"},
                 "notificationFrequency": "unitaire", "validateDateTime": "%s",
                 "updateDateTime": "%s", "status": "Inactif",
                 "email": "ada.lovelace@pontcarre.fr",
                 "localAdministrator": {"email": "ada.lovelace@pontcarre.fr", "firstName": "Ada",
                   "lastName": "Lovelace", "function": "Secrétaire", "phoneNumber": "0160000001"}}""".formatted(datapassId(), processCode, companyRegister, branchCode, DAYS_AGO, DAYS_AGO);
    }

    public long datapassId() {
        return Long.parseLong(companyRegister);
    }

    /** Registers it. */
    public NewTown registered() {
        Partner.of("demo-admin")
                .atReferential()
                .post("/organizations", organization())
                .expect(201);
        return this;
    }

    /** Registers its subscription, and returns the identifier. */
    public String subscribed(String processCode) {
        return Partner.of("demo-admin")
                .atReferential()
                .post("/subscriptions", subscription(processCode))
                .expect(201)
                .field("id");
    }

    /** Registers its subscription, in service with that access mode, and returns the identifier. */
    public String inService(String processCode, String accessMode) {
        var id = subscribed(processCode);
        putInService(id, accessMode);
        return id;
    }

    public static void putInService(String subscription, String accessMode) {
        changeSubscription(
                subscription,
                known -> known.put("status", "Actif")
                        .put("accessMode", accessMode)
                        .put("activateDateTime", DAYS_AGO));
    }

    /** Changes a subscription as an administrator does. */
    public static void changeSubscription(String id, Consumer<ObjectNode> change) {
        var admin = Partner.of("demo-admin").atReferential();
        var subscription = (ObjectNode) admin.get("/subscriptions/" + id).json();
        subscription.remove(List.of("id", "creationDateTime"));
        change.accept(subscription);
        admin.put("/subscriptions/" + id, subscription.toString()).expect(200);
    }
}
