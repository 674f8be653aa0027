package fr.hubee.demonstration.data;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.List;

/** The recipients of télédossiers, with their access mode. */
enum SampleTown {
    /** Uses the portal; has many télédossiers. */
    SAINT_AUBRIN("99000104200011", "99104", null, null),
    /** All its texts are long. */
    LONG_NAMES("99000107500011", "99107", null, null),
    /** Uses software, like the next one. */
    VALBOURG("99000101800011", "99101", "Mairie Facile", "demo-valbourg-etatcivil"),
    /** Its software has been silent for days. */
    ROCHELANDE("99000103400018", "99103", "Mairie Facile", "demo-rochelande"),
    /** Uses the portal, and opens no case. */
    HAUTES_VERNES("99000106700018", "99106", null, null),
    DEPARTEMENT("99000200800011", "99000", "Solidarités 99", "demo-haute-rivaine");

    /** Null when people work in the portal. */
    final String software;

    /** The credentials of the software; null when people work in the portal. */
    final String client;

    private final String companyRegister;
    private final String branchCode;

    SampleTown(String companyRegister, String branchCode, String software, String client) {
        this.companyRegister = companyRegister;
        this.branchCode = branchCode;
        this.software = software;
        this.client = client;
    }

    OrganizationKey organization() {
        return new OrganizationKey(OrganizationType.SI, companyRegister, branchCode);
    }

    boolean inPortal() {
        return software == null;
    }

    /** The authors of its events; in the portal, the logins of its people. */
    List<String> authors() {
        return switch (this) {
            case SAINT_AUBRIN ->
                List.of(
                        "solene.kermarrec@saint-aubrin-le-vieux.example",
                        "odile.garance@saint-aubrin-le-vieux.example");
            case LONG_NAMES -> List.of("marie-emmanuelle.beauregard@deux-chateaux.example");
            case VALBOURG, ROCHELANDE, HAUTES_VERNES -> List.of("Service état civil");
            case DEPARTEMENT -> List.of("Service insertion");
        };
    }
}
