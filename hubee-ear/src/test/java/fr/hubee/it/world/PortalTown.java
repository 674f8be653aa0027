package fr.hubee.it.world;

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
        var known = Partner.of("demo-admin")
                .atReferential()
                .get("/subscriptions?companyRegister=" + town.companyRegister());
        var id = known.json().isEmpty() ? town.subscribed(processCode) : known.field("0/id");
        NewTown.changeSubscription(
                id,
                subscription -> subscription
                        .put("status", "Actif")
                        .put("accessMode", mode)
                        .put("activateDateTime", NewTown.DAYS_AGO)
                        .put("notificationFrequency", "Aucune"));
        return this;
    }
}
