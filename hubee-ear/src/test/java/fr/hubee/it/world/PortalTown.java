package fr.hubee.it.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A town hall that works in the portal, for one démarche, without people yet. */
public record PortalTown(NewTown town, String processCode) {

    /** Registers a town with an active subscription. */
    public static PortalTown of(String processCode) {
        return new PortalTown(NewTown.fresh().registered(), processCode).activated("PORTAIL");
    }

    /** Changes its access mode. */
    public PortalTown switchedTo(String mode) {
        return activated(mode);
    }

    private PortalTown activated(String mode) {
        var admin = Partner.of("demo-admin").atReferential();
        var known = admin.get("/subscriptions?companyRegister=" + town.companyRegister());
        var id = known.json().isEmpty() ? town.subscribed(processCode) : known.field("0/id");
        var subscription = (ObjectNode) admin.get("/subscriptions/" + id).json();
        subscription.remove(List.of("id", "creationDateTime"));
        subscription
                .put("status", "Actif")
                .put("accessMode", mode)
                .put("activateDateTime", NewTown.DAYS_AGO)
                .put("notificationFrequency", "Aucune");
        var answer = admin.put("/subscriptions/" + id, subscription.toString());
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return this;
    }
}
