package fr.hubee.chaos;

/** The towns of the demonstration whose software calls. */
enum Town {
    VALBOURG("demo-valbourg-etatcivil", "99000101800011", "99101"),
    CLAIRMONT("demo-clairmont-etatcivil", "99000102600014", "99102"),
    ROCHELANDE("demo-rochelande", "99000103400018", "99103");

    private final String clientId;
    private final String companyRegister;
    private final String branchCode;

    Town(String clientId, String companyRegister, String branchCode) {
        this.clientId = clientId;
        this.companyRegister = companyRegister;
        this.branchCode = branchCode;
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
