package fr.hubee.it.world;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;

/** Organisations of the demonstration, and software editors that are not in it. */
public final class Organizations {
    public static final OrganizationKey HUB = new OrganizationKey(OrganizationType.ADMIN, "99000900300015", "00000");
    public static final OrganizationKey DILA = new OrganizationKey(OrganizationType.OSL, "99000001000019", "00000");
    public static final OrganizationKey CNAF = new OrganizationKey(OrganizationType.OSL, "99000003600014", "00000");
    public static final OrganizationKey VALBOURG = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");

    private Organizations() {}

    public static OrganizationKey newEditor() {
        return registered(OrganizationType.EDT, "Commune de Pontcarré");
    }

    /** Registers an organisation of that type. */
    public static OrganizationKey registered(OrganizationType type, String name) {
        var town = NewTown.fresh();
        var json = town.organization().replace("\"SI\"", "\"" + type + "\"").replace("Commune de Pontcarré", name);
        Partner.of("demo-admin").atReferential().post("/organizations", json).expect(201);
        return new OrganizationKey(type, town.companyRegister(), town.branchCode());
    }
}
