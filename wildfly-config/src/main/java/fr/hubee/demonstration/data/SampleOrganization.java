package fr.hubee.demonstration.data;

/** An organisation, by its key. */
record SampleOrganization(String type, String companyRegister, String branchCode) {

    String key() {
        return type + "-" + companyRegister + "-" + branchCode;
    }
}
