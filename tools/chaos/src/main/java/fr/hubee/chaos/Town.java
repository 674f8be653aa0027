package fr.hubee.chaos;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The towns of the demonstration that are sent something. */
enum Town {
    VALBOURG("demo-valbourg-etatcivil", "99000101800011", "99101"),
    CLAIRMONT("demo-clairmont-etatcivil", "99000102600014", "99102"),
    ROCHELANDE("demo-rochelande", "99000103400018", "99103"),
    /** Works in the portal. */
    SAINT_AUBRIN("", "99000104200011", "99104"),
    /** Works in the portal, and is suspended again and again. */
    MONTFERROL("", "99000105900015", "99105"),
    /** Works in the portal, and is merged with Saint-Aubrin again and again. */
    DEUX_CHATEAUX("", "99000107500011", "99107");

    private final String clientId;
    private final String companyRegister;
    private final String branchCode;

    Town(String clientId, String companyRegister, String branchCode) {
        this.clientId = clientId;
        this.companyRegister = companyRegister;
        this.branchCode = branchCode;
    }

    boolean hasSoftware() {
        return !clientId.isEmpty();
    }

    /** Returns the branch codes of those that work in the portal. */
    static Set<String> portals() {
        return Stream.of(values())
                .filter(town -> !town.hasSoftware())
                .map(Town::branchCode)
                .collect(Collectors.toSet());
    }

    String clientId() {
        return clientId;
    }

    String companyRegister() {
        return companyRegister;
    }

    String branchCode() {
        return branchCode;
    }
}
